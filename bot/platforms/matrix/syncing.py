"""The loop that everything on Matrix comes from: ask what is new, write it down as one thing, then act on it.

What is written down before anything is done: how far was read, what was seen, which commands wait. So a process that is
killed at any moment goes on where it was: what was not written comes again, and what was written waits in the store.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field
from functools import partial
from typing import Protocol

from bot.errors import StoreFull, StoreLocked, StoreReadOnly
from bot.logs import get_logger
from bot.platforms.matrix.asking import community
from bot.platforms.matrix.backoff import AWAY
from bot.platforms.matrix.directs import Directs
from bot.platforms.matrix.http import Json
from bot.platforms.matrix.inviting import Inviting
from bot.platforms.matrix.lanes import Lanes
from bot.platforms.matrix.pending import Pending
from bot.platforms.matrix.places import Places
from bot.platforms.matrix.reading import Batch, Reading
from bot.platforms.matrix.succeeding import Succeeding
from bot.platforms.matrix.trouble import Denied, Unauthorized, Unreachable
from bot.store.matrix import Checkpoint, Waiting

_log = get_logger(__name__)

_ROOMS_JOINED_AT_ONCE = 2
_BREATH = 0.2


class Keys(Protocol):
    """What is needed of encryption while syncing."""

    async def take(self, sync: Json, rooms: frozenset[str]) -> None:
        """Take keys and members from a sync."""
        ...

    async def maintain(self) -> None:
        """Bring keys up to date with the homeserver."""
        ...

    def forget(self, but: Collection[str]) -> None:
        """Let go of the keys of all rooms but some."""
        ...


@dataclass(slots=True)
class Syncing:
    """Everything that happens with what a sync brings."""

    reading: Reading
    keys: Keys
    checkpoint: Checkpoint
    pending: Pending
    inviting: Inviting
    directs: Directs
    places: Places
    succeeding: Succeeding
    lanes: Lanes
    _joining: Lanes = field(default_factory=lambda: Lanes(_ROOMS_JOINED_AT_ONCE))

    async def run(self, ready: Callable[[int], None]) -> None:
        """Sync until cancelled; `ready` is told how many rooms there are, once. Raises Unauthorized, StoreErrors."""
        try:
            await self._run(ready)
        finally:
            await self._joining.close(0.0)

    async def _run(self, ready: Callable[[int], None]) -> None:
        await self.directs.load()
        since = await self._step(await self.checkpoint.next_batch(), whole=True)
        await self.places.compare(self.reading.rooms.ids())
        self.keys.forget(self.reading.rooms.ids())
        for room in self.reading.rooms.ids():
            await self.pending.guarded(self.succeeding.look(room), "a room's predecessor")
        await self.pending.recover()
        await self.pending.guarded(self._invitations(), "invitations")
        ready(len(self.reading.rooms.ids()))
        while True:
            since = await self._step(since, whole=False)

    async def _step(self, since: str | None, *, whole: bool) -> str:
        sync, since = await self._told(since, whole=whole)
        history = await self._history(since)
        before = frozenset(self.reading.rooms.ids())
        self.reading.take_state(sync)
        await self.keys.take(sync, self.reading.rooms.encrypted())
        batch = await self.reading.read(sync, before, history)
        waiting = self.pending.waiting(batch, history)
        fresh = await self._written(batch, waiting)
        await self._act(batch, fresh, waiting, history, settled=not whole)
        try:
            await self.keys.maintain()
        except Unreachable as error:  # after the next sync it is tried again
            _log.warning("keys were not brought up to date", reason=error.reason)
        if batch.next_batch == since:  # after half a minute of nothing; or of a homeserver that does not wait
            await asyncio.sleep(_BREATH)
        return batch.next_batch

    async def _told(self, since: str | None, *, whole: bool) -> tuple[Json, str | None]:
        """Ask what is new. A token that the homeserver does not take (its own is older: a backup) is let go of."""
        try:
            return await self.reading.server.sync(since, whole=whole), since
        except Unauthorized:
            raise
        except Denied as error:
            _log.warning("the homeserver can't tell what came since: all rooms are looked through", code=error.code)
            return await self.reading.server.sync(None, whole=True), None

    async def _history(self, since: str | None) -> Callable[[str], bool]:
        """Give what tells in which rooms all that was said before is history.

        Without a token nobody knows what was answered, but in rooms of which events are remembered.
        """
        if since is not None:
            return lambda _: False
        known = await self.checkpoint.communities()
        return lambda room: community(room) not in known

    async def _written(self, batch: Batch, waiting: dict[str, Waiting]) -> frozenset[str]:
        """Write down what came; waits for a disk that is full. Gives what was not seen before. Raises StoreErrors."""
        told = False
        while True:
            try:
                return await self.checkpoint.advance(batch.next_batch, batch.seen, waiting)
            except (StoreFull, StoreLocked, StoreReadOnly) as error:
                if not told:
                    _log.error("nothing is answered: what came can't be written down", kind=type(error).__name__)
                    told = True
                await asyncio.sleep(AWAY)

    async def _act(
        self,
        batch: Batch,
        fresh: frozenset[str],
        waiting: dict[str, Waiting],
        history: Callable[[str], bool],
        *,
        settled: bool,
    ) -> None:
        for event in batch.events:
            if event.event in fresh and not history(event.room):
                await self.pending.take(event, waiting.get(event.event), batch)
        await self._rooms(batch, settled=settled)
        if batch.to_device:
            await self.pending.sent(batch.to_device)

    async def _rooms(self, batch: Batch, *, settled: bool) -> None:
        """Follow what became of rooms."""
        for room, who in batch.gone:
            if self.directs.belongs(room, who):
                await self._out_of(room)
        for room in batch.left:
            await self.places.left(room)
            self.reading.rooms.left(room)
            self.pending.left(room)
            await self.pending.guarded(self.directs.drop(room), "a direct room")
        if batch.left:
            self.keys.forget(self.reading.rooms.ids())
        for room in batch.new if settled else ():
            await self.places.back(room)
            await self.pending.guarded(self.succeeding.look(room), "a room's predecessor")
        for room in batch.replaced:
            known = self.reading.rooms.get(room)
            if known is not None:
                self._join(room, partial(self.inviting.replaced, known))
                if settled and known.replacement is not None:
                    await self._follow(room, known.replacement)
        for room, told in batch.invites.items():
            self._join(room, partial(self.inviting.invited, room, told))

    async def _invitations(self) -> None:
        """Take up what waits: a sync tells of an invitation once, and a kill may have come after that."""
        for room, told in (await self.reading.server.invitations()).items():
            self._join(room, partial(self.inviting.invited, room, told))

    def _join(self, room: str, joining: Callable[[], Awaitable[None]]) -> None:
        """Go into a room beside everything else: it may take minutes where other homeservers have to be asked."""

        async def work() -> None:
            """Join, and let no failure of it end anything else."""
            await self.pending.guarded(joining(), "an invitation")

        self._joining.put(room, work)

    async def _follow(self, room: str, successor: str) -> None:
        """Let what is kept follow, and once more when what is under way in the former room is done."""

        async def again() -> None:
            """Look once more."""
            await self.pending.guarded(self.succeeding.look(successor), "a room's successor")

        await again()
        self.lanes.put(room, again)

    async def _out_of(self, room: str) -> None:
        """Leave a direct room whose other side has gone."""
        try:
            await self.reading.server.leave(room)
            await self.directs.drop(room)
        except Unauthorized:
            raise
        except Denied as error:
            _log.info("a direct room could not be left", code=error.code)
