"""Where a new paragraph or an item of a list begins in a passage, so that a list isn't shown as one run of words.

A passage may have several paragraphs and the items of a list; its words are joined with spaces (`Document.derive`).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.model import Document, Passage, Span

# Between two paragraphs: an empty line, and perhaps marks and an item's number; or no empty line, and an item's mark.
# Lines of one paragraph have neither between them, and what a page break or a pull quote put there has its own words.
_PART = re.compile(
    r"[^\n]*?\n(?:(?:[^\w\n]|_)*\n(?:\W|_)*(?:\(?\w{1,3}[.)](?:\W|_)+)?"
    r"|[ \t>]*(?:[^\w\s]|\(?\w{1,3}[.)])[ \t\u00a0]+(?:\W|_)*)"
)
_ITEM = re.compile(r"\n[ \t>]*(?:[•◦▪▫‣⁃∙●○■□➢➤✓✔·*+–—-]|\(?\w{1,3}[.)])[ \t\u00a0]+(?:\W|_)*\Z")
_LETTER = re.compile(r"[^\W_]")


def breaks(passage: Passage, document: Document, spans: Sequence[Span]) -> tuple[int, ...]:
    """Tell which places in the words of some spans of a passage are the spaces before a paragraph or an item."""
    if len(spans) < 2:
        return ()
    return tuple(_breaks(frozenset(sentence[0].start for sentence in passage.sentences), document.text, spans))


def listed(passage: Passage, document: Document) -> Iterator[tuple[int, int]]:
    """Give the first and the last number of sentences that are a lead-in and the items it leads to."""
    text, sentences = document.text, passage.sentences
    items = [_begins_item(text[one[-1].end : two[0].start]) for one, two in pairwise(sentences)]
    for at, sentence in enumerate(sentences[:-1]):
        if items[at] and text[: sentence[-1].end].rstrip("*_ ").endswith(":"):
            last = next((end for end in range(at + 1, len(items)) if not items[end]), len(items))
            yield at, last


def _begins_item(between: str) -> bool:
    return _parted(between) and _ITEM.search(between) is not None


def _breaks(sentences: frozenset[int], text: str, spans: Sequence[Span]) -> Iterator[int]:
    at = 0
    for before, span in pairwise(spans):
        at += len(before)
        if span.glued:
            continue
        # Only where a sentence begins: a page that ends within one parts no paragraphs.
        if span.start in sentences and _parted(text[before.end : span.start]):
            yield at
        at += 1


def _parted(between: str) -> bool:
    first, _, _ = between.partition("\n")
    return not _LETTER.search(first) and _PART.fullmatch(between) is not None
