"""Which of a message's marks hold a quote, and what of an alignment stands within them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.quotation.alignment import Alignment
from bot.quotation.marked import Mark
from bot.quotation.message import Region
from bot.quotation.texts import Told

# Chance may let an alignment reach so many words over a mark; where the passage has the mark, too, "X said" may follow.
_OVER = 2
_SAID = 3
_FEWEST = 3
_QUOTED = re.compile(r"[\"“”„«»‘’']")


def around(regions: Sequence[Region], found: Alignment, told: Told) -> Region | None:
    """Give the smallest marked part that has an alignment's words.

    One or two words may stand over its ends by chance, and three where the passage has quotation marks there itself,
    followed by who says it; more of them go on with the passage. Only quotation marks are ends.
    """
    best: Region | None = None
    for region in regions:
        over = region.start - found.start, found.end - region.end
        if min(found.end, region.end) - max(found.start, region.start) < _FEWEST:
            continue
        if max(over) > 0 and (region.mark != Mark.QUOTED or not _ends(region, found, told, max(over))):
            continue
        if best is None or region.end - region.start <= best.end - best.start:
            best = region
    return best


def _ends(region: Region, found: Alignment, told: Told, over: int) -> bool:
    """Whether quotation marks end a quote although words of the passage stand over their ends."""
    if not _own(region, found, told):
        return over <= _OVER
    outside = sum(not region.start <= at < region.end for at, _ in found.pairs)
    return outside <= _SAID


def _own(region: Region, found: Alignment, told: Told) -> bool:
    """Whether the passage has a quotation mark itself where the marked part begins or ends."""
    for one, other in pairwise(found.pairs):
        if one[0] < region.start <= other[0] or one[0] < region.end <= other[0]:
            return _QUOTED.search(told.text[told.spans[one[1]][1] : told.spans[other[1]][0]]) is not None
    return False


def cut(found: Alignment, low: int, high: int) -> Alignment | None:
    """Leave out what reaches over some bounds."""
    pairs = [pair for pair in found.pairs if low <= pair[0] < high]
    if len(pairs) < _FEWEST:
        return None
    return Alignment.of(pairs, found.score - (len(found.pairs) - len(pairs)))
