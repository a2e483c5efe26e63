"""A reply as JSON, for scripts: the fields of `bot.model`, each block with its type."""

from base64 import b64encode
from dataclasses import fields, is_dataclass
from typing import Any

from bot.model import Attachment, Block, Reply


def to_json(reply: Reply) -> dict[str, Any]:
    """Give a reply as plain values: `blocks` (each with `type`), `private`, `answer`, `trace`.

    The bytes of an attachment stand in `base64`.
    """
    return {
        "answer": reply.answer,
        "private": reply.private,
        "blocks": [{"type": type(block).__name__.lower(), **_fields(block)} for block in reply.blocks],
        "trace": _plain(reply.trace),
    }


def _fields(block: Block) -> dict[str, Any]:
    if isinstance(block, Attachment):
        data = b64encode(block.data).decode("ascii")
        return {"name": block.name, "media": block.media, "alt": block.alt, "base64": data}
    plain: dict[str, Any] = _plain(block)
    return plain


def _plain(value: object) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(entry) for entry in value]
    return value
