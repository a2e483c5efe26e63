"""Drawing once what is given again: a reply that equals an earlier one but for its answer id is not drawn anew.

Only replies that have a name in common (`Reply.like`) are remembered here: no words of an asker's are in them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.corpus.caching import Cache
from bot.model import Action, Actions, Block, Reply
from bot.platforms.discord.components import Component
from bot.platforms.discord.drawing import draw

_REMEMBERED = 128

_Messages = tuple[tuple[Component, ...], ...]


@dataclass(frozen=True, slots=True)
class _Drawn:
    reply: Reply
    messages: _Messages
    naming: tuple[tuple[bool, ...], ...]
    """Of each component of each message, whether the answer id stands in it."""


_drawn: Cache[tuple[str, bool], _Drawn] = Cache(_REMEMBERED)


def redraw(reply: Reply, *, threads: bool) -> _Messages:
    """Give what `draw` gives of a reply without files."""
    if reply.like is None or reply.answer is None:
        return draw(reply, threads=threads)
    key = (reply.like, threads)
    known = _drawn.get(key)
    if known is not None and known.reply.answer is not None and _alike(known.reply, reply):
        former, answer = known.reply.answer, reply.answer
        return tuple(
            tuple(_renamed(part, former, answer) if named else part for part, named in zip(message, names, strict=True))
            for message, names in zip(known.messages, known.naming, strict=True)
        )
    messages = draw(reply, threads=threads)
    naming = tuple(tuple(reply.answer in repr(part) for part in message) for message in messages)
    _drawn.put(key, _Drawn(reply, messages, naming))
    return messages


def _alike(one: Reply, other: Reply) -> bool:
    """Whether two replies look the same. What they may quote, for instance, can have changed in between."""
    return (
        one.private == other.private
        and len(one.blocks) == len(other.blocks)
        and all(a is b or _same(a, b, one, other) for a, b in zip(one.blocks, other.blocks, strict=True))
    )


def _same(a: Block, b: Block, one: Reply, other: Reply) -> bool:
    if isinstance(a, Actions) and isinstance(b, Actions):
        return _offered(a.actions, one) == _offered(b.actions, other)
    return a == b


def _offered(actions: Sequence[Action], reply: Reply) -> list[tuple[object, ...]]:
    return [(a.kind, a.label, a.offset, None if a.target == reply.answer else a.target) for a in actions]


def _renamed(part: Component, former: str, answer: str) -> Component:
    """Give a component with another answer id in its buttons."""
    if "components" in part:
        return {**part, "components": [_renamed(inner, former, answer) for inner in part["components"]]}
    if "custom_id" in part:
        return {**part, "custom_id": part["custom_id"].replace(former, answer)}
    return part
