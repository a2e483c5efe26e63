"""The stacks: documents and passages as they stand in the store, given out with their editions checked."""

import sys
from collections.abc import AsyncIterator, Sequence
from functools import partial

from bot.corpus.caching import Cache
from bot.corpus.freshness import Freshness
from bot.corpus.holdings import Holdings
from bot.errors import PassageWithdrawn, SourceChanged, UnknownPassage
from bot.logs import get_logger
from bot.model import Document, Passage
from bot.store import fates, passages, texts
from bot.store.database import Database

_log = get_logger(__name__)

_FOLLOWED = frozenset({"split", "merged"})
_LAST = sys.maxsize
_DOCUMENT_BYTES = 8 * 1024 * 1024
_PASSAGES_HELD = 2_000
_FEW = 16
"""Passages in a row that are remembered: a passage among its neighbours, not a whole text."""


class Stacks:
    """The words of the texts. Those that were used last are remembered, documents by their size."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._holdings = Holdings()
        self._generation = 0
        self._fresh = Freshness()
        self._documents: Cache[tuple[str, str], Document] = Cache(_DOCUMENT_BYTES, _bytes_of)
        self._passages: Cache[str, Passage] = Cache(_PASSAGES_HELD)
        self._numbers: Cache[tuple[str, int], str] = Cache(_PASSAGES_HELD)
        self._orders: dict[str, tuple[str, ...]] = {}
        self._interviews: frozenset[str] | None = None

    def generation(self) -> int:
        """Give a number that grows with each change of the texts: whatever was built on another one is stale."""
        return self._generation

    async def document(self, source: str, edition: str) -> Document:
        """Give the text that passages of an edition point into.

        Raises SourceChanged unless the edition is the current one, its text has the edition's hash, and the file that
        it was read from, where it still exists, holds the same bytes.
        """
        shelved = self._holdings.shelf.get(source)
        if shelved is None or shelved.edition != edition or not await self._fresh.fresh(self._holdings.stamps[source]):
            raise SourceChanged(source)
        document = self._documents.get((source, edition))
        if document is None:
            document = await self._stored(source, edition)
            if document is None:
                raise SourceChanged(source)
            self._documents.put((source, edition), document)
        return document

    async def passages(self, ids: Sequence[str]) -> list[Passage]:
        """Give passages in the order of their ids; for one that was split or merged, those that it became.

        Raises UnknownPassage for an id that never was, PassageWithdrawn for one whose words stand there no longer.
        """
        generation = self._generation
        held = {name: self._passages.get(name) for name in ids}
        missing = [name for name, passage in held.items() if passage is None]
        if missing:
            found = await self._database.look(partial(passages.by_id, ids=missing))
            held.update(found)
            if generation == self._generation:
                for passage in found.values():
                    self._passages.put(passage.id, passage)
        given: list[Passage] = []
        for name in ids:
            standing = held[name]
            given += [standing] if standing is not None else await self._successors(name)
        return given

    async def neighbours(self, passage: Passage, before: int, after: int) -> list[Passage]:
        """Give a passage with so many before it and after it in its text, in order; fewer at the ends."""
        shelved = self._holdings.shelf.get(passage.source)
        if shelved is None or shelved.edition != passage.edition:
            passage = (await self.passages([passage.id]))[0]
        return await self.of_source(passage.source, passage.number - before, passage.number + after)

    async def of_source(self, source: str, first: int = 1, last: int | None = None) -> list[Passage]:
        """Give a source's passages from number `first` to number `last` (to the end), in order."""
        generation = self._generation
        bound = _LAST if last is None else last
        held = self._held(source, first, bound)
        if held is not None:
            return held
        found = await self._database.look(partial(passages.of_source, source=source, first=first, last=bound))
        if generation == self._generation and len(found) <= _FEW:
            for passage in found:
                self._passages.put(passage.id, passage)
                self._numbers.put((source, passage.number), passage.id)
        return found

    async def order(self, source: str) -> tuple[str, ...]:
        """Give the ids of a source's passages, in order; they are remembered until a text changes."""
        generation, held = self._generation, self._orders.get(source)
        if held is None:
            held = await self._database.look(partial(passages.order, source=source))
            if generation == self._generation:
                self._orders[source] = held
        return held

    async def interviews(self) -> frozenset[str]:
        """Give the ids of the texts in which an interviewer speaks; they are remembered until a text changes."""
        generation, held = self._generation, self._interviews
        if held is None:
            held = await self._database.look(passages.asked)
            if generation == self._generation:
                self._interviews = held
        return held

    async def headings(self) -> tuple[tuple[str, str], ...]:
        """Give the headings of all texts, as (source, heading), each once."""
        return await self._database.look(passages.headed)

    def _held(self, source: str, first: int, last: int) -> list[Passage] | None:
        """Give a few passages in a row if all of them are in memory."""
        shelved = self._holdings.shelf.get(source)
        if shelved is None or last - first >= _FEW:
            return None
        found: list[Passage] = []
        for number in range(max(first, 1), min(last, shelved.passages) + 1):
            passage = self._passages.get(self._numbers.get((source, number)) or "")
            if passage is None:
                return None
            found.append(passage)
        return found

    async def scan(self, batch: int = 1_000) -> AsyncIterator[list[tuple[Passage, str]]]:
        """Go through all passages with their words, in batches, for building an index.

        The passages of a text that is damaged in the store are left out: they can't be quoted either.
        """
        place, document = ("", 0), None
        while found := await self._database.look(partial(passages.after, source=place[0], number=place[1], most=batch)):
            place = (found[-1].source, found[-1].number)
            given: list[tuple[Passage, str]] = []
            for passage in found:
                if document is None or (document.source, document.edition) != (passage.source, passage.edition):
                    document = await self._stored(passage.source, passage.edition) or Document(
                        passage.source, passage.edition, ""
                    )
                if document.text:
                    given.append((passage, document.derive(passage.spans)))
            if given:
                yield given

    async def last_place(self, passage: str) -> tuple[Passage, Document] | None:
        """Give a passage where it stands or last stood, with that edition's text; None where that is forgotten."""
        found = await self._database.look(partial(passages.last_place, passage=passage))
        document = await self._stored(found.source, found.edition) if found else None
        return (found, document) if found and document else None

    async def stored(self, source: str) -> Document | None:
        """Give a source's current text as the store has it, whatever became of its file; None where it is damaged."""
        shelved = self._holdings.shelf.get(source)
        return await self._stored(source, shelved.edition) if shelved else None

    async def _stored(self, source: str, edition: str) -> Document | None:
        """Read a text and check it, on the store's thread: hashing a long one takes a while."""

        def read(text: str | None) -> Document | None:
            """Make the document of a stored text; None where there is none, or it is not of that edition."""
            document = None if text is None else Document(source, edition, text)
            return document if document is not None and document.intact else None

        document = await self._database.look(lambda connection: read(texts.text(connection, source, edition)))
        if document is None:
            _log.warning("a stored text is missing or damaged", source=source, edition=edition[:12])
        return document

    async def _successors(self, passage: str) -> list[Passage]:
        """Follow a passage that stands nowhere to those that it became."""
        found: list[str] = []
        source, waiting, seen = None, [passage], set[str]()
        while waiting:
            name = waiting.pop(0)
            former = None if name in seen else await self._database.look(partial(fates.former, passage=name))
            seen.add(name)
            if former is None:
                found.append(name)
                continue
            source = source or former.source
            if former.fate.kind in _FOLLOWED:
                waiting = [*former.fate.successors, *waiting]
        standing = await self._database.look(partial(passages.by_id, ids=found))
        if standing:
            return [standing[name] for name in dict.fromkeys(found) if name in standing]
        if source is None:
            raise UnknownPassage
        raise PassageWithdrawn(passage, source)

    def _turn(self, generation: int) -> None:
        self._generation = generation
        self._passages.clear()
        self._numbers.clear()
        self._orders.clear()
        self._interviews = None
        self._documents.clear()


def _bytes_of(document: Document) -> int:
    return sys.getsizeof(document.text)
