"""The database: one connection that writes, and others that read beside it and never wait for it.

SQLite in WAL mode; a write is acknowledged after its COMMIT and survives the end of the process, however it ends.
"""

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from bot.errors import StoreError, StoreMissing, StoreReadOnly
from bot.store import backup
from bot.store.connecting import Channel, explained, fold_beside, full_check, open_reader, open_writer
from bot.store.faults import explain_system
from bot.store.grouping import Writer
from bot.store.jottings import Jottings, Rows
from bot.store.lock import Lock

T = TypeVar("T")
Row = tuple[Any, ...]


class Database:
    """An open store. Make one with `open`, and `close` it: only then is the log folded back into the file."""

    def __init__(self, file: Path, writer: Writer | None, readers: Sequence[Channel], lock: Lock | None) -> None:
        self.file = file
        self._writer = writer
        self._readers = tuple(readers)
        self._free: asyncio.LifoQueue[Channel] = asyncio.LifoQueue()
        self._lock = lock
        for reader in readers:
            self._free.put_nowait(reader)

    @classmethod
    async def open(cls, file: Path, *, readers: int = 2, read_only: bool = False) -> "Database":
        """Open the database at `file`; it is made, or migrated, or checked.

        `read_only` looks into it while another process writes. Raises StoreLocked, StoreNewer, StoreDamaged,
        StoreReadOnly, StoreFull; with `read_only` also StoreMissing and StoreOlder.
        """
        if read_only:
            return cls(file, None, await _open_all(file, readers), None)
        with explained(file):
            await asyncio.to_thread(partial(file.parent.mkdir, parents=True, exist_ok=True))
        lock = Lock(file)
        lock.take()
        jottings = Jottings(file)
        try:
            writer, *others = await _open_all(file, readers, jottings)
        except BaseException:  # whatever it was, or cancelled: whoever comes next may open it
            lock.release()
            raise
        return cls(file, Writer(writer, file, jottings), others, lock)

    async def __aenter__(self) -> "Database":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def read(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Give all rows of a query. It sees what was committed before it began."""
        return await self.look(lambda connection: connection.execute(sql, parameters).fetchall())

    async def look(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Call `work` with a connection that can only read: several queries in one hop."""
        with explained(self.file):
            async with self._reader() as channel:
                return await channel.run(work)

    async def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Call `work` with the writing connection inside a transaction; returns its value after COMMIT.

        An error that `work` raises undoes this work alone and is raised here. `work` may be called a second time, so it
        must change nothing but the database. Raises StoreFull, StoreReadOnly, StoreLocked, StoreDamaged; StoreMissing
        after `close`.
        """
        if self._writer is None:
            raise StoreReadOnly(str(self.file))
        return await self._writer.write(work)

    def jot(self, rows: Rows) -> None:
        """Keep rows for tables of `jottings.INTO`: on disk when this returns, in the table before the next write.

        Nothing of it takes another thread or a commit. What reads such a table calls `settle` first. Raises StoreFull,
        StoreReadOnly; StoreMissing after `close`.
        """
        if self._writer is None:
            raise StoreReadOnly(str(self.file))
        try:
            self._writer.jot(rows)
        except OSError as error:
            raise explain_system(error, self.file) from error

    async def settle(self) -> None:
        """Wait until all that was jotted down stands in its table. Raises the StoreErrors."""
        if self._writer is not None:
            await self._writer.settle()

    async def backup(self, target: Path) -> None:
        """Write a copy, whole and checked, while writing goes on. Raises StoreFull, StoreReadOnly of `target`."""
        with contextlib.suppress(StoreError):  # a store that can't be written can be copied all the same
            await self.settle()
        await asyncio.to_thread(backup.write, self.file, target)

    async def check(self) -> None:
        """Read everything and compare it with its checks. Raises StoreDamaged."""
        await self.look(partial(full_check, file=self.file))

    async def drain(self) -> None:
        """Wait until every write that was asked for so far is on disk."""
        if self._writer is not None:
            await self._writer.drain()

    async def fold(self) -> bool:
        """Fold the log into the file, so that nothing that was erased stands in it; gives whether that could be done.

        It can't while a reader holds an old state for longer than a few seconds; then the next time does it.
        """
        return await self._writer.fold() if self._writer is not None else False

    async def fold_beside(self) -> None:
        """Fold the log into the file as far as nobody has to wait for it, on a thread of its own.

        Whoever writes much in the background calls this now and then: else the writer folds it, while others wait.
        """
        with explained(self.file):
            await asyncio.to_thread(fold_beside, self.file)

    async def close(self) -> None:
        """Finish the writes that wait, fold the log into the file, close. A second call does nothing."""
        readers, self._readers = self._readers, ()
        for reader in readers:
            await reader.close()
        try:
            if self._writer is not None and readers:
                await self._writer.close()
        finally:
            if self._lock is not None:
                self._lock.release()

    @contextlib.asynccontextmanager
    async def _reader(self) -> AsyncIterator[Channel]:
        if not self._readers:
            raise StoreMissing(str(self.file))
        channel = await self._free.get()
        try:
            yield channel
        finally:
            self._free.put_nowait(channel)


async def _open_all(file: Path, readers: int, jottings: Jottings | None = None) -> list[Channel]:
    """Open those connections that read, and with `jottings` the one that writes before them; all of them or none."""
    opened: list[Channel] = []
    try:
        if jottings is not None:
            opened.append(await open_writer(file))
            with explained(file):
                await opened[0].run(jottings.recover)
        for _ in range(readers):
            opened.append(await open_reader(file))  # noqa: PERF401 - those that are open are closed if one fails
    except BaseException:  # whatever it was, or cancelled: no connection and no thread is left behind
        for channel in opened:
            await channel.close()
        raise
    return opened
