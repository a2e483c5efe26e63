"""The last check before a reply leaves: a quote is exact or it is not sent."""

from collections.abc import Mapping

from bot.answers.concordance import line_text
from bot.answers.quoting import standing
from bot.errors import SourceChanged
from bot.model import Document, KeywordLine, Quote, Reply, Span
from bot.search import Library

Documents = Mapping[tuple[str, str], Document]
"""Documents by source and edition."""


async def check(reply: Reply, library: Library) -> Documents:
    """Rebuild every quote and every line of a concordance from its document; give the documents.

    Raises SourceChanged, with the source's id, where an edition isn't the current one, a document isn't what its
    edition says, or the words differ in anything.
    """
    documents: dict[tuple[str, str], Document] = {}
    shown: list[Quote | KeywordLine] = [*reply.quotes(), *reply.lines()]
    for block in shown:
        key = (block.source, block.edition)
        if key not in documents:
            documents[key] = await _whole(library, *key)
        if not _exact(block, documents[key]):
            raise SourceChanged(block.source)
    return documents


async def _whole(library: Library, source: str, edition: str) -> Document:
    text = standing(library, source)
    if text is None or text.edition != edition:
        raise SourceChanged(source)
    document = await library.document(source, edition)
    if document.edition != edition or not document.intact:
        raise SourceChanged(source)
    return document


def _exact(block: Quote | KeywordLine, document: Document) -> bool:
    if isinstance(block, Quote):
        spans = block.spans
        return bool(spans) and all(_inside(s, document) for s in spans) and document.derive(spans) == block.text
    parts = ((block.left, block.left_text), (block.key, block.key_text), (block.right, block.right_text))
    follow = block.left.end == block.key.start and block.key.end == block.right.start
    return follow and all(_inside(span, document) and line_text(document, span) == text for span, text in parts)


def _inside(span: Span, document: Document) -> bool:
    return 0 <= span.start <= span.end <= len(document.text)
