"""What moderators want of passages and texts in their community: passages that are not shown there, weights of texts.

Both are looked at for every answer, and so are held in memory; what is changed counts once it is on disk.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from functools import partial

from bot.store.database import Database

USUAL = 100
"""Percent: what a text weighs that nobody has weighed."""

_NOTHING: frozenset[str] = frozenset()


class Withholding:
    """The wishes of all communities. Make one with `open`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._withheld: dict[str, frozenset[str]] = {}
        self._weights: dict[str, dict[str, int]] = {}

    @classmethod
    async def open(cls, database: Database) -> "Withholding":
        """Open what was wished for so far."""
        wishes = cls(database)
        await wishes.renew()
        return wishes

    async def renew(self) -> None:
        """Read everything again, in case another process has written it."""
        self._withheld, self._weights = await self._database.look(_all)

    def of(self, community: str) -> frozenset[str]:
        """Give the passages that are not to be shown in a community."""
        return self._withheld.get(community, _NOTHING)

    async def withheld(self, community: str) -> frozenset[str]:
        """Give the same; the passage of the day asks for it so."""
        return self.of(community)

    async def weights(self, community: str) -> Mapping[str, int]:
        """Give what texts weigh in a community, in percent; those that are not named weigh 100."""
        return dict(self._weights.get(community, {}))

    async def withhold(self, community: str, passage: str) -> bool:
        """Show a passage in a community no more; gives whether it was shown until now."""
        if passage in self.of(community):
            return False
        await self._write("INSERT OR IGNORE INTO withheld VALUES (?, ?)", community, passage)
        self._withheld[community] = self.of(community) | {passage}
        return True

    async def release(self, community: str, passage: str) -> bool:
        """Show a passage again; gives whether it was withheld until now."""
        if passage not in self.of(community):
            return False
        await self._write("DELETE FROM withheld WHERE community = ? AND passage = ?", community, passage)
        self._withheld[community] = self.of(community) - {passage}
        return True

    async def weigh(self, community: str, source: str, percent: int) -> None:
        """Let a text's passages of the day come more or less often: 0 never, 100 as others."""
        if percent == USUAL:
            await self._write("DELETE FROM weights WHERE community = ? AND source = ?", community, source)
        else:
            await self._write("INSERT OR REPLACE INTO weights VALUES (?, ?, ?)", community, source, percent)
        self._weights.setdefault(community, {})[source] = percent
        if percent == USUAL:
            del self._weights[community][source]

    def forget(self, community: str) -> None:
        """Take a community out of memory, before it is erased from the store."""
        self._withheld.pop(community, None)
        self._weights.pop(community, None)

    async def _write(self, sql: str, *values: str | int) -> None:
        await self._database.write(partial(_execute, sql=sql, values=values))


def _execute(connection: sqlite3.Connection, sql: str, values: tuple[str | int, ...]) -> None:
    connection.execute(sql, values)


def _all(connection: sqlite3.Connection) -> tuple[dict[str, frozenset[str]], dict[str, dict[str, int]]]:
    withheld: defaultdict[str, set[str]] = defaultdict(set)
    for community, passage in connection.execute("SELECT community, passage FROM withheld"):
        withheld[community].add(passage)
    weights: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for community, source, percent in connection.execute("SELECT community, source, percent FROM weights"):
        weights[community][source] = percent
    return {community: frozenset(found) for community, found in withheld.items()}, dict(weights)
