"""Rooms that the bot has come into, or is no longer in: what is kept of them is kept, or erased in time."""

import asyncio
from collections.abc import Awaitable, Iterable
from dataclasses import dataclass, field

from bot.daily.arranging import Arranging
from bot.discussion.leaving import Leaving
from bot.errors import StoreError
from bot.logs import get_logger
from bot.platforms.matrix.asking import DIRECT, PLATFORM, community

_log = get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Places:
    """Tells those who keep something of rooms what became of these, one thing after the other.

    Never raises for the store.
    """

    leaving: Leaving
    daily: Arranging
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def compare(self, rooms: Iterable[str]) -> None:
        """Notice what happened while the bot was not connected."""
        await self._tried(self._compare([*map(community, rooms), DIRECT.id]))

    async def left(self, room: str) -> None:
        """Begin the time after which nothing of a room is kept."""
        self.daily.left(community(room))
        await self._tried(self.leaving.left(community(room)))

    async def back(self, room: str) -> None:
        """End that time: the bot is there again."""
        await self._tried(self._back(community(room)))

    async def moved(self, room: str, successor: str) -> None:
        """Follow the schedule that has gone from a room to the one that took its place."""
        self.daily.left(community(room))
        await self._tried(self.daily.back(community(successor)))

    async def _compare(self, here: list[str]) -> None:
        left, back = await self.leaving.compare(PLATFORM, here)
        for name in left:
            self.daily.left(name)
        for name in back:
            await self.daily.back(name)

    async def _back(self, name: str) -> None:
        await self.leaving.back(name)
        await self.daily.back(name)

    async def _tried(self, work: Awaitable[None]) -> None:
        async with self._turn:
            try:
                await work
            except StoreError as error:  # at the next start the rooms are compared again
                _log.error("what became of a room could not be written down", kind=type(error).__name__)
