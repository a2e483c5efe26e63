"""Which passage a community gets on a day, and why: reproducible by community and date (docs/decisions/134)."""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Protocol

from bot.clock import day as utc_day
from bot.daily.fitting import Fit, Fitting
from bot.daily.weighing import DISCUSSED, balance, drawn, freshness, seeded, shares
from bot.errors import AskingError, SourceChanged
from bot.model import Source
from bot.search import Library
from bot.store.days import Days
from bot.store.queue import Queue

LOOKED_BACK = 30
"""So many posts count for whose turn it is."""


class Why(StrEnum):
    """A reason why a passage was chosen. Its sentence is `daily-why-` and the value."""

    QUEUED = "queued"
    UNDISCUSSED = "undiscussed"
    DISCUSSED = "discussed"
    NEVER = "never-shown"
    RESTED = "rested"
    TURN = "turn"
    INSTEAD = "instead"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a passage was chosen; `count` is a number of days."""

    why: Why
    count: int | None = None

    @property
    def code(self) -> str:
        """The reason in one word, as it is stored."""
        return self.why.value if self.count is None else f"{self.why.value}:{self.count}"

    @classmethod
    def of(cls, code: str) -> "Reason":
        """Read what `code` gave. Raises ValueError where it is none of these."""
        why, _, count = code.partition(":")
        return cls(Why(why), int(count) if count else None)


@dataclass(frozen=True, slots=True)
class Choice:
    """A passage of an edition, and the reasons for it."""

    passage: str
    source: str
    edition: str
    reasons: tuple[Reason, ...]


class Seen(Protocol):
    """What the log tells of passages in a community (store/tallies.py)."""

    async def discussed(self, community: str) -> frozenset[str]:
        """Give the passages that people discussed there at all."""
        ...

    async def last(self, community: str, passages: Sequence[str]) -> Mapping[str, int]:
        """Tell when each was last shown or posted there, as hours since 1970."""
        ...


class Wishes(Protocol):
    """What moderators want of passages and texts (store/withholding.py)."""

    async def withheld(self, community: str) -> frozenset[str]:
        """Give the passages that are not to be shown there."""
        ...

    async def weights(self, community: str) -> Mapping[str, int]:
        """Give what texts weigh there, in percent; those that are not named weigh 100."""
        ...


class NoWishes:
    """Where nobody wants anything of passages and texts: none is withheld, and all weigh the same."""

    async def withheld(self, community: str) -> frozenset[str]:
        """Give no passage."""
        return frozenset()

    async def weights(self, community: str) -> Mapping[str, int]:
        """Name no text."""
        return {}


class Spent(Protocol):
    """How many words were quoted (store/spending.py)."""

    def spent(self, community: str, source: str, day: str) -> int:
        """Give the words of a text that were quoted in a community on a day in UTC."""
        ...


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a community when its passage is chosen."""

    community: str
    due: datetime
    withheld: frozenset[str]
    discussed: frozenset[str]
    texts: Mapping[str, Fit]
    sources: Mapping[str, Source]


