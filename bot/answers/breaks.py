"""Where a new paragraph or an item of a list begins in a passage, so that a list isn't shown as one run of words.

A passage may have several paragraphs and the items of a list; its words are joined with spaces (`Document.derive`).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.model import Document, Passage, Span

BLANK_LINE = re.compile(r"\n[\s>]*\n")
"""What parts paragraphs, in what stands between two sentences; a citation's empty lines have its sign."""

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
        last = sentence[-1]
        if items[at] and text[last.start : last.end].rstrip("*_ ").endswith(":"):
            yield at, next((end for end in range(at + 1, len(items)) if not items[end]), len(items))


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


def _begins_item(between: str) -> bool:
    return _parted(between) and _ITEM.search(between) is not None


def _parted(between: str) -> bool:
    """Whether a paragraph or an item begins after this; what a page break or a pull quote puts there has its words."""
    item = _ITEM.search(between)
    if item is None and not BLANK_LINE.search(between):
        return False
    return not _LETTER.search(between, 0, item.start() if item else len(between))
