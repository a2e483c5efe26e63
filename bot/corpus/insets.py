"""Paragraphs of plain text that are set in: how a page without markup shows that somebody else's words stand there."""

from bisect import bisect_left

from bot.corpus.lines import Line
from bot.corpus.units import Page, Unit
from bot.model import BlockKind

_LEAST = 2  # white characters
_FEW = 3  # at most one paragraph in so many is set in; else it is how the page is made


def insets(page: Page, inner: range) -> frozenset[int]:
    """Find the units whose lines, two at least, are all set in alike, among others that are not."""
    if page.media != "txt":
        return frozenset()
    starts = [line.start for line in page.lines]
    told = [number for number in inner if page.units[number].kind is BlockKind.PARAGRAPH]
    indents = {number: _indent(page.lines, starts, page.units[number]) for number in told}
    found = frozenset(number for number, indent in indents.items() if indent >= _LEAST)
    return found if len(found) * _FEW <= len(told) else frozenset()


def _indent(lines: list[Line], starts: list[int], unit: Unit) -> int:
    """By how much all lines of a paragraph are set in; 0 where they differ, or where there is one line alone."""
    first, last = bisect_left(starts, unit.spans[0].start), bisect_left(starts, unit.spans[-1].end)
    indents = {line.indent for line in lines[first:last]}
    return indents.pop() if len(indents) == 1 and last - first > 1 else 0
