"""Writing to a channel of a server what nobody asked for at that moment: corrections, the moderators' digest."""

from functools import partial

import discord

from bot.discussion.settings import Settings
from bot.model import Block, Reply
from bot.platforms.discord.answering import Drawn
from bot.platforms.discord.delivering import Outcome, deliver
from bot.platforms.discord.drawing import draw
from bot.platforms.discord.pausing import Pauses


class DiscordAnnouncer:
    """Announces as `discussion/announcing.py` wants it."""

    def __init__(self, client: discord.Client, pauses: Pauses, settings: Settings) -> None:
        self._client = client
        self._pauses = pauses
        self._settings = settings

    def locale(self, community: str) -> str:
        """Give the language that moderators have set, else the one that a server is in."""
        guild = self._client.get_guild(int(community.partition(":")[2] or 0))
        return self._settings.spoken(community, str(guild.preferred_locale) if guild is not None else "en")

    async def announce(self, community: str, channel: str, blocks: tuple[Block, ...]) -> bool:
        """Write to a channel of that server, where the bot may; pings nobody. Gives whether all of it arrived."""
        place = self._client.get_channel(int(channel)) if channel.isdecimal() else None
        if not isinstance(place, discord.abc.Messageable) or isinstance(place, discord.abc.PrivateChannel):
            return False
        if f"discord:{place.guild.id}" != community:
            return False
        for drawn in draw(Reply(blocks), threads=False):
            post = partial(place.send, view=Drawn(drawn))
            sent = await deliver(post, self._pauses, channel, again=False)
            if sent is not Outcome.DONE:
                return False
        return True
