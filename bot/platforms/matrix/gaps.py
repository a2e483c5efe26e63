"""Closing gaps: where the homeserver leaves events out, they are read back until one that is known, or the bot's join.

What was said in a room before the bot joined it is history, and no command.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Protocol

from bot.logs import get_logger
from bot.platforms.matrix.arriving import mapping, text
from bot.platforms.matrix.trouble import Denied

_log = get_logger(__name__)

MOST_PAGES = 50
"""Pages of a hundred events that are read back at most, so that a room of years can't hold up all others."""

Known = Callable[[Sequence[str]], Awaitable[frozenset[str]]]


class History(Protocol):
    """Where events are read back from."""

    @property
    def me(self) -> str:
        """The bot's own name."""
        ...

    async def before(self, room: str, token: str | None) -> tuple[list[Any], str | None]:
        """Give a page of events going back from a token, and the token where it goes on."""
        ...


async def timeline(server: History, room: str, told: dict[str, Any], known: Known) -> list[Any]:
    """Give the events of a room that came since the bot last looked, the oldest first; those it may not see left out.

    `told` is the timeline as a sync has it.
    """
    events = told.get("events")
    found: list[Any] = events if isinstance(events, list) else []
    joined = _joined_at(found, server.me)
    if joined is not None:
        return found[joined:]
    if not told.get("limited"):
        return found
    return [*await _gap(server, room, text(told.get("prev_batch")), known), *found]


async def _gap(server: History, room: str, token: str | None, known: Known) -> list[Any]:
    found: list[Any] = []
    for _ in range(MOST_PAGES):
        if token is None:
            return found
        try:
            page, token = await server.before(room, token)
        except Denied as error:
            _log.warning("a gap in a room can't be closed", code=error.code)
            return found
        page = page[::-1]
        joined = _joined_at(page, server.me)
        page = page if joined is None else page[joined:]
        names = [name for name in (text(mapping(event).get("event_id")) for event in page) if name]
        old = await known(names)
        last = max((at for at, event in enumerate(page) if mapping(event).get("event_id") in old), default=-1)
        found[:0] = page[last + 1 :]
        if last >= 0 or joined is not None or not page:
            return found
    _log.warning("a gap in a room is too long to be closed", events=len(found))
    return found


def _joined_at(events: Sequence[Any], me: str) -> int | None:
    """Find the event by which the bot came into the room, the last one if there are several."""
    for at in range(len(events) - 1, -1, -1):
        event = mapping(events[at])
        if event.get("type") == "m.room.member" and event.get("state_key") == me:
            before = mapping(mapping(event.get("unsigned")).get("prev_content")).get("membership")
            if mapping(event.get("content")).get("membership") == "join" and before != "join":
                return at
    return None
