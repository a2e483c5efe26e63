"""Charts as lines of characters, for terminals and where a picture can't be drawn: with numbers beside every shape."""

from collections.abc import Iterator, Sequence

from bot.charts.bars import length
from bot.charts.scale import legend
from bot.discussion.hiding import stage
from bot.model import Bar, Bars, Cell, Count, Point, Strip, Trend

_STAGES, _PLAIN_STAGES = "·▁▃▅▆█", ".-=+*#"
_FILLED, _PLAIN_FILLED = "█", "#"
_FEW, _PLAIN_FEW = "░", "?"
_COLUMNS, _PLAIN_COLUMNS = " ▁▂▃▄▅▆▇█", " .:-=+*%#"
_IN_ROW = 50
_LONGEST_BAR = 24


def lines(chart: Bars | Trend | Strip, *, plain: bool = False, width: int = 78) -> list[str]:
    """Draw a chart without its title, in lines of at most `width` cells where labels allow; `plain` is ASCII only."""
    match chart:
        case Bars(bars=bars):
            return [f"{drawn} {bar.shown}  {bar.label}".strip() for bar, drawn in drawn_bars(bars, plain=plain)]
        case Trend(points=points):
            return list(_trend(points, plain, width))
        case Strip(cells=cells):
            return list(_strip(cells, plain, width))


def drawn_bars(bars: Sequence[Bar], *, plain: bool = False) -> Iterator[tuple[Bar, str]]:
    """Give each bar as characters: as long as its part of the longest; few are drawn as few."""
    most = max((length(bar.count) for bar in bars), default=0) or 1
    for bar in bars:
        sign = (_PLAIN_FEW if plain else _FEW) if bar.count.hidden else (_PLAIN_FILLED if plain else _FILLED)
        long = round(_LONGEST_BAR * length(bar.count) / most)
        yield bar, sign * max(long, 1 if length(bar.count) else 0)


def _trend(points: Sequence[Point], plain: bool, width: int) -> Iterator[str]:
    """Draw columns of one line's height, row after row, each row between the days that it covers."""
    most = max((length(point.count) for point in points), default=0) or 1
    room = max(10, width - 2 * (len(points[0].day) + 1)) if points else 1
    for start in range(0, len(points), room):
        row = points[start : start + room]
        drawn = "".join(_column(point.count, most, plain) for point in row)
        yield f"{row[0].day} {drawn} {row[-1].day}" if len(row) > 1 else f"{row[0].day} {drawn}"
    if points:
        signs, few = (_PLAIN_COLUMNS, _PLAIN_FEW) if plain else (_COLUMNS, _FEW)
        highest = max((point.count.value or 0 for point in points), default=0)
        told = f"   {signs[-1]} {highest}+" if highest else ""
        yield f"{few} <{points[0].count.least}{told}"


def _column(count: Count, most: float, plain: bool) -> str:
    if count.hidden:
        return _PLAIN_FEW if plain else _FEW
    if not count.value:
        return "." if plain else "·"
    signs = _PLAIN_COLUMNS if plain else _COLUMNS
    return signs[max(1, min(8, round(8 * count.value / most)))]


def _strip(cells: Sequence[Cell], plain: bool, width: int) -> Iterator[str]:
    """Draw a sign for each passage, with the number of the first one before each row, and the scale below."""
    signs = _PLAIN_STAGES if plain else _STAGES
    number = len(str(len(cells)))
    room = max(10, min(_IN_ROW, width - number - 1))
    for start in range(0, len(cells), room):
        drawn = "".join(signs[stage(cell.count)] for cell in cells[start : start + room])
        yield f"{start + 1:>{number}} {drawn}"
    if cells:
        said = legend(cells[0].count.least)
        yield "  ".join(f"{sign} {meaning}" for sign, meaning in zip(signs, said, strict=True))
