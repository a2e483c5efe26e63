"""Writing to a channel of a server what nobody asked for at that moment: corrections, the moderators' digest."""

from datetime import datetime
from typing import Any

import aiohttp
import discord

from bot.daily.sending import LEFT
from bot.discussion.announcing import Arrival, Slip
from bot.discussion.settings import Settings
from bot.logs import get_logger
from bot.model import Block, Reply
from bot.platforms.discord import standing
from bot.platforms.discord.answering import Drawn
from bot.platforms.discord.asking import guild_of, place_of, spoken_in
from bot.platforms.discord.components import Component
from bot.platforms.discord.delivering import Outcome, deliver
from bot.platforms.discord.drawing import draw
from bot.platforms.discord.fitting import unwritable
from bot.platforms.discord.pausing import Pauses

_log = get_logger(__name__)


class DiscordAnnouncer:
    """Announces as `discussion/announcing.py` wants it."""

    def __init__(self, client: discord.Client, pauses: Pauses, settings: Settings) -> None:
        self._client = client
        self._pauses = pauses
        self._settings = settings

    def locale(self, community: str) -> str:
        """Give the language that moderators have set, else the one that a server is in."""
        return spoken_in(guild_of(self._client, community), community, self._settings)

    def problem(self, community: str, channel: str) -> str | None:
        """Tell what a channel lacks; it is known from what Discord says of servers by itself."""
        guild = guild_of(self._client, community)
        if guild is None:
            return LEFT
        if guild.unavailable:
            return None
        return unwritable(place_of(guild, channel), channel)

    async def announce(self, community: str, channel: str, blocks: tuple[Block, ...]) -> bool:
        """Write to a channel of that server, where the bot may; pings nobody. Gives whether all of it arrived."""
        return await self._write(self._place(community, channel), blocks, None) is Arrival.ARRIVED

    async def post(self, slip: Slip, blocks: tuple[Block, ...]) -> Arrival:
        """Write to a channel, with a nonce by which Discord knows a repetition, and a mark to find it by."""
        return await self._write(self._place(slip.community, slip.channel), blocks, slip)

    async def find(self, slip: Slip, tried: datetime) -> Arrival | None:
        """Look for a post among the messages around the time when it was first sent, and among the latest."""
        place = self._place(slip.community, slip.channel)
        if place is None:
            return Arrival.REFUSED
        if not place.permissions_for(place.guild.me).read_message_history:
            return None
        since = standing.since(tried)
        try:
            async for message in standing.messages(self._client, place.id, since):
                if standing.is_marked(self._client, message, slip.mark):
                    return Arrival.ARRIVED
        except discord.HTTPException as error:
            return None if error.status < 500 else Arrival.UNSURE
        except (aiohttp.ClientError, OSError, TimeoutError):
            return Arrival.UNSURE
        return Arrival.REFUSED

    def _place(self, community: str, channel: str) -> Any:
        """Give a channel of that server that can be written to, or None."""
        place = self._client.get_channel(int(channel)) if channel.isdecimal() else None
        if not isinstance(place, discord.abc.Messageable) or isinstance(place, discord.abc.PrivateChannel):
            return None
        return place if f"discord:{place.guild.id}" == community else None

    async def _write(self, place: Any, blocks: tuple[Block, ...], slip: Slip | None) -> Arrival:
        if place is None:
            return Arrival.REFUSED
        for number, drawn in enumerate(draw(Reply(blocks), threads=False)):
            arrival = await self._send(place, drawn, slip, number)
            if arrival is not Arrival.ARRIVED:
                return arrival
        return Arrival.ARRIVED

    async def _send(self, place: Any, drawn: tuple[Component, ...], slip: Slip | None, number: int) -> Arrival:
        """Send one message; what Discord refuses did not arrive, of everything else nobody knows."""
        refused = False

        async def send() -> None:
            """Send it, and note whether Discord itself refused it."""
            nonlocal refused
            try:
                if slip is None:
                    await place.send(view=Drawn(drawn))
                else:
                    card = drawn if number else standing.marked(drawn, slip.mark)
                    await place.send(view=Drawn(card), nonce=slip.numbered(number))
            except discord.HTTPException as error:
                refused = error.status < 500
                raise

        if await deliver(send, self._pauses, str(place.id), again=False) is Outcome.DONE:
            return Arrival.ARRIVED
        return Arrival.REFUSED if refused else Arrival.UNSURE
