"""Telling an asker alone, in one sentence, why there is no answer."""

import discord

from bot.model import Reply, Text, Tone
from bot.platforms.discord.answering import Exchange
from bot.platforms.discord.asking import locale_of
from bot.platforms.discord.drawing import draw
from bot.platforms.discord.pausing import Pauses
from bot.words import words


async def excuse(interaction: discord.Interaction, pauses: Pauses, message: str, tone: Tone = Tone.ERROR) -> None:
    """Tell the asker a sentence by its id."""
    reply = Reply((Text(words(locale_of(interaction)).say(message), tone),), private=True)
    await Exchange(interaction, pauses, private=True).send(draw(reply), private=True)
