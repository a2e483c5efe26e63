"""Finding the bot's own posts in a channel again: by the number that their card has, which nobody sees."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import discord

from bot.platforms.discord.components import Component

_PAGE = 100
_EARLIER = timedelta(hours=1)
"""So far may the clocks of this machine and of Discord be apart without a post being overlooked."""

Raw = dict[str, Any]
"""A message or thread as Discord's API gives it."""


def since(tried: datetime) -> int:
    """Give the moment from which on a post may stand that was first sent then, as an id."""
    return discord.utils.time_snowflake(tried - _EARLIER)


def marked(message: tuple[Component, ...], mark: int) -> list[Component]:
    """Give the card around a post its number, of at most 31 bits."""
    card, *others = message
    return [{**card, "id": mark}, *others]


def is_marked(client: discord.Client, message: Raw, mark: int) -> bool:
    """Whether a message is the bot's own, with that number on its card."""
    own = int(message["author"]["id"]) == own_id(client)
    return own and any(part.get("id") == mark for part in message.get("components", ()))


def own_id(client: discord.Client) -> int:
    """Give the bot's own id; 0 before it is known."""
    return client.user.id if client.user is not None else 0


async def messages(client: discord.Client, channel: int, since: int) -> AsyncIterator[Raw]:
    """Give the first messages after a moment (as an id), and the latest ones. Raises what discord.py raises."""
    for message in await client.http.logs_from(channel, _PAGE, after=since):
        yield dict(message)
    for message in await client.http.logs_from(channel, _PAGE):
        yield dict(message)
