"""Fetching the files that come with a command: only for those who may change texts, and gone once it is answered."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import discord

from bot.commands.desk.curating import Curating
from bot.commands.desk.declaration import Command
from bot.commands.desk.dispatch import explained
from bot.errors import CommonplaceError, FileTooLarge, FileUnreadable
from bot.model import Reply, Request, Right
from bot.platforms.shared.asking import Dispatch
from bot.platforms.shared.filenames import plain

Attachments = Mapping[str, discord.Attachment]
"""The files that were given, by parameter."""


def attached(interaction: discord.Interaction, command: Command) -> Attachments:
    """Give the files that came with an interaction."""
    given = {parameter.name: getattr(interaction.namespace, parameter.name, None) for parameter in command.parameters}
    return {name: value for name, value in given.items() if isinstance(value, discord.Attachment)}


class Uploading:
    """The way from one interaction's request to its reply, with the files that came with it."""

    def __init__(self, dispatch: Dispatch, texts: Curating, given: Attachments) -> None:
        self._dispatch = dispatch
        self._texts = texts
        self._given = given

    @property
    def commands(self) -> Mapping[str, Command]:
        """Every command by its name."""
        return self._dispatch.commands

    async def ask(self, request: Request) -> Reply:
        """Answer a request; never raises. Who may not change texts is refused before anything is fetched."""
        if not self._given or Right.OPERATE not in request.rights:
            return await self._dispatch.ask(request)
        async with self._texts.receiving() as folder:
            try:
                # Each in a folder of its own: two may be called the same.
                files = {name: str(await self._fetched(value, folder / name)) for name, value in self._given.items()}
            except CommonplaceError as error:
                return explained(error, request.locale)
            return await self._dispatch.ask(replace(request, arguments={**request.arguments, **files}))

    async def shown(self, request: Request, reply: Reply) -> None:
        """Count what was shown, once it was."""
        await self._dispatch.shown(request, reply)

    async def _fetched(self, given: discord.Attachment, folder: Path) -> Path:
        """Fetch a file. Raises FileTooLarge by the size that Discord tells, and FileUnreadable."""
        name = plain(given.filename)
        if given.size > self._texts.most:
            raise FileTooLarge(name, self._texts.most)
        try:
            await asyncio.to_thread(folder.mkdir)
            await given.save(folder / name)
        except (discord.HTTPException, OSError):
            raise FileUnreadable(name, "missing") from None
        return folder / name
