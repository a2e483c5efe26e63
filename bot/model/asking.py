"""Nouns of asking: a request and what its asker may do. No name and no id of a person stands in any of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from bot.model.texts import Passage


class Right(StrEnum):
    """What an asker may do beyond asking."""

    MODERATE = "moderate"
    """Sees what is discussed in a community, and sets what happens there."""
    OPERATE = "operate"
    """Changes the texts, for every community that this bot serves."""


Progress = Callable[[int, int, str], bool]
"""Is told how far a long work is: how much is done, of how much, and what is next; gives whether to go on."""


@dataclass(frozen=True, slots=True)
class Community:
    """Where a request comes from: a server, a room, or the terminal. `id` is the platform's, prefixed by its name."""

    id: str
    channel: str


@dataclass(frozen=True, slots=True)
class Request:
    """One question to the bot: which command, with which arguments (already checked), from where, in which language.

    `moderator` is the mark of a moderator who asks, a keyed hash: it tells moderators' own actions apart, names nobody,
    and is None for everybody else. `alone` says that nobody but the asker sees the answer, whatever it is: it is in
    `locale` then, and not in the language that the community has chosen. `unseen` are channels of the community that
    the asker doesn't see on the platform: an answer doesn't name them. `progress` is there where the asker can be told
    how far a long work is.
    """

    command: str
    arguments: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}))
    platform: str = "terminal"
    community: Community = Community("terminal", "terminal")
    locale: str = "en"
    rights: frozenset[Right] = frozenset()
    moderator: str | None = None
    alone: bool = False
    unseen: frozenset[str] = field(default=frozenset(), repr=False)
    progress: Progress | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Signal:
    """One reason why a passage was found: a field or rule, what it added to the score, and the terms that matched."""

    name: str
    value: float
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a question, with its score (larger is better) and the signals that make it up."""

    passage: Passage
    score: float
    why: tuple[Signal, ...] = ()


@dataclass(frozen=True, slots=True)
class TracedHit:
    """What an answer's trace keeps of a hit: ids and numbers."""

    passage: str
    edition: str
    score: float
    why: tuple[Signal, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """What an answer rests on, kept so that `why` can tell and replay it.

    `terms` are those of the asked words that stand in the texts; words that stand in none of them are not kept, because
    they would be the asker's own. `choices` are the other arguments: ids, names and numbers that the texts offer.
    """

    command: str
    terms: tuple[str, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    hits: tuple[TracedHit, ...] = ()
    searched: int = 0
