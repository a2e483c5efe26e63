"""The loop that everything on Matrix comes from: ask what is new, write it down as one thing, then act on it.

What is written down before anything is done: how far was read, what was seen, which commands wait. So a process that is
killed at any moment goes on where it was: what was not written comes again, and what was written waits in the store.
"""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Protocol

from bot.errors import StoreError
from bot.logs import get_logger
from bot.platforms.matrix.answering import Answering
from bot.platforms.matrix.arriving import Arrived, What, arrived
from bot.platforms.matrix.asking import community, room_of
from bot.platforms.matrix.directs import Directs
from bot.platforms.matrix.http import Json, path
from bot.platforms.matrix.inviting import Inviting
from bot.platforms.matrix.lanes import Lanes
from bot.platforms.matrix.places import Places
from bot.platforms.matrix.reading import Batch, Reading
from bot.platforms.matrix.succeeding import Succeeding
from bot.platforms.matrix.talking import Talking
from bot.platforms.matrix.trouble import Denied, Unauthorized, Unreadable
from bot.store.matrix import Checkpoint, Waiting, WaitingState

_log = get_logger(__name__)

OLDEST = 7 * 86_400
"""Seconds after which something that waits is given up."""
KNOWN_FOR = 23 * 3_600
"""Seconds for which the homeserver surely knows an answer that is sent again; older ones are looked for."""
_PAGES_SEARCHED = 20


class Keys(Protocol):
    """What is needed of encryption while syncing."""

    async def take(self, sync: Json, rooms: frozenset[str]) -> None:
        """Take keys and members from a sync."""
        ...

    async def maintain(self) -> None:
        """Bring keys up to date with the homeserver."""
        ...


