"""What is on disk at once, and in its table a moment later: lines in a file beside the database.

A commit for each answer takes the way to another thread and back, and twenty times what the answer's rows take
themselves (docs/decisions/065). A line that is appended is as safe from the end of the process as a row in SQLite's own
log, and what was jotted down in a moment gets into the tables in one transaction. Files are numbered, and that
transaction says up to which number it went, so that after a kill nothing is written twice and nothing is left out.
"""

import errno
import os
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import orjson

from bot.logs import get_logger
from bot.store.encoding import write_table

_log = get_logger(__name__)

Row = Sequence[str | int | float]
Rows = Mapping[str, Sequence[Row]]
"""Rows by the table that they belong to, in the order of the values in `INTO`."""

INTO: Mapping[str, str] = {
    "answers": "INSERT OR IGNORE INTO answers (id, hour, community, command, searched, terms, choices, hits) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    "quoted_words": "INSERT INTO quoted_words VALUES (?, ?, ?, ?) "
    "ON CONFLICT (community, source, day) DO UPDATE SET words = words + excluded.words",
}
"""How a row gets into its table, those first that others refer to."""

MOST = 100_000
"""Rows that may wait for a table that can't be written."""

_COUNTER, _COUNTED = "jottings", "quoted_words"
_OF_BEFORE = 7
"""Values of an answer's row before 0007.sql."""


@dataclass(frozen=True, slots=True)
class Lot:
    """The rows that get into the tables together: those of all files up to `number`."""

    number: int
    rows: dict[str, list[Row]] = field(default_factory=dict)

    def add(self, rows: Rows) -> None:
        """Take in more rows."""
        for table, more in rows.items():
            self.rows.setdefault(table, []).extend(more)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(map(len, self.rows.values()))

    def write(self, connection: sqlite3.Connection) -> None:
        """Write the rows into their tables, and up to which file that was."""
        for table, statement in INTO.items():
            if table in self.rows:
                connection.executemany(statement, _together(table, self.rows[table]))
        connection.execute(
            "INSERT INTO counters VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (_COUNTER, self.number),
        )


class Jottings:
    """The files beside a database, `<database>.jottings-<number>`. Only who holds the database's lock may have them."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._handle: int | None = None
        self._size = 0
        self._lot = Lot(1)
        self._files: list[Path] = []

    @property
    def waiting(self) -> bool:
        """Whether there are rows that no transaction has taken yet."""
        return bool(self._lot.rows)

    def recover(self, connection: sqlite3.Connection) -> None:
        """Bring what an earlier process left into the tables. Raises sqlite3.Error and OSError."""
        row = connection.execute("SELECT value FROM counters WHERE name = ?", (_COUNTER,)).fetchone()
        done = int(row[0]) if row else 0
        found = dict(sorted(self._found()))
        lot = Lot(max([done, *found]))
        for number, file in found.items():
            if number > done:
                for rows in _lines(file):
                    lot.add(rows)
        if lot.rows:
            connection.execute("BEGIN IMMEDIATE")
            try:
                lot.write(connection)
                connection.execute("COMMIT")
            except BaseException:  # whatever it was: all of it or nothing
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        for file in found.values():
            file.unlink(missing_ok=True)
        self._lot = Lot(lot.number + 1)

    def add(self, rows: Rows) -> None:
        """Jot rows down; they are on disk when this returns. Raises OSError: then nothing of them is kept."""
        line = orjson.dumps(rows) + b"\n"
        handle = self._open() if self._handle is None else self._handle
        if self._lot.count > MOST:
            raise OSError(errno.ENOSPC, "too many rows wait for their tables")
        if (written := os.write(handle, line)) < len(line):
            os.ftruncate(handle, self._size)  # a disk that is full took half a line
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self._size += written
        self._lot.add(rows)

    def turn(self) -> Lot | None:
        """Give the rows that wait, if any; what is jotted down from now on goes into the next file."""
        if not self.waiting:
            return None
        self._shut()
        lot, self._lot = self._lot, Lot(self._lot.number + 1)
        return lot

    def done(self) -> None:
        """Remove the files whose rows stand in their tables: all but the one that is open."""
        files, self._files = self._files, []
        for file in files:
            if self._handle is not None and file == self._file:
                self._files.append(file)
            else:
                file.unlink(missing_ok=True)

    def back(self, lot: Lot) -> None:
        """Take back rows that could not be written."""
        lot.add(self._lot.rows)
        self._lot = Lot(self._lot.number, lot.rows)

    def close(self) -> None:
        """Let go of the file. One whose rows could not be written stays, for the next start."""
        self._shut()

    @property
    def _file(self) -> Path:
        return self._database.with_name(f"{self._database.name}.jottings-{self._lot.number}")

    def _open(self) -> int:
        file = self._file
        self._handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        self._size = os.fstat(self._handle).st_size
        self._files.append(file)
        return self._handle

    def _shut(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _found(self) -> Iterator[tuple[int, Path]]:
        form = re.compile(re.escape(self._database.name) + r"\.jottings-(\d+)")
        for file in self._database.parent.iterdir():
            if found := form.fullmatch(file.name):
                yield int(found[1]), file


def _together(table: str, rows: Sequence[Row]) -> Sequence[Row]:
    """Add up what is counted of the same thing: many answers quote few texts."""
    if table != _COUNTED:
        return rows
    sums: Counter[tuple[str | int | float, ...]] = Counter()
    for *of, count in rows:
        sums[tuple(of)] += int(count)
    return [(*of, count) for of, count in sums.items()]


def _of_today(rows: dict[str, Sequence[Row]]) -> Rows:
    """Give rows as their tables have them since 0007.sql: the passages that were found stood in rows of their own."""
    found = rows.pop("answer_hits", ())
    hits: dict[str | int | float, list[tuple[str, ...]]] = {}
    for answer, _, passage, edition, score, signals in found:
        hits.setdefault(answer, []).append((str(passage), str(edition), repr(score), str(signals)))
    if any(len(row) == _OF_BEFORE for row in rows.get("answers", ())):
        rows["answers"] = [(*row, write_table(hits.get(row[0], ()))) for row in rows["answers"]]
    return rows


def _lines(file: Path) -> Iterator[Rows]:
    """Read a file's lines. One that is not whole was never acknowledged, and is left out."""
    for line in file.read_bytes().split(b"\n"):
        try:
            rows = orjson.loads(line) if line else {}
        except ValueError:
            _log.warning("a jotted line is not whole")
            continue
        if isinstance(rows, dict):
            yield _of_today(rows)
