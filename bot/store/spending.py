"""How many words of a text a community was shown in a day: what caps on quoting are held against."""

import sqlite3
from collections.abc import Mapping

from bot.store.database import Database


class Spending:
    """Words quoted, by community, source and day. Counted in memory at once and in the store before `add` returns."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._day = ""
        self._spent: dict[tuple[str, str], int] = {}

    async def spent(self, community: str, source: str, day: str) -> int:
        """Give the words of `source` that were quoted in `community` on `day` (in UTC, `2026-11-22`)."""
        if day != self._day:
            return await self._stored(community, source, day)
        key = (community, source)
        if key not in self._spent:
            # Words that were added while the store was read are in memory alone: they must not be overwritten.
            stored = await self._stored(community, source, day)
            self._spent.setdefault(key, stored)
        return self._spent[key]

    async def add(self, community: str, words: Mapping[str, int], day: str) -> None:
        """Count quoted words, by source. Returns when that is on disk."""
        self._turn(day)
        for source, count in words.items():
            before = await self.spent(community, source, day)
            if day == self._day:
                self._spent[community, source] = max(before, self._spent[community, source]) + count
        rows = [(community, source, day, count) for source, count in words.items()]

        def write(connection: sqlite3.Connection) -> None:
            connection.executemany(
                "INSERT INTO quoted_words VALUES (?, ?, ?, ?) "
                "ON CONFLICT (community, source, day) DO UPDATE SET words = words + excluded.words",
                rows,
            )

        await self._database.write(write)

    async def purge(self, before: str) -> int:
        """Remove the counts of the days before that one; returns how many."""

        def write(connection: sqlite3.Connection) -> int:
            return connection.execute("DELETE FROM quoted_words WHERE day < ?", (before,)).rowcount

        return await self._database.write(write)

    def _turn(self, day: str) -> None:
        if day > self._day:
            self._day = day
            self._spent.clear()

    async def _stored(self, community: str, source: str, day: str) -> int:
        rows = await self._database.read(
            "SELECT words FROM quoted_words WHERE community = ? AND source = ? AND day = ?", (community, source, day)
        )
        return int(rows[0][0]) if rows else 0
