"""Opening a thread on a passage: named after it, with the place where it stands as the first message."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import discord

from bot.commands.desk import Desk
from bot.commands.desk.wording import citation
from bot.errors import CommonplaceError, PassageWithheld
from bot.model import Action, ActionKind, Passage
from bot.platforms.discord import components
from bot.platforms.discord.answering import Drawn, Exchange
from bot.platforms.discord.asking import PLATFORM
from bot.platforms.discord.components import Component
from bot.platforms.discord.custom_ids import custom_id
from bot.platforms.discord.escaping import escape
from bot.platforms.discord.pausing import Pauses
from bot.platforms.shared.splitting import shorten
from bot.words import Words, words

LONGEST_NAME = 100

Grown = Callable[[discord.Thread, tuple[str, str]], None]
"""Is told of a thread and of its passage, as (passage id, edition)."""

_LONGEST_PLACE = 600
_EXISTS, _NOT_HERE = 160004, {50024, 50068}
_UNAUTHORIZED = 401
_KEPT_OPEN: Final = 1440  # minutes without a message after which Discord folds the thread away


class ThreadRefused(Exception):
    """No thread can be opened; `message` is the id of the sentence that says why."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def check(interaction: discord.Interaction) -> discord.Message:
    """Give the message that a thread can grow from; raises ThreadRefused where none can."""
    message, channel = interaction.message, interaction.channel
    if message is None or interaction.guild_id is None:
        raise ThreadRefused("discord-thread-not-here")
    if message.flags.ephemeral or not isinstance(channel, discord.TextChannel):
        raise ThreadRefused("discord-thread-not-here")
    if message.flags.has_thread:
        raise ThreadRefused("discord-thread-exists")
    may = interaction.app_permissions
    if not (may.view_channel and may.create_public_threads and may.send_messages_in_threads):
        raise ThreadRefused("discord-thread-forbidden")
    return message


@dataclass(frozen=True, slots=True)
class Growing:
    """Opening a thread for who pressed a button. `grown` is told of each thread and its passage."""

    interaction: discord.Interaction
    exchange: Exchange
    desk: Desk
    pauses: Pauses
    say: Words
    grown: Grown | None = None

    async def told(self, passage: str) -> str:
        """Open a thread on a passage and give what to tell the presser in any case, as Markdown.

        Raises HTTPException where the token is no longer good, and whatever the library raises.
        """
        try:
            return await self._grow(passage)
        except ThreadRefused as refused:
            return escape(self.say.say(refused.message))
        except CommonplaceError as error:
            return escape(self.say.explain(error))

    async def _grow(self, passage: str) -> str:
        message = check(self.interaction)
        scope = f"thread:{message.channel.id}"
        if not self.pauses.allows(scope):
            raise ThreadRefused("discord-thread-forbidden")
        await self.exchange.defer()
        (found,) = await self.desk.library.passages([passage])
        community = f"{PLATFORM}:{self.interaction.guild_id}"
        if found.id in self.desk.withholding.of(community):
            raise PassageWithheld
        try:
            # Everybody sees what stands in it, where a moderator may have set the language.
            public = words(self.desk.settings.spoken(community, self.say.language))
            thread = await open_thread(message, found, self.desk, public)
        except discord.HTTPException as error:
            if isinstance(error, discord.Forbidden | discord.NotFound):
                self.pauses.refused(scope)
            if error.status == _UNAUTHORIZED:
                raise
            raise ThreadRefused(_why(error)) from error
        self.pauses.worked(scope)
        if self.grown is not None:
            self.grown(thread, (found.id, found.edition))
        return f"{escape(self.say.say('discord-thread-opened'))} {thread.mention}"


async def open_thread(message: discord.Message, passage: Passage, desk: Desk, say: Words) -> discord.Thread:
    """Open the thread and say in it what it is about."""
    document = await desk.library.document(passage.source, passage.edition)
    name = shorten(document.derive(passage.spans), LONGEST_NAME)
    thread = await message.create_thread(name=name, auto_archive_duration=_KEPT_OPEN)
    await thread.send(view=Drawn(_opening(passage, desk, say)))
    return thread


def _why(error: discord.HTTPException) -> str:
    if error.code == _EXISTS:
        return "discord-thread-exists"
    if error.code in _NOT_HERE:
        return "discord-thread-not-here"
    return "discord-thread-forbidden" if isinstance(error, discord.Forbidden) else "discord-thread-failed"


def _opening(passage: Passage, desk: Desk, say: Words) -> list[Component]:
    """Say where the passage stands, and offer what stands around it."""
    place = escape(shorten(citation(passage, desk, say), _LONGEST_PLACE))
    drawn = [components.text(f"{escape(say.say('discord-thread-about'))}\n**{place}**")]
    around = custom_id(Action(ActionKind.CONTEXT, "", passage.id))
    if around is not None:
        drawn.append(components.row([components.button(say.say("discord-thread-context"), around)]))
    return drawn
