"""Finding the bot's own posts in a room again: by a key of their content, which nobody sees."""

from datetime import datetime, timedelta

from bot.platforms.matrix.arriving import mapping
from bot.platforms.matrix.homeserver import Homeserver
from bot.platforms.matrix.http import Json
from bot.platforms.matrix.trouble import Unreadable

_EARLIER = timedelta(hours=1)
"""So far may the clocks of this machine and of the homeserver be apart without a post being overlooked."""
_PAGES = 20


async def standing(server: Homeserver, room: str, key: str, value: str, tried: datetime) -> str | None:
    """Give the id of the bot's event with a value under a key, among those since it was tried. Raises Denied."""
    since = (tried - _EARLIER).timestamp() * 1000
    token: str | None = None
    for _ in range(_PAGES):
        page, token = await server.before(room, token)
        for event in page:
            if _has(server, dict(mapping(event)), room, key, value):
                return str(event["event_id"])
        sent = [mapping(event).get("origin_server_ts") for event in page]
        if token is None or any(isinstance(moment, int) and moment < since for moment in sent):
            return None
    return None


def _has(server: Homeserver, event: Json, room: str, key: str, value: str) -> bool:
    if event.get("sender") != server.me or not isinstance(event.get("event_id"), str):
        return False
    try:
        said = server.read(event, room)
    except Unreadable:
        return False
    return mapping(said.get("content")).get(key) == value
