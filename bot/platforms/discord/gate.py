"""Whether somebody looks after a server now, and what its places are called: asked by the moderators' page."""

import aiohttp
import discord

from bot.logs import get_logger
from bot.platforms.discord.asking import PLATFORM

_log = get_logger(__name__)

_NOT_THERE = 404


class Gate:
    """Knows roles and names of the servers that the bot is on. Members are asked for one by one, and not remembered."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    async def may_moderate(self, community: str, person: str) -> bool:
        """Whether a person may manage a server or its messages; False where they left, or where that can't be told."""
        guild, member = self._guild(community), _number(person)
        if guild is None or guild.unavailable or member is None:
            return False
        try:
            may = (await guild.fetch_member(member)).guild_permissions
        except discord.HTTPException as error:
            if error.status != _NOT_THERE:
                _log.warning("a role could not be confirmed", status=error.status, code=error.code)
            return False
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            _log.warning("a role could not be confirmed", kind=type(error).__name__)
            return False
        return may.manage_guild or may.manage_messages

    def community_name(self, community: str) -> str | None:
        """Give a server's name."""
        guild = self._guild(community)
        return None if guild is None else guild.name

    def channel_name(self, community: str, channel: str) -> str | None:
        """Give the name of a server's channel or thread."""
        guild = self._guild(community)
        place = guild.get_channel_or_thread(int(channel)) if guild is not None and _digits(channel) else None
        return None if place is None else place.name

    def _guild(self, community: str) -> discord.Guild | None:
        number = _number(community)
        return None if number is None else self._client.get_guild(number)


def _number(name: str) -> int | None:
    """Give the id in a name like `discord:4711`."""
    platform, _, number = name.partition(":")
    return int(number) if platform == PLATFORM and _digits(number) else None


def _digits(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= 20
