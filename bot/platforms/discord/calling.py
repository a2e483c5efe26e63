"""What channels are called: counts know them by their ids, which say nothing to people."""

from dataclasses import replace

import discord

from bot.model import Bar, Bars, Block, Reply


def with_names(reply: Reply, guild: discord.Guild | None) -> Reply:
    """Call channels by their names, where a bar is labelled by the id of one of the server's."""
    if guild is None or not any(isinstance(block, Bars) for block in reply.blocks):
        return reply
    return replace(reply, blocks=tuple(_block(block, guild) for block in reply.blocks))


def _block(block: Block, guild: discord.Guild) -> Block:
    return replace(block, bars=tuple(_bar(bar, guild) for bar in block.bars)) if isinstance(block, Bars) else block


def _bar(bar: Bar, guild: discord.Guild) -> Bar:
    channel = guild.get_channel_or_thread(int(bar.label)) if bar.label.isdecimal() else None
    return replace(bar, label=f"#{channel.name}") if channel is not None else bar
