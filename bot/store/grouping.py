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
from bot.logs import get_logger
from bot.store.connecting import Channel
from bot.store.faults import explain
from bot.store.jottings import Jottings, Lot, Rows

_log = get_logger(__name__)

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], Any]

LARGEST = 500
"""Pieces of work in one transaction, so that the first caller doesn't wait for thousands behind it."""

MOMENT, LATER = 0.25, 5.0
"""Seconds until what was jotted down gets into its table, and until that is tried again."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one piece of work: its value, or the error that undid it."""

    value: Any = None
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A piece of work in the queue, and where its caller waits for what came of it."""

    work: Work
    done: "asyncio.Future[Any]"


def commit(connection: sqlite3.Connection, works: Sequence[Work]) -> list[Outcome]:
    """Do the works in one transaction and commit it; in order, one outcome for each.

    A work may be called twice: where SQLite gives up the whole transaction (a full disk), each is tried alone.
    """
    if not works:
        return []
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
    except Exception as error:  # its own caller gets it; the works of others go on
        if not connection.in_transaction:
            raise
        connection.execute("ROLLBACK TO work")
        connection.execute("RELEASE work")
        return Outcome(error=error)
    connection.execute("RELEASE work")
    return Outcome(value)


class Writer:
    """The one who writes: takes work from many callers and answers each when it is on disk.

    Whatever was jotted down before gets into its table first, in the same transaction.
    """

    def __init__(self, channel: Channel, file: Path, jottings: Jottings) -> None:
        self._channel = channel
        self._file = file
        self._queue: deque[_Waiting] = deque()
        self._working: asyncio.Task[None] | None = None
        self._jottings = jottings
        self._soon: asyncio.TimerHandle | None = None
        self._failed: Exception | None = None
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

    def jot(self, rows: Rows) -> None:
        """Keep rows: they are on disk when this returns, and stand in their tables a moment later. Raises OSError."""
        if self._closed:
            raise StoreMissing(str(self._file))
        self._jottings.add(rows)
        if self._soon is None:
            self._wait(MOMENT)

    async def settle(self) -> None:
        """Wait until all that was jotted down so far stands in its table. Raises the error that keeps it from that."""
        if self._jottings.waiting or self._busy:
            await self.write(_nothing)
            if self._failed is not None:
                raise self._told(self._failed)

    async def drain(self) -> None:
        """Wait until all that was handed in is on disk; what was jotted down is brought to its table once."""
        tried = False
        while self._queue or self._busy or (self._jottings.waiting and not tried):
            tried = tried or not self._busy
            await asyncio.wait([self._start()])

    async def fold(self) -> bool:
        """Fold the log into the file, between two transactions; gives whether that could be done now."""
        return await self._channel.run(_checkpoint)

    async def close(self) -> None:
        """Take no more, finish what was handed in, and fold the log back into the file."""
        self._closed = True
        if self._soon is not None:
            self._soon.cancel()
        await self.drain()
        self._jottings.close()
        try:
            await self._channel.run(_checkpoint)
        finally:
            await self._channel.close()

    @property
    def _busy(self) -> bool:
        return self._working is not None and not self._working.done()

    def _start(self) -> "asyncio.Task[None]":
        if self._working is None or self._working.done():
            self._working = asyncio.create_task(self._work_off())
        return self._working

    def _wait(self, seconds: float) -> None:
        self._soon = asyncio.get_running_loop().call_later(seconds, self._take_over)

    def _take_over(self) -> None:
        self._soon = None
        if self._jottings.waiting:
            self._start()

    async def _work_off(self) -> None:
        await self._transact()
        while self._queue:
            await self._transact()

    async def _transact(self) -> None:
        """Write what was jotted down, and so many of the works that wait, in one transaction."""
        taken = [self._queue.popleft() for _ in range(min(len(self._queue), LARGEST))]
        batch = [waiting for waiting in taken if not waiting.done.done()]
        lot = self._jottings.turn()
        first: list[Work] = [] if lot is None else [lot.write]
        try:
            outcomes = await self._channel.run(partial(commit, works=[*first, *(waiting.work for waiting in batch)]))
        except BaseException:  # whatever it was: nothing is lost, and nobody waits for ever
            if lot is not None:
                self._jottings.back(lot)
            for waiting in batch:
                waiting.done.cancel()
            raise
        if lot is not None:
            self._taken_over(lot, outcomes.pop(0).error)
        for waiting, outcome in zip(batch, outcomes, strict=True):
            self._settle(waiting, outcome)

    def _taken_over(self, lot: Lot, error: Exception | None) -> None:
        self._failed = error
        if error is None:
            self._jottings.done()
            return
        # The rows are on disk all the same: they wait for a better time, and for the next start if it does not come.
        _log.warning("jotted down, but not in its table yet", kind=type(error).__name__)
        self._jottings.back(lot)
        if self._soon is None and not self._closed:
            self._wait(LATER)

    def _settle(self, waiting: _Waiting, outcome: Outcome) -> None:
        if waiting.done.done():  # its caller has gone; the work stays done
            return
        error = outcome.error
        if error is None:
            waiting.done.set_result(outcome.value)
            return
        waiting.done.set_exception(self._told(error))

    def _told(self, error: Exception) -> Exception:
        return (explain(error, self._file) if isinstance(error, sqlite3.Error) else None) or error


def _nothing(_: sqlite3.Connection) -> None:
    """Be the work of who only waits for what was before it."""


def _checkpoint(connection: sqlite3.Connection) -> bool:
    """Fold the log into the file and empty it; gives whether nobody was reading it still."""
    try:
        ((busy, _, _),) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except sqlite3.OperationalError:
        # A full or read-only disk at the end: the log beside the file keeps what was written, for the next start.
        return False
    return not busy
