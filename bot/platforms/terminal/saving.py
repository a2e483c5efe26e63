"""Files that come with a reply, saved beside whoever asked: into the current folder, over nothing that is there."""

import asyncio
from dataclasses import replace
from itertools import count
from pathlib import Path

from bot.model import Attachment, Block, Reply, Text, Tone
from bot.words import Words


async def saved(reply: Reply, folder: Path, say: Words) -> Reply:
    """Save the attachments of a reply into a folder, and say so in their place."""
    if not any(isinstance(block, Attachment) for block in reply.blocks):
        return reply
    blocks = [await _block(block, folder, say) for block in reply.blocks]
    return replace(reply, blocks=tuple(blocks))


async def _block(block: Block, folder: Path, say: Words) -> Block:
    if not isinstance(block, Attachment):
        return block
    try:
        file = await asyncio.to_thread(_write, folder, block)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Text(say.say("terminal-not-saved", file=block.name, reason=reason), Tone.ERROR)
    return Text(say.say("terminal-saved", file=file.name, about=block.alt))


def _write(folder: Path, attachment: Attachment) -> Path:
    """Write a file under its own name, or under `name-2.csv`, `name-3.csv` … where there is one."""
    name = Path(Path(attachment.name).name or "attachment")
    for number in count(1):
        file = folder / (name.name if number == 1 else f"{name.stem}-{number}{name.suffix}")
        try:
            with file.open("xb") as opened:
                opened.write(attachment.data)
        except FileExistsError:
            continue
        return file
    raise FileExistsError
