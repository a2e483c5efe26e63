"""Turns in Hebrew and Arabic, whose names begin with no capital: a talk is known by how its labels come back."""

import re
from collections import Counter
from collections.abc import Sequence

from bot.corpus.units import Page

_CASELESS = re.compile(r"[\u0590-\u08ff]")
# Where so many names of two words or more come back, and so many paragraphs from the first to the last open with one,
# they open turns; "important note:" comes back, too, but hardly beside another one and nowhere else than in between.
_NAMES, _TAKING_TURNS = 2, 0.75


def talk(page: Page, labels: Sequence[tuple[int, str]]) -> frozenset[int]:
    """Give the units whose labels open turns, of those (unit, name) that may; none where it is no such talk."""
    every = [(unit, name) for unit, name in labels if _CASELESS.search(name)]
    times = Counter(name for _, name in every if " " in name)
    if sum(many >= 2 for many in times.values()) < _NAMES:
        return frozenset()
    between = page.units[every[0][0] : every[-1][0] + 1]
    said = sum(not unit.settled and unit.marker != "heading" for unit in between)
    return frozenset(unit for unit, _ in every) if len(every) >= _TAKING_TURNS * said else frozenset()
