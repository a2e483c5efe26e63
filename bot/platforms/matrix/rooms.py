"""What is known of rooms: their names, who may do what there, whether they are encrypted, and what replaced them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.platforms.matrix.arriving import mapping, text

MODERATOR = 50
"""The power level from which on somebody is a moderator."""

_CREATORS_ABOVE = 12
"""From this room version on, those who created a room stand above all power levels."""


@dataclass(slots=True)
class Room:
    """A room that the bot is in, as its state says. `people` is how many are in it or invited; None where not told."""

    id: str
    name: str | None = None
    alias: str | None = None
    version: str = "1"
    creators: frozenset[str] = frozenset()
    predecessor: str | None = None
    replacement: str | None = None
    encrypted: bool = False
    levels: Mapping[str, Any] = field(default_factory=dict)
    known_levels: bool = False
    people: int | None = None

    def level(self, person: str) -> int | None:
        """Give somebody's power level; None where they stand above all."""
        if self.version.isdecimal() and int(self.version) >= _CREATORS_ABOVE and person in self.creators:
            return None
        if not self.known_levels:  # without that event, whoever created a room has all power
            return 100 if person in self.creators else 0
        found = mapping(self.levels.get("users")).get(person, self.levels.get("users_default", 0))
        return _whole(found, 0)

    def moderated_by(self, person: str) -> bool:
        """Whether somebody is a moderator here."""
        level = self.level(person)
        return level is None or level >= MODERATOR

    def may_send(self, person: str) -> bool:
        """Whether somebody may send messages here."""
        level = self.level(person)
        sent = "m.room.encrypted" if self.encrypted else "m.room.message"  # the homeserver sees no other
        wanted = mapping(self.levels.get("events")).get(sent, self.levels.get("events_default", 0))
        return level is None or level >= _whole(wanted, 0)

    def take(self, event: Any) -> None:
        """Take what a state event says; one of any other form says nothing."""
        event = mapping(event)
        if "state_key" not in event:
            return
        content = mapping(event.get("content"))
        match event.get("type"), event.get("state_key"):
            case "m.room.name", "":
                self.name = text(content.get("name"))
            case "m.room.canonical_alias", "":
                self.alias = text(content.get("alias"))
            case "m.room.encryption", "":
                self.encrypted = True  # never taken back
            case "m.room.tombstone", "":
                self.replacement = text(content.get("replacement_room"))
            case "m.room.power_levels", "":
                self.levels, self.known_levels = content, True
            case "m.room.create", "":
                self._created(event, content)

    def _created(self, event: Mapping[str, Any], content: Mapping[str, Any]) -> None:
        self.version = text(content.get("room_version")) or "1"
        more = content.get("additional_creators")
        also = [who for who in more if isinstance(who, str)] if isinstance(more, list) else []
        self.creators = frozenset([text(event.get("sender")) or "", *also])
        self.predecessor = text(mapping(content.get("predecessor")).get("room_id"))


class Rooms:
    """All rooms that the bot is in."""

    def __init__(self) -> None:
        self._rooms: dict[str, Room] = {}

    def __contains__(self, room: str) -> bool:
        return room in self._rooms

    def get(self, room: str) -> Room | None:
        """Give a room; None where the bot is not in it."""
        return self._rooms.get(room)

    def ids(self) -> tuple[str, ...]:
        """Give the ids of all rooms."""
        return tuple(self._rooms)

    def encrypted(self) -> frozenset[str]:
        """Give the ids of the rooms that are encrypted."""
        return frozenset(name for name, room in self._rooms.items() if room.encrypted)

    def take(self, room: str, events: Iterable[Any]) -> Room:
        """Take the state of a room from its events."""
        known = self._rooms.setdefault(room, Room(room))
        for event in events:
            known.take(event)
        return known

    def count(self, room: str, summary: Mapping[str, Any]) -> None:
        """Take how many people are in a room from a sync's summary of it, which tells what changed."""
        told = [summary.get(f"m.{state}_member_count") for state in ("joined", "invited")]
        some = [number for number in told if isinstance(number, int)]
        if some:
            self._rooms.setdefault(room, Room(room)).people = sum(some)

    def left(self, room: str) -> None:
        """Forget a room."""
        self._rooms.pop(room, None)


def _whole(value: Any, otherwise: int) -> int:
    """Read a power level: a whole number, which old rooms may write as text."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str):
        try:
            return int(value[:20])
        except ValueError:
            return otherwise
    return otherwise
