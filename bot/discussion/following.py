"""A community that another one takes the place of: settings, schedule, marks, reviews and counts follow to it.

What moderators set, chose and noted is theirs, wherever their room has moved to. One thing does not follow: whether
the bot notices quotes. People have to be told of that where they are.
"""

from bot.discussion.recording import Recording
from bot.discussion.settings import SETTINGS, Settings
from bot.logs import get_logger
from bot.store.moving import Move, Moving
from bot.store.spending import Spending
from bot.store.withholding import Withholding

_log = get_logger(__name__)


class Following:
    """Lets what is kept follow, in the store and in memory."""

    def __init__(
        self, moving: Moving, recording: Recording, settings: Settings, wishes: Withholding, spending: Spending
    ) -> None:
        self._moving = moving
        self._recording = recording
        self._settings = settings
        self._wishes = wishes
        self._spending = spending

    async def anything(self, community: str) -> bool:
        """Whether anything is kept of a community. Raises the StoreErrors."""
        return await self._moving.holds(community)

    async def follow(self, of: tuple[str, str], to: tuple[str, str]) -> bool:
        """Let what is kept of a (community, channel) follow to another; gives whether there was anything.

        Raises the StoreErrors; then everything is as it was.
        """
        await self._recording.settle()
        dropped = frozenset(setting.name for setting in SETTINGS.values() if setting.hears)
        if not await self._moving.move(Move(*of, *to, dropped=dropped)):
            return False
        self._recording.moved()
        self._spending.follow(of[0], to[0])
        await self._settings.renew()
        await self._wishes.renew()
        _log.info("what was kept of a community follows to another")
        return True
