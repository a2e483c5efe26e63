"""The place, day and agency with which a news report opens, parted from its first sentence."""

import re

from bot.corpus.months import MONTHS
from bot.corpus.names import UPPER
from bot.corpus.units import EDITORS, Page, Unit
from bot.model import BlockKind, Span

_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_DAY = rf"(?:(?:{_MONTH})\.?\s\d{{1,2}}|\d{{1,2}}\.?\s(?:{_MONTH})\.?)(?:,?\s\d{{4}})?"
_LOUD = (
    rf"[{UPPER}][{UPPER}.'’-]{{2,}}(?:[\s/][{UPPER}.'’-]{{2,}}){{0,3}}"
    rf"(?:,\s[{UPPER}][\w.]{{1,20}}(?:\s[{UPPER}]\w{{1,20}})?)?"
)
_CALM = rf"[{UPPER}][\w.'’-]{{1,24}}(?:\s[{UPPER}][\w.'’-]{{1,24}}){{0,2}}"
_AGENCY = rf"\((?:[{UPPER}][\w.&-]{{1,24}})(?:\s[{UPPER}][\w.&-]{{1,24}}){{0,3}}\)"
_OPENING = re.compile(
    rf"(?:(?:{_LOUD})(?:,?\s(?i:{_DAY}))?(?:,?\s{_AGENCY})?|(?:{_CALM}),\s(?i:{_DAY})(?:,?\s{_AGENCY})?|"
    rf"(?:{_CALM}),?\s{_AGENCY})"
    r"\s?(?:[–—]|--?|:(?=\s))\s?(?=\S)"
)
_SURE = re.compile(rf"\d|{_AGENCY}")
_TOP = 40
_LEAD = 12


def part_dateline(page: Page) -> None:
    """Part the dateline ("ORRIN, March 7 (Coast News) –") from the first long paragraph that opens with one.

    Capitals alone could also name who speaks: they count only if no other paragraph opens so.
    """
    for number, unit in enumerate(page.units[:_TOP]):
        if unit.settled or unit.marker or unit.words < _LEAD:
            continue
        found = _OPENING.match(unit.plain[:160])
        if found is not None and _is_dateline(page, number, found.group()):
            _part(page, number, found.end())
        if found is not None or unit.words >= 2 * _LEAD:
            return


def _is_dateline(page: Page, number: int, opening: str) -> bool:
    if ":" in opening:
        return False
    if _SURE.search(opening):
        return True
    rest = page.units[number + 1 : number + _TOP]
    return not any(_OPENING.match(unit.plain[:160]) for unit in rest)


def _part(page: Page, number: int, place: int) -> None:
    unit = page.units[number]
    start = unit.flow.place(place)
    head = [Span(s.start, min(s.end, start), s.glued) for s in unit.spans if s.start < start]
    tail = [Span(max(s.start, start), s.end, s.glued) for s in unit.spans if s.end > start]
    if not head or not tail:
        return
    last = head[-1]
    end = last.start + len(page.text[last.start : last.end].rstrip())
    head[-1] = Span(last.start, end, last.glued)
    opening = Unit(head, page.flow(head), unit.line, gap=unit.gap)
    opening.settle(BlockKind.DATELINE, EDITORS)
    unit.cover(tail, page.flow(tail))
    unit.gap = 0
    page.units.insert(number, opening)
