"""Direct rooms: which they are, and the one in which somebody is answered alone.

The homeserver keeps the list (`m.direct` in the account's data), as it does for every client: the bot's store has no
word of who is in which room.
"""

import asyncio
from collections.abc import Mapping
from typing import Any, Protocol

from bot.logs import get_logger
from bot.platforms.matrix.arriving import mapping
from bot.platforms.matrix.http import Json, path
from bot.platforms.matrix.rooms import Rooms
from bot.platforms.matrix.trouble import Denied, Unauthorized

_log = get_logger(__name__)

_KIND = "m.direct"
_TO_APPEAR = 10.0
_NONE_YET = 404
_TWO = 2


class Server(Protocol):
    """What is needed of the homeserver."""

    @property
    def me(self) -> str:
        """The bot's own name."""
        ...

    async def get(self, where: str) -> Json:
        """Ask for something."""
        ...

    async def put(self, where: str, body: Mapping[str, Any]) -> Json:
        """Put something."""
        ...

    async def create_direct(self, person: str, *, encrypted: bool) -> str:
        """Make a direct room with somebody."""
        ...


class Directs:
    """The direct rooms, by person."""

    def __init__(self, server: Server, rooms: Rooms) -> None:
        self._server = server
        self._rooms = rooms
        self._by_person: dict[str, list[str]] = {}
        self._making = asyncio.Lock()

    def __contains__(self, room: str) -> bool:
        """Whether a room is a direct one: one in which somebody third is, too, is a room like any other."""
        return self._listed(room) and not self._shared(room)

    def _listed(self, room: str) -> bool:
        return any(room in rooms for rooms in self._by_person.values())

    def _shared(self, room: str) -> bool:
        known = self._rooms.get(room)
        return known is not None and known.people is not None and known.people > _TWO

    async def load(self) -> None:
        """Ask the homeserver which rooms are direct. Raises Denied."""
        try:
            found = await self._server.get(self._path)
        except Denied as error:
            if error.status != _NONE_YET:  # what is not known must not be written over
                raise
            found = {}
        self._by_person = {
            person: [room for room in rooms if isinstance(room, str)]
            for person, rooms in found.items()
            if isinstance(rooms, list)
        }

    async def add(self, person: str, room: str) -> None:
        """Remember a direct room with somebody."""
        if room not in self._by_person.get(person, ()):
            self._by_person.setdefault(person, []).append(room)
            await self._save()

    async def drop(self, room: str) -> None:
        """Forget a direct room."""
        if self._listed(room):
            self._by_person = {
                person: left for person, rooms in self._by_person.items() if (left := [r for r in rooms if r != room])
            }
            await self._save()

    def belongs(self, room: str, person: str) -> bool:
        """Whether a room is a direct one with somebody."""
        return room in self._by_person.get(person, ())

    async def room_with(self, person: str, *, encrypted: bool) -> str:
        """Give the direct room with somebody; it is made where there is none. Raises Denied where it can't be.

        What was asked in an encrypted room is answered in one.
        """
        async with self._making:
            for room in self._by_person.get(person, ()):
                known = self._rooms.get(room)
                if known is not None and (known.encrypted or not encrypted) and not self._shared(room):
                    return room
            made = await self._unlisted(person, encrypted=encrypted)
            if made is None:
                made = await self._server.create_direct(person, encrypted=encrypted)
            await self.add(person, made)
            await self._known(made)
            return made

    async def _unlisted(self, person: str, *, encrypted: bool) -> str | None:
        """Find a direct room that was made just before the bot was killed: the list does not have it yet.

        The bot makes no other rooms than direct ones. Raises Unauthorized.
        """
        for room in self._rooms.ids():
            known = self._rooms.get(room)
            if known is None or known.creators != {self._server.me} or self._listed(room) or self._shared(room):
                continue
            if encrypted and not known.encrypted:
                continue
            try:
                member = await self._server.get(path("rooms", room, "state", "m.room.member", person))
            except Unauthorized:
                raise
            except Denied:  # it is somebody else's
                continue
            if member.get("membership") in ("invite", "join"):
                return room
        return None

    async def _known(self, room: str) -> None:
        """Wait until the homeserver has told of a new room: nothing can be encrypted for it before."""
        waited = 0.0
        while room not in self._rooms and waited < _TO_APPEAR:
            await asyncio.sleep(0.05)
            waited += 0.05

    async def _save(self) -> None:
        try:
            await self._server.put(self._path, self._by_person)
        except Denied as error:
            _log.warning("the list of direct rooms was not kept", code=error.code)

    @property
    def _path(self) -> str:
        return path("user", self._server.me, "account_data", _KIND)


def is_direct(invitation: Any) -> bool:
    """Whether an invitation says that the room is to be a direct one."""
    return mapping(mapping(invitation).get("content")).get("is_direct") is True
