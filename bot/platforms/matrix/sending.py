"""Saying something in a room: every event under a name that a second attempt has, too, so that none stands there twice.

Answers are notices, which no bot answers; they mention nobody, and they stand where they were asked for.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from bot.charts import png
from bot.logs import get_logger
from bot.model import Attachment, Bars, Block, Reply, Strip, Trend
from bot.platforms.matrix.drawing import Message, draw
from bot.platforms.matrix.http import Json
from bot.platforms.matrix.trouble import Denied, Unauthorized
from bot.platforms.shared.splitting import shorten
from bot.words import Words

_log = get_logger(__name__)

MESSAGE = "m.room.message"
CHOICES = "org.commonplace.choices"
"""The key of an answer's content that says which commands its numbers stand for: they work after a restart, too."""
ASKED_IN = "org.commonplace.room"
"""The key that says in which room a private answer was asked for: its numbers stand for commands there."""
LARGEST_FILE = 10_000_000
"""Bytes; a file that is larger is left out, and its words say what it would have been."""
_LONGEST_ALT = 1_000


class Server(Protocol):
    """What is needed of the homeserver."""

    async def send(self, room: str, kind: str, content: Json, number: str) -> str:
        """Send an event under a transaction's name; gives its id."""
        ...

    async def upload(self, room: str, data: bytes, media: str, name: str) -> Json:
        """Store a file for a room; gives where it is."""
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer belongs: its room, the event that it answers, and the thread that this one is in."""

    room: str
    to: str | None = None
    thread: str | None = None

    @property
    def relation(self) -> Json:
        """What an event's content says of it."""
        if self.to is None:
            return {}
        reply: Json = {"m.in_reply_to": {"event_id": self.to}}
        if self.thread is not None:
            reply |= {"rel_type": "m.thread", "event_id": self.thread, "is_falling_back": False}
        return {"m.relates_to": reply}


@dataclass(frozen=True, slots=True)
class File:
    """A file of a reply: what an event says of it, and its bytes."""

    form: str
    name: str
    media: str
    data: bytes
    alt: str


async def say(
    server: Server, place: Place, reply: Reply, words: Words, number: str, more: Mapping[str, Any] | None = None
) -> list[str]:
    """Say a reply; gives the ids of its messages. `number` begins the names of its transactions.

    `more` is what their content says besides. Raises Denied.
    """
    files = await _files(reply)
    said: list[str] = []
    for at, message in enumerate(draw(reply, words, frozenset(files))):
        content = _content(message, place) | dict(more or {})
        said.append(await server.send(place.room, MESSAGE, content, f"{number}.{at}"))
    for at, file in files.items():
        try:
            where = await server.upload(place.room, file.data, file.media, file.name)
            await server.send(place.room, MESSAGE, _file_content(file, where, place), f"{number}.f{at}")
        except Unauthorized:
            raise
        except Denied as error:  # the words are there; they say what the file would have shown
            _log.warning("a file was refused", code=error.code)
    return said


def _content(message: Message, place: Place) -> Json:
    said: Json = {
        "msgtype": "m.notice",
        "body": message.plain,
        "format": "org.matrix.custom.html",
        "formatted_body": message.html,
        "m.mentions": {},
        **place.relation,
    }
    return said | ({CHOICES: list(message.choices)} if message.choices else {})


def _file_content(file: File, where: Json, place: Place) -> Json:
    about = {"mimetype": file.media, "size": len(file.data)}
    named: Json = {"msgtype": file.form, "body": file.alt, "filename": file.name, "info": about, "m.mentions": {}}
    return named | where | place.relation


async def _files(reply: Reply) -> dict[int, File]:
    """Make the files of a reply, by the number of the block that each is made of."""
    found: dict[int, File] = {}
    for number, block in enumerate(reply.blocks):
        file = await _file(number, block)
        if file is not None and len(file.data) <= LARGEST_FILE:
            found[number] = file
    return found


async def _file(number: int, block: Block) -> File | None:
    if isinstance(block, Attachment):
        form = "m.image" if block.media.startswith("image/") else "m.file"
        return File(form, block.name, block.media, block.data, shorten(block.alt, _LONGEST_ALT) or block.name)
    if isinstance(block, Bars | Trend | Strip):
        drawn = await asyncio.to_thread(png, block)
        alt = f"{block.title}: {block.alt}" if block.title else block.alt
        name = f"chart-{number}.png"
        return File("m.image", name, "image/png", drawn, shorten(alt, _LONGEST_ALT)) if drawn is not None else None
    return None
