"""Quotes that stop right before their text turns ("but", "unless", "according to"): readers are told."""

from dataclasses import dataclass
from functools import lru_cache

from bot.answers.checking import Documents
from bot.model import Document, Quote, Reply
from bot.quotation.cautions import caution

# So much of what follows is looked at: more than any word that turns a sentence has.
_AHEAD = 160

# What follows the passages that are shown again and again is looked at once.
_turning = lru_cache(maxsize=512)(caution)


@dataclass(frozen=True, slots=True)
class Stop:
    """A quote of that passage stops right before `cue`."""

    passage: str
    cue: str


def stops(reply: Reply, documents: Documents) -> tuple[Stop, ...]:
    """Give the quotes of a reply after which the text turns, unless the reply itself goes on with those words.

    `documents` are those that its quotes stand in.
    """
    quotes = list(reply.quotes())
    begun = {(quote.source, quote.spans[0].start) for quote in quotes}
    found: dict[str, Stop] = {}
    for quote in quotes:
        after, start = _after(documents[quote.source, quote.edition], quote)
        turned = _turning(after) if (quote.source, start) not in begun else None
        if turned is not None:
            found.setdefault(quote.passage, Stop(quote.passage, turned.cue))
    return tuple(found.values())


def _after(document: Document, quote: Quote) -> tuple[str, int]:
    """Give how the text goes on after a quote, and where that begins."""
    end = quote.spans[-1].end
    ahead = document.text[end : end + _AHEAD]
    blank = len(ahead) - len(ahead.lstrip())
    return ahead[blank:], end + blank
