"""What insights give: numbers that may be shown, with what they are of; none is more exact than `hiding` makes it."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.model import Cell, Count, Point, Source
from bot.store.log import EventKind
from bot.store.reviews import Review


@dataclass(frozen=True, slots=True)
class SourceStrip:
    """A text with a cell for each of its passages in reading order; `covered` of `passages` were discussed."""

    source: Source
    cells: tuple[Cell, ...]
    covered: int
    passages: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage in a list: how often it was discussed, and its place, `number` of `of`, in its text.

    `number` is None where it stands in the text no longer.
    """

    passage: str
    source: Source
    count: Count
    number: int | None
    of: int
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """A passage that was discussed on a day (`2026-11-22`)."""

    day: str
    ranked: Ranked


@dataclass(frozen=True, slots=True)
class Share:
    """The part that texts of a standpoint, or one text, have in answers and daily posts, beside what they offer.

    `percent` is None where nothing may be told yet; `offered` is their part of all passages. `source` is set for a
    single text. `by` says who gave the standpoint its label.
    """

    label: str | None
    by: str | None
    texts: int
    percent: int | None
    offered: int
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class PassageNumbers:
    """One passage: how often it was discussed, shown by the bot, and by which kinds where that tells nothing hidden.

    `people` is how many took part on the day when most did.
    """

    passage: str
    discussed: Count
    shown: Count
    kinds: Mapping[EventKind, Count]
    people: Count
    review: Review | None


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that the page shows of a window. `trend` and `channels` are empty where they would give more away."""

    strips: tuple[SourceStrip, ...]
    trend: tuple[Point, ...]
    top: tuple[Ranked, ...]
    channels: tuple[tuple[str, Count], ...]
    standpoints: tuple[Share, ...]
