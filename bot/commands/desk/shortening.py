"""Saying of quotes that their texts' rights made shorter, and whose words are left of them."""

from collections.abc import Mapping
from dataclasses import replace

from bot.answers.quoting import excerpt, still_there
from bot.commands.desk import wording
from bot.model import Block, Column, Columns, Quote, Reply, Span
from bot.search import Library
from bot.words import Words

_Place = tuple[str, tuple[Span, ...]]


async def shortened(fitting: Reply, whole: Reply, library: Library, say: Words) -> tuple[Block, ...]:
    """Give the blocks of a reply that was cut from a `whole` one, its cut quotes marked and attributed anew.

    What is left of a passage may be somebody else's words alone, or have none of those whom the rest quoted.
    Raises SourceChanged.
    """
    texts = frozenset(quote.text for quote in whole.quotes())
    cut = [quote for quote in fitting.quotes() if quote.cut and quote.text not in texts]
    marked = {_place(quote): await _marked(quote, library, say) for quote in cut}
    return tuple(_with(block, marked) for block in fitting.blocks)


async def _marked(quote: Quote, library: Library, say: Words) -> Quote:
    cut = replace(quote, citation=say.say("rights-cut", citation=quote.citation))
    for passage in await still_there(library, [quote.passage]):
        document = await library.document(quote.source, quote.edition)
        left = excerpt(passage, document, library.source(quote.source).source, quote.spans)
        cut = replace(cut, speaker=left.speaker, attribution=wording.attribution(left, say))
    return cut


def _place(quote: Quote) -> _Place:
    return quote.passage, quote.spans


def _with(block: Block, marked: Mapping[_Place, Quote]) -> Block:
    match block:
        case Quote():
            return marked.get(_place(block), block)
        case Columns(columns=columns):
            return Columns(tuple(_column(column, marked) for column in columns))
        case _:
            return block


def _column(column: Column, marked: Mapping[_Place, Quote]) -> Column:
    return replace(column, quotes=tuple(marked.get(_place(quote), quote) for quote in column.quotes))
