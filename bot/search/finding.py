"""What a search gives back."""

from dataclasses import dataclass

from bot.model import Signal

ReadAs = tuple[tuple[str, tuple[str, ...]], ...]
"""Words of synonyms' groups, as they are written there, each with those that it was read as."""


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that fits a question. `score` is the sum of the values in `why`; larger is better.

    `source` and `number` say where it stands, so that answers can be varied over texts before any passage is loaded.
    """

    passage: str
    score: float
    why: tuple[Signal, ...] = ()
    source: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """What a question found, the best first; no matches when nothing fits.

    `terms` are the asked words that stand in the texts, as they are compared there; `missing` counts those that stand
    in none; `corrected` has (asked, used) for each word that was read as another because it stands nowhere;
    `searched` counts the texts that were searched; `loosened` says that an asked phrase stands nowhere with the other
    words, so that its words were looked for apart. `nearest` are passages that have something of the question but are
    not about it, the nearest first: they fill a first page where `matches` don't, and are shown as no more than that.
    `replaced` are words of synonyms' groups that stand in no text, each with the one that was looked for in its place,
    and `also` those that stand there, each with the others that were looked for beside it.
    """

    matches: tuple[Match, ...]
    terms: tuple[str, ...] = ()
    missing: int = 0
    searched: int = 0
    corrected: tuple[tuple[str, str], ...] = ()
    loosened: bool = False
    nearest: tuple[Match, ...] = ()
    replaced: ReadAs = ()
    also: ReadAs = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A passage with occurrences of a term: those that are wanted begin with its `first` (0, 1 …) and are `count`."""

    passage: str
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Where a word or phrase stands, in reading order, and how often it stands in all passages together.

    `total` is exact unless `at_least`: then a phrase stands in more passages than are counted through. `passed` are
    passages that have it and were not wanted; they are not counted.
    """

    places: tuple[Place, ...]
    in_passages: int
    total: int
    at_least: bool = False
    passed: frozenset[str] = frozenset()
