"""Hearing messages where moderators want that, and taking the reactions by which people say that they don't.

Only a bot whose operator has switched on the privileged intent hears anything. Nothing of a message goes further than
`Spotting`, which compares it and drops it.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence

import discord

from bot.commands.desk import Desk
from bot.commands.desk.offering import offered
from bot.discussion.recording import Recording
from bot.discussion.settings import SIGN
from bot.discussion.spotting import Heard, Spotting
from bot.errors import CommonplaceError
from bot.logs import get_logger
from bot.model import Passage
from bot.platforms.discord.answering import Drawn
from bot.platforms.discord.asking import PLATFORM, spoken_in
from bot.platforms.discord.delivering import deliver
from bot.platforms.discord.drawing import draw
from bot.platforms.discord.pausing import Pauses
from bot.store.consents import Consents

_log = get_logger(__name__)

_WRITTEN = (discord.MessageType.default, discord.MessageType.reply)
_PAGE = 100


def person(user: int | str) -> str:
    """Name somebody so that opt-outs tell platforms apart."""
    return f"{PLATFORM}:{user}"


def heard(message: discord.Message, *, edited: bool = False) -> Heard | None:
    """Take what somebody wrote in a server; None for bots, webhooks, Discord's own messages and those without words."""
    written = message.type in _WRITTEN and message.webhook_id is None and not message.author.bot
    if not written or message.guild is None or not message.content.strip():
        return None
    channel = message.channel
    parent = str(channel.parent_id) if isinstance(channel, discord.Thread) else None
    community = f"{PLATFORM}:{message.guild.id}"
    writer = person(message.author.id)
    return Heard(community, str(channel.id), parent, writer, message.content, str(message.id), edited)


class Listening:
    """What the bot does with messages and reactions, from the time on when it serves."""

    def __init__(
        self,
        client: discord.Client,
        desk: Desk,
        pauses: Pauses,
        consents: Consents,
        spotting: Spotting,
        recording: Recording | None = None,
    ) -> None:
        self._client = client
        self._desk = desk
        self._pauses = pauses
        self._consents = consents
        self._spotting = spotting
        self._recording = recording
        self._caught_up = asyncio.Event()

    @property
    def caught_up(self) -> bool:
        """Whether everybody is known who said no while the bot was away."""
        return self._caught_up.is_set()

    async def work(self) -> None:
        """Compare messages until cancelled; first, everybody who said no meanwhile is known."""
        await self._caught_up.wait()
        self._spotting.offer_by(PLATFORM, self._offer)
        await self._spotting.work(self._offer)

    def message(self, message: discord.Message, *, edited: bool = False) -> None:
        """Take a message, or what its writer made of it, up, or let it go."""
        if (taken := heard(message, edited=edited)) is not None:
            self._spotting.hear(taken)

    async def reaction(self, reaction: discord.RawReactionActionEvent, *, added: bool) -> None:
        """Take a reaction to one of the notices as its sender's wish."""
        notice = str(reaction.message_id)
        if str(reaction.emoji) != SIGN or not self._desk.settings.is_notice(notice):
            return
        try:
            change = self._consents.opt_out if added else self._consents.opt_in
            await change(person(reaction.user_id), notice)
        except CommonplaceError as error:
            _log.error("a wish not to be heard was not kept", reason=type(error).__name__)

    async def catch_up(self) -> None:
        """Take the reactions that came while the bot was not connected. One taken away meanwhile still counts."""
        for channel, notice in self._desk.settings.notices():
            try:
                async for user in self._reacted(int(channel), int(notice)):
                    await self._consents.opt_out(person(user), notice)
            except discord.HTTPException as error:
                _log.info("reactions to a notice can't be read", status=error.status)
            except CommonplaceError as error:
                _log.error("a wish not to be heard was not kept", reason=type(error).__name__)
        self._caught_up.set()

    async def _reacted(self, channel: int, message: int) -> AsyncIterator[int]:
        """Give the ids of those who reacted with the sign."""
        if self._client.get_channel(channel) is None:
            return
        last: int | None = None
        while True:
            # discord.py's own way to them costs a second request, for the message.
            users = await self._client.http.get_reaction_users(channel, message, SIGN, _PAGE, last)
            for user in users:
                last = int(user["id"])
                yield last
            if len(users) < _PAGE:
                return

    async def _offer(self, community: str, channel: str, passages: Sequence[Passage]) -> None:
        """Say where the passages stand: to nobody, without a sound, pinging no one."""
        place = self._client.get_channel(int(channel))
        if not isinstance(place, discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread):
            return
        locale = spoken_in(place.guild, community, self._desk.settings)
        drawn, *_ = draw(offered(passages, self._desk, locale), threads=False)

        async def send() -> None:
            """Send the offer, and know from then on which passages it shows."""
            message = await place.send(view=Drawn(drawn), silent=True)
            if self._recording is not None:
                self._recording.gather(community, channel, str(message.id), [(p.id, p.edition) for p in passages])

        await deliver(send, self._pauses, f"offer:{channel}", again=False)
