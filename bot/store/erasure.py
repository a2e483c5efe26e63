"""Erasing: what could concern a person, and everything of a community. Both are computed from the schema.

A table that is added later is erased like the others without a line here: columns that hold a person are declared in
schema.py, and a table belongs to a community if it has a column `community` or refers to a table that does. What is
erased is written over, and the log is folded into the file, so that it stands in no freed page and in no old frame.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from bot.store.database import Database
from bot.store.schema import TABLES, Table

COMMUNITY = "community"
_LAST = "leavings"
"""Is emptied last: an erasure that was cut short goes on the next time."""

_BATCH = 1_000
"""Rows in one transaction, so that nobody waits for a large community."""


@dataclass(frozen=True, slots=True)
class Belonging:
    """How the rows of a table that belong to a community are found; `condition` takes its id once."""

    table: str
    keys: tuple[str, ...]
    condition: str

    @property
    def deletion(self) -> str:
        """The statement that deletes so many of the rows (`:community`, `:most`)."""
        keys = ", ".join(self.keys)
        chosen = f"SELECT {keys} FROM {self.table} WHERE {self.condition} LIMIT :most"  # noqa: S608 - names of the schema
        return f"DELETE FROM {self.table} WHERE ({keys}) IN ({chosen})"  # noqa: S608


class Erasure:
    """Erases, so that nothing of it can be read from the file afterwards."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def person(self, mark: str) -> dict[str, int]:
        """Erase a person's mark wherever it stands; gives in how many rows, by table.

        A row that is nothing without it goes; any other stays, and is nobody's any more. Raises the StoreErrors.
        """
        erased = await self._database.write(partial(_erase_person, mark=mark))
        await self._database.fold()
        return erased

    async def community(self, community: str) -> int:
        """Erase everything that belongs to a community; gives how many rows. Other writing goes on meanwhile.

        Raises the StoreErrors; what was erased by then stays erased.
        """
        erased = 0
        for belonging in await self._database.look(belongings):
            while deleted := await self._database.write(partial(_delete, belonging=belonging, community=community)):
                erased += deleted
        await self._database.fold()
        return erased


def belongings(connection: sqlite3.Connection) -> list[Belonging]:
    """Give the tables that belong to communities, those that refer to others before these."""
    found = [
        Belonging(table.name, _keys(connection, table.name), condition)
        for table in TABLES
        if (condition := _condition(connection, table.name)) is not None
    ]
    return sorted(found, key=lambda belonging: (belonging.table == _LAST, -belonging.condition.count("SELECT")))


def _condition(connection: sqlite3.Connection, table: str, seen: frozenset[str] = frozenset()) -> str | None:
    """Say which rows of a table belong to `:community`; None where no row does."""
    if COMMUNITY in _columns(connection, table):
        return f"{COMMUNITY} = :community"
    for parent, own, theirs in _references(connection, table):
        above = _condition(connection, parent, seen | {table}) if parent not in seen else None
        if above is not None:
            return f"{own} IN (SELECT {theirs} FROM {parent} WHERE {above})"  # noqa: S608 - names of the schema
    return None


def _columns(connection: sqlite3.Connection, table: str) -> Sequence[str]:
    return [name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]


def _keys(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    rows = connection.execute("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", (table,))
    return tuple(name for (name,) in rows)


def _references(connection: sqlite3.Connection, table: str) -> list[tuple[str, str, str]]:
    rows = connection.execute('SELECT "table", "from", "to" FROM pragma_foreign_key_list(?)', (table,))
    return [(parent, own, theirs) for parent, own, theirs in rows]


def _delete(connection: sqlite3.Connection, belonging: Belonging, community: str) -> int:
    connection.execute("PRAGMA secure_delete = ON")
    try:
        return connection.execute(belonging.deletion, {COMMUNITY: community, "most": _BATCH}).rowcount
    finally:
        connection.execute("PRAGMA secure_delete = OFF")


def _erase_person(connection: sqlite3.Connection, mark: str) -> dict[str, int]:
    connection.execute("PRAGMA secure_delete = ON")
    try:
        return {
            table.name: sum(
                connection.execute(_erasing(connection, table, column.name), (mark,)).rowcount
                for column in table.columns
                if column.person
            )
            for table in TABLES
            if table.concerns_people
        }
    finally:
        connection.execute("PRAGMA secure_delete = OFF")


def _erasing(connection: sqlite3.Connection, table: Table, column: str) -> str:
    """Give the statement that takes a mark out of a column: the row goes where the column may not be empty."""
    (needed,) = connection.execute(
        'SELECT "notnull" OR pk FROM pragma_table_info(?) WHERE name = ?', (table.name, column)
    ).fetchone()
    if needed:
        return f"DELETE FROM {table.name} WHERE {column} = ?"  # noqa: S608 - names of the schema
    return f"UPDATE {table.name} SET {column} = NULL WHERE {column} = ?"  # noqa: S608
