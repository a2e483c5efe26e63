"""Invitations: taken up where the operator's patterns fit, so many a day; rooms that were replaced are followed."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from bot.clock import day
from bot.logs import get_logger
from bot.platforms.matrix.arriving import mapping, text
from bot.platforms.matrix.directs import Directs, is_direct
from bot.platforms.matrix.rooms import Room
from bot.platforms.matrix.trouble import Denied, Unauthorized

_log = get_logger(__name__)


class Server(Protocol):
    """What is needed of the homeserver."""

    @property
    def me(self) -> str:
        """The bot's own name."""
        ...

    async def join(self, room: str) -> None:
        """Go into a room."""
        ...

    async def leave(self, room: str) -> None:
        """Turn an invitation down."""
        ...


class Counted(Protocol):
    """Where invitations are counted."""

    async def invited(self, day: str, most: int) -> bool:
        """Count one; gives whether it is still among the most of its day."""
        ...


@dataclass(frozen=True, slots=True)
class Allowed:
    """Who may invite the bot, to which rooms, and how often a day. Patterns have to fit whole names."""

    users: re.Pattern[str]
    rooms: re.Pattern[str]
    a_day: int

    @classmethod
    def of(cls, users: str | None, rooms: str, a_day: int, me: str) -> "Allowed":
        """Make it of what is configured; without a pattern, people of the bot's own homeserver may invite it."""
        home = rf"@[^:]+:{re.escape(me.partition(':')[2])}"
        return cls(re.compile(users or home), re.compile(rooms), a_day)

    def fits(self, person: str, room: str) -> bool:
        """Whether an invitation may be taken up."""
        return bool(self.users.fullmatch(person) and self.rooms.fullmatch(room))


@dataclass(frozen=True, slots=True)
class Inviting:
    """Takes invitations up, or turns them down; and follows rooms to those that replaced them."""

    server: Server
    directs: Directs
    counted: Counted
    allowed: Allowed
    clock: Callable[[], datetime]
    _strangers: dict[str, int] = field(default_factory=dict)

    async def invited(self, room: str, told: Any) -> None:
        """Look at an invitation, as a sync has it. Beyond the day's number it is left alone: answering costs, too.

        Strangers' invitations have a number of their own, which ends with the process: however many come, those of
        people who may invite the bot are taken up.
        """
        invitation = self._invitation(told)
        person = text(invitation.get("sender"))
        if person is None:
            return
        fits, today = self.allowed.fits(person, room), day(self.clock())
        if not (await self.counted.invited(today, self.allowed.a_day) if fits else self._turned_down(today)):
            return
        try:
            if not fits:
                await self.server.leave(room)
                _log.info("an invitation was turned down")
                return
            if is_direct(invitation):
                await self.directs.add(person, room)
            await self.server.join(room)
        except Unauthorized:
            raise
        except Denied as error:
            _log.warning("an invitation could not be taken up", code=error.code)
            await self.server.leave(room)  # else it would be tried again at each start

    def _turned_down(self, today: str) -> bool:
        """Count a stranger's invitation; gives whether it is still among the most of the day."""
        count = self._strangers.get(today, 0) + 1
        self._strangers.clear()
        self._strangers[today] = count
        return count <= self.allowed.a_day

    async def replaced(self, room: Room) -> None:
        """Go from a room that was replaced into the one that replaced it, if the bot may and is not there yet."""
        if room.replacement is None or not self.allowed.rooms.fullmatch(room.replacement):
            return
        try:
            await self.server.join(room.replacement)
            _log.info("a room was replaced, and is followed")
        except Unauthorized:
            raise
        except Denied as error:  # it may be by invitation only: then one will come
            _log.info("a room was replaced, and can't be followed yet", code=error.code)

    def _invitation(self, told: Any) -> Any:
        events = mapping(mapping(told).get("invite_state")).get("events")
        for event in events if isinstance(events, list) else []:
            found = mapping(event)
            if found.get("type") == "m.room.member" and found.get("state_key") == self.server.me:
                return found
        return {}
