"""Which interactions are answered: each once, and none while Discord wants silence."""

import logging
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

import discord
from discord import app_commands

from bot.logs import get_logger
from bot.platforms.discord.pausing import Pauses

_log = get_logger(__name__)

_REMEMBERED = 2048


class Once:
    """Tells interactions that come twice, as they do when Discord or the line repeats an event."""

    def __init__(self) -> None:
        self._known: set[int] = set()
        self._order: deque[int] = deque()

    def first(self, interaction: int) -> bool:
        """Whether this is the first time for an interaction's id."""
        if interaction in self._known:
            return False
        self._known.add(interaction)
        self._order.append(interaction)
        if len(self._order) > _REMEMBERED:
            self._known.discard(self._order.popleft())
        return True


class Tree(app_commands.CommandTree[Any]):
    """The list of commands, and what happens when one of them can't even be called."""

    def __init__(
        self,
        client: discord.Client,
        serving: Callable[[discord.Interaction], Awaitable[bool]],
        pauses: Pauses,
        once: Once,
    ) -> None:
        super().__init__(client)
        self._serving = serving
        self._pauses = pauses
        self._once = once
        logging.getLogger("discord.app_commands.tree").addFilter(_without_people)

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Let an interaction pass once, when it can be answered, and only where nothing forbids that."""
        if not (self._pauses.allows(str(interaction.channel_id)) and self._once.first(interaction.id)):
            return False
        return await self._serving(interaction)

    async def on_error(self, interaction: discord.Interaction, error: app_commands.AppCommandError, /) -> None:
        """Log what failed, without what was asked, and tell the asker."""
        client: Any = interaction.client
        if isinstance(error, app_commands.CommandNotFound | app_commands.CommandSignatureMismatch):
            # Discord still shows a list of commands from before an upgrade.
            _log.info("a command of an older list was used", kind=type(error).__name__)
            await client.excuse(interaction, "discord-command-unknown")
            return
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        _log.error("a command failed on Discord", exc_info=cause)
        await client.excuse(interaction, "reply-failed")


def _without_people(record: logging.LogRecord) -> bool:
    """Take ids of people out of what discord.py logs of its own."""
    record.msg, record.args = "an interaction failed in discord.py", ()
    return True
