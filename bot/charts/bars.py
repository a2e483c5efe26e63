"""Bars below each other: a label, under it the bar, and after that its number."""

from bot.charts.canvas import FAINT, INNER, LETTERS, MARGIN, Canvas, fit
from bot.charts.scale import COLOURS
from bot.model import Bars, Count

_THICK = 14
_NUMBER = 130
"""Room for the number after the longest bar."""


def draw(block: Bars) -> str:
    """Draw bars as SVG; those of hidden counts are hatched, and as long as half of what they may be."""
    canvas = Canvas(block.title)
    most = max((length(bar.count) for bar in block.bars), default=0)
    for bar in block.bars:
        canvas.y += LETTERS
        canvas.words(fit(bar.label, INNER, LETTERS), MARGIN, canvas.y, across=INNER)
        canvas.y += 7
        long = (INNER - _NUMBER) * length(bar.count) / most if most else 0
        if bar.count.hidden:
            canvas.box(MARGIN, canvas.y, max(8, long), _THICK, "url(#few)", edge=FAINT)
        elif long:
            canvas.box(MARGIN, canvas.y, max(3, long), _THICK, COLOURS[4])
        start = max(long, 8) + 10 if bar.count.hidden or long else 0
        canvas.words(fit(bar.shown, INNER - start, LETTERS), MARGIN + start, canvas.y + _THICK)
        canvas.y += _THICK + 10
    return canvas.finish()


def length(count: Count) -> float:
    """How much a count weighs in a picture."""
    return count.least / 2 if count.value is None else count.value
