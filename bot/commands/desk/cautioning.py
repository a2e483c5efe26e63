"""Telling readers that a quote stops right before its text turns; the words that follow are one step away."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.stopping import Stop
from bot.commands.desk import wording
from bot.model import ActionKind, Actions, Block, Reply, Text, Tone
from bot.words import words

_NAMED = 5


def cautioned(reply: Reply, stops: Sequence[Stop], locale: str) -> Reply:
    """Add one note on all quotes that stop so, above the last buttons, and a way to what follows the first of them."""
    if not stops:
        return reply
    say = words(locale)
    cues = ", ".join(dict.fromkeys(stop.cue for stop in stops))
    named = ", ".join(stop.passage for stop in stops[:_NAMED])
    note = Text(say.say("caution", count=len(stops), cues=cues, passages=named), Tone.NOTE)
    blocks = list(reply.blocks)
    last = blocks.pop() if blocks and isinstance(blocks[-1], Actions) else None
    row = last.actions if isinstance(last, Actions) else ()
    if not _offered((*blocks, Actions(row)), stops[0].passage):
        row = (wording.context_action(stops[0].passage, say.say("action-context")), *row)
    return replace(reply, blocks=(*blocks, note, *((Actions(row),) if row else ())))


def _offered(blocks: Sequence[Block], passage: str) -> bool:
    return any(
        action.kind is ActionKind.CONTEXT and action.target == passage
        for block in blocks
        if isinstance(block, Actions)
        for action in block.actions
    )
