"""Drawing once what is given again: a reply that equals an earlier one but for its answer id is not drawn anew.

Only replies that have a name in common (`Reply.like`) are remembered here: no words of an asker's are in them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.corpus.caching import Cache
from bot.model import Actions, Block, Reply
from bot.platforms.discord.components import Component
from bot.platforms.discord.drawing import draw

_REMEMBERED = 256

_Messages = tuple[tuple[Component, ...], ...]


@dataclass(frozen=True, slots=True)
class _Way:
    """Which component of a row of components it is, and the ways on from there; none where it has the id itself."""

    index: int
    on: "tuple[_Way, ...]" = ()


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A reply and its messages as they were drawn."""

    reply: Reply
    messages: _Messages
    naming: tuple[tuple[_Way, ...], ...]
    """Of each message, the ways to the components in which the answer id stands."""


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
            tuple(_renamed(message, ways, former, answer)) if ways else message
            for message, ways in zip(known.messages, known.naming, strict=True)
        )
    messages = draw(reply, threads=threads)
    naming = tuple(tuple(_ways(message, reply.answer)) for message in messages)
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
        return len(a.actions) == len(b.actions) and all(
            mine.kind is its.kind
            and mine.label == its.label
            and mine.offset == its.offset
            and (mine.target == its.target or (mine.target == one.answer and its.target == other.answer))
            for mine, its in zip(a.actions, b.actions, strict=True)
        )
    return a == b


def _ways(components: Sequence[Component], answer: str) -> Iterator[_Way]:
    """Find the components in which an answer id stands: only a button's own id can have it."""
    for index, part in enumerate(components):
        on = tuple(_ways(part.get("components", ()), answer))
        if on or answer in part.get("custom_id", ""):
            yield _Way(index, on)


def _renamed(components: Sequence[Component], ways: Sequence[_Way], former: str, answer: str) -> list[Component]:
    """Give components with another answer id in their buttons; those without it stay the same objects."""
    renamed = list(components)
    for way in ways:
        part = renamed[way.index]
        if way.on:
            renamed[way.index] = {**part, "components": _renamed(part["components"], way.on, former, answer)}
        else:
            renamed[way.index] = {**part, "custom_id": part["custom_id"].replace(former, answer)}
    return renamed
