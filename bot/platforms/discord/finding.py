"""“Find in the texts”: the passages nearest to a message that somebody points at. Its words are kept nowhere."""

from collections.abc import Awaitable, Callable

import discord
from discord import app_commands

from bot.commands.desk.declaration import Command, Words
from bot.platforms.discord.commands import CONTEXTS, INSTALLS
from bot.platforms.discord.naming import named
from bot.platforms.discord.splitting import split
from bot.words import words

FINDS = "quote"
"""The command that finds passages for words."""

_MENU = "discord-menu-find"

Find = Callable[[discord.Interaction, discord.Message], Awaitable[None]]


def menu(find: Find) -> app_commands.ContextMenu:
    """Make the entry in a message's menu."""

    async def callback(interaction: discord.Interaction, message: discord.Message) -> None:
        await find(interaction, message)

    return app_commands.ContextMenu(
        name=named(words("en").say(_MENU), _MENU),
        callback=callback,
        allowed_contexts=CONTEXTS,
        allowed_installs=INSTALLS,
    )


def question(command: Command, message: discord.Message) -> dict[str, str | int] | None:
    """Make the command's arguments of a message's words, cut between words; None where it has no words."""
    parameter = next((p for p in command.parameters if isinstance(p.accepts, Words)), None)
    text = " ".join(message.content.split())
    if parameter is None or not isinstance(parameter.accepts, Words) or not any(c.isalnum() for c in text):
        return None
    return {parameter.name: split(text, parameter.accepts.longest, len)[0].strip()}
