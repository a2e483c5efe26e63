"""Counting what people do with the bot's own messages: replies, reactions, and talk in threads that grew from them.

A platform says that somebody did something to a message, by its id. Whether it is one of the bot's own with passages
in it is looked up, and what is left is one event for each passage. Who it was is needed for three things, all of them
in memory: whether they want to be heard, whether it is the same deed a second time, and how many different people took
part. Deeds wait in a queue of bounded length and are looked up together: 500 reactions in a second cost a few reads.
"""

import asyncio
from collections import deque
from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.clock import Clock, day
from bot.discussion.deeds import THREAD, Deed, Done, Known
from bot.discussion.participants import Participants
from bot.errors import StoreError
from bot.logs import get_logger
from bot.store.consents import Consents
from bot.store.log import EventLog
from bot.store.sent import Sent, SentMessage

_log = get_logger(__name__)

MOMENT = 0.25
"""Seconds that deeds and messages wait for others, so that answers that follow each other cost one write. A process
that is killed loses those of this moment."""
MOST_WAITING = 20_000
"""Deeds and messages that wait. What finds the queue full is not counted, and how many those were is logged."""


class Recording:
    """Takes deeds, and remembers messages that can be replied to. Everything else happens a moment later."""

    def __init__(
        self, sent: Sent, participants: Participants, consents: Consents, events: EventLog, clock: Clock
    ) -> None:
        self._sent = sent
        self._participants = participants
        self._consents = consents
        self._events = events
        self._clock = clock
        self._deeds: deque[tuple[Deed, datetime]] = deque()
        self._unwritten: deque[tuple[SentMessage, str]] = deque()
        self._gone: deque[str] = deque()
        self._known = Known()
        self._done = Done()
        self._passed_over = 0
        self._working = asyncio.Lock()
        self._soon: asyncio.Task[None] | None = None

    async def remember(self, community: str, channel: str, message: str, passages: Sequence[tuple[str, str]]) -> None:
        """Remember which passages, as (passage id, edition), one of the bot's own messages has.

        Returns when it is on disk. Raises the StoreErrors; then it is tried again with what comes next.
        """
        self.gather(community, channel, message, passages)
        await self.settle()

    def gather(self, community: str, channel: str, message: str, passages: Sequence[tuple[str, str]]) -> None:
        """Remember like `remember`, but don't wait for the disk: it is there a moment later."""
        if not passages or not message:
            return
        sent = SentMessage(message, community, channel, tuple(passages))
        self._known.put(message, sent)
        if self._room():
            self._unwritten.append((sent, day(self._clock())))

    def grown(self, community: str, channel: str, thread: str, passages: Sequence[tuple[str, str]]) -> None:
        """Remember that a thread was opened on some passages: what is written there counts for them, in `channel`."""
        self.gather(community, channel, THREAD + thread, passages)

    def did(self, deed: Deed) -> None:
        """Count a deed if it is one on the bot's own; let it go where who did it does not want to be heard."""
        moment = self._clock()
        if self._consents.may_hear(deed.person) and self._done.first(deed, day(moment)) and self._room():
            self._deeds.append((deed, moment))

    def quoted(self, person: str, community: str, passages: Iterable[str], moment: datetime) -> None:
        """Count somebody who quoted passages in a message among those who took part."""
        for passage in passages:
            self._participants.took_part(person, community, passage, day(moment))
        self._begin()

    def deleted(self, messages: Iterable[str]) -> None:
        """Forget messages, and threads with these ids. What was counted stays counted."""
        for message in messages:
            for name in (message, THREAD + message):
                self._known.without(name)
                if self._room():
                    self._gone.append(name)

    async def channel_deleted(self, community: str, channel: str) -> None:
        """Forget every message of a channel. Raises the StoreErrors."""
        await self.settle()
        self._known.clear()
        await self._sent.forget_channel(community, channel)

    def moved(self) -> None:
        """Look every message up again: those of some community are another's now."""
        self._known.clear()

    def forget(self, person: str) -> None:
        """Take a person out of memory: what they did and is not counted yet, and that they took part."""
        self._deeds = deque(waiting for waiting in self._deeds if waiting[0].person != person)
        self._participants.forget(person)

    async def settle(self) -> None:
        """Wait until everything so far is looked up, counted and on disk. Raises the StoreErrors."""
        await self._work_off()
        await self._events.settle()

    async def _work_off(self) -> None:
        async with self._working:
            await self._write()
            await self._count()
            await self._forget_gone()
            await self._participants.write()

    def _room(self) -> bool:
        """Whether something more may wait; it is seen to in a moment."""
        if len(self._deeds) + len(self._unwritten) + len(self._gone) >= MOST_WAITING:
            self._passed_over += 1
            return False
        self._begin()
        return True

    def _begin(self) -> None:
        if self._soon is None:
            self._soon = asyncio.get_running_loop().create_task(self._in_a_moment())

    async def _in_a_moment(self) -> None:
        await asyncio.sleep(MOMENT)
        self._soon = None
        try:
            await self._work_off()
        except StoreError as error:  # tried again with what comes next, and at the end
            _log.warning("not recorded yet", kind=type(error).__name__)
        if self._passed_over:
            _log.warning("deeds were not counted, because too many came at once", count=self._passed_over)
            self._passed_over = 0

    async def _write(self) -> None:
        """Write the messages that wait; where that fails they go on waiting."""
        by_day: dict[str, list[SentMessage]] = {}
        count = len(self._unwritten)
        for sent, on in self._unwritten:
            by_day.setdefault(on, []).append(sent)
        for on, messages in by_day.items():
            await self._sent.add(messages, on)
        for _ in range(count):
            self._unwritten.popleft()

    async def _count(self) -> None:
        """Look the deeds up, and hand those on the bot's own messages to the log."""
        deeds, self._deeds = self._deeds, deque()
        unknown = {name for deed, _ in deeds for name in deed.names if name not in self._known}
        try:
            found = await self._sent.find(unknown)
        except StoreError:
            self._deeds.extendleft(reversed(deeds))
            raise
        gone = set(self._gone)
        for name in unknown:
            self._known.put(name, found.get(name) if name not in gone else None)
        for deed, moment in deeds:
            places = (self._known.get(name) or found.get(name) for name in deed.names if name not in gone)
            sent = next((place for place in places if place is not None), None)
            if sent is not None and self._consents.may_hear(deed.person):
                self._take(deed, sent, moment)

    def _take(self, deed: Deed, sent: SentMessage, moment: datetime) -> None:
        self._events.gather(deed.kind, sent.community, sent.channel, sent.passages, moment)
        for passage, _ in sent.passages:
            self._participants.took_part(deed.person, sent.community, passage, day(moment))

    async def _forget_gone(self) -> None:
        gone = list(self._gone)
        await self._sent.forget(gone)
        for _ in gone:
            self._gone.popleft()
