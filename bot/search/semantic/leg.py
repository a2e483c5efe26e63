"""Nearness in meaning, as the engine of the search asks for it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np

from bot.corpus.caching import Cache
from bot.errors import CommonplaceError
from bot.logs import get_logger
from bot.search.legs import Near
from bot.search.library import Library
from bot.search.semantic.asked import Asked
from bot.search.semantic.company import Company
from bot.search.semantic.encoder import MODEL, Encoder
from bot.search.semantic.nearest import Nearest, Rows
from bot.search.semantic.reading import Reading
from bot.search.semantic.shelf import Shelf, missing, passages_of, shelve
from bot.search.semantic.vectors import Key, Vectors, key_of, part_of
from bot.search.semantic.weights import Floats

_log = get_logger(__name__)

Progress = Callable[[int, int], None]

# A passage is as near as its cosine with a question is above what all passages have with it on average: that differs by
# .1 from question to question and more from language to language. On the shipped digests, nothing was .045 above it
# that had nothing to do with a question (decision 168).
_STRANGER = 0.0
_LEAST = 0.05
_SHARE = 0.6

# Vectors are put into the file together, and found when a tenth more are there: remembered answers are dropped then.
_TOGETHER = 16
# Passages whose sentences are compared, too, and which are company to others: the nearest by their own vectors.
_LOOKED_INTO = 200
# Questions whose company is remembered (300 kB each): one answer asks for it twice.
_REMEMBERED = 4


@dataclass(frozen=True, slots=True)
class _Ready:
    """What questions are compared with: all passages, their rows among the vectors (-1: none), and the vectors.

    `companies` remembers, by a question's vector, what was found nearest to it.
    """

    shelf: Shelf
    rows: Rows
    near: Nearest
    companies: Cache[bytes, Company]


class Meaning:
    """A leg (`bot.search.legs.Leg`) of the extra `semantic`; `open` makes one that ends with its block."""

    name = "meaning"

    def __init__(self, weights: Path | None, vectors: Vectors, encoder: Encoder, progress: Progress | None) -> None:
        self._weights = weights
        self._vectors = vectors
        self._progress = progress
        self._shelf = Shelf({})
        self._task: asyncio.Task[None] | None = None
        self._generation = 0
        self._asked = Asked(encoder.question)
        self._arrange()

    @classmethod
    @asynccontextmanager
    async def open(
        cls, weights: Path, file: Path | None, progress: Progress | None = None, *, may_read: bool = True
    ) -> AsyncIterator["Meaning"]:
        """Load the model. Vectors are kept in `file`, or where that can't be read or written, in memory alone.

        `progress` is told (passages ready, passages in all) while passages are read. Without `may_read`, the file is
        another process's, and so is the reading of passages. Raises SemanticUnusable.
        """
        encoder = await asyncio.to_thread(Encoder, weights)
        vectors = await asyncio.to_thread(_opened, file, encoder.width, may_read)
        leg = cls(weights if may_read else None, vectors, encoder, progress)
        try:
            yield leg
        finally:
            await leg._stop()

    @property
    def generation(self) -> int:
        """A number that grows whenever more passages are ready."""
        return self._generation

    def share(self, language: str) -> float:
        """Give the leg's part of a score, the same in every language."""
        return _SHARE

    def stranger(self, language: str) -> float:
        """Give the nearness of what has nothing to do with a question."""
        return _STRANGER

    def least(self, language: str) -> float:
        """Give the nearness from which a passage that shares no word with a question answers it."""
        return _LEAST

    async def prepare(self, questions: Sequence[str]) -> None:
        """Work out the questions' vectors in a thread."""
        await self._asked.prepare(questions)

    def nearest(self, question: str, limit: int, source: str | None = None) -> Sequence[Near]:
        """Give the passages that are nearest to a question, the nearest first; of equals, the first in its text."""
        ready = self._ready
        within = ready.near.ready(ready.shelf.range(source))
        if not len(within) or limit < 1:
            return ()
        asked = self._asked.vector(question)
        company = self._company(ready, asked)
        looked = company
        if source is not None or limit > len(company.places):
            looked = self._looked_into(ready, asked, _likeliest(ready, asked, within, limit))
        found = company.joined(looked.places, looked.nearness, looked.vectors)
        best = np.argsort(-found, kind="stable")[:limit]
        return tuple(Near(ready.shelf.ids[looked.places[at]], float(found[at])) for at in best)

    def nearness(self, question: str, passages: Sequence[str]) -> Sequence[float | None]:
        """Give how near passages are to a question; None for one that is not ready."""
        ready = self._ready
        places = [ready.shelf.place(passage) for passage in passages]
        known = [place for place in places if place is not None and ready.rows[place] >= 0]
        if not known:
            return [None] * len(passages)
        asked = self._asked.vector(question)
        looked = self._looked_into(ready, asked, np.array(known))
        joined = self._company(ready, asked).joined(looked.places, looked.nearness, looked.vectors)
        found = dict(zip(known, joined.tolist(), strict=True))
        return [found.get(place) if place is not None else None for place in places]

    def _company(self, ready: _Ready, asked: Floats) -> Company:
        """Give those of all passages that are nearest to a question; kept by its vector, not by its words."""
        key = asked.tobytes()
        found = ready.companies.get(key)
        if found is None:
            every = ready.near.ready(ready.shelf.range(None))
            found = self._looked_into(ready, asked, _likeliest(ready, asked, every, _LOOKED_INTO))
            ready.companies.put(key, found)
        return found

    def _looked_into(self, ready: _Ready, asked: Floats, places: Rows) -> Company:
        """Measure passages alone: the mean of their cosine and of their nearest sentence's, above what is usual."""
        rows = [self._vectors.rows(ready.shelf.keys[place]) for place in places]
        sentences = [own[1:] or own for own in rows]
        cosines = ready.near.cosines(asked, np.fromiter(chain.from_iterable(sentences), np.int64))
        best: Floats = np.maximum.reduceat(cosines, np.cumsum([0, *map(len, sentences[:-1])]))
        vectors = ready.near.vectors(ready.rows[places])
        found: Floats = vectors @ asked
        found += (best - found) / 2 - np.float32(ready.near.usual(asked))
        return Company(places, found, vectors)

    async def refresh(self, library: Library) -> None:
        """Take in the library's texts as they are now; passages that are new are read from then on, one by one."""
        await self._stop()
        self._shelf = await shelve(library, self._shelf)
        keys = frozenset(self._shelf.keys)
        self._save(lambda: self._vectors.keep(keys))
        self._arrange()
        if self._weights and missing(keys, self._vectors):
            self._task = asyncio.create_task(self._read(library, self._weights))

    async def done(self) -> None:
        """Wait until every passage is ready, or can't be."""
        if self._task:
            await asyncio.wait([self._task])

    async def _read(self, library: Library, weights: Path) -> None:
        """Read what is missing, and go on without the rest where the process that reads can't."""
        try:
            async with Reading(weights) as reading:
                await self._read_all(library, reading)
        except CommonplaceError as error:
            _log.warning("passages are not read for their meaning", **error.data, kind=type(error).__name__)

    async def _read_all(self, library: Library, reading: Reading) -> None:
        wanted = set(missing(self._shelf.keys, self._vectors))
        whole, read = len(set(self._shelf.keys)), dict[Key, Floats]()
        try:
            for shelved in library.sources():
                known = self._shelf.texts.get(shelved.source.id)
                if known is None or wanted.isdisjoint(known.keys):
                    continue
                async for _, text in passages_of(library, shelved):
                    if (key := key_of(text)) in wanted:
                        read[key] = await reading.vectors(text)
                        wanted.discard(key)
                    if len(read) == _TOGETHER:
                        self._put(read, whole - len(wanted), whole)
        finally:  # also where it is broken off: the next start goes on from there
            self._put(read, whole - len(wanted), whole)
        self._arrange()

    def _put(self, read: dict[Key, Floats], ready: int, whole: int) -> None:
        """Keep vectors, and empty the dictionary."""
        if not read:
            return
        # A text's own vector comes last: what is cut off by a crash is read again as a whole.
        keys = [part_of(key, number) for key, own in read.items() for number in reversed(range(len(own)))]
        found = np.concatenate([own[::-1] for own in read.values()])
        read.clear()
        self._save(lambda: self._vectors.put(keys, found))
        if len(self._vectors) >= 1.1 * self._read_of:
            self._arrange()
        if self._progress:
            self._progress(ready, whole)

    def _save(self, keeping: Callable[[], object]) -> None:
        try:
            keeping()
        except OSError as error:  # they are in memory already, and can be computed again
            _log.warning("vectors are not kept", reason=error.strerror or type(error).__name__)

    def _arrange(self) -> None:
        """Let questions find what is ready now."""
        rows = self._shelf.rows(self._vectors)
        near = Nearest(self._vectors.values, self._vectors.scales, rows)
        self._ready = _Ready(self._shelf, rows, near, Cache(_REMEMBERED))
        self._read_of = len(self._vectors)
        self._generation += 1

    async def _stop(self) -> None:
        task, self._task = self._task, None
        if task:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


def _likeliest(ready: _Ready, asked: Floats, within: Rows, limit: int) -> Rows:
    """Give the places, in order, of the passages there that are nearest by their own vectors."""
    places = ready.near.likeliest(asked, within)
    cosines = ready.near.cosines(asked, ready.rows[places])
    found: Rows = np.sort(places[np.argsort(-cosines, kind="stable")[: max(limit, _LOOKED_INTO)]])
    return found


def _opened(file: Path | None, width: int, may_write: bool) -> Vectors:
    try:
        return Vectors(file, width, MODEL, may_write=may_write)
    except OSError as error:
        _log.warning("vectors are not kept", reason=error.strerror or type(error).__name__)
        return Vectors(None, width, MODEL)
