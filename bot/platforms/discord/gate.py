"""Whether somebody looks after a server now, and what its places are called: asked by the moderators' page."""

import aiohttp
import discord

from bot.logs import get_logger
from bot.platforms.discord.asking import guild_of, number_of, place_of
from bot.platforms.discord.seeing import unseen

_log = get_logger(__name__)

_NOT_THERE = 404


class Gate:
    """Knows roles and names of the servers that the bot is on. Members are asked for one by one, and not remembered."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    async def may_moderate(self, community: str, person: str) -> bool:
        """Whether a person may manage a server or its messages; False where they left, or where that can't be told."""
        guild = guild_of(self._client, community)
        member = await _member(guild, person) if guild is not None else None
        return member is not None and (
            member.guild_permissions.manage_guild or member.guild_permissions.manage_messages
        )

    async def unseen(self, community: str, person: str) -> frozenset[str]:
        """Give the channels and threads of a server that a person doesn't see: all of them where that can't be told."""
        guild = guild_of(self._client, community)
        return unseen(guild, await _member(guild, person)) if guild is not None else frozenset()

    def community_name(self, community: str) -> str | None:
        """Give a server's name."""
        guild = guild_of(self._client, community)
        return None if guild is None else guild.name

    def channel_name(self, community: str, channel: str) -> str | None:
        """Give the name of a server's channel or thread."""
        place = place_of(guild_of(self._client, community), channel)
        return None if place is None else place.name


async def _member(guild: discord.Guild, person: str) -> discord.Member | None:
    """Ask Discord for a server's member; None where they are none, or where that can't be told."""
    number = number_of(person)
    if guild.unavailable or number is None:
        return None
    try:
        return await guild.fetch_member(number)
    except discord.HTTPException as error:
        if error.status != _NOT_THERE:
            _log.warning("a role could not be confirmed", status=error.status, code=error.code)
    except (aiohttp.ClientError, OSError, TimeoutError) as error:
        _log.warning("a role could not be confirmed", kind=type(error).__name__)
    return None
