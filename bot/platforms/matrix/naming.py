"""Putting names in the place of rooms' ids, which are all that is kept of them."""

from dataclasses import replace

from bot.model import Bar, Bars, Block, Reply
from bot.platforms.matrix.rooms import Rooms


def with_names(reply: Reply, rooms: Rooms) -> Reply:
    """Give a reply whose bars have rooms' names where they had ids."""
    if not any(isinstance(block, Bars) for block in reply.blocks):
        return reply
    return replace(reply, blocks=tuple(_block(block, rooms) for block in reply.blocks))


def _block(block: Block, rooms: Rooms) -> Block:
    return replace(block, bars=tuple(_bar(bar, rooms) for bar in block.bars)) if isinstance(block, Bars) else block


def _bar(bar: Bar, rooms: Rooms) -> Bar:
    room = rooms.get(bar.label)
    name = (room.name or room.alias) if room is not None else None
    return bar if name is None else replace(bar, label=name)
