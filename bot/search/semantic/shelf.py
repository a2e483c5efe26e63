"""Which passages there are, in which text, and by which hash their vectors are kept."""

from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.errors import SourceChanged
from bot.search.library import Library, Shelved
from bot.search.semantic.vectors import Key, Vectors, key_of
from bot.search.state import fingerprint

# Passages of a text that are in memory at once.
_PART = 500


@dataclass(frozen=True, slots=True)
class Text:
    """A text's passages, in order, as they were when it had that fingerprint."""

    fingerprint: str
    ids: tuple[str, ...]
    keys: tuple[Key, ...]


class Shelf:
    """All texts' passages in one row, those of a text side by side."""

    def __init__(self, texts: Mapping[str, Text]) -> None:
        self.texts = texts
        self.ids = tuple(passage for text in texts.values() for passage in text.ids)
        self.keys = tuple(key for text in texts.values() for key in text.keys)
        self._places = {passage: place for place, passage in enumerate(self.ids)}
        self._ranges: dict[str, slice] = {}
        start = 0
        for source, text in texts.items():
            self._ranges[source] = slice(start, start + len(text.ids))
            start += len(text.ids)

    def rows(self, vectors: Vectors) -> NDArray[np.int64]:
        """Give every passage's row among the vectors; -1 where there is none yet."""
        return np.fromiter((vectors.row(key) for key in self.keys), np.int64, len(self.ids))

    def place(self, passage: str) -> int | None:
        """Give a passage's place in the row; None for one that is not there."""
        return self._places.get(passage)

    def range(self, source: str | None) -> slice:
        """Give where a text's passages stand; all of them for None."""
        return slice(0, len(self.ids)) if source is None else self._ranges.get(source, slice(0, 0))


async def shelve(library: Library, before: Shelf, wanted: Callable[[Shelved], bool] = lambda _: True) -> Shelf:
    """Put those of the library's texts on a shelf that are `wanted`. Those that are as `before` are not read again."""
    texts: dict[str, Text] = {}
    for shelved in filter(wanted, library.sources()):
        mark, known = fingerprint(shelved), before.texts.get(shelved.source.id)
        if known and known.fingerprint == mark:
            texts[shelved.source.id] = known
            continue
        found = [pair async for pair in passages_of(library, shelved)]
        texts[shelved.source.id] = Text(mark, tuple(i for i, _ in found), tuple(key_of(text) for _, text in found))
    return Shelf(texts)


async def passages_of(library: Library, shelved: Shelved) -> AsyncIterator[tuple[str, str]]:
    """Give the id and the words of each passage; none where the text may not be read now."""
    source = shelved.source
    try:
        document = await library.document(source.id, shelved.edition)
    except SourceChanged:
        return
    for first in range(1, shelved.passages + 1, _PART):
        for passage in await library.of_source(source.id, first, first + _PART - 1):
            yield passage.id, document.derive(passage.spans)


def missing(keys: Iterable[Key], vectors: Vectors) -> frozenset[Key]:
    """Give the hashes that have no vector yet."""
    return frozenset(key for key in keys if key not in vectors)
