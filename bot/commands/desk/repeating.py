"""Remembering replies: the same few questions are asked again and again, and get the same answer while texts stay.

A reply is remembered as it went out, with the documents that proved its quotes: where those are the same objects, which
never change, they prove them again. What depends on where or when it is asked comes afterwards each time: caps on
quoted words, the trace and the count. Where chance decides first, what was drawn is part of what is asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from bot.answers.checking import Documents
from bot.commands.desk import Desk
from bot.commands.desk.declaration import Decided
from bot.corpus.caching import Cache
from bot.errors import SourceChanged
from bot.model import Action, Actions, Reply, Request, Trace
from bot.store.log import mint

_REMEMBERED = 256


class Asked(NamedTuple):
    """What is asked, what was `drawn` for it, and which state of the texts and of the index the answer rests on."""

    command: str
    arguments: tuple[tuple[str, str | int | None], ...]
    locale: str
    texts: int
    found: int
    drawn: str = ""


@dataclass(frozen=True, slots=True)
class Finished:
    """A reply that may be sent as it is: `words` are how many it quotes of each text, `documents` prove its quotes."""

    reply: Reply
    words: Mapping[str, int]
    documents: Documents


class Repeating:
    """The last replies that were `repeatable`. Nothing of who asked, or where, is remembered with them."""

    def __init__(self) -> None:
        self._kept: Cache[Asked, Finished] = Cache(_REMEMBERED)

    async def again(self, asked: Asked, desk: Desk, drawn: Decided | None = None) -> Finished | None:
        """Give the reply to what was asked before, or `drawn`, with an answer id of its own.

        None where it has to be made; so it has, too, where a text was changed on disk: then it is for the command to
        leave that text out.
        """
        finished = self._kept.get(asked)
        if finished is None:
            return None
        seen, trace = (drawn.document, drawn.trace) if drawn else (None, None)
        try:
            for (source, edition), document in finished.documents.items():
                if document is not seen and await desk.library.document(source, edition) is not document:
                    return None
        except SourceChanged:
            return None
        return Finished(_renamed(finished.reply, trace), finished.words, finished.documents)

    def keep(self, asked: Asked, finished: Finished) -> None:
        """Remember a reply, if it may be, as what rests on the state that there was when it was `asked`."""
        if finished.reply.repeatable:
            self._kept.put(asked, finished)


def asked(request: Request, given: Mapping[str, str | int | None], desk: Desk) -> Asked:
    """Tell what is asked, and of which texts. Called before they are looked at, since they may change meanwhile."""
    return Asked(
        request.command,
        tuple(given.items()),
        request.locale,
        desk.library.generation(),
        desk.index.generation,
    )


def _renamed(reply: Reply, trace: Trace | None = None) -> Reply:
    """Give a reply under a new answer id, wherever that stands in it, and with a new trace, if there is one."""
    if reply.answer is None:
        return reply
    former, answer = reply.answer, mint()
    blocks = list(reply.blocks)
    for index, block in enumerate(blocks):
        if isinstance(block, Actions):
            blocks[index] = _aimed(block, former, answer)
    return replace(reply, blocks=tuple(blocks), answer=answer, trace=trace or reply.trace, like=reply.like or former)


def _aimed(block: Actions, former: str, answer: str) -> Actions:
    """Point what is offered about an answer to another one; what is about a passage stays as it is."""
    actions = list(block.actions)
    for index, action in enumerate(actions):
        if action.target == former:
            command = action.command.replace(former, answer) if action.command else None
            actions[index] = Action(action.kind, action.label, answer, action.offset, command)
    return Actions(tuple(actions))
