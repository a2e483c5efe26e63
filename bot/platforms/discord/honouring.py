"""Carrying out what a reply leaves to the platform: its asker's wishes, and telling a channel something.

It is done before the reply goes out, so that what the reply says is true.
"""

from collections.abc import Mapping
from dataclasses import replace

import discord

from bot.commands.desk import Desk
from bot.commands.desk.declaration import Command
from bot.commands.desk.dispatch import explained
from bot.commands.desk.erasing import erased
from bot.discussion.discussing import Discussing
from bot.discussion.settings import SETTINGS
from bot.errors import CommonplaceError, StoreError
from bot.logs import get_logger
from bot.model import Consent, Notice, Reply, Request
from bot.platforms.discord.answering import Drawn
from bot.platforms.discord.delivering import Outcome, deliver
from bot.platforms.discord.drawing import draw
from bot.platforms.discord.listening import person
from bot.platforms.discord.pausing import Pauses
from bot.platforms.shared.asking import Dispatch
from bot.platforms.shared.linking import refused
from bot.store.consents import Consents

_log = get_logger(__name__)


class Honouring:
    """The way from one interaction's request to its reply. Who asks is known here, and goes no further."""

    def __init__(
        self,
        interaction: discord.Interaction,
        dispatch: Dispatch,
        desk: Desk,
        discussing: Discussing | None,
        pauses: Pauses,
    ) -> None:
        self._interaction = interaction
        self._dispatch = dispatch
        self._desk = desk
        self._discussing = discussing
        self._pauses = pauses

    @property
    def commands(self) -> Mapping[str, Command]:
        """Every command by its name."""
        return self._dispatch.commands

    async def ask(self, request: Request) -> Reply:
        """Answer a request, with what its reply asks for done; never raises."""
        reply = await self._dispatch.ask(await self._marked(request))
        try:
            if reply.consent is Consent.ERASE and self._discussing is not None:
                rows = await self._discussing.forgetting.person(person(self._interaction.user.id))
                reply = replace(reply, blocks=(*reply.blocks, *erased(rows, request.locale)))
            elif reply.consent is not None and self._discussing is not None:
                await self._wish(self._discussing.consents, reply.consent)
            if reply.notice is not None and not await self._told(request, reply.notice):
                return refused("discord-notice-refused", request.locale)
        except CommonplaceError as error:
            return explained(error, request.locale)
        return reply

    async def shown(self, request: Request, reply: Reply) -> None:
        """Count what was shown, once it was."""
        await self._dispatch.shown(request, reply)

    async def _marked(self, request: Request) -> Request:
        """Give a moderator's request their mark, by which what they do is told from what others do."""
        if not request.rights or self._discussing is None:
            return request
        try:
            mark = await self._discussing.consents.mark(person(self._interaction.user.id))
        except StoreError as error:  # a full disk: what is done is kept without who did it
            _log.warning("a moderator could not be marked", kind=type(error).__name__)
            return request
        return replace(request, moderator=mark)

    async def _wish(self, consents: Consents, wish: Consent) -> None:
        change = consents.opt_out if wish is Consent.OUT else consents.opt_in
        await change(person(self._interaction.user.id))

    async def _told(self, request: Request, notice: Notice) -> bool:
        """Tell the channel, then set; gives whether the channel could be told. A notice of nothing is taken back."""
        message = await self._posted(notice)
        if message is None:
            return False
        setting = SETTINGS[notice.setting]
        try:
            await self._desk.settings.set(setting, request.community.id, notice.channel, notice.value, str(message.id))
        except CommonplaceError:
            await deliver(message.delete, self._pauses, f"notice:{notice.channel}", again=True)
            raise
        return True

    async def _posted(self, notice: Notice) -> discord.Message | None:
        place = self._interaction.client.get_channel(int(notice.channel)) if notice.channel.isdecimal() else None
        if not isinstance(place, discord.abc.Messageable) or isinstance(place, discord.abc.PrivateChannel):
            return None
        if place.guild.id != self._interaction.guild_id:
            return None
        posted: list[discord.Message] = []
        drawn, *_ = draw(Reply(notice.blocks), threads=False)

        async def post() -> None:
            """Send the notice, and keep its message."""
            posted.append(await place.send(view=Drawn(drawn)))

        outcome = await deliver(post, self._pauses, f"notice:{notice.channel}", again=False)
        return posted[0] if outcome is Outcome.DONE and posted else None
