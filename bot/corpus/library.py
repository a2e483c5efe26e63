"""The library: all texts with their passages, kept in the store and served with their editions checked."""

import asyncio
import sys
import time
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from bot import shipped
from bot.clock import Clock, day, now
from bot.corpus.caching import Cache
from bot.corpus.freshness import Freshness
from bot.corpus.identity import Assignment
from bot.corpus.reading.imported import Imported
from bot.corpus.shelf import Shelf, Shelved
from bot.corpus.shelving import prepare, stamp_of, voices_in
from bot.errors import (
    DuplicateSource,
    FileEncoding,
    PassageWithdrawn,
    SourceChanged,
    TextWithdrawn,
    UnknownPassage,
    UnknownSource,
)
from bot.logs import get_logger
from bot.model import Document, Passage, Source
from bot.store import fates, passages, texts, withdrawals
from bot.store.database import Database
from bot.store.texts import Addition, Entry, Stamp

_log = get_logger(__name__)

_FOLLOWED = frozenset({"split", "merged"})
_LAST = sys.maxsize
_FEW = 16
"""Passages in a row that are remembered: a passage among its neighbours, not a whole text."""


class Library:
    """Sources, documents and passages. Make one with `open`; only one may change a store at a time.

    Sources and speakers are held in memory, documents up to `document_bytes` and passages up to `passages_held`.
    """

    def __init__(
        self,
        database: Database,
        *,
        clock: Clock = now,
        document_bytes: int = 8 * 1024 * 1024,
        passages_held: int = 2_000,
    ) -> None:
        self._database = database
        self._clock = clock
        self._shelf = Shelf()
        self._stamps: dict[str, Stamp] = {}
        self._files: dict[str, str] = {}
        self._generation = 0
        self._fresh = Freshness()
        self._changing = asyncio.Lock()
        self._documents: Cache[tuple[str, str], Document] = Cache(document_bytes, _bytes_of)
        self._passages: Cache[str, Passage] = Cache(passages_held)
        self._numbers: Cache[tuple[str, int], str] = Cache(passages_held)
        self._orders: dict[str, tuple[str, ...]] = {}
        self._withdrawn: dict[str, Shelved] = {}

    @classmethod
    async def open(
        cls,
        database: Database,
        *,
        clock: Clock = now,
        document_bytes: int = 8 * 1024 * 1024,
        passages_held: int = 2_000,
    ) -> "Library":
        """Open the library that a database holds."""
        library = cls(database, clock=clock, document_bytes=document_bytes, passages_held=passages_held)
        await library._load()
        return library

    # What there is

    def sources(self) -> tuple[Shelved, ...]:
        """Give all sources, ordered by id."""
        return self._shelf.sources()

    def source(self, wanted: str) -> Shelved:
        """Find a source by id or title, or a part of either that no other one has. Raises UnknownSource."""
        return self._shelf.source(wanted)

    def withdrawn(self) -> tuple[Shelved, ...]:
        """Give the texts that are withdrawn and can be restored, ordered by id."""
        return tuple(self._withdrawn[name] for name in sorted(self._withdrawn))

    def speakers(self) -> tuple[str, ...]:
        """Give the names of everybody who speaks in a text, in order of the alphabet."""
        return self._shelf.speakers()

    def speaker(self, wanted: str) -> str:
        """Find a speaker by name, or a part of it that no other one has. Raises UnknownSpeaker."""
        return self._shelf.speaker(wanted)

    def generation(self) -> int:
        """Give a number that grows with each change of the texts: whatever was built on another one is stale."""
        return self._generation

    def held_by(self, file: str) -> tuple[Shelved, Stamp] | None:
        """Give the source that was read from a file (its resolved path), and the file's stamp then."""
        shelved = self._shelf.get(self._files.get(file, ""))
        return None if shelved is None else (shelved, self._stamps[shelved.source.id])

    def stamp(self, source: str) -> Stamp | None:
        """Give the stamp of the file that a source was read from; None where no source has exactly that id."""
        return self._stamps.get(source)

    # Words

    async def document(self, source: str, edition: str) -> Document:
        """Give the text that passages of an edition point into.

        Raises SourceChanged unless the edition is the current one, its text has the edition's hash, and the file that
        it was read from, where it still exists, holds the same bytes.
        """
        shelved = self._shelf.get(source)
        if shelved is None or shelved.edition != edition or not await self._fresh.fresh(self._stamps[source]):
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
        shelved = self._shelf.get(passage.source)
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

    def _held(self, source: str, first: int, last: int) -> list[Passage] | None:
        """Give a few passages in a row if all of them are in memory."""
        shelved = self._shelf.get(source)
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
        shelved = self._shelf.get(source)
        return await self._stored(source, shelved.edition) if shelved else None

    # Changes

    async def add(self, imported: Imported) -> Assignment:
        """Put a text on the shelf, or a new edition in place of the one before: all of it or nothing.

        Ids of passages are carried over from the edition before. Raises DuplicateSource where another file that still
        exists holds the source's id, TextWithdrawn, FileEncoding for text that is no Unicode, and the store's errors.
        """
        async with self._changing:
            if imported.source.id in self._withdrawn:
                raise TextWithdrawn(imported.source.id)
            stamp = stamp_of(imported)
            self._refuse_duplicate(imported.source.id, stamp)
            before = await self._before(imported.source.id)
            addition, assignment = await asyncio.to_thread(prepare, imported, stamp, before, day(self._clock()))
            try:
                # Shielded: once the store has it, memory has to have it too, whoever stops waiting.
                await asyncio.shield(self._commit(addition))
            except UnicodeEncodeError:  # half of a surrogate pair, as a broken PDF gives
                raise FileEncoding(str(imported.path)) from None
        return assignment

    async def remove(self, source: str) -> None:
        """Take the text with exactly that id out with all its words; its passages are withdrawn.

        Raises UnknownSource.
        """
        async with self._changing:
            name = self._shelf.exactly(source).source.id
            today = day(self._clock())
            generation = await self._database.write(partial(texts.remove, source=name, day=today))
            self._forget(name)
            self._turn(generation)

    async def withdraw(self, source: str) -> None:
        """Take the text with exactly that id out of every answer, until it is restored. Raises UnknownSource."""
        async with self._changing:
            shelved = self._shelf.exactly(source)
            generation = await self._database.write(
                partial(withdrawals.withdraw, source=source, day=day(self._clock()))
            )
            self._forget(source)
            self._withdrawn[source] = shelved
            self._turn(generation)

    async def restore(self, source: str) -> Shelved:
        """Bring a withdrawn text back, its passages under the ids that they had. Raises UnknownSource."""
        async with self._changing:
            if source not in self._withdrawn:
                raise UnknownSource(tuple(sorted(self._withdrawn)))
            await self._database.write(partial(withdrawals.restore, source=source))
            await self._load()
        return self._shelf.exactly(source)

    async def renew(self) -> bool:
        """Take in what another process changed in the store; gives whether anything was."""
        if await self._database.look(texts.generation) == self._generation:
            return False
        async with self._changing:
            await self._load()
        return True

    async def relabel(self, source: Source) -> None:
        """Give a text another record; its edition and its passages stay. Raises UnknownSource."""
        async with self._changing:
            shelved = self._shelf.exactly(source.id)
            generation = await self._database.write(partial(texts.relabel, source=source))
            self._shelf.put(replace(shelved, source=source), self._shelf.voices(source.id))
            self._turn(generation)

    async def restamp(self, source: str, stamp: Stamp) -> None:
        """Note that a text's file was looked at again: the same bytes, at another time or place."""
        async with self._changing:
            shelved = self._shelf.exactly(source)
            await self._database.write(partial(texts.restamp, source=source, stamp=stamp))
            self._put(replace(shelved, file=stamp.file), stamp, self._shelf.voices(source))

    async def tidy(self) -> None:
        """Forget former editions that neither the log nor a kept answer speaks of. Meant for once a day."""
        await self._database.write(partial(texts.tidy, day=day(self._clock())))

    # Inside

    async def _load(self) -> None:
        started = time.perf_counter()
        # First, so that what changes meanwhile is noticed the next time.
        generation = await self._database.look(texts.generation)
        entries = await self._database.look(texts.shelf)
        voices = await self._database.look(passages.voices)
        gone = await self._database.look(partial(texts.shelf, withdrawn=True))
        self._shelf, self._stamps, self._files = Shelf(), {}, {}
        for entry in entries:
            self._put(_shelved(entry), entry.stamp, voices.get(entry.source.id, ()))
        self._withdrawn = {entry.source.id: _shelved(entry) for entry in gone}
        self._turn(generation)
        _log.debug("library open", texts=len(entries), seconds=round(time.perf_counter() - started, 3))

    async def _stored(self, source: str, edition: str) -> Document | None:
        """Read a text and check it, on the store's thread: hashing a long one takes a while."""

        def read(text: str | None) -> Document | None:
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

    async def _before(self, source: str) -> tuple[Document, list[Passage]] | None:
        """Give the edition before, for its ids. A damaged one can't be compared: it is imported as if new."""
        document = await self.stored(source)
        return None if document is None else (document, await self.of_source(source))

    def _refuse_duplicate(self, source: str, stamp: Stamp) -> None:
        held = self._stamps.get(source)
        if held is None or held.file is None or stamp.file is None or held.file == stamp.file:
            return
        # The same words at another place are a folder that moved; what comes with the bot is that of this installation.
        if held.sha256 == stamp.sha256 or Path(stamp.file).parent == shipped.seeds().resolve():
            return
        if Path(held.file).exists():
            raise DuplicateSource(source, held.file, stamp.file)

    async def _commit(self, addition: Addition) -> None:
        generation = await self._database.write(partial(texts.add, addition=addition))
        shelved = Shelved(
            source=addition.source,
            edition=addition.document.edition,
            passages=len(addition.passages),
            words=addition.words,
            file=addition.stamp.file,
            added=addition.day,
            rules=addition.stamp.rules,
        )
        self._put(shelved, addition.stamp, voices_in(addition.passages))
        self._turn(generation)

    def _put(self, shelved: Shelved, stamp: Stamp, voices: Iterable[str]) -> None:
        name = shelved.source.id
        before = self._stamps.get(name)
        if before is not None and before.file is not None:
            self._files.pop(before.file, None)
        if stamp.file is not None:
            other = self._files.get(stamp.file)
            if other is not None and other != name:  # its file now holds another text; the store keeps its words
                self._detach(other)
            self._files[stamp.file] = name
        self._stamps[name] = stamp
        self._shelf.put(shelved, voices)

    def _detach(self, source: str) -> None:
        self._stamps[source] = replace(self._stamps[source], file=None)
        self._shelf.put(replace(self._shelf.exactly(source), file=None), self._shelf.voices(source))

    def _forget(self, source: str) -> None:
        stamp = self._stamps.pop(source, None)
        if stamp is not None and stamp.file is not None:
            self._files.pop(stamp.file, None)
        self._shelf.take(source)

    def _turn(self, generation: int) -> None:
        self._generation = generation
        self._passages.clear()
        self._numbers.clear()
        self._orders.clear()
        self._documents.clear()


def _shelved(entry: Entry) -> Shelved:
    source, stamp = entry.source, entry.stamp
    return Shelved(source, entry.edition, entry.passages, entry.words, stamp.file, entry.added, stamp.rules)


def _bytes_of(document: Document) -> int:
    return sys.getsizeof(document.text)
