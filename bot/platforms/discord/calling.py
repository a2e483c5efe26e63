"""What channels are called: counts know them by their ids, which say nothing to people."""

from dataclasses import replace

import discord

from bot.commands.desk.channels import channel_name
from bot.model import Bar, Bars, Block, Reply
from bot.platforms.discord.asking import locale_of
from bot.platforms.discord.seeing import sees
from bot.words import words


def with_names(reply: Reply, interaction: discord.Interaction) -> Reply:
    """Call channels by their names, where a bar is labelled by the id of one of the server's.

    A channel that the asker doesn't see has no name for them, and one that is gone is told by the end of its id.
    """
    if interaction.guild is None or not any(isinstance(block, Bars) for block in reply.blocks):
        return reply
    return replace(reply, blocks=tuple(_block(block, interaction) for block in reply.blocks))


def _block(block: Block, interaction: discord.Interaction) -> Block:
    if not isinstance(block, Bars):
        return block
    return replace(block, bars=tuple(_bar(bar, interaction) for bar in block.bars))


def _bar(bar: Bar, interaction: discord.Interaction) -> Bar:
    guild, asker = interaction.guild, interaction.user
    channel = guild.get_channel_or_thread(int(bar.label)) if guild is not None and bar.label.isdecimal() else None
    if channel is None:
        return replace(bar, label=channel_name(bar.label, words(locale_of(interaction))))
    if isinstance(asker, discord.Member) and sees(asker, channel):
        return replace(bar, label=f"#{channel.name}")
    return replace(bar, label=words(locale_of(interaction)).say("channel-unseen"))
