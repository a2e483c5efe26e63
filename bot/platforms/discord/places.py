"""Servers and channels that the bot is no longer in: what is kept of them is forgotten, at once or in time."""

import asyncio
from collections.abc import Awaitable, Callable

import discord

from bot.daily.arranging import Arranging
from bot.discussion.leaving import Leaving
from bot.discussion.recording import Recording
from bot.discussion.settings import Settings
from bot.errors import StoreError
from bot.logs import get_logger
from bot.platforms.discord.asking import PLATFORM

_log = get_logger(__name__)


class Places:
    """Tells those who keep something of servers and channels what became of these. Never raises for the store.

    One thing after the other: a comparison that began before an invitation must not have the last word.
    """

    def __init__(
        self,
        client: discord.Client,
        leaving: Leaving,
        daily: Arranging,
        recording: Recording | None,
        settings: Settings,
    ) -> None:
        self._client = client
        self._leaving = leaving
        self._daily = daily
        self._recording = recording
        self._settings = settings
        self._turn = asyncio.Lock()

    async def compare(self) -> None:
        """Notice servers that removed the bot while it was not connected; one that is out of order is still there."""
        await self._tried(self._compare)

    async def left(self, guild: discord.Guild) -> None:
        """Begin the time after which nothing of a server is kept."""
        self._daily.left(_community(guild))
        await self._tried(lambda: self._leaving.left(_community(guild)))

    async def back(self, guild: discord.Guild) -> None:
        """End that time: the bot was invited again."""
        await self._tried(lambda: self._back(_community(guild)))

    async def deleted(self, channel: discord.abc.GuildChannel) -> None:
        """Forget the bot's messages in a channel that is no more, and what was set for it."""
        recording, place = self._recording, (_community(channel.guild), str(channel.id))
        if recording is not None:
            await self._tried(lambda: recording.channel_deleted(*place))
        await self._tried(lambda: self._settings.channel_deleted(*place))

    async def _compare(self) -> None:
        here = [_community(guild) for guild in self._client.guilds]
        left, back = await self._leaving.compare(PLATFORM, here)
        for community in left:
            self._daily.left(community)
        for community in back:
            await self._daily.back(community)

    async def _back(self, community: str) -> None:
        await self._leaving.back(community)
        await self._daily.back(community)

    async def _tried(self, work: Callable[[], Awaitable[None]]) -> None:
        async with self._turn:
            try:
                await work()
            except StoreError as error:  # at the next start the servers are compared again
                _log.error("what became of a place could not be written down", kind=type(error).__name__)


def _community(guild: discord.Guild) -> str:
    return f"{PLATFORM}:{guild.id}"
