"""From an interaction to its answer: commands, the menu of a message, buttons, and what is offered while typing."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.commands.desk import Desk
from bot.commands.desk.declaration import Command, Parameter
from bot.model import ActionKind, Right
from bot.platforms.discord import components, finding
from bot.platforms.discord.answering import Exchange, answer
from bot.platforms.discord.asking import community_of, locale_of, request_of
from bot.platforms.discord.commands import slash
from bot.platforms.discord.custom_ids import Pressed, arguments
from bot.platforms.discord.pausing import Pauses
from bot.platforms.shared.asking import Dispatch
from bot.words import words

if TYPE_CHECKING:  # the bot connects before it loads what it answers with
    from bot.discussion.discussing import Discussing
    from bot.platforms.discord.client import Client
    from bot.platforms.discord.counting import Counting
    from bot.platforms.discord.wrapping import Around
    from bot.platforms.shared.linking import Links

_UNAUTHORIZED = 401

Tracked = Callable[[Awaitable[None]], Awaitable[None]]
"""Does something that the end of the process waits for."""


class Serving:
    """Takes interactions to the dispatch and brings back what it says."""

    def __init__(
        self,
        client: "Client",
        dispatch: Dispatch,
        desk: Desk,
        discussing: "Discussing | None",
        counting: "Counting | None",
        links: "Links | None",
        pauses: Pauses,
        tracked: Tracked,
    ) -> None:
        self._client = client
        self._dispatch = dispatch
        self._desk = desk
        self._discussing = discussing
        self._counting = counting
        self._links = links
        self._pauses = pauses
        self._tracked = tracked
        self._around: Around | None = None

    def fill(self, tree: app_commands.CommandTree[Any]) -> None:
        """Put every command into the list, and the entries of a message's menu."""
        for command in self._dispatch.commands.values():
            tree.add_command(slash(command, self._run, self._complete))
        for name in finding.ENTRIES:
            if name in self._dispatch.commands:
                tree.add_command(finding.menu(name, self._point))

    async def press(self, interaction: discord.Interaction, press: Pressed) -> None:
        """Answer a button: a thread is opened, everything else is a command."""
        if press.kind is ActionKind.THREAD:
            await self._tracked(self._open_thread(interaction, press.target))
            return
        if press.kind is ActionKind.CORRECT:
            await self._run(interaction, self._dispatch.commands["texts"], {"action": "correct", "text": press.target})
            return
        hidden = interaction.message is not None and interaction.message.flags.ephemeral
        filled = arguments(press, self._dispatch.commands.get(press.kind.value))
        request = request_of(interaction, press.kind.value, filled)
        dispatch = self._noted(interaction, self._dispatch)
        await self._tracked(answer(interaction, dispatch, self._pauses, request, private=hidden))

    def _noted(self, interaction: discord.Interaction, dispatch: Dispatch) -> Dispatch:
        return dispatch if self._counting is None else self._counting.noting(interaction, dispatch)

    async def _run(
        self, interaction: discord.Interaction, command: Command, arguments: Mapping[str, str | int]
    ) -> None:
        # Loaded with the first command: a start need not wait for it.
        from bot.platforms.discord.wrapping import Around, wrapped

        moderating = Right.MODERATE in command.rights
        curators = self._desk.texts.curators if moderating else frozenset[str]()
        request = request_of(interaction, command.name, arguments, curators, moderating=moderating)
        if self._around is None:
            self._around = Around(self._client, self._desk, self._discussing, self._links, self._pauses)
        dispatch = wrapped(interaction, command, self._dispatch, self._around)
        await self._tracked(answer(interaction, self._noted(interaction, dispatch), self._pauses, request))

    async def _complete(
        self, interaction: discord.Interaction, parameter: Parameter, typed: str
    ) -> list[app_commands.Choice[str]]:
        # Loaded when somebody types: it looks into the store's settings, which a start need not wait for.
        from bot.platforms.discord import suggesting

        return await suggesting.choices(parameter, str(typed), self._desk, self._dispatch, community_of(interaction).id)

    async def _point(self, interaction: discord.Interaction, command: str, message: discord.Message) -> None:
        arguments = finding.question(self._dispatch.commands[command], message)
        if arguments is None:
            await self._client.excuse(interaction, "discord-nothing-to-find")
            return
        request = request_of(interaction, command, arguments)
        await self._tracked(answer(interaction, self._dispatch, self._pauses, request, private=True))

    async def _open_thread(self, interaction: discord.Interaction, passage: str) -> None:
        # Only threads need the commands' words here, and with them the index: a start can do without.
        from bot.platforms.discord import threads

        exchange = Exchange(interaction, self._pauses, private=True)
        say = words(locale_of(interaction))
        grown = self._counting.grown if self._counting is not None else None
        try:
            told = await threads.Growing(interaction, exchange, self._desk, self._pauses, say, grown).told(passage)
        except discord.HTTPException as error:
            if error.status != _UNAUTHORIZED:
                raise
            await self._client.give_up()
            return
        await exchange.send([[components.text(told)]], private=True)
