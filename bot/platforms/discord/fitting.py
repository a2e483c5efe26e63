"""Whether a channel can take the daily passage: its kind, what the bot may do there, and the forum's tags."""

from typing import Any

import discord

from bot.store.schedules import Style


def unfit(place: Any, wanted: str | None, style: Style, tag: str | None) -> str | None:
    """Tell why a channel can't take posts of a style, as the code of a `daily-problem-` sentence; None where it can."""
    if wanted is None:
        return "channel"
    if place is None or not place.permissions_for(place.guild.me).view_channel:
        return "missing"
    return _kind(place, style) or _permissions(place, style) or (_tags(place, tag) if style is Style.FORUM else None)


def unwritable(place: Any, wanted: str | None) -> str | None:
    """Tell why nothing at all can be written to a channel; None where it can, also where its history can't be read."""
    problem = unfit(place, wanted, Style.MESSAGE, None)
    return None if problem == "history" else problem


def tag_of(forum: discord.ForumChannel, name: str | None) -> discord.ForumTag | None:
    """Find a forum's tag by its name, in whatever case."""
    if name is None:
        return None
    return next((tag for tag in forum.available_tags if tag.name.casefold() == name.casefold()), None)


def _kind(place: Any, style: Style) -> str | None:
    kinds: dict[Style, tuple[type, ...]] = {
        Style.MESSAGE: (discord.TextChannel, discord.VoiceChannel, discord.StageChannel, discord.Thread),
        Style.THREAD: (discord.TextChannel,),
        Style.FORUM: (discord.ForumChannel,),
    }
    return None if isinstance(place, kinds[style]) else "kind"


def _permissions(place: Any, style: Style) -> str | None:
    may = place.permissions_for(place.guild.me)
    if not (may.send_messages_in_threads if isinstance(place, discord.Thread) else may.send_messages):
        return "send"
    if style is Style.THREAD and not may.create_public_threads:
        return "threads"
    return None if may.read_message_history else "history"


def _tags(forum: discord.ForumChannel, tag: str | None) -> str | None:
    if tag is not None and tag_of(forum, tag) is None:
        return "tag"
    return "tag-missing" if tag is None and forum.flags.require_tag else None