@dataclass(slots=True)
class Syncing:
    """Everything that happens with what a sync brings."""

    reading: Reading
    keys: Keys
    checkpoint: Checkpoint
    answering: Answering
    talking: Talking
    inviting: Inviting
    directs: Directs
    places: Places
    succeeding: Succeeding
    lanes: Lanes
    refused: Callable[[], None]
    _locked: dict[str, tuple[str, Json]] = field(default_factory=dict)

    async def run(self, ready: Callable[[int], None]) -> None:
        """Sync until cancelled; `ready` is told how many rooms there are, once. Raises Unauthorized, StoreErrors."""
        await self.directs.load()
        since = await self._step(await self.checkpoint.next_batch(), whole=True)
        await self.places.compare(self.reading.rooms.ids())
        for room in self.reading.rooms.ids():
            await self._guarded(self.succeeding.look(room), "a room's predecessor")
        await self._recover()
        ready(len(self.reading.rooms.ids()))
        while True:
            since = await self._step(since, whole=False)

    async def _step(self, since: str | None, *, whole: bool) -> str:
        sync = await self.reading.server.sync(since, whole=whole)
        before = frozenset(self.reading.rooms.ids())
        self.reading.take_state(sync)
        await self.keys.take(sync, self.reading.rooms.encrypted())
        batch = await self.reading.read(sync, before)
        # At the very first start nobody knows what was answered by another: all that was said before is history.
        waiting = self._waiting(batch) if since is not None else {}
        fresh = await self.checkpoint.advance(batch.next_batch, batch.seen, waiting)
        await self._act(batch, fresh if since is not None else frozenset(), waiting, settled=not whole)
        await self.keys.maintain()
        return batch.next_batch

    def _waiting(self, batch: Batch) -> dict[str, Waiting]:
        found: dict[str, Waiting] = {}
        for event in batch.events:
            if event.what is What.LOCKED and event.person != self.reading.server.me:
                state = WaitingState.LOCKED
            elif self._wanted(event):
                state = WaitingState.ASKED
            else:
                continue
            found[event.event] = Waiting(event.event, community(event.room), state, event.moment or int(time.time()))
        return found

    def _wanted(self, event: Arrived) -> bool:
        try:
            return self.answering.wanted(event)
        except Exception:  # noqa: BLE001 - one message of a form that nobody thought of must not end everything
            _log.exception("an event could not be looked at")
            return False

    async def _act(self, batch: Batch, fresh: frozenset[str], waiting: dict[str, Waiting], *, settled: bool) -> None:
        for event in batch.events:
            if event.event in fresh:
                await self._take(event, waiting.get(event.event))
        for room, who in batch.gone:
            if self.directs.belongs(room, who):
                await self._out_of(room)
        for room in batch.left:
            await self.places.left(room)
            self.reading.rooms.left(room)
            await self.directs.drop(room)
        for room in batch.new if settled else ():
            await self.places.back(room)
            await self._guarded(self.succeeding.look(room), "a room's predecessor")
        for room in batch.replaced:
            known = self.reading.rooms.get(room)
            if known is not None:
                await self.inviting.replaced(known)
                if settled and known.replacement is not None:
                    await self._guarded(self.succeeding.look(known.replacement), "a room's successor")
        for room, told in batch.invites.items():
            await self.inviting.invited(room, told)
        if batch.keys and self._locked:
            await self._unlock()

    async def _take(self, event: Arrived, waits: Waiting | None) -> None:
        if waits is None:
            await self._guarded(self.talking.take(event), "an event")
        elif waits.state is WaitingState.ASKED:
            self._ask(event)
        else:
            await self._hold(event.room, event.event)

    def _ask(self, event: Arrived) -> None:
        async def answer() -> None:
            if await self._guarded(self.answering.answer(event), "a command"):
                await self._done(event.event)

        self.lanes.put(event.room, answer)

    async def _guarded(self, work: Awaitable[None], what: str) -> bool:
        """Do something; whatever goes wrong with it ends nothing else. Gives whether it is over with."""
        try:
            await work
        except Unauthorized:
            self.refused()
            return False
        except Denied as error:
            _log.warning("the homeserver refused something", about=what, code=error.code)
        except Exception:  # noqa: BLE001 - one event of a form that nobody thought of must not end everything
            _log.exception("something could not be done", about=what)
        return True

    async def _done(self, event: str) -> None:
        try:
            await self.checkpoint.done(event)
        except StoreError as error:  # it is answered again after a restart, under the same name: nobody sees it twice
            _log.error("what was answered could not be written down", kind=type(error).__name__)

    async def _recover(self) -> None:
        """Go on with what waited when the bot stopped."""
        moment = time.time()
        for waits in await self.checkpoint.waiting():
            if waits.moment < moment - OLDEST or room_of(waits.community) not in self.reading.rooms:
                await self._done(waits.event)
            elif waits.state is WaitingState.LOCKED:
                await self._hold(room_of(waits.community), waits.event)
            else:
                self._again(waits, old=waits.moment < moment - KNOWN_FOR)
        await self._unlock()

    def _again(self, waits: Waiting, *, old: bool) -> None:
        """Answer a command from before the start, whose words the homeserver has; at first look whether it was."""
        room, event = room_of(waits.community), waits.event

        async def answer() -> None:
            if await self._guarded(self._anew(room, event, old), "a command") and event not in self._locked:
                await self._done(event)

        self.lanes.put(room, answer)

    async def _anew(self, room: str, event: str, old: bool) -> None:
        if old and await self._answered(room, event):
            return
        try:
            found = arrived(await self.reading.server.event(room, event), room)
        except Unreadable:
            await self._hold(room, event)
            return
        if found is not None:
            await self.answering.answer(found, again=True)

    async def _answered(self, room: str, event: str) -> bool:
        """Whether one of the bot's own messages in a room answers an event."""
        token: str | None = None
        for _ in range(_PAGES_SEARCHED):
            page, token = await self.reading.server.before(room, token)
            for found in self.reading.arrivals(page, room):
                if found.event == event:
                    return False
            if any(_answers(raw, event, self.reading.server.me) for raw in page):
                return True
            if token is None:
                return False
        return False

    async def _hold(self, room: str, event: str) -> None:
        """Keep an event that can't be read at hand, until its key comes."""
        try:
            self._locked[event] = (room, await self.reading.server.get(path("rooms", room, "event", event)))
        except Denied:
            await self._done(event)

    async def _unlock(self) -> None:
        """Look which of the events that could not be read can be now."""
        for name, (room, raw) in list(self._locked.items()):
            found = self.reading.unlocked(raw, room)
            if found is None:
                continue
            del self._locked[name]
            if self._wanted(found):
                await self.checkpoint.unlocked(name)
                self._ask(found)
            else:
                await self._done(name)
                await self._guarded(self.talking.take(found), "an event")

    async def _out_of(self, room: str) -> None:
        """Leave a direct room whose other side has gone."""
        try:
            await self.reading.server.leave(room)
            await self.directs.drop(room)
        except Unauthorized:
            raise
        except Denied as error:
            _log.info("a direct room could not be left", code=error.code)


def _answers(raw: object, event: str, me: str) -> bool:
    if not isinstance(raw, dict) or raw.get("sender") != me or not isinstance(raw.get("content"), dict):
        return False
    relation = raw["content"].get("m.relates_to")
    reply = relation.get("m.in_reply_to") if isinstance(relation, dict) else None
    return isinstance(reply, dict) and reply.get("event_id") == event
