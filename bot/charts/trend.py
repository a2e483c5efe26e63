"""A count over time: a column for each day (or longer step), the highest number and both ends written beside it."""

from bot.charts.bars import length
from bot.charts.canvas import FAINT, INNER, MARGIN, SMALL, Canvas
from bot.charts.scale import COLOURS
from bot.model import Trend

_HIGH = 180
_NUMBERS = 60
"""Room for the numbers at the left."""


def draw(block: Trend) -> str:
    """Draw a trend as SVG; columns of hidden counts are hatched."""
    canvas = Canvas(block.title)
    top = ceiling(max((length(point.count) for point in block.points), default=0))
    bottom = canvas.y + _HIGH
    for part in (0, 1, 2):
        y = bottom - _HIGH * part / 2
        canvas.rule(MARGIN + _NUMBERS, y, INNER - _NUMBERS)
        canvas.words(f"{top * part // 2:,}", MARGIN + _NUMBERS - 8, y + 5, SMALL, ink=FAINT, end=True)
    wide = (INNER - _NUMBERS) / max(1, len(block.points))
    gap = min(3.0, wide / 4)
    for at, point in enumerate(block.points):
        high = _HIGH * length(point.count) / top
        x = MARGIN + _NUMBERS + wide * at + gap / 2
        if point.count.hidden:
            canvas.box(x, bottom - max(4, high), wide - gap, max(4, high), "url(#few)", edge=FAINT, round_by=0)
        elif high:
            canvas.box(x, bottom - high, wide - gap, high, COLOURS[4], round_by=min(2, wide / 4))
    canvas.y = bottom + SMALL + 8
    if block.points:
        canvas.words(block.points[0].day, MARGIN + _NUMBERS, canvas.y, SMALL, ink=FAINT)
        if len(block.points) > 1:
            canvas.words(block.points[-1].day, MARGIN + INNER, canvas.y, SMALL, ink=FAINT, end=True)
    return canvas.finish()


def ceiling(most: float) -> int:
    """Give an even round number at or above the highest column: 2, 4, 6, 10, 20, 40 …"""
    power = 1
    while True:
        for step in (2, 4, 6, 10):
            if step * power >= most:
                return step * power
        power *= 10
