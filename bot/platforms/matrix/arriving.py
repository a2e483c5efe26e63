"""From an event as the homeserver tells it to what the bot makes of it. Whatever form it has, this raises nothing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

_HALF = re.compile("[\ud800-\udfff]")


class What(Enum):
    """What an event is to the bot."""

    MESSAGE = "message"
    REACTION = "reaction"
    REDACTION = "redaction"
    LOCKED = "locked"
    VERIFICATION = "verification"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Filed:
    """A file as an event tells of it: its name, where it is (`mxc://…`), and its keys where it is encrypted.

    `size` is what its sender says it has, in bytes; 0 where they don't. Keys are never printed.
    """

    name: str
    url: str
    size: int = 0
    keys: Mapping[str, Any] | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Arrived:
    """An event of a room. Neither words nor person are ever printed.

    `moment` is when its homeserver says that it was sent, in seconds since 1970. `thread` is the first event of the
    thread that it is in, `to` the event that it replies or reacts to or redacts, `key` a reaction's sign, or whom a
    verification asks.
    """

    event: str
    room: str
    what: What
    person: str = field(repr=False)
    moment: int
    text: str = field(default="", repr=False)
    thread: str | None = None
    to: str | None = None
    key: str = ""
    edited: bool = False
    mentions: frozenset[str] = field(default=frozenset(), repr=False)
    file: Filed | None = field(default=None, repr=False)


def arrived(event: Any, room: str) -> Arrived | None:
    """Read an event; None for one without an id, a sender or a type."""
    if not isinstance(event, Mapping):
        return None
    name, person, kind = event.get("event_id"), event.get("sender"), event.get("type")
    if not (isinstance(name, str) and isinstance(person, str) and isinstance(kind, str)):
        return None
    sent = event.get("origin_server_ts")
    moment = sent // 1000 if isinstance(sent, int) else 0
    content = mapping(event.get("content"))
    if "state_key" in event:
        return Arrived(name, room, What.OTHER, person, moment)
    match kind:
        case "m.room.message":
            return _message(name, room, person, moment, content)
        case "m.reaction":
            relation = mapping(content.get("m.relates_to"))
            to, key = text(relation.get("event_id")), text(relation.get("key")) or ""
            what = What.REACTION if relation.get("rel_type") == "m.annotation" and to else What.OTHER
            return Arrived(name, room, what, person, moment, to=to, key=key)
        case "m.room.redaction":
            # Its target stands in the content from room version 11 on, and beside it before.
            to = text(content.get("redacts")) or text(event.get("redacts"))
            return Arrived(name, room, What.REDACTION, person, moment, to=to)
        case "m.room.encrypted":
            return Arrived(name, room, What.LOCKED if _sealed(content) else What.OTHER, person, moment)
        case _:
            return Arrived(name, room, What.OTHER, person, moment)


def _sealed(content: Mapping[str, Any]) -> bool:
    """Whether what is encrypted has the form that it has in rooms: anything else nobody will ever read."""
    parts = content.get("ciphertext"), content.get("session_id")
    return content.get("algorithm") == "m.megolm.v1.aes-sha2" and all(isinstance(part, str) and part for part in parts)


def _message(name: str, room: str, person: str, moment: int, content: Mapping[str, Any]) -> Arrived:
    said, form = text(content.get("body")), content.get("msgtype")
    file = _file(content) if form == "m.file" else None
    if form == "m.key.verification.request":
        return Arrived(name, room, What.VERIFICATION, person, moment, key=text(content.get("to")) or "")
    # Notices are what bots say: answering them would never end. Beside a file a caption is what somebody says.
    if said is None or (form not in ("m.text", "m.emote") and not (file is not None and file.name != said)):
        return Arrived(name, room, What.OTHER, person, moment, file=file)
    relation = mapping(content.get("m.relates_to"))
    of, kind = text(relation.get("event_id")), relation.get("rel_type")
    to = text(mapping(relation.get("m.in_reply_to")).get("event_id"))
    named = mapping(content.get("m.mentions")).get("user_ids")
    mentions = frozenset(who for who in named if isinstance(who, str)) if isinstance(named, list) else frozenset()
    thread = of if kind == "m.thread" else None
    said = without_fallback(said) if to is not None else said
    edited = kind == "m.replace"
    to = of if edited else to
    return Arrived(name, room, What.MESSAGE, person, moment, said, thread, to, "", edited, mentions, file)


def _file(content: Mapping[str, Any]) -> Filed | None:
    """Read of a message's file where it is. Its name is its body, unless a name and a caption are told apart."""
    keys = mapping(content.get("file"))
    url = text(keys.get("url")) or text(content.get("url"))
    name = text(content.get("filename")) or text(content.get("body"))
    if url is None or not url.startswith("mxc://") or name is None:
        return None
    size = mapping(content.get("info")).get("size")
    return Filed(name, url, size if isinstance(size, int) else 0, keys or None)


def without_fallback(said: str) -> str:
    """Take away the words that older clients put before a reply: lines that begin with `>`, and an empty one."""
    lines = said.split("\n")
    kept = 0
    while kept < len(lines) and lines[kept].startswith(">"):
        kept += 1
    return "\n".join(lines[kept:]).lstrip("\n") if kept else said


def mapping(value: Any) -> Mapping[str, Any]:
    """Give a value that should be an object; an empty one for anything else."""
    return value if isinstance(value, Mapping) else {}


def text(value: Any) -> str | None:
    """Give a value that should be a string; None for anything else.

    What is encrypted no homeserver has looked at: half characters, which nothing else can write, are replaced.
    """
    if not isinstance(value, str):
        return None
    return value if value.isascii() else _HALF.sub("\ufffd", value)
