"""A text as a strip: a cell for each passage in reading order, the higher and darker filled the more it was discussed.

Long texts have several rows; where even those would be too many, a cell stands for some passages in a row, and shows
the most discussed of them.
"""

from collections.abc import Sequence

from bot.charts.bars import length
from bot.charts.canvas import FAINT, INNER, LINE, MARGIN, SMALL, Canvas
from bot.charts.scale import COLOURS, HEIGHTS, STEPS, legend
from bot.discussion.hiding import stage
from bot.model import Cell, Count, Strip

_ROW, _ROWS = 40, 10
_HIGH, _BETWEEN = 30, 8
_NUMBERS = 44


def draw(block: Strip) -> str:
    """Draw a strip as SVG, with its scale below."""
    canvas = Canvas(block.title)
    each = passages_in_a_cell(len(block.cells))
    cells = gathered(block.cells, each)
    in_row = min(_ROW, max(12, len(cells)))
    wide = (INNER - _NUMBERS) / in_row
    for start in range(0, len(cells), in_row):
        canvas.words(str(start * each + 1), MARGIN + _NUMBERS - 8, canvas.y + _HIGH - 9, SMALL, ink=FAINT, end=True)
        for at, count in enumerate(cells[start : start + in_row]):
            _cell(canvas, MARGIN + _NUMBERS + at * wide, canvas.y, wide - 2, count)
        canvas.y += _HIGH + _BETWEEN
    if block.cells:
        _scale(canvas, block.cells[0].count.least, each)
    return canvas.finish()


def passages_in_a_cell(passages: int) -> int:
    """How many passages a cell stands for."""
    return max(1, -(-passages // (_ROW * _ROWS)))


def gathered(cells: Sequence[Cell], each: int) -> list[Count]:
    """Give a count for each cell that is drawn: of some passages, the largest."""
    counts = [cell.count for cell in cells]
    return [max(counts[at : at + each], key=length) for at in range(0, len(counts), each)]


def _cell(canvas: Canvas, x: float, y: float, wide: float, count: Count) -> None:
    canvas.box(x, y, wide, _HIGH, COLOURS[0], edge=LINE)
    high = _HIGH * HEIGHTS[stage(count)]
    if high:
        canvas.box(x, y + _HIGH - high, wide, high, COLOURS[stage(count)], edge=FAINT)


def _scale(canvas: Canvas, least: int, each: int) -> None:
    canvas.y += 6
    wide = (INNER - _NUMBERS) / STEPS
    sample = {0: Count(0, least), 1: Count(None, least)}
    for number, said in enumerate(legend(least)):
        x = MARGIN + _NUMBERS + number * wide
        _cell(canvas, x, canvas.y, 14, sample.get(number) or Count(least * 2 ** (number - 2), least))
        canvas.words(said, x + 20, canvas.y + _HIGH - 9, SMALL, ink=FAINT)
    if each > 1:
        canvas.words(f"×{each}", MARGIN, canvas.y + _HIGH - 9, SMALL, ink=FAINT)
    canvas.y += _HIGH
