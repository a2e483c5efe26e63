"""The library: all texts with their passages, kept in the store and served with their editions checked."""

import asyncio
import time
from dataclasses import replace
from functools import partial

from bot.clock import Clock, day, now
from bot.corpus.holdings import Holdings
from bot.corpus.identity import Assignment
from bot.corpus.reading.imported import Imported
from bot.corpus.shelf import Shelved, fold, names_of, nearest
from bot.corpus.shelving import prepare, stamp_of, voices_in
from bot.corpus.stacks import Stacks
from bot.errors import FileEncoding, NotWithdrawn, TextWithdrawn
from bot.logs import get_logger
from bot.model import Document, Passage, Source
from bot.store import passages, texts, withdrawals
from bot.store.database import Database
from bot.store.texts import Addition, Stamp

_log = get_logger(__name__)


class Library(Stacks):
    """Sources, documents and passages. Make one with `open`; only one may change a store at a time."""

    def __init__(self, database: Database, *, clock: Clock = now) -> None:
        super().__init__(database)
        self._clock = clock
        self._changing = asyncio.Lock()

    @classmethod
    async def open(cls, database: Database, *, clock: Clock = now) -> "Library":
        """Open the library that a database holds."""
        library = cls(database, clock=clock)
        await library._load()
        return library

    # What there is

    def sources(self) -> tuple[Shelved, ...]:
        """Give all sources, ordered by id."""
        return self._holdings.shelf.sources()

    def source(self, wanted: str) -> Shelved:
        """Find a source by id or title, or a part of either that no other one has. Raises UnknownSource."""
        return self._holdings.shelf.source(wanted)

    def withdrawn(self) -> tuple[Shelved, ...]:
        """Give the texts that are withdrawn and can be restored, ordered by id."""
        return tuple(self._holdings.withdrawn[name] for name in sorted(self._holdings.withdrawn))

    def speakers(self) -> tuple[str, ...]:
        """Give the names of everybody who speaks in a text, in order of the alphabet."""
        return self._holdings.shelf.speakers()

    def speaker(self, wanted: str) -> str:
        """Find a speaker by name, or a part of it that no other one has. Raises UnknownSpeaker."""
        return self._holdings.shelf.speaker(wanted)

    def held_by(self, file: str) -> tuple[Shelved, Stamp] | None:
        """Give the source that was read from a file (its resolved path), and the file's stamp then."""
        return self._holdings.held_by(file)

    def stamp(self, source: str) -> Stamp | None:
        """Give the stamp of the file that a source was read from; None where no source has exactly that id."""
        return self._holdings.stamps.get(source)

    # Changes

    async def add(self, imported: Imported) -> Assignment:
        """Put a text on the shelf, or a new edition in place of the one before: all of it or nothing.

        Ids of passages are carried over from the edition before. Raises DuplicateSource where another file that still
        exists holds the source's id, TextWithdrawn, FileEncoding for text that is no Unicode, and the store's errors.
        """
        async with self._changing:
            if imported.source.id in self._holdings.withdrawn:
                raise TextWithdrawn(imported.source.id)
            stamp = stamp_of(imported)
            self._holdings.refuse_duplicate(imported.source.id, stamp)
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
            name = self._holdings.shelf.exactly(source).source.id
            today = day(self._clock())
            generation = await self._database.write(partial(texts.remove, source=name, day=today))
            self._holdings.forget(name)
            self._turn(generation)

    async def withdraw(self, source: str) -> None:
        """Take the text with exactly that id out of every answer, until it is restored. Raises UnknownSource."""
        async with self._changing:
            shelved = self._holdings.shelf.exactly(source)
            generation = await self._database.write(
                partial(withdrawals.withdraw, source=source, day=day(self._clock()))
            )
            self._holdings.forget(source)
            self._holdings.withdrawn[source] = shelved
            self._turn(generation)

    async def restore(self, source: str) -> Shelved:
        """Bring a withdrawn text back, its passages under the ids that they had. Raises NotWithdrawn."""
        async with self._changing:
            if source not in self._holdings.withdrawn:
                raise NotWithdrawn(nearest(fold(source), names_of(self.withdrawn())))
            await self._database.write(partial(withdrawals.restore, source=source))
            await self._load()
        return self._holdings.shelf.exactly(source)

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
            shelved = self._holdings.shelf.exactly(source.id)
            generation = await self._database.write(partial(texts.relabel, source=source))
            self._holdings.shelf.put(replace(shelved, source=source), self._holdings.shelf.voices(source.id))
            self._turn(generation)

    async def restamp(self, source: str, stamp: Stamp) -> None:
        """Note that a text's file was looked at again: the same bytes, at another time or place."""
        async with self._changing:
            shelved = self._holdings.shelf.exactly(source)
            await self._database.write(partial(texts.restamp, source=source, stamp=stamp))
            self._holdings.put(replace(shelved, file=stamp.file), stamp, self._holdings.shelf.voices(source))

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
        self._holdings = Holdings.of(entries, voices, gone)
        self._turn(generation)
        _log.debug("library open", texts=len(entries), seconds=round(time.perf_counter() - started, 3))

    async def _before(self, source: str) -> tuple[Document, list[Passage]] | None:
        """Give the edition before, for its ids. A damaged one can't be compared: it is imported as if new."""
        document = await self.stored(source)
        return None if document is None else (document, await self.of_source(source))

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
        self._holdings.put(shelved, addition.stamp, voices_in(addition.passages))
        self._turn(generation)
