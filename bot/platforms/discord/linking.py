"""Adding the one-time link to the moderators' page to a reply that asks for it: only here it is known who asked."""

import asyncio
from collections.abc import Mapping
from typing import Protocol

import discord

from bot.commands.desk.declaration import Command
from bot.model import Reply, Request, Right
from bot.platforms.discord.listening import person
from bot.platforms.shared.asking import Dispatch
from bot.platforms.shared.linking import Links, linked, refused

_PATIENCE = 5.0


class Gate(Protocol):
    """Knows who is let in to the page."""

    async def may_moderate(self, community: str, person: str) -> bool:
        """Whether a person looks after a whole community now; False, too, where that can't be told."""
        ...


class Linking:
    """The way from one interaction's request to its reply, with a link where the reply asks for one."""

    def __init__(self, interaction: discord.Interaction, dispatch: Dispatch, links: Links | None, gate: Gate) -> None:
        self._interaction = interaction
        self._dispatch = dispatch
        self._links = links
        self._gate = gate

    @property
    def commands(self) -> Mapping[str, Command]:
        """Every command by its name."""
        return self._dispatch.commands

    async def ask(self, request: Request) -> Reply:
        """Answer a request; a reply with a link is for the asker's eyes alone. Never raises."""
        reply = await self._dispatch.ask(request)
        if not reply.page:
            return reply
        if self._links is None:
            return refused("page-off", request.locale)
        if self._interaction.guild_id is None or Right.MODERATE not in request.rights:
            return refused("page-private-only", request.locale)
        if not await self._let_in(request.community.id):
            return refused("page-not-for-you", request.locale)
        return linked(reply, self._links, request, person(self._interaction.user.id))

    async def shown(self, request: Request, reply: Reply) -> None:
        """Count what was shown, once it was."""
        await self._dispatch.shown(request, reply)

    async def _let_in(self, community: str) -> bool:
        """Ask at the page's door: rights in the one channel where a link is asked for are not enough there."""
        try:
            async with asyncio.timeout(_PATIENCE):
                return await self._gate.may_moderate(community, person(self._interaction.user.id))
        except TimeoutError:
            return False
