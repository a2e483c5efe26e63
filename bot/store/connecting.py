"""Connections to the database: how each is opened, checked and set up."""

import asyncio
import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import aiosqlite

from bot.errors import StoreDamaged, StoreMissing, StoreNewer, StoreOlder
from bot.store.faults import explain, explain_system
from bot.store.migrating import known, migrate, version

T = TypeVar("T")


class Channel(aiosqlite.Connection):
    """A connection on a thread of its own, which takes whole functions: one hop for many statements."""

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connect, iter_chunk_size=64)
        # A process that dies of an error must not wait for this thread; what was acknowledged is on disk by then.
        self._thread.daemon = True

    async def run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Call `work` with the connection, on its thread."""
        done: T = await self._execute(work, self._conn)  # type: ignore[no-untyped-call]
        return done

    async def ended(self) -> None:
        """Wait for the thread of a connection that could not be opened: it still speaks to the event loop."""
        await asyncio.to_thread(self._thread.join)


@contextlib.contextmanager
def explained(file: Path) -> Iterator[None]:
    """Turn what SQLite and the system raise inside into StoreFull, StoreLocked, StoreReadOnly or StoreDamaged."""
    try:
        yield
    except sqlite3.Error as error:
        told = explain(error, file)
        if told is None:
            raise
        raise told from error
    except OSError as error:
        raise explain_system(error, file) from error


async def open_writer(file: Path) -> Channel:
    """Open the connection that writes; the database is made or migrated. The caller holds the lock."""
    return await _opened(Channel(partial(_connect, file, _writing)))


async def open_reader(file: Path) -> Channel:
    """Open a connection that can only read, while another may write."""
    return await _opened(Channel(partial(_connect, file, _reading)))


async def _opened(channel: Channel) -> Channel:
    try:
        await channel
    except BaseException:  # cancelled, too: no thread is left behind
        await channel.ended()
        raise
    return channel


def quick_check(connection: sqlite3.Connection, file: Path) -> None:
    """Raise StoreDamaged, with SQLite's first complaint, where the database is not what it was written as."""
    _checked(connection, file, "PRAGMA quick_check(1)")


def full_check(connection: sqlite3.Connection, file: Path) -> None:
    """Like quick_check, and compare each index with its table and follow each reference too. Takes seconds."""
    _checked(connection, file, "PRAGMA integrity_check(1)")
    astray = connection.execute("PRAGMA foreign_key_check").fetchone()
    if astray is not None:
        raise StoreDamaged(str(file), f"{astray[0]} {astray[1]} → {astray[2]}")


def _checked(connection: sqlite3.Connection, file: Path, pragma: str) -> None:
    complaint = str(connection.execute(pragma).fetchone()[0])
    if complaint != "ok":
        raise StoreDamaged(str(file), complaint)


def fold_beside(file: Path) -> None:
    """Fold the log into the file as far as that goes without anybody waiting."""
    connection = connect(file, "rw")
    try:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    finally:
        connection.close()


def connect(file: Path, mode: str) -> sqlite3.Connection:
    """Open the file in a mode of SQLite's URIs (`rwc`, `ro`, `ro&immutable=1`), no transactions of Python's own."""
    uri = f"{file.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA busy_timeout = 5000")
    return connection


def _connect(file: Path, prepare: Callable[[Path], sqlite3.Connection]) -> sqlite3.Connection:
    with explained(file):
        return prepare(file)


def _writing(file: Path) -> sqlite3.Connection:
    connection = connect(file, "rwc")
    try:
        _prepare(connection, file)
    except BaseException:  # whatever it was: no open file is left behind
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, file: Path) -> None:
    # Before anything is set: even the journal's mode is a change of the file, and a newer one must not be touched.
    if version(connection) > known():
        raise StoreNewer(str(file), version(connection), known())
    quick_check(connection, file)
    _own(connection, file)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    # SQLite opens what may not be written for reading only, and says so at the first write. We want to know now.
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("ROLLBACK")
    migrate(connection, file)


def _own(connection: sqlite3.Connection, file: Path) -> None:
    """Raise StoreDamaged where the database has tables and no version: another program's, or its version was lost."""
    found = version(connection)
    if found < 0 or (found == 0 and connection.execute("SELECT 1 FROM sqlite_schema").fetchone()):
        raise StoreDamaged(str(file), f"user_version = {found}")


def _reading(file: Path) -> sqlite3.Connection:
    if not file.is_file():
        raise StoreMissing(str(file))
    connection = _readable(file)
    try:
        found = version(connection)
        if found > known():
            raise StoreNewer(str(file), found, known())
        _own(connection, file)
        if found < known():
            raise StoreOlder(str(file), found, known())  # it would have to be migrated first
    except BaseException:  # whatever it was: no open file is left behind
        connection.close()
        raise
    return connection


def _readable(file: Path) -> sqlite3.Connection:
    connection = connect(file, "ro")
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        if file.with_name(file.name + "-wal").exists():
            raise
        # In a folder that may not be written there is no room for WAL's files; without a writer none are needed.
        return connect(file, "ro&immutable=1")
    return connection
