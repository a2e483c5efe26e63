"""Long lists of alternatives in patterns, laid out so that `re` tries a few of them at a place and not all."""

import re
from collections import defaultdict
from itertools import groupby

_PART = re.compile(r"\\.|\[(?:\\.|[^\]])*\]|.", re.DOTALL)
_LITERAL = re.compile(r"(?P<first>[^\W\d_])(?![?*+{])")


def by_letter(alternatives: str) -> str:
    """Lay out `said|says|told` as `s(?:aid|ays)|t(?:old)`, which finds the same.

    `re` looks at the first letter of each alternative in turn; of seven hundred verbs that took longer than all else
    that is asked of a quotation. Only those that begin with the same letter can be found at the same place, and they
    keep their order; what begins otherwise than with a letter stays where it stands among them.
    """
    runs = groupby(_parted(alternatives), key=lambda part: _LITERAL.match(part) is not None)
    return "|".join(
        _grouped(run) if literal else "|".join(run) for literal, run in ((key, list(run)) for key, run in runs)
    )


def _grouped(literals: list[str]) -> str:
    rests: defaultdict[str, list[str]] = defaultdict(list)
    for literal in literals:
        rests[literal[0]].append(literal[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items())


def _parted(alternatives: str) -> list[str]:
    """Cut a pattern at the strokes that stand in no bracket."""
    found, depth = [""], 0
    for part in _PART.findall(alternatives):
        depth += (part == "(") - (part == ")")
        if part == "|" and not depth:
            found.append("")
        else:
            found[-1] += part
    return found
