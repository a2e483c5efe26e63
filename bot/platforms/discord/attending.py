"""What Discord tells of messages, reactions and places, handed to those who attend to it: each knows its own part."""

from typing import TYPE_CHECKING

import discord

from bot.commands.desk import Desk
from bot.discussion.discussing import Discussing
from bot.platforms.discord.arriving import Data
from bot.platforms.discord.counting import Counting
from bot.platforms.discord.listening import Listening
from bot.platforms.discord.pausing import Pauses
from bot.platforms.discord.places import Places

if TYPE_CHECKING:
    from bot.platforms.discord.client import Client


class Attending:
    """`places` are always attended to; `counting` and `listening` where the configuration says so."""

    def __init__(
        self, client: "Client", desk: Desk, discussing: Discussing, pauses: Pauses, *, hearing: bool, counting: bool
    ) -> None:
        recording = discussing.recording
        heard = discussing.consents, discussing.spotting
        self.places = Places(client, discussing.leaving, desk.daily, recording, desk.settings)
        self.counting = Counting(client, recording) if counting else None
        self.listening = Listening(client, desk, pauses, *heard, recording) if hearing else None

    async def look_around(self) -> None:
        """Notice what happened while the bot was not connected."""
        if self.listening is not None:  # first, because messages wait for it
            await self.listening.catch_up()
        await self.places.compare()

    def take(self, event: str, data: Data) -> None:
        """Have what people do with the bot's messages counted, once everybody is known who does not want that."""
        if self.counting is not None and (self.listening is None or self.listening.caught_up):
            self.counting.take(event, data)

    def message(self, message: discord.Message) -> None:
        """Let those who listen have a message, if anybody does."""
        if self.listening is not None:
            self.listening.message(message)

    def edited(self, edit: discord.RawMessageUpdateEvent) -> None:
        """Let those who listen have what a message has become; Discord also tells of links that it has looked up."""
        if self.listening is not None and edit.data.get("edited_timestamp"):
            self.listening.message(edit.message, edited=True)

    async def reaction(self, reaction: discord.RawReactionActionEvent, *, added: bool) -> None:
        """Take, or take back, a reaction that may mean that somebody does not want to be heard."""
        if self.listening is not None:
            await self.listening.reaction(reaction, added=added)
