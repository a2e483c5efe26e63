"""Encrypted events whose keys have not come: held at hand until they come, or until there are too many of them."""

from collections import OrderedDict
from collections.abc import Iterator
from typing import Protocol

from bot.platforms.matrix.arriving import Arrived
from bot.platforms.matrix.http import Json

MOST = 100
"""Events of a room that are held. Anybody in it can send any number that nobody can ever read."""


class Reader(Protocol):
    """What reads encrypted events."""

    def unlocked(self, event: Json, room: str) -> Arrived | None:
        """Give what an encrypted event is to the bot; None where its key has not come."""
        ...


class Locked:
    """The events, by room and id, in the order in which they came."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._rooms: dict[str, OrderedDict[str, Json]] = {}

    def __contains__(self, event: str) -> bool:
        return any(event in held for held in self._rooms.values())

    def __bool__(self) -> bool:
        return bool(self._rooms)

    def hold(self, event: str, room: str, raw: Json) -> str | None:
        """Hold an event; gives the one that is given up for it, the oldest of its room, if there are too many."""
        held = self._rooms.setdefault(room, OrderedDict())
        held[event] = raw
        return held.popitem(last=False)[0] if len(held) > MOST else None

    def drop(self, room: str) -> None:
        """Let go of a room's."""
        self._rooms.pop(room, None)

    def opened(self) -> Iterator[Arrived]:
        """Give those that can be read now; they are held no longer."""
        for room, held in list(self._rooms.items()):
            for event, raw in list(held.items()):
                found = self._reader.unlocked(raw, room)
                if found is not None:
                    del held[event]
                    yield found
            if not held:
                self._rooms.pop(room, None)
