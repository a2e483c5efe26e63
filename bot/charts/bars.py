"""Bars below each other: a label, under it the bar, and after that its number."""

from bot.charts.canvas import FAINT, INNER, LETTERS, MARGIN, Canvas, clean, fit, lines, wide
from bot.charts.scale import COLOURS
from bot.model import Bar, Bars, Count

_THICK = 14
_LONGEST_NUMBER = INNER / 2
"""The most room that is kept for the numbers after the bars."""


def draw(block: Bars) -> str:
    """Draw bars as SVG; those of hidden counts are hatched, and as long as half of what they may be.

    A bar without a label belongs to the one above it, and is lighter.
    """
    canvas = Canvas(block.title)
    most = max((length(bar.count) for bar in block.bars), default=0)
    room = INNER - min(_LONGEST_NUMBER, max((wide(clean(bar.shown), LETTERS) + 12 for bar in block.bars), default=0))
    for bar in block.bars:
        for line in lines(bar.label, INNER, LETTERS, 3):
            canvas.y += LETTERS
            canvas.words(line, MARGIN, canvas.y, across=INNER)
            canvas.y += 5
        canvas.y += 2 if bar.label else -5
        _bar(canvas, bar, room * length(bar.count) / most if most else 0)
        canvas.y += _THICK + 10
    return canvas.finish()


def _bar(canvas: Canvas, bar: Bar, long: float) -> None:
    if bar.count.hidden:
        canvas.box(MARGIN, canvas.y, max(8, long), _THICK, "url(#few)", edge=FAINT)
    elif long:
        fill, edge = (COLOURS[4], None) if bar.label else (COLOURS[1], FAINT)
        canvas.box(MARGIN, canvas.y, max(3, long), _THICK, fill, edge=edge)
    start = max(long, 8) + 10 if bar.count.hidden or long else 0
    canvas.words(fit(bar.shown, INNER - start, LETTERS), MARGIN + start, canvas.y + _THICK)


def length(count: Count) -> float:
    """How much a count weighs in a picture."""
    return count.least / 2 if count.value is None else count.value
