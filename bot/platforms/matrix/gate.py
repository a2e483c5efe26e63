"""Whether somebody looks after a room now, and what rooms are called: asked by the moderators' page."""

from dataclasses import dataclass

from bot.logs import get_logger
from bot.platforms.matrix.asking import PLATFORM, room_of
from bot.platforms.matrix.homeserver import Homeserver
from bot.platforms.matrix.http import path
from bot.platforms.matrix.rooms import Room, Rooms
from bot.platforms.matrix.trouble import Denied, Unreachable

_log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Gate:
    """Knows power levels and names of the rooms that the bot is in. Who is in them is asked, and not remembered."""

    server: Homeserver
    rooms: Rooms

    async def may_moderate(self, community: str, person: str) -> bool:
        """Whether a person moderates a room and is in it; False where that can't be told."""
        room, user = self._room(community), person.removeprefix(f"{PLATFORM}:")
        if room is None or not room.moderated_by(user):
            return False
        try:
            member = await self.server.get(path("rooms", room.id, "state", "m.room.member", user))
        except (Denied, Unreachable) as error:
            _log.warning("a member could not be confirmed", kind=type(error).__name__)
            return False
        return member.get("membership") == "join"

    async def unseen(self, community: str, person: str) -> frozenset[str]:
        """Give the channels that a person doesn't see: a community is one room, which its members see."""
        return frozenset()

    def community_name(self, community: str) -> str | None:
        """Give a room's name."""
        room = self._room(community)
        return None if room is None else room.name or room.alias

    def channel_name(self, community: str, channel: str) -> str | None:
        """Give the name of a community's only room."""
        room = self.rooms.get(channel)
        return None if room is None else room.name or room.alias

    def _room(self, community: str) -> Room | None:
        return self.rooms.get(room_of(community)) if community.startswith(f"{PLATFORM}:") else None
