"""What the tests of the daily passage share: a clock that can be set, a shelf of texts, a platform with faults."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from bot.daily.posting import Posting
from bot.daily.selection import Choice, Selection
from bot.daily.sending import LEFT, Composed, Failed, Refused, Slot
from bot.errors import SourceChanged
from bot.model import Quote, Reply, Source, Standpoint, words_in
from bot.store.database import Database
from bot.store.days import Days
from bot.store.log import EventLog
from bot.store.queue import Queue
from bot.store.schedules import Schedule, Schedules
from bot.store.spending import Spending
from tests.fakes import FakeLibrary

START = datetime(2025, 3, 1, 5, 0, tzinfo=UTC)
SUBJECTS = ("harbour", "orchard", "library", "railway", "theatre")


class Crash(BaseException):
    """The process ends here."""


class Clock:
    """A clock that only tests move. Each `crash` of a step is raised once, when the step comes."""

    def __init__(self, moment: datetime = START) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def on(self, **by: float) -> None:
        self.moment += timedelta(**by)


def passage(subject: str, number: int) -> str:
    """A passage that can stand alone, of its own words."""
    return (
        f"The {subject} of the town of Number {number} opened in a spring that everybody there remembers, because the "
        f"bells rang for {number + 3} hours and nobody, neither the mayor nor the baker, knew how to stop them again."
    )


def shelf(texts: int = 3, passages: int = 6) -> FakeLibrary:
    """Texts whose passages all can stand alone, with two standpoints."""
    sources = [
        Source(
            name, f"On the {name}", ("Ada Penn",), language="en", standpoint=Standpoint(f"view {at % 2}", "Ada Penn")
        )
        for at, name in enumerate(SUBJECTS[:texts])
    ]
    words = {s.id: "\n\n".join(passage(s.id, number) for number in range(passages)) for s in sources}
    return FakeLibrary(words, sources)


@dataclass
class Seen:
    """What was discussed and shown, as the log would tell."""

    talked: set[str] = field(default_factory=set)
    shown: dict[str, int] = field(default_factory=dict)

    async def discussed(self, community: str) -> frozenset[str]:
        return frozenset(self.talked)

    async def last(self, community: str, passages: Sequence[str]) -> Mapping[str, int]:
        return {name: self.shown[name] for name in passages if name in self.shown}


@dataclass
class Wishes:
    hidden: set[str] = field(default_factory=set)
    percent: dict[str, int] = field(default_factory=dict)

    async def withheld(self, community: str) -> frozenset[str]:
        return frozenset(self.hidden)

    async def weights(self, community: str) -> Mapping[str, int]:
        return self.percent


class Shore:
    """A platform that knows nonces for five minutes and can fail at any step; `posts` are what people see."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.posts: list[tuple[str, date, str, str]] = []
        self.told: list[str] = []
        self.faults: list[str | Callable[[], None]] = []
        self.gone: set[str] = set()
        self.left: set[str] = set()
        self._nonces: dict[str, tuple[datetime, str]] = {}
        self.looked = 0
        self.blind = False

    def locale(self, community: str) -> str:
        return "en"

    def place(self, schedule: Schedule) -> str:
        return f"#{schedule.channel}"

    async def problem(self, schedule: Schedule) -> str | None:
        if schedule.community in self.left:
            return LEFT
        return "missing" if schedule.channel in self.gone else None

    async def post(self, slot: Slot, reply: Reply) -> str:
        fault = self.faults.pop(0) if self.faults else None
        if slot.community in self.left:
            raise Refused(LEFT)
        if slot.channel in self.gone:
            raise Refused("missing")
        if fault == "unavailable":
            raise Failed("503")
        if fault == "crash before":
            raise Crash
        message = self._deliver(slot, reply)
        if fault == "reset":
            raise Failed("reset")
        if fault == "crash after":
            raise Crash
        return message

    def _deliver(self, slot: Slot, reply: Reply) -> str:
        known = self._nonces.get(slot.nonce)
        if known is not None and timedelta(0) <= self.clock() - known[0] < timedelta(minutes=5):
            return known[1]
        message = f"m{len(self.posts)}"
        self.posts.append((slot.community, slot.day, message, next(reply.quotes()).passage))
        self._nonces[slot.nonce] = (self.clock(), message)
        return message

    async def find(self, slot: Slot, tried: datetime) -> str | None:
        self.looked += 1
        if slot.community in self.left:
            raise Refused(LEFT)
        if self.blind:
            raise Refused("history")
        if slot.channel in self.gone:
            raise Refused("missing")
        found = [message for community, day, message, _ in self.posts if (community, day) == (slot.community, slot.day)]
        return found[0] if found else None

    async def tell(self, schedule: Schedule, told: str) -> None:
        self.told.append(told)


class House:
    """All parts of the daily passage around a store, without a platform's own code; `again` is a new process."""

    def __init__(self, database: Database, library: FakeLibrary, clock: Clock) -> None:
        self.database, self.library, self.clock = database, library, clock
        self.seen, self.wishes = Seen(), Wishes()
        self.remembered: list[tuple[str, str, str, Any]] = []
        self.unfit: set[str] = set()
        self.again()

    def again(self) -> None:
        self.days, self.schedules, self.queue = Days(self.database), Schedules(self.database), Queue(self.database)
        self.spending = Spending(self.database)
        self.events = EventLog(self.database)
        self.selection = Selection(self.library, self.days, self.queue, self.seen, self.wishes, self.spending)
        parts = (self.days, self.schedules, self.selection, self.compose, self.events, self.spending)
        self.posting = Posting(*parts, self.remember, self.clock)

    async def compose(self, choice: Choice, community: str, day: date, due: datetime, locale: str) -> Composed:
        (found,) = await self.library.passages([choice.passage])
        if found.source in self.unfit:
            raise SourceChanged(found.source)
        document = await self.library.document(found.source, found.edition)
        text = document.derive(found.spans)
        quote = Quote(found.id, found.source, found.edition, found.spans, text, found.speaker, "Ada Penn", found.id)
        return Composed(Reply((quote,), counts="daily"), {found.source: words_in(text)})

    async def remember(self, community: str, channel: str, message: str, passages: Any) -> None:
        self.remembered.append((community, channel, message, tuple(passages)))

    async def states(self, community: str) -> list[tuple[str, str]]:
        found = await self.days.history(community, 1000)
        return [(one.day.isoformat(), one.state.value) for one in reversed(found)]


def chance(seed: int) -> random.Random:
    return random.Random(seed)


__all__ = ["START", "Clock", "Crash", "House", "Seen", "Shore", "SimpleNamespace", "Wishes", "chance", "shelf"]
