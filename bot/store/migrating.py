"""Numbered migrations: `migrations/0001.sql`, `0002.sql` … Each is applied whole or not at all."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from bot.errors import StoreNewer

FOLDER = Path(__file__).parent / "migrations"


def version(connection: sqlite3.Connection) -> int:
    """Give the number of the last migration that the database has; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def known(folder: Path = FOLDER) -> int:
    """Give the number of the newest migration that this bot has."""
    return max(int(file.stem) for file in folder.glob("[0-9]*.sql"))


def migrate(connection: sqlite3.Connection, file: Path, folder: Path = FOLDER) -> None:
    """Bring a database to the newest version.

    Raises StoreNewer, with nothing touched, where the database is beyond it. The connection must be in autocommit mode
    (`isolation_level=None`).
    """
    found, newest = version(connection), known(folder)
    if found > newest:
        raise StoreNewer(str(file), found, newest)
    for number in range(found + 1, newest + 1):
        _apply(connection, (folder / f"{number:04}.sql").read_text(encoding="utf-8"), number)


def _apply(connection: sqlite3.Connection, script: str, number: int) -> None:
    # Not executescript: it commits before it begins, so a statement that fails would leave half a migration.
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in statements(script):
            connection.execute(statement)
        if version(connection) != number:
            raise ValueError(number)
    except BaseException:  # whatever it was: the database stays as it was
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def statements(script: str) -> Iterator[str]:
    """Cut a script into its statements."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
