"""Nouns of counting: numbers that a platform draws as bars, lines and strips. No words of a text stand in them.

Small numbers are hidden before they come here: a count that could single somebody out has no value.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """A number that may be shown; without `value` it is more than none and fewer than `least`."""

    value: int | None
    least: int

    @property
    def hidden(self) -> bool:
        """Whether only "fewer than" may be said."""
        return self.value is None


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its label, how long it is, and the number as it is written beside it.

    Without a label it belongs to the bar above it, as what that is compared with.
    """

    label: str
    count: Count
    shown: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars below each other, the first on top. `alt` says in a sentence what they show."""

    title: str
    bars: tuple[Bar, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Point:
    """A day (`2026-11-22`) of a trend, and what was counted on it."""

    day: str
    count: Count


@dataclass(frozen=True, slots=True)
class Trend:
    """A count over days, in order and without gaps. `alt` says in a sentence what it shows."""

    title: str
    points: tuple[Point, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A passage in a strip: its id, and how often it was discussed."""

    passage: str
    count: Count


@dataclass(frozen=True, slots=True)
class Strip:
    """A text as a strip, each passage a cell in reading order. `alt` says in a sentence what it shows."""

    title: str
    cells: tuple[Cell, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a reply: its name, its media type (`text/csv`), its bytes, and a sentence about it."""

    name: str
    media: str
    data: bytes
    alt: str
