"""How many different people took part in discussing a passage on a day: a number, and nothing of any of them."""

import sqlite3
from collections.abc import Mapping

from bot.store.database import Database

Key = tuple[str, str, str]
"""A community, a day (UTC, `2026-11-22`) and a passage's id."""


class ParticipantCounts:
    """The numbers. Each says "at least": after a restart people are counted from the beginning, as nobody is known."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def raise_to(self, counts: Mapping[Key, int]) -> None:
        """Make each number at least as large as that. Returns when it is on disk."""
        rows = [(*key, people) for key, people in counts.items()]

        def write(connection: sqlite3.Connection) -> None:
            """Raise them all in one transaction."""
            connection.executemany(
                "INSERT INTO participants (community, day, passage, people) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (community, day, passage) DO UPDATE SET people = max(people, excluded.people)",
                rows,
            )

        if rows:
            await self._database.write(write)

    async def most(self, community: str, passage: str, since: str, until: str) -> int:
        """Give the largest number of any day from `since` to `until` (not included); 0 where nobody took part.

        Days can't be added up: who came on two of them is one person, and nobody knows who it was.
        """
        rows = await self._database.read(
            "SELECT max(people) FROM participants WHERE community = ? AND passage = ? AND day >= ? AND day < ?",
            (community, passage, since, until),
        )
        return int(rows[0][0] or 0)
