"""Vectors of all passages of a library: made by a process of their own, kept, and never waited for."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np

from bot.errors import CommonplaceError
from bot.logs import get_logger
from bot.search.library import Library, Shelved
from bot.search.semantic.reading import Reading
from bot.search.semantic.shelf import Shelf, missing, passages_of, shelve
from bot.search.semantic.vectors import Key, Vectors, key_of, part_of
from bot.search.semantic.weights import Floats

_log = get_logger(__name__)

Progress = Callable[[int, int], None]

# Vectors are put into the file together, and found when a tenth more are there: remembered answers are dropped then.
_TOGETHER = 16
_NOT_KEPT = "vectors are not kept"


class Keeping:
    """Keeps a model's vectors of the passages of those texts that it is `for_`.

    `arrange` is called whenever more of them are ready. `turn` lets one process read at a time, whosever it is.
    """

    def __init__(
        self,
        weights: Path | None,
        vectors: Vectors,
        arrange: Callable[[], None],
        progress: Progress | None = None,
        turn: asyncio.Lock | None = None,
        for_: Callable[[Shelved], bool] = lambda _: True,
    ) -> None:
        """Without `weights`, vectors are another process's to make."""
        self.vectors = vectors
        self.shelf = Shelf({})
        self._weights = weights
        self._arrange = arrange
        self._progress = progress
        self._turn = turn or asyncio.Lock()
        self._for = for_
        self._task: asyncio.Task[None] | None = None
        self._arranged = len(vectors)
        self._saved = True

    async def refresh(self, library: Library) -> None:
        """Take in the library's texts as they are now; passages that are new are read from then on, one by one."""
        await self.stop()
        self.shelf = await shelve(library, self.shelf, self._for)
        keys = frozenset(self.shelf.keys)
        self._save(lambda: self.vectors.keep(keys))
        self._ready()
        if self._weights and missing(keys, self.vectors):
            self._task = asyncio.create_task(self._read(library, self._weights))

    async def done(self) -> None:
        """Wait until every passage is ready, or can't be."""
        if self._task:
            await asyncio.wait([self._task])

    async def stop(self) -> None:
        """Break off the reading; what was read is kept."""
        task, self._task = self._task, None
        if task:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _read(self, library: Library, weights: Path) -> None:
        """Read what is missing, and go on without the rest where the process that reads can't."""
        try:
            async with self._turn, Reading(weights) as reading:
                await self._read_all(library, reading)
        except CommonplaceError as error:
            _log.warning("passages are not read for their meaning", **error.data, kind=type(error).__name__)

    async def _read_all(self, library: Library, reading: Reading) -> None:
        wanted = set(missing(self.shelf.keys, self.vectors))
        whole, read = len(set(self.shelf.keys)), dict[Key, Floats]()
        try:
            for shelved in library.sources():
                known = self.shelf.texts.get(shelved.source.id)
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
        self._ready()

    def _put(self, read: dict[Key, Floats], ready: int, whole: int) -> None:
        """Keep vectors, and empty the dictionary."""
        if not read:
            return
        # A text's own vector comes last: what is cut off by a crash is read again as a whole.
        keys = [part_of(key, number) for key, own in read.items() for number in reversed(range(len(own)))]
        found = np.concatenate([own[::-1] for own in read.values()])
        read.clear()
        self._save(lambda: self.vectors.put(keys, found))
        if len(self.vectors) >= 1.1 * self._arranged:
            self._ready()
        if self._progress:
            self._progress(ready, whole)

    def _save(self, keeping: Callable[[], object]) -> None:
        try:
            keeping()
            self._saved = True
        except OSError as error:  # they are in memory already, and are written with the next ones
            if self._saved:  # told once, not for every few passages as long as a disk is full
                _log.warning(_NOT_KEPT, reason=error.strerror or type(error).__name__)
            self._saved = False

    def _ready(self) -> None:
        """Let questions find what is ready now."""
        self._arranged = len(self.vectors)
        self._arrange()


def opened(file: Path | None, width: int, model: str, may_write: bool) -> Vectors:
    """Read the vectors that a file keeps; where it can't be read, they are kept in memory alone."""
    try:
        return Vectors(file, width, model, may_write=may_write)
    except OSError as error:
        _log.warning(_NOT_KEPT, reason=error.strerror or type(error).__name__)
        return Vectors(None, width, model)
