"""Saying where a passage stands that somebody just quoted, with its context one step away. Nothing is quoted in it."""

from collections.abc import Iterator, Sequence

from bot.commands.desk import Desk, wording
from bot.model import Actions, Block, Passage, Reply, Text, Tone
from bot.words import Words, words


def offered(passages: Sequence[Passage], desk: Desk, locale: str) -> Reply:
    """Make what is said of passages that were quoted: to nobody in particular, and not whether it was right."""
    return Reply(tuple(_lines(passages, desk, words(locale))))


def _lines(passages: Sequence[Passage], desk: Desk, say: Words) -> Iterator[Block]:
    for passage in passages:
        yield Text(say.say("offer-quoted", place=wording.citation(passage, desk, say)), Tone.NOTE)
        yield Actions((wording.context_action(passage.id, say.say("action-context")),))
