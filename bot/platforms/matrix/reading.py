"""From a sync to what came in it: the rooms' state, the events since the last one with every gap closed, decrypted."""

from collections.abc import Callable, Iterator, Mapping
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

    `gone` are people who left, by room; `replaced` are rooms with a tombstone; `locked` are events as they came that
    can't be read, by id; `to_device` is what was sent to the bot's device.
    """

    next_batch: str
    events: list[Arrived] = field(default_factory=list)
    seen: dict[str, list[str]] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)
    invites: Mapping[str, Any] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    gone: list[tuple[str, str]] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    locked: dict[str, Json] = field(default_factory=dict)
    to_device: list[Any] = field(default_factory=list)


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
            self.rooms.count(name, mapping(mapping(told).get("summary")))

    async def read(self, sync: Json, before: frozenset[str], history: Callable[[str], bool]) -> Batch:
        """Read a sync; `before` are the rooms that the bot was in already. Raises Unauthorized and the StoreErrors.

        `history` tells of which rooms nothing that was said is new to the bot: their gaps stay as they are.
        """
        rooms = mapping(sync.get("rooms"))
        batch = Batch(str(sync.get("next_batch", "")), to_device=_events(sync, "to_device"))
        batch.invites, batch.left = mapping(rooms.get("invite")), list(mapping(rooms.get("leave")))
        for name, told in _joined(sync).items():
            timeline = dict(mapping(mapping(told).get("timeline")))
            if history(name):
                timeline.pop("limited", None)
            await self._room(name, timeline, batch, before)
        return batch

    async def _room(self, name: str, timeline: Json, batch: Batch, before: frozenset[str]) -> None:
        place = community(name)

        async def known(events: Any) -> frozenset[str]:
            """Give those of the events that were seen before."""
            return await self.checkpoint.known(place, events)

        found = await gaps.timeline(self.server, name, timeline, known)
        if name not in before:
            batch.new.append(name)
        room = self.rooms.take(name, found)
        if room.replacement is not None and any(mapping(e).get("type") == "m.room.tombstone" for e in found):
            batch.replaced.append(name)
        raw = {text(mapping(event).get("event_id")): event for event in found}
        for event in self.arrivals([*raw.values()], name):  # each once, however often it came
            batch.seen.setdefault(place, []).append(event.event)
            batch.events.append(event)
            if event.what is What.LOCKED:
                batch.locked[event.event] = raw[event.event]
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
