"""Quotation marks in a paragraph: which of them open and close, in every style that we know, nested or not."""

import re
from dataclasses import dataclass

_SIGN = re.compile(r"[“”„«»‹›\"「」『』‘’']")
# The marks that may close a quotation that each mark opened. German and Ukrainian write „…“ and »…«, Swedish ”…”.
_CLOSES = {
    "“": '”"',
    "„": '“”"',
    "«": "»",
    "»": "«",
    "‹": "›",
    '"': '"”“',
    "”": "”",
    "「": "」",
    "『": "』",
    "‘": "’",
    "'": "'",
}
_SINGLE = "‘'"
_DEEP = 4  # marks that a closing one may pass over


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks: `[start, end)` without the marks, `[left, right)` with them.

    `closed` is false where the paragraph ends before the quotation does.
    """

    start: int
    end: int
    left: int
    right: int
    closed: bool = True


def quotations(words: str) -> list[Quotation]:
    """Find the quotations of a paragraph, those inside others left out, in order."""
    waiting: list[tuple[str, int]] = []
    closed: list[Quotation] = []
    for match in _SIGN.finditer(words):
        sign, place = match.group(), match.start()
        before = words[place - 1] if place else " "
        after = words[place + 1] if place + 1 < len(words) else " "
        if before.isalnum() and after.isalnum():
            continue
        depth = _closes(waiting, sign) if not (before.isspace() and after.isalnum()) else 0
        if depth and sign in "’'" and _apostrophe(words, place):
            continue
        if depth:
            _, start = waiting[-depth]
            del waiting[-depth:]
            closed.append(_tight(words, start + 1, place))
        elif _may_open(sign, before, after):
            waiting.append((sign, place))
    found = _outermost(closed)
    return found + _unclosed(words, waiting, found)


def _closes(waiting: list[tuple[str, int]], sign: str) -> int:
    """How many open marks a sign closes (0: none). Single ones may stay open: they may be apostrophes."""
    for depth, (mark, _) in enumerate(reversed(waiting[-_DEEP:]), 1):
        if sign in _CLOSES[mark]:
            return depth
        if mark not in _SINGLE:
            return 0
    return 0


def _apostrophe(words: str, place: int) -> bool:
    """Whether a sign that could close a single quotation only ends a plural ("the dogs' bowl"); another closes it."""
    if words[place - 1] not in "sxzSXZ" or not words[place + 1 : place + 3].strip().islower():
        return False
    rest = words[place + 1 : place + 400]
    other = re.search(r"(?<=[\w.,!?…])[’'](?![^\W\d_])", rest)
    again = re.search(r"(?<![\w.,!?…])[‘']", rest)
    return other is not None and (again is None or other.start() < again.start())


def _tight(words: str, start: int, end: int) -> Quotation:
    """Leave out the spaces that French sets inside its quotation marks."""
    inner = words[start:end]
    return Quotation(
        start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip()), start - 1, end + 1
    )


def _may_open(sign: str, before: str, after: str) -> bool:
    if sign not in _CLOSES or (after.isspace() and sign not in "«»"):
        return False
    if sign in "“„«‹「『":
        return True
    if sign == "'":
        return (before.isspace() or before in "([—–") and after.isalpha()
    return not before.isalnum() and before not in ".,!?"


def _outermost(closed: list[Quotation]) -> list[Quotation]:
    found: list[Quotation] = []
    for quotation in sorted(closed, key=lambda item: item.start):
        if quotation.end > quotation.start and (not found or quotation.left >= found[-1].right):
            found.append(quotation)
    return found


def _unclosed(words: str, waiting: list[tuple[str, int]], found: list[Quotation]) -> list[Quotation]:
    """Give a quotation that the paragraph does not close, when its mark stands after the last closed one."""
    last = found[-1].end if found else -1
    for sign, place in waiting:
        if place > last and sign not in _SINGLE:
            return [Quotation(place + 1, len(words), place, len(words), closed=False)]
    return []
