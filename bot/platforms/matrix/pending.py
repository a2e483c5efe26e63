"""Commands from the moment in which they are written down until they are answered, over restarts and missing keys."""

import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.errors import StoreError
from bot.logs import get_logger
from bot.platforms.matrix.answering import Answering
from bot.platforms.matrix.arriving import Arrived, What, arrived
from bot.platforms.matrix.asking import community, room_of
from bot.platforms.matrix.declining import Declining
from bot.platforms.matrix.http import Json, path
from bot.platforms.matrix.lanes import Lanes
from bot.platforms.matrix.locked import Locked
from bot.platforms.matrix.reading import Batch, Reading
from bot.platforms.matrix.talking import Talking
from bot.platforms.matrix.trouble import Denied, Failing, Unauthorized, Unreadable
from bot.store.matrix import Checkpoint, Waiting, WaitingState

_log = get_logger(__name__)

OLDEST = 7 * 86_400
"""Seconds after which something that waits is given up."""
KNOWN_FOR = 23 * 3_600
"""Seconds for which the homeserver surely knows an answer that is sent again; older ones are looked for."""
_PAGES_SEARCHED = 20


@dataclass(slots=True)
class Pending:
    """What waits: for its turn in its room, or for a key. What is no command goes to those who count."""

    reading: Reading
    checkpoint: Checkpoint
    answering: Answering
    talking: Talking
    declining: Declining
    lanes: Lanes
    refused: Callable[[], None]
    _locked: Locked = field(init=False)

    def __post_init__(self) -> None:
        self._locked = Locked(self.reading)

    def waiting(self, batch: Batch, history: Callable[[str], bool]) -> dict[str, Waiting]:
        """Give which events of a batch wait, and for what. `history` tells of which rooms nothing is new."""
        found: dict[str, Waiting] = {}
        for event in batch.events:
            if history(event.room):
                continue
            if event.what is What.LOCKED and event.person != self.reading.server.me:
                state = WaitingState.LOCKED
            elif self._wanted(event):
                state = WaitingState.ASKED
            else:
                continue
            # When it came, by the clock that its age is told by later: what a sender's says may be anything.
            found[event.event] = Waiting(event.event, community(event.room), state, int(time.time()))
        return found

    async def take(self, event: Arrived, waits: Waiting | None, batch: Batch) -> None:
        """Begin with an event that is written down."""
        if waits is None and event.what is What.VERIFICATION:
            await self.guarded(self.declining.asked(event), "a verification")
        elif waits is None:
            await self.guarded(self.talking.take(event), "an event")
        elif waits.state is WaitingState.ASKED:
            self._ask(event)
        else:
            await self._hold(event.room, event.event, batch.locked[event.event])

    async def recover(self) -> None:
        """Go on with what waited when the bot stopped."""
        moment = time.time()
        for waits in await self.checkpoint.waiting():
            if waits.moment < moment - OLDEST or room_of(waits.community) not in self.reading.rooms:
                await self._done(waits.event)
            elif waits.state is WaitingState.LOCKED:
                await self._hold_again(room_of(waits.community), waits.event)
            else:
                self._again(waits, old=waits.moment < moment - KNOWN_FOR)
        await self.unlock()

    async def sent(self, events: Sequence[Any]) -> None:
        """Look at what was sent to the bot's device: keys may have come."""
        for event in events:
            await self.guarded(self.declining.sent(event), "what was sent to the device")
        await self.unlock()

    async def unlock(self) -> None:
        """Look which of the events that could not be read can be now."""
        for found in self._locked.opened():
            if self._wanted(found):
                await self._kept(self.checkpoint.unlocked(found.event))
                self._ask(found)
            else:
                await self._done(found.event)
                await self.take(found, None, Batch(""))

    def left(self, room: str) -> None:
        """Let go of what waits for keys in a room that the bot is out of."""
        self._locked.drop(room)

    async def guarded(self, work: Awaitable[None], what: str) -> bool:
        """Do something; whatever goes wrong with it ends nothing else. Gives whether it is over with."""
        try:
            await work
        except Unauthorized:
            self.refused()
            return False
        except Failing as error:
            _log.error("the homeserver fails at something for good", about=what, reason=error.code)
            return False
        except Denied as error:
            _log.warning("the homeserver refused something", about=what, code=error.code)
        except Exception:  # noqa: BLE001 - one event of a form that nobody thought of must not end everything
            _log.exception("something could not be done", about=what)
        return True

    def _wanted(self, event: Arrived) -> bool:
        try:
            return self.answering.wanted(event)
        except Exception:  # noqa: BLE001 - one message of a form that nobody thought of must not end everything
            _log.exception("an event could not be looked at")
            return False

    def _ask(self, event: Arrived) -> None:
        async def answer() -> None:
            """Answer it; what could not be answered stays waiting."""
            if await self.guarded(self.answering.answer(event), "a command"):
                await self._done(event.event)

        self.lanes.put(event.room, answer)

    async def _done(self, event: str) -> None:
        await self._kept(self.checkpoint.done(event))

    async def _kept(self, writing: Awaitable[None]) -> None:
        try:
            await writing
        except StoreError as error:  # it is answered again after a restart, under the same name: nobody sees it twice
            _log.error("what was answered could not be written down", kind=type(error).__name__)

    def _again(self, waits: Waiting, *, old: bool) -> None:
        """Answer a command from before the start, whose words the homeserver has; at first look whether it was."""
        room, event = room_of(waits.community), waits.event

        async def answer() -> None:
            """Answer it; what could not be answered, or can't be read yet, stays waiting."""
            if await self.guarded(self._anew(room, event, old), "a command") and event not in self._locked:
                await self._done(event)

        self.lanes.put(room, answer)

    async def _anew(self, room: str, event: str, old: bool) -> None:
        if old and await self._answered(room, event):
            return
        try:
            found = arrived(await self.reading.server.event(room, event), room)
        except Unreadable:
            await self._hold_again(room, event)
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

    async def _hold(self, room: str, event: str, raw: Json) -> None:
        """Keep an event that can't be read at hand, until its key comes."""
        given_up = self._locked.hold(event, room, raw)
        if given_up is not None:
            await self._done(given_up)

    async def _hold_again(self, room: str, event: str) -> None:
        """Keep one of before the start at hand."""
        try:
            raw = await self.reading.server.get(path("rooms", room, "event", event))
        except Failing:
            return
        except Denied:
            await self._done(event)
        else:
            await self._hold(room, event, raw)


def _answers(raw: object, event: str, me: str) -> bool:
    if not isinstance(raw, dict) or raw.get("sender") != me or not isinstance(raw.get("content"), dict):
        return False
    relation = raw["content"].get("m.relates_to")
    reply = relation.get("m.in_reply_to") if isinstance(relation, dict) else None
    return isinstance(reply, dict) and reply.get("event_id") == event
