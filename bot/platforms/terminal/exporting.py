"""A reply as JSON, for scripts: the fields of `bot.model`, each block with its type."""

from dataclasses import fields, is_dataclass
from typing import Any

from bot.model import Reply


def to_json(reply: Reply) -> dict[str, Any]:
    """Give a reply as plain values: `blocks` (each with `type`), `private`, `answer`, `trace`."""
    return {
        "answer": reply.answer,
        "private": reply.private,
        "blocks": [{"type": type(block).__name__.lower(), **_plain(block)} for block in reply.blocks],
        "trace": _plain(reply.trace),
    }


def _plain(value: object) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(entry) for entry in value]
    return value
