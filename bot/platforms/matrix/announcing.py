"""Writing to a room what nobody asked for at that moment: corrections, the moderators' digest."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from bot.daily.sending import LEFT
from bot.discussion.announcing import Arrival, Slip
from bot.discussion.settings import Settings
from bot.logs import get_logger
from bot.model import Block, Reply
from bot.platforms.matrix.asking import DIRECT, room_of
from bot.platforms.matrix.asking import community as community_of
from bot.platforms.matrix.homeserver import Homeserver
from bot.platforms.matrix.rooms import Rooms
from bot.platforms.matrix.sending import Place, say
from bot.platforms.matrix.standing import standing
from bot.platforms.matrix.trouble import Denied, Failing, Unauthorized, Unreachable
from bot.words import words

_log = get_logger(__name__)

ANNOUNCED = "org.commonplace.announced"
"""The key of a post's content by which it can be found again."""


@dataclass(frozen=True, slots=True)
class MatrixAnnouncer:
    """Announces as `discussion/announcing.py` wants it."""

    server: Homeserver
    rooms: Rooms
    language: str
    settings: Settings

    def locale(self, community: str) -> str:
        """Give the language that moderators of a room have set, else that of all rooms."""
        return self.settings.spoken(community, self.language)

    def problem(self, community: str, channel: str) -> str | None:
        """Tell what keeps the bot from writing to a room; a community's only channel is its own room."""
        if community == DIRECT.id:
            return "kind"
        if room_of(community) not in self.rooms:
            return LEFT
        room = self.rooms.get(channel)
        if room is None or community_of(channel) != community:
            return "missing"
        return None if room.may_send(self.server.me) else "send"

    async def announce(self, community: str, channel: str, blocks: tuple[Block, ...]) -> bool:
        """Write to a community's room; mentions nobody. Gives whether all of it arrived."""
        arrival = await self._write(community, channel, blocks, uuid4().hex, {})
        return arrival is Arrival.ARRIVED

    async def post(self, slip: Slip, blocks: tuple[Block, ...]) -> Arrival:
        """Write to a community's room, under a transaction's name that a second attempt has, too."""
        return await self._write(slip.community, slip.channel, blocks, slip.nonce, {ANNOUNCED: slip.nonce})

    async def find(self, slip: Slip, tried: datetime) -> Arrival | None:
        """Look for a post among the room's messages since it was first tried."""
        if not self._is_there(slip.community, slip.channel):
            return Arrival.REFUSED
        try:
            found = await standing(self.server, slip.channel, ANNOUNCED, slip.nonce, tried)
        except (Unauthorized, Failing):
            return Arrival.UNSURE
        except Denied:
            return None
        except Unreachable:
            return Arrival.UNSURE
        return Arrival.REFUSED if found is None else Arrival.ARRIVED

    def _is_there(self, community: str, room: str) -> bool:
        return room in self.rooms and community_of(room) == community

    async def _write(
        self, community: str, room: str, blocks: tuple[Block, ...], number: str, more: Mapping[str, str]
    ) -> Arrival:
        if not self._is_there(community, room):
            return Arrival.REFUSED
        try:
            await say(self.server, Place(room), Reply(blocks), words(self.locale(community)), number, more)
        except Denied as error:
            _log.warning("a room could not be told", code=error.code)
            return Arrival.UNSURE if isinstance(error, Unauthorized | Failing) else Arrival.REFUSED
        except Unreachable as error:
            _log.warning("a room could not be told yet", reason=error.reason)
            return Arrival.UNSURE
        return Arrival.ARRIVED