class Selection:
    """Chooses passages. It changes nothing: asking for tomorrow's passage is no step towards it."""

    def __init__(self, library: Library, days: Days, queue: Queue, seen: Seen, wishes: Wishes, spent: Spent) -> None:
        self._library = library
        self._fitting = Fitting(library)
        self._days = days
        self._queue = queue
        self._seen = seen
        self._wishes = wishes
        self._spent = spent

    async def choose(
        self, community: str, day: date, due: datetime, without: frozenset[str] = frozenset()
    ) -> Choice | None:
        """Choose the passage of a day that is due at `due`, `without` some texts; None where none can be posted."""
        withheld = await self._wishes.withheld(community)
        queued = await self._queue.get(community, day)
        if queued is not None and (choice := await self._queued(queued, withheld, without)) is not None:
            return choice
        instead = (Reason(Why.INSTEAD),) if queued is not None else ()
        chance = seeded(community, day)
        known = await self._known(community, due, withheld, without)
        weights = await self._weights(known, day)
        heaviest = max(weights.values(), default=0.0)
        while weights:
            source = drawn(chance, weights)
            turn = (Reason(Why.TURN),) if len(known.texts) > 1 and weights[source] == heaviest else ()
            found = await self._of(source, known, chance)
            if found is not None:
                return Choice(found[0], source, found[1], (*instead, *found[2], *turn))
            del weights[source]
        return None

    async def allows(self, community: str, passage: str) -> bool:
        """Whether a passage may be shown in a community."""
        return passage not in await self._wishes.withheld(community)

    async def source_of(self, passage: str) -> str:
        """Give the text that a passage stands in; the empty string where it stands in none."""
        try:
            found, *_ = await self._library.passages([passage])
        except AskingError:
            return ""
        return found.source

    async def _queued(self, wanted: str, withheld: frozenset[str], without: frozenset[str]) -> Choice | None:
        """Give what moderators chose, unless it can't be posted any more."""
        try:
            passage, *_ = await self._library.passages([wanted])
            await self._library.document(passage.source, passage.edition)
        except (AskingError, SourceChanged):
            return None
        if passage.id in withheld or passage.source in without:
            return None
        return Choice(passage.id, passage.source, passage.edition, (Reason(Why.QUEUED),))

    async def _known(self, community: str, due: datetime, withheld: frozenset[str], without: frozenset[str]) -> _Known:
        texts = {name: fit for name, fit in (await self._fitting.texts()).items() if name not in without}
        sources = {text.source.id: text.source for text in self._library.sources() if text.source.id in texts}
        discussed = await self._seen.discussed(community)
        return _Known(community, due, withheld, discussed, texts, sources)

    async def _weights(self, known: _Known, day: date) -> dict[str, float]:
        """Weigh the texts: balance, and how much of each was not discussed yet."""
        sources = list(known.sources.values())
        share = shares(sources, await self._wishes.weights(known.community))
        posted = [source for _, _, source in await self._days.posted(known.community, day, LOOKED_BACK)]
        # A passage's id begins with its text's and a full stop.
        talked = Counter(passage.partition(".")[0] for passage in known.discussed)
        return {
            name: weight * _left(len(known.texts[name].ids), talked[name])
            for name, weight in balance(sources, share, posted).items()
        }

    async def _of(
        self, source: str, known: _Known, chance: random.Random
    ) -> tuple[str, str, tuple[Reason, ...]] | None:
        """Draw one of a text's passages; None where none may be posted."""
        ids = self._allowed(source, known)
        edition = next((text.edition for text in self._library.sources() if text.source.id == source), "")
        try:
            await self._library.document(source, edition)
        except SourceChanged:
            return None
        if not ids:
            return None
        ago = _days_ago(await self._seen.last(known.community, ids), known.due)
        weights = {name: freshness(ago.get(name), discussed=name in known.discussed) for name in ids}
        passage = drawn(chance, weights)
        return passage, edition, tuple(_reasons(passage in known.discussed, ago.get(passage)))

    def _allowed(self, source: str, known: _Known) -> list[str]:
        """Give the passages of a text that are not withheld and within its rights."""
        rights, fit = known.sources[source].rights, known.texts[source]
        caps = [] if rights.words_per_answer is None else [rights.words_per_answer]
        if rights.words_per_day is not None:
            caps.append(rights.words_per_day - self._spent.spent(known.community, source, utc_day(known.due)))
        return [
            name
            for name, words in zip(fit.ids, fit.words, strict=True)
            if name not in known.withheld and all(words <= cap for cap in caps)
        ]


def _left(passages: int, discussed: int) -> float:
    """Give what a text's passages weigh on average, of which so many were discussed."""
    return 1.0 - (1.0 - DISCUSSED) * min(discussed, passages) / passages


def _days_ago(last: Mapping[str, int], due: datetime) -> dict[str, int]:
    hour = int(due.astimezone(UTC).timestamp()) // 3600
    return {passage: max(0, hour - shown) // 24 for passage, shown in last.items()}


def _reasons(discussed: bool, days: int | None) -> Iterable[Reason]:
    yield Reason(Why.DISCUSSED if discussed else Why.UNDISCUSSED)
    if days is not None:
        yield Reason(Why.RESTED, days)
    elif discussed:
        yield Reason(Why.NEVER)
