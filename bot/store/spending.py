"""How many words of a text a community was shown in a day: what caps on quoting are held against."""

import sqlite3
from collections.abc import Mapping

from bot.clock import Clock, day, now
from bot.store.database import Database
from bot.store.jottings import Rows


class Spending:
    """Words quoted, by community, source and day (in UTC, `2026-11-22`). Make one with `open`.

    The days from the one of opening on are held in memory, so that a cap is known at once and words that are being
    written count already. The bot is the only one who writes them.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._day = ""
        self._spent: dict[tuple[str, str, str], int] = {}

    @classmethod
    async def open(cls, database: Database, clock: Clock = now) -> "Spending":
        """Open the counts that a database holds, and go on from today's."""
        spending = cls(database)
        spending._day = day(clock())
        await database.settle()
        rows = await database.read(
            "SELECT community, source, day, words FROM quoted_words WHERE day >= ?", (spending._day,)
        )
        spending._spent = {(community, source, of): words for community, source, of, words in rows}
        return spending

    def spent(self, community: str, source: str, day: str) -> int:
        """Give the words of `source` that were quoted in `community` on `day`; 0 for days before the bot started."""
        return self._spent.get((community, source, day), 0)

    async def add(self, community: str, words: Mapping[str, int], day: str) -> None:
        """Count quoted words, by source. They count at once; returns when that is on disk."""
        self.write(self.counted(community, words, day))

    def write(self, counted: Rows) -> None:
        """Write what `counted` gave. It is on disk when this returns. Raises the StoreErrors."""
        self._database.jot(counted)

    def counted(self, community: str, words: Mapping[str, int], day: str) -> Rows:
        """Count quoted words at once, and give the rows that are left to write, beside others or alone."""
        self._turn(day)
        for source, count in words.items():
            self._spent[community, source, day] = self.spent(community, source, day) + count
        return {"quoted_words": [(community, source, day, count) for source, count in words.items()]}

    def follow(self, community: str, successor: str) -> None:
        """Count what was quoted in a community as quoted in the one that took its place, as the store does."""
        for key in [key for key in self._spent if key[0] == community]:
            of = (successor, *key[1:])
            self._spent[of] = self._spent.get(of, 0) + self._spent.pop(key)

    async def purge(self, before: str) -> int:
        """Remove the counts of the days before that one; returns how many."""

        def write(connection: sqlite3.Connection) -> int:
            """Remove them in one transaction."""
            return connection.execute("DELETE FROM quoted_words WHERE day < ?", (before,)).rowcount

        return await self._database.write(write)

    def _turn(self, day: str) -> None:
        """Let go of the days before yesterday when a new one comes: a question asked at midnight may still count."""
        if day > self._day:
            self._spent = {key: words for key, words in self._spent.items() if key[2] >= self._day}
            self._day = day
