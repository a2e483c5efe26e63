"""What a message's menu offers: “Find in the texts” and “Check this quote”. The message's words are kept nowhere."""

from collections.abc import Awaitable, Callable

import discord
from discord import app_commands

from bot.commands.desk.declaration import Command, Words
from bot.platforms.discord.commands import CONTEXTS, INSTALLS
from bot.platforms.discord.naming import named
from bot.platforms.shared.splitting import split
from bot.words import words

ENTRIES = {"quote": "discord-menu-find", "check": "discord-menu-check"}
"""Commands that take a message's words, and what their entry in its menu is called."""

Point = Callable[[discord.Interaction, str, discord.Message], Awaitable[None]]


def menu(command: str, point: Point) -> app_commands.ContextMenu:
    """Make a command's entry in a message's menu."""
    title = ENTRIES[command]

    async def callback(interaction: discord.Interaction, message: discord.Message) -> None:
        """Run the command on a message."""
        await point(interaction, command, message)

    return app_commands.ContextMenu(
        name=named(words("en").say(title), title),
        callback=callback,
        allowed_contexts=CONTEXTS,
        allowed_installs=INSTALLS,
    )


def question(command: Command, message: discord.Message) -> dict[str, str | int] | None:
    """Make the command's arguments of a message's words, cut between words; None where it has no words."""
    parameter = next((p for p in command.parameters if isinstance(p.accepts, Words)), None)
    text = message.content.strip()
    if parameter is None or not isinstance(parameter.accepts, Words) or not any(c.isalnum() for c in text):
        return None
    return {parameter.name: split(text, parameter.accepts.longest, len)[0].strip()}
