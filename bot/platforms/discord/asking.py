"""From an interaction to a request: where it was asked, in which language, what the asker may do; never who asked."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import discord

from bot.model import Community, Request, Right
from bot.platforms.discord.seeing import unseen

if TYPE_CHECKING:
    from bot.discussion.settings import Settings

PLATFORM = "discord"
# Whoever has one of these rights in a place looks after it.
_LOOKING_AFTER = discord.Permissions(manage_guild=True, manage_messages=True).value
_DIRECT = Community("discord:dm", "dm")
_MEMBER, _MODERATOR = frozenset[Right](), frozenset({Right.MODERATE})


def request_of(
    interaction: discord.Interaction,
    command: str,
    arguments: Mapping[str, str | int],
    curators: frozenset[str] = frozenset(),
    *,
    moderating: bool = False,
) -> Request:
    """Make the request that an interaction stands for; moderators of the communities `curators` may change texts.

    `moderating` says that the command is one for moderators: only their answers name channels.
    """
    where, rights = community_of(interaction), _rights(interaction)
    if Right.MODERATE in rights and where.id in curators:
        rights |= {Right.OPERATE}
    hidden = _unseen(interaction) if moderating and Right.MODERATE in rights else frozenset[str]()
    return Request(command, arguments, PLATFORM, where, locale_of(interaction), rights, unseen=hidden)


def number_of(name: str) -> int | None:
    """Give the id in a name like `discord:4711`; None where there is none."""
    platform, _, number = name.partition(":")
    return int(number) if platform == PLATFORM and _digits(number) else None


def guild_of(client: discord.Client, community: str) -> discord.Guild | None:
    """Give the server of a community; None where the bot is not on it."""
    number = number_of(community)
    return None if number is None else client.get_guild(number)


def place_of(guild: discord.Guild | None, channel: str | None) -> Any:
    """Give a server's channel or thread by its id; None where the bot knows of none."""
    return guild.get_channel_or_thread(int(channel)) if guild is not None and channel and _digits(channel) else None


def community_of(interaction: discord.Interaction) -> Community:
    """Tell where something was asked. A direct channel's id would tell who, so all of them are one community."""
    if interaction.guild_id is None:
        return _DIRECT
    return Community(f"discord:{interaction.guild_id}", str(interaction.channel_id or ""))


def spoken_in(guild: discord.Guild | None, community: str, settings: "Settings") -> str:
    """Give the language of what everybody sees: the one that moderators have set, else the one that a server is in."""
    return settings.spoken(community, str(guild.preferred_locale) if guild is not None else "en")


def locale_of(interaction: discord.Interaction) -> str:
    """Give the language in which the asker uses Discord: `en-GB`, `uk`."""
    return str(interaction.locale)


def _rights(interaction: discord.Interaction) -> frozenset[Right]:
    if interaction.guild_id is not None and interaction.permissions.value & _LOOKING_AFTER:
        return _MODERATOR
    return _MEMBER


def _unseen(interaction: discord.Interaction) -> frozenset[str]:
    """Give the channels of a server that the asker doesn't see."""
    guild, asker = interaction.guild, interaction.user
    if guild is None:
        return frozenset()
    return unseen(guild, asker if isinstance(asker, discord.Member) else None)


def threads_possible(interaction: discord.Interaction) -> bool:
    """Whether a thread could grow from a message here: only in a server's text channels, not inside a thread."""
    channel = interaction.channel
    return interaction.guild_id is not None and isinstance(channel, discord.TextChannel)


def _digits(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= 20
