"""Leaving out of a reply what moderators do not want shown where it was asked. Whatever a command does, it ends here.

Searching passes over withheld passages already (`Index.without`), so that others come in their place; this is for
what was not searched for: neighbours of a passage, a wording that was checked.
"""

from dataclasses import replace

from bot.errors import PassageWithheld
from bot.model import ActionKind, Actions, Block, Column, Columns, KeywordLine, Quote, Reply, Text, Tone
from bot.words import words


def left_out(reply: Reply, withheld: frozenset[str], passed: int, locale: str) -> Reply:
    """Take withheld passages out, and say how many there were, with the `passed` that searching passed over.

    Raises PassageWithheld where nothing is left of what was to be shown.
    """
    reply = _traced(reply, withheld)
    shown = [passage for passage, _ in reply.passages()]
    gone = sum(1 for passage in shown if passage in withheld)
    if not gone and not passed:
        return reply
    if gone == len(shown) > 0 and reply.counts == "shown":
        raise PassageWithheld
    note = Text(words(locale).say("withheld-left-out", count=gone + passed), Tone.NOTE)
    blocks = [part for block in reply.blocks for part in _kept(block, withheld)] if gone else list(reply.blocks)
    last = [blocks.pop()] if blocks and isinstance(blocks[-1], Actions) else []
    return replace(reply, blocks=(*blocks, note, *last), like=None)


def _traced(reply: Reply, withheld: frozenset[str]) -> Reply:
    """Take withheld passages out of what is kept of an answer, which `why` tells."""
    if reply.trace is None or not any(hit.passage in withheld for hit in reply.trace.hits):
        return reply
    hits = tuple(hit for hit in reply.trace.hits if hit.passage not in withheld)
    return replace(reply, trace=replace(reply.trace, hits=hits))


def _kept(block: Block, withheld: frozenset[str]) -> tuple[Block, ...]:
    match block:
        case Quote() | KeywordLine():
            return () if block.passage in withheld else (block,)
        case Columns(columns=columns):
            return (Columns(tuple(_column(column, withheld) for column in columns)),)
        case Actions(actions=actions):
            # A thread is named after the words of its passage.
            row = tuple(a for a in actions if a.kind is not ActionKind.THREAD or a.target not in withheld)
            return (Actions(row),) if row else ()
        case _:
            return (block,)


def _column(column: Column, withheld: frozenset[str]) -> Column:
    return replace(column, quotes=tuple(quote for quote in column.quotes if quote.passage not in withheld))
