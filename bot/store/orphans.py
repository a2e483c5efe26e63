"""Passages that a community discussed and that stand in no text any more: what became of them is for moderators to say.

Words that only went elsewhere (split, merged) are followed by themselves, and are no orphans.
"""

import sqlite3
from dataclasses import dataclass
from functools import partial

from bot.store import fates
from bot.store.database import Database
from bot.store.fates import Fate


@dataclass(frozen=True, slots=True)
class Orphan:
    """A passage without a place, its text, since which day, and the passages that its words may be in now."""

    passage: str
    source: str
    day: str
    candidates: tuple[str, ...]


class Orphans:
    """The orphans of each community."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def waiting(self, community: str) -> list[Orphan]:
        """Give those that nobody decided on yet, the latest first."""
        return await self._database.look(partial(_waiting, community=community))

    async def keep(self, community: str, passage: str) -> None:
        """Leave an orphan as it is: the log keeps it, and it is listed no more."""
        await self._database.write(partial(_keep, community=community, passage=passage))

    async def redirect(self, passage: str, successor: str, day: str) -> None:
        """Let a passage be followed by one that stands: for everybody, as if it had been merged into it."""
        fate = Fate(passage, "merged", (successor,))
        await self._database.write(lambda connection: fates.set_fates(connection, [fate], day))

    async def forget(self, community: str, passage: str) -> None:
        """Take an orphan out of a community's log, as if it had never been shown there."""
        await self._database.write(partial(_forget, community=community, passage=passage))


def _waiting(connection: sqlite3.Connection, community: str) -> list[Orphan]:
    rows = connection.execute(
        "SELECT p.key, p.id, e.source, p.fate_day FROM passages p JOIN editions e ON e.key = p.edition "
        "WHERE p.fate IN ('vanished', 'orphan') "
        "AND EXISTS (SELECT 1 FROM events v JOIN places w ON w.key = v.place "
        "WHERE v.passage = p.key AND w.community = ?1) "
        "AND NOT EXISTS (SELECT 1 FROM settled s WHERE s.community = ?1 AND s.passage = p.id) "
        "AND e.source NOT IN (SELECT source FROM withdrawn) ORDER BY p.fate_day DESC, p.id",
        (community,),
    ).fetchall()
    return [Orphan(passage, source, day, _candidates(connection, key)) for key, passage, source, day in rows]


def _candidates(connection: sqlite3.Connection, key: int) -> tuple[str, ...]:
    rows = connection.execute(
        "SELECT p.id FROM redirects r JOIN passages p ON p.key = r.successor WHERE r.passage = ? AND p.fate IS NULL "
        "ORDER BY r.position",
        (key,),
    )
    return tuple(passage for (passage,) in rows)


def _keep(connection: sqlite3.Connection, community: str, passage: str) -> None:
    connection.execute("INSERT OR IGNORE INTO settled VALUES (?, ?)", (community, passage))


def _forget(connection: sqlite3.Connection, community: str, passage: str) -> None:
    connection.execute(
        "DELETE FROM events WHERE passage = (SELECT key FROM passages WHERE id = ?) "
        "AND place IN (SELECT key FROM places WHERE community = ?)",
        (passage, community),
    )
