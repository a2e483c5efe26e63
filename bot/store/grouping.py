"""Group commit: whatever waits to be written when the writer is free goes into one transaction.

One commit a row has less than half the throughput, and a timer that lets writes gather has less still
(docs/decisions/030). Each piece of work has a savepoint of its own, so that one that fails takes no other with it.
"""

import asyncio
import sqlite3
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from bot.errors import StoreMissing
from bot.store.connecting import Channel
from bot.store.faults import explain

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], Any]

LARGEST = 500
"""Pieces of work in one transaction, so that the first caller doesn't wait for thousands behind it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one piece of work: its value, or the error that undid it."""

    value: Any = None
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class _Waiting:
    work: Work
    done: "asyncio.Future[Any]"


def commit(connection: sqlite3.Connection, works: Sequence[Work]) -> list[Outcome]:
    """Do the works in one transaction and commit it; in order, one outcome for each.

    A work may be called twice: where SQLite gives up the whole transaction (a full disk), each is tried alone.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.Error as error:
        return [Outcome(error=error)] * len(works)
    try:
        # A work that is alone needs no savepoint: what undoes it is the end of the transaction.
        outcomes = [_within(connection, work) for work in works] if len(works) > 1 else [Outcome(works[0](connection))]
        connection.execute("COMMIT")
    except Exception as error:  # noqa: BLE001 - whatever it was goes to the callers, and the writer lives on
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if len(works) == 1:
            return [Outcome(error=error)]
        return [commit(connection, [work])[0] for work in works]
    return outcomes


def _within(connection: sqlite3.Connection, work: Work) -> Outcome:
    connection.execute("SAVEPOINT work")
    try:
        value = work(connection)
    except Exception as error:
        if not connection.in_transaction:
            raise
        connection.execute("ROLLBACK TO work")
        connection.execute("RELEASE work")
        return Outcome(error=error)
    connection.execute("RELEASE work")
    return Outcome(value)


class Writer:
    """The one who writes: takes work from many callers and answers each when it is on disk."""

    def __init__(self, channel: Channel, file: Path) -> None:
        self._channel = channel
        self._file = file
        self._queue: deque[_Waiting] = deque()
        self._working: asyncio.Task[None] | None = None
        self._closed = False

    async def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Call `work` with the connection inside a transaction; returns its value after COMMIT, or raises its error."""
        if self._closed:
            raise StoreMissing(str(self._file))
        waiting = _Waiting(work, asyncio.get_running_loop().create_future())
        self._queue.append(waiting)
        self._start()
        value: T = await waiting.done
        return value

    async def drain(self) -> None:
        """Wait until all that was handed in is on disk."""
        while self._queue or (self._working is not None and not self._working.done()):
            working = self._start()
            await asyncio.wait([working])

    async def fold(self) -> bool:
        """Fold the log into the file, between two transactions; gives whether that could be done now."""
        return await self._channel.run(_checkpoint)

    async def close(self) -> None:
        """Take no more, finish what was handed in, and fold the log back into the file."""
        self._closed = True
        await self.drain()
        try:
            await self._channel.run(_checkpoint)
        finally:
            await self._channel.close()

    def _start(self) -> "asyncio.Task[None]":
        if self._working is None or self._working.done():
            self._working = asyncio.create_task(self._work_off())
        return self._working

    async def _work_off(self) -> None:
        while self._queue:
            taken = [self._queue.popleft() for _ in range(min(len(self._queue), LARGEST))]
            batch = [waiting for waiting in taken if not waiting.done.done()]
            try:
                outcomes = await self._channel.run(partial(commit, works=[waiting.work for waiting in batch]))
            except BaseException:
                for waiting in batch:
                    waiting.done.cancel()
                raise
            for waiting, outcome in zip(batch, outcomes, strict=True):
                self._settle(waiting, outcome)

    def _settle(self, waiting: _Waiting, outcome: Outcome) -> None:
        if waiting.done.done():  # its caller has gone; the work stays done
            return
        error = outcome.error
        if error is None:
            waiting.done.set_result(outcome.value)
            return
        told = explain(error, self._file) if isinstance(error, sqlite3.Error) else None
        waiting.done.set_exception(told or error)


def _checkpoint(connection: sqlite3.Connection) -> bool:
    """Fold the log into the file and empty it; gives whether nobody was reading it still."""
    try:
        ((busy, _, _),) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except sqlite3.OperationalError:
        # A full or read-only disk at the end: the log beside the file keeps what was written, for the next start.
        return False
    return not busy
