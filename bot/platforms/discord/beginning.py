"""Who asks before there is something to answer with: they wait as long as Discord does, and are told in time.

A first start reads texts and builds their index, which takes from seconds to hours.
"""

import asyncio

import discord

from bot.platforms.discord.delivering import deliver
from bot.platforms.discord.pausing import Pauses


async def begun(serving: asyncio.Event, interaction: discord.Interaction, pauses: Pauses) -> bool:
    """Wait until the bot is `serving`; gives False where that took too long, and the asker was told to ask again."""
    if serving.is_set():
        return True
    # Only who asks this early needs it now: the bot connects before it loads what it answers with.
    from bot.platforms.discord.answering import PATIENCE

    try:
        async with asyncio.timeout(PATIENCE):
            await serving.wait()
    except TimeoutError:
        await _put_off(interaction, pauses)
        return False
    return True


async def _put_off(interaction: discord.Interaction, pauses: Pauses) -> None:
    if interaction.type is discord.InteractionType.autocomplete:  # only choices can be given here, and there are none
        nothing: discord.InteractionResponse[discord.Client] = interaction.response
        await deliver(lambda: nothing.autocomplete([]), pauses, str(interaction.channel_id), again=False)
        return
    from bot.model import Tone
    from bot.platforms.discord.excusing import excuse

    await excuse(interaction, pauses, "discord-still-reading", Tone.NOTE)
