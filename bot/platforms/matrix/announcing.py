"""Writing to a room what nobody asked for at that moment: corrections, the moderators' digest."""

from dataclasses import dataclass
from uuid import uuid4

from bot.discussion.settings import Settings
from bot.logs import get_logger
from bot.model import Block, Reply
from bot.platforms.matrix.asking import community as community_of
from bot.platforms.matrix.homeserver import Homeserver
from bot.platforms.matrix.rooms import Rooms
from bot.platforms.matrix.sending import Place, say
from bot.platforms.matrix.trouble import Denied
from bot.words import words

_log = get_logger(__name__)


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

    async def announce(self, community: str, channel: str, blocks: tuple[Block, ...]) -> bool:
        """Write to a community's room; mentions nobody. Gives whether all of it arrived."""
        if channel not in self.rooms or community_of(channel) != community:
            return False
        try:
            await say(self.server, Place(channel), Reply(blocks), words(self.locale(community)), uuid4().hex)
        except Denied as error:
            _log.warning("a room could not be told", code=error.code)
            return False
        return True
