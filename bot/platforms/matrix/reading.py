"""From a sync to what came in it: the rooms' state, the events since the last one with every gap closed, decrypted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.platforms.matrix import gaps
from bot.platforms.matrix.arriving import Arrived, What, arrived, mapping, text
from bot.platforms.matrix.asking import community
from bot.platforms.matrix.homeserver import Homeserver
from bot.platforms.matrix.http import Json
from bot.platforms.matrix.rooms import Rooms
from bot.platforms.matrix.trouble import Unreadable
from bot.store.matrix import Checkpoint


@dataclass(slots=True)
class Batch:
    """What came in a sync: events in order, rooms that are new to the bot, invitations, and rooms that it is out of.

    `gone` are people who left, by room; `replaced` are rooms with a tombstone; `keys` says that keys may have come.
    """

    next_batch: str
    events: list[Arrived] = field(default_factory=list)
    seen: dict[str, list[str]] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)
    invites: Mapping[str, Any] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    gone: list[tuple[str, str]] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    keys: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads syncs. The state of rooms is taken in while it does."""

    server: Homeserver
    rooms: Rooms
    checkpoint: Checkpoint

    def take_state(self, sync: Json) -> None:
        """Take the state of all rooms in a sync: what is encrypted has to be known before anything is decrypted."""
        for name, told in _joined(sync).items():
            self.rooms.take(name, [*_events(told, "state"), *_events(told, "timeline")])

    async def read(self, sync: Json, before: frozenset[str]) -> Batch:
        """Read a sync; `before` are the rooms that the bot was in already. Raises Unauthorized and the StoreErrors."""
        rooms = mapping(sync.get("rooms"))
        to_device = mapping(sync.get("to_device")).get("events")
        batch = Batch(str(sync.get("next_batch", "")), keys=bool(to_device))
        batch.invites, batch.left = mapping(rooms.get("invite")), list(mapping(rooms.get("leave")))
        for name, told in _joined(sync).items():
            await self._room(name, told, batch, before)
        return batch

    async def _room(self, name: str, told: Json, batch: Batch, before: frozenset[str]) -> None:
        place = community(name)

        async def known(events: Any) -> frozenset[str]:
            return await self.checkpoint.known(place, events)

        found = await gaps.timeline(self.server, name, dict(mapping(told.get("timeline"))), known)
        if name not in before:
            batch.new.append(name)
        room = self.rooms.take(name, found)
        if room.replacement is not None and any(mapping(e).get("type") == "m.room.tombstone" for e in found):
            batch.replaced.append(name)
        for event in self.arrivals(found, name):
            batch.seen.setdefault(place, []).append(event.event)
            batch.events.append(event)
        batch.gone += [(name, who) for who in _gone(found)]

    def arrivals(self, events: list[Any], room: str) -> Iterator[Arrived]:
        """Give what events are to the bot, decrypted where their keys are there."""
        for event in events:
            found = arrived(event, room)
            if found is not None and found.what is What.LOCKED:
                found = self.unlocked(event, room) or found
            if found is not None:
                yield found

    def unlocked(self, event: Json, room: str) -> Arrived | None:
        """Give what an encrypted event is to the bot; None where its key has not come."""
        try:
            return arrived(self.server.read(event, room), room)
        except Unreadable:
            return None


def _joined(sync: Json) -> Mapping[str, Any]:
    return mapping(mapping(sync.get("rooms")).get("join"))


def _events(told: Any, part: str) -> list[Any]:
    found = mapping(mapping(told).get(part)).get("events")
    return found if isinstance(found, list) else []


def _gone(events: list[Any]) -> Iterator[str]:
    for event in map(mapping, events):
        if event.get("type") == "m.room.member":
            who = text(event.get("state_key"))
            if who is not None and mapping(event.get("content")).get("membership") in ("leave", "ban"):
                yield who
