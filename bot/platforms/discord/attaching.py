"""Files that go with a message: charts as pictures, and what a reply brings along. Each has words beside it.

Discord takes ten files and ten megabytes a message; a description is read aloud to those who don't see the picture.
"""

import asyncio
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import discord

from bot.charts import Chart, png
from bot.model import Attachment, Bars, Block, Reply, Strip, Trend
from bot.platforms.discord import components
from bot.platforms.discord.components import Component
from bot.platforms.shared.splitting import shorten

LARGEST = 10_000_000
"""Bytes of the files of one reply; a file that is larger is left out, and its words say what it would have been."""


@dataclass(frozen=True, slots=True)
class File:
    """A file as it goes out: `name` is what components call it by."""

    name: str
    data: bytes
    about: str


@dataclass(frozen=True, slots=True)
class Attached:
    """The files of a reply, by the number of the block that each is made of."""

    files: Mapping[int, File] = field(default_factory=dict)

    def component(self, number: int) -> Component | None:
        """Give the component that shows a block's file; None where it has none."""
        file = self.files.get(number)
        if file is None:
            return None
        return components.picture(file.name, file.about) if _pictured(file.name) else components.file(file.name)

    def of(self, message: Sequence[Component]) -> list[discord.File]:
        """Give the files that a message shows, anew for each time that it is sent."""
        if not self.files:
            return []
        named = set(_names(message))
        return [
            discord.File(io.BytesIO(file.data), file.name, description=file.about or None)
            for file in self.files.values()
            if file.name in named
        ]


NOTHING = Attached()
_WITH_FILES = (Attachment, Bars, Trend, Strip)


async def attach(reply: Reply) -> Attached:
    """Make the files of a reply; a chart that can't be drawn has none, and is told in characters."""
    found: dict[int, File] = {}
    room = LARGEST
    for number, block in enumerate(reply.blocks):
        if not isinstance(block, _WITH_FILES):
            continue
        file = await _file(number, block)
        if file is not None and len(file.data) <= room:
            found[number] = file
            room -= len(file.data)
    return Attached(found) if found else NOTHING


async def _file(number: int, block: Block) -> File | None:
    if isinstance(block, Attachment):
        # The number keeps names apart; a name is all that Discord tells files of one message by.
        return File(f"{number}-{_plain(block.name)}", block.data, _about(block.alt))
    if isinstance(block, Bars | Trend | Strip):
        drawn = await asyncio.to_thread(png, block)
        return File(f"chart-{number}.png", drawn, _about(told(block))) if drawn is not None else None
    return None


def told(chart: Chart) -> str:
    """Say what a chart is called and what it shows."""
    return f"{chart.title}: {chart.alt}" if chart.title else chart.alt


def _about(words: str) -> str:
    return shorten(" ".join(words.split()), components.LONGEST_DESCRIPTION)


def _plain(name: str) -> str:
    """Give a file's name in the letters that Discord leaves as they are."""
    return "".join(sign if sign.isascii() and (sign.isalnum() or sign in ".-_") else "-" for sign in name)


def _pictured(name: str) -> bool:
    return name.endswith(".png")


def _names(parts: Sequence[Component]) -> Iterator[str]:
    for part in parts:
        yield from components.named_files(part)
        yield from _names(part.get("components", ()))
