"""Communities that the bot has left: thirty days later nothing of them is kept, unless it comes back before."""

from collections.abc import Callable, Iterable
from datetime import timedelta

from bot.clock import Clock, day
from bot.logs import get_logger
from bot.store.erasure import Erasure
from bot.store.leavings import Leavings

_log = get_logger(__name__)

KEPT_DAYS = 30
"""A server that removes the bot by mistake has so long to invite it again, and finds everything as it was."""


class Leaving:
    """Notices which communities the bot has left, and erases what is left of them in time.

    `forget` takes a community out of what others hold in memory.
    """

    def __init__(self, leavings: Leavings, erasure: Erasure, clock: Clock, forget: Callable[[str], None]) -> None:
        self._leavings = leavings
        self._erasure = erasure
        self._clock = clock
        self._forget = forget

    async def left(self, community: str) -> None:
        """Begin a community's thirty days. Raises the StoreErrors."""
        await self._leavings.left(community, day(self._clock()))

    async def back(self, community: str) -> None:
        """End them: the bot is there again. Raises the StoreErrors."""
        await self._leavings.back(community)

    async def compare(self, platform: str, present: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Notice what happened while the bot was not connected, from the communities that it is in now.

        Gives those that were left meanwhile, and those that it came back to. Raises the StoreErrors.
        """
        left, back = await self._leavings.compare(platform, present, day(self._clock()))
        if left or back:
            _log.info("communities were left meanwhile, or are back", left=len(left), back=len(back))
        return left, back

    async def clear(self) -> int:
        """Erase the communities whose time is over; gives how many. Raises the StoreErrors."""
        over = await self._leavings.before(day(self._clock() - timedelta(days=KEPT_DAYS)))
        for community in over:
            self._forget(community)
            await self._erasure.community(community)
        return len(over)
