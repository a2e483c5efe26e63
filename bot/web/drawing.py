"""What the templates draw: cells of a strip, bars of a trend, rows of a list, each with its words and its shade."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from bot.discussion.course import step_of
from bot.discussion.hiding import middle, stage
from bot.discussion.numbers import Ranked, SourceStrip
from bot.model import Count, Point, Source
from bot.web.speaking import Speech


@dataclass(frozen=True, slots=True)
class Square:
    """A cell as it is drawn: where it leads, its number in the text, its shade (0-5) and its count in words."""

    address: str
    number: int
    shade: int
    told: str


@dataclass(frozen=True, slots=True)
class Row:
    """A text's strip as it is drawn. `squares` is empty where the overview has no more room for cells."""

    source: Source
    address: str
    covered: int
    passages: int
    squares: tuple[Square, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of the trend: how high it is (0-100), whether its number is hidden, its day and its count in words."""

    height: float
    hidden: bool
    day: str
    told: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list of passages. `number` is None where the passage stands in its text no longer."""

    address: str
    passage: str
    source: Source
    number: int | None
    of: int
    headings: str
    told: str
    width: float


def address(place: str, name: str, query: str) -> str:
    """Make an address on this page, whatever characters the name has."""
    return f"/{place}/{quote(name, safe='')}?{query}"


def row(strip: SourceStrip, query: str, speech: Speech, *, drawn: bool = True) -> Row:
    """Prepare a text's strip; with `drawn` off only its numbers."""
    told: dict[Count, str] = {}
    squares: list[Square] = []
    for number, cell in enumerate(strip.cells if drawn else (), 1):
        if cell.count not in told:
            told[cell.count] = speech.count(cell.count)
        link = f"/passages/{cell.passage}?{query}"  # ids are made of letters, digits, hyphens and full stops
        squares.append(Square(link, number, stage(cell.count), told[cell.count]))
    where = address("texts", strip.source.id, query)
    return Row(strip.source, where, strip.covered, strip.passages, tuple(squares))


def bars(points: Sequence[Point], speech: Speech) -> tuple[Bar, ...]:
    """Prepare the trend: the highest bar fills the picture."""
    most = max((middle(point.count) for point in points), default=0.0)
    return tuple(
        Bar(
            round(100 * middle(point.count) / most, 1) if most else 0.0,
            point.count.hidden,
            speech.day(point.day),
            speech.count(point.count),
        )
        for point in points
    )


def highest(points: Sequence[Point], speech: Speech) -> str:
    """Tell what the highest bar of the trend stands for."""
    return speech.count(max((point.count for point in points), key=middle)) if points else ""


def step(points: Sequence[Point]) -> str:
    """Tell what a bar of the trend stands for: `day`, `week` or `month`."""
    return step_of(points).value


def lines(ranked: Sequence[Ranked], query: str, speech: Speech) -> tuple[Line, ...]:
    """Prepare a list of passages; each bar is as wide as its count is part of the greatest."""
    greatest = max((middle(entry.count) for entry in ranked), default=0.0)
    return tuple(
        Line(
            address("passages", entry.passage, query),
            entry.passage,
            entry.source,
            entry.number,
            entry.of,
            " › ".join(heading for heading in entry.headings if heading != entry.source.title),
            speech.count(entry.count),
            round(100 * middle(entry.count) / greatest, 1) if greatest else 0.0,
        )
        for entry in ranked
    )


def bounds(least: int) -> tuple[tuple[int, int | None], ...]:
    """Give the numbers that the shades from 2 on stand for: from, and up to but without; the last has no end."""
    return ((least, 2 * least), (2 * least, 4 * least), (4 * least, 8 * least), (8 * least, None))
