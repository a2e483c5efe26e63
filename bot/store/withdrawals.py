"""Texts that are withdrawn: out of every answer, but with their words and ids kept, so that they can be restored.

Functions take a connection: the caller holds the transaction.
"""

import sqlite3

from bot.store import fates
from bot.store.texts import grow


def withdraw(connection: sqlite3.Connection, source: str, day: str) -> int:
    """Withdraw a source with its passages; returns the new generation."""
    fates.retire(connection, source, "removed", day)
    connection.execute("INSERT OR REPLACE INTO withdrawn VALUES (?, ?)", (source, day))
    return grow(connection)


def restore(connection: sqlite3.Connection, source: str) -> int:
    """Let a source's passages stand again as they stood; returns the new generation."""
    connection.execute("DELETE FROM withdrawn WHERE source = ?", (source,))
    connection.execute(
        "UPDATE passages SET fate = NULL, fate_day = NULL WHERE fate = 'removed' AND spans IS NOT NULL "
        "AND edition = (SELECT key FROM editions WHERE source = ? AND current = 1)",
        (source,),
    )
    return grow(connection)


def days(connection: sqlite3.Connection) -> dict[str, str]:
    """Give the withdrawn sources, each with the day on which it was withdrawn."""
    return dict(connection.execute("SELECT source, day FROM withdrawn ORDER BY source").fetchall())
