"""Adding the one-time link to the moderators' page to a reply that asks for it: only here it is known who asked."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol
from urllib.parse import urlsplit

import discord

from bot.commands.desk.declaration import Command
from bot.config import is_loopback
from bot.model import Block, Link, Reply, Request, Right, Text, Tone
from bot.platforms.discord.asking import Dispatch
from bot.platforms.discord.listening import person
from bot.web.links import LIFE_MINUTES
from bot.web.sessions import LIFE_HOURS
from bot.words import Words, words

_PATIENCE = 5.0


class Links(Protocol):
    """Makes links to the page."""

    @property
    def base(self) -> str:
        """The page's address, without a slash at its end."""
        ...

    def mint(self, community: str, person: str, locale: str) -> str:
        """Make a link for a moderator of a community."""
        ...


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
        say = words(request.locale)
        if self._links is None:
            return _refused("page-off", say)
        if self._interaction.guild_id is None or Right.MODERATE not in request.rights:
            return _refused("page-private-only", say)
        if not await self._let_in(request.community.id):
            return _refused("page-not-for-you", say)
        return replace(reply, blocks=(*reply.blocks, *self._linked(self._links, request, say)), private=True)

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

    def _linked(self, links: Links, request: Request, say: Words) -> tuple[Block, ...]:
        link = links.mint(request.community.id, person(self._interaction.user.id), request.locale)
        told = Text(say.say("page-link-told", minutes=LIFE_MINUTES, hours=LIFE_HOURS), Tone.NOTE)
        here = is_loopback(urlsplit(links.base).hostname)
        only_here = (Text(say.say("page-link-here"), Tone.NOTE),) if here else ()
        return (Link(say.say("page-link"), link), told, *only_here)


def _refused(message: str, say: Words) -> Reply:
    return Reply((Text(say.say(message), Tone.ERROR),), private=True)
