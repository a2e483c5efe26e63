"""Proving what `privacy` says: that what holds a person is what erasure clears, and that nothing of it is left.

A database with the schema of the real one gets a row in every table, for a person and a community and for others; then
these are erased, and every cell and every byte is looked at. The real database is only read.
"""

import re
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bot.store.connecting import connect, explained
from bot.store.database import Database
from bot.store.erasure import COMMUNITY, Erasure, belongings
from bot.store.schema import TABLES

MARK, OTHER_MARK = "a1" * 32, "b2" * 32
HERE, ELSEWHERE = "sample:417", "sample:923"
TERMINAL = "terminal"
"""What stands in place of a mark for who sits at the terminal."""

_MARK_FORM = re.compile(r"[0-9a-f]{64}")
Cell = tuple[str, str, int, object]
"""A table, a column, a row's number and the value there."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: its name, whether it is as it should be, how many, and what is wrong."""

    part: str
    good: bool
    count: int
    wrong: tuple[str, ...] = ()


async def audit(file: Path) -> list[Finding]:
    """Look at a database and at what erasing does to one like it. Raises StoreMissing and the other StoreErrors."""
    async with await Database.open(file, readers=1, read_only=True) as database:
        made = await database.look(_statements)
        found = [await database.look(declared), await database.look(marks_alone)]
    with tempfile.TemporaryDirectory(prefix="commonplace-audit-") as folder:
        sample = Path(folder) / "sample.db"
        with explained(sample):
            make(sample, made)
        async with await Database.open(sample, readers=1) as database:
            with explained(sample):
                fill(sample, 101, MARK, HERE)
                fill(sample, 102, OTHER_MARK, ELSEWHERE)
            found += await _erase_person(database)
            found += await _erase_community(database)
    return found


def declared(connection: sqlite3.Connection) -> Finding:
    """Compare the real tables and columns with the declared ones."""
    real = {
        f"{table}.{column}"
        for (table,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        if not table.startswith("sqlite_")
        for (column,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
    }
    told = {f"{table.name}.{column.name}" for table in TABLES for column in table.columns}
    return Finding("declared", real == told, len(told), tuple(sorted(real ^ told)))


def marks_alone(connection: sqlite3.Connection) -> Finding:
    """See that where a person may stand there are only marks, and that these marks stand nowhere else."""
    people = dict.fromkeys(_people())
    values = {(table, column): _values(connection, table, column) for table, column in people}
    marks = {value for found in values.values() for value in found}
    wrong = [f"{t}.{c}" for (t, c), found in values.items() if not all(_is_mark(value) for value in found)]
    wrong += [
        f"{table.name}.{column.name}"
        for table in TABLES
        for column in table.columns
        if (table.name, column.name) not in people and marks and marks & _values(connection, table.name, column.name)
    ]
    return Finding("marks", not wrong, len(marks), tuple(wrong))


def make(file: Path, statements: list[str]) -> None:
    """Make an empty database of a schema's statements, the last of which sets the version."""
    with closing(connect(file, "rwc")) as connection:
        for statement in statements:
            connection.execute(statement)


def fill(file: Path, number: int, mark: str, community: str) -> None:
    """Put a row into every table: persons are `mark`, numbers are `number`, other words tell which column they fill."""
    with closing(connect(file, "rw")) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        people = set(_people())
        for table in TABLES:
            types = connection.execute("SELECT name, type FROM pragma_table_info(?)", (table.name,)).fetchall()
            row: list[str | int] = []
            for name, kind in types:
                word = f"{table.name} {name} {number}" if kind == "TEXT" else number
                row.append(mark if (table.name, name) in people else community if name == COMMUNITY else word)
            places = ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO {table.name} VALUES ({places})", row)  # noqa: S608 - names of the schema


def cells(file: Path) -> Iterator[Cell]:
    """Give every cell of every table."""
    with closing(connect(file, "ro")) as connection:
        for table in TABLES:
            cursor = connection.execute(f"SELECT * FROM {table.name}")  # noqa: S608 - names of the schema
            names = [description[0] for description in cursor.description]
            for number, row in enumerate(cursor):
                yield from ((table.name, name, number, value) for name, value in zip(names, row, strict=True))


def written(file: Path) -> bytes:
    """Give all bytes of a database: the file with its free pages, and the log beside it."""
    return b"".join(part.read_bytes() for part in sorted(file.parent.glob(f"{file.name}*")))


async def _erase_person(database: Database) -> list[Finding]:
    """Erase the sample person, and see where they stood, what was cleared, and that nothing is left."""
    file, people = database.file, set(_people())
    stood = {(table, column) for table, column, _, value in cells(file) if value == MARK}
    others = [cell for cell in cells(file) if cell[3] == OTHER_MARK]
    erased = await Erasure(database).person(MARK)
    left = {(table, column) for table, column, _, value in cells(file) if value == MARK}
    cleared = {(table, column) for table, column in stood - left if erased[table]}
    kept = sum(value == OTHER_MARK for _, _, _, value in cells(file)) == len(others)
    wrong = tuple(f"{table}.{column}" for table, column in sorted(people ^ cleared))
    traces = ("mark",) if MARK.encode() in written(file) else ()
    return [
        Finding("persons", not wrong and kept, len(cleared), wrong),
        Finding("traces", not traces, len(written(file)), traces),
    ]


async def _erase_community(database: Database) -> list[Finding]:
    """Erase the sample community, and see that no word of its rows is left in any page, and that others' are."""
    file = database.file
    tables = {belonging.table for belonging in await database.look(belongings)}
    told = tables | {t.name for t in TABLES if any(c.name == COMMUNITY for c in t.columns)}
    words = {
        f"{table}.{column}": value.encode()
        for table, column, row, value in cells(file)
        if table in told and row == 0 and isinstance(value, str) and value != OTHER_MARK
    }
    await Erasure(database).community(HERE)
    held = written(file)
    wrong = tuple(name for name, word in words.items() if word in held)
    return [Finding("communities", not wrong and ELSEWHERE.encode() in held, len(tables), wrong)]


def _statements(connection: sqlite3.Connection) -> list[str]:
    """Give what makes tables and indexes like those of a database. What triggers do is done by hand in a sample."""
    made = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL "
        "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type DESC"
    ).fetchall()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return [*(sql for (sql,) in made), f"PRAGMA user_version = {version:d}"]


def _people() -> Iterator[tuple[str, str]]:
    return ((table.name, column.name) for table in TABLES for column in table.columns if column.person)


def _values(connection: sqlite3.Connection, table: str, column: str) -> set[str]:
    sql = f"SELECT DISTINCT {column} FROM {table} WHERE length({column}) BETWEEN 1 AND 200"  # noqa: S608 - our names
    return {value for (value,) in connection.execute(sql) if isinstance(value, str) and value != TERMINAL}


def _is_mark(value: str) -> bool:
    return _MARK_FORM.fullmatch(value) is not None
