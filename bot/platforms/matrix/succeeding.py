"""Rooms in the place of others: what is kept of the one that was replaced follows, where both rooms say so.

The new room's first event names the room before it, and whoever makes a room may write there what they like; the old
room's tombstone names the new one, and only its administrators can set that. Neither is enough by itself.
"""

from dataclasses import dataclass
from itertools import pairwise

from bot.discussion.following import Following
from bot.discussion.settings import Settings
from bot.logs import get_logger
from bot.model import Reply, Text
from bot.platforms.matrix.arriving import mapping
from bot.platforms.matrix.asking import community
from bot.platforms.matrix.directs import Directs
from bot.platforms.matrix.homeserver import Homeserver, transaction
from bot.platforms.matrix.http import path
from bot.platforms.matrix.places import Places
from bot.platforms.matrix.rooms import Rooms
from bot.platforms.matrix.sending import Place, say
from bot.platforms.matrix.trouble import Denied, Unauthorized
from bot.words import words

_log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Succeeding:
    """Looks which room another one took the place of. Direct rooms have nothing of their own that could follow."""

    server: Homeserver
    rooms: Rooms
    directs: Directs
    following: Following
    places: Places
    settings: Settings
    language: str

    async def look(self, room: str) -> None:
        """Look whether a room that the bot is in replaced another, and let follow what is kept of that.

        What it replaced may have replaced a third one: the first in line comes first. Raises the StoreErrors.
        """
        line: list[str] = []
        step: str | None = room
        while step is not None and step not in line:
            line.append(step)
            known = self.rooms.get(step)
            step = known.predecessor if known is not None else None
        for new, old in reversed(list(pairwise(line))):
            if await self._follows(old, new):
                await self._follow(old, new)

    async def _follows(self, old: str, new: str) -> bool:
        if new not in self.rooms or old in self.directs or new in self.directs:
            return False
        return await self.following.anything(community(old)) and await self._replacement(old) == new

    async def _replacement(self, room: str) -> str | None:
        """Give what a room's tombstone names, from its state: also of a room that the bot is out of."""
        try:
            found = await self.server.get(path("rooms", room, "state", "m.room.tombstone"))
        except Unauthorized:
            raise
        except Denied as error:
            _log.info("a room that is said to be replaced does not say so", code=error.code)
            return None
        return mapping(found).get("replacement_room")

    async def _follow(self, old: str, new: str) -> None:
        """Say so, then let it follow: a kill in between leaves both to be done again, and the sentence has a name."""
        sentences = words(self.settings.spoken(community(new), self.language))
        told = Reply((Text(sentences.say("matrix-moved")),))
        try:
            await say(self.server, Place(new), told, sentences, transaction(old, new, "moved"))
        except Unauthorized:
            raise
        except Denied as error:  # it may have been replaced, too, meanwhile
            _log.info("a room could not be told that it replaces another", code=error.code)
        if await self.following.follow((community(old), old), (community(new), new)):
            await self.places.moved(old, new)
