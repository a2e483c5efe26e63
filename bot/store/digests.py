"""Which week's digest each community got. A row is claimed with a lease, and fenced by a number that grows.

A digest that was handed to the platform (`tried`) is never sent again, whatever became of it: moderators would rather
miss a list of what waits, which they can ask for at any time, than get it twice.
"""

import sqlite3
from datetime import date, datetime, timedelta
from functools import partial

from bot.clock import hour
from bot.store.database import Database

_LEASE = 120
"""Seconds in which a claim is nobody else's."""
KEPT_DAYS = 30


class Digests:
    """One row for each community and week; a week is its Monday."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def claim(self, community: str, week: date, now: int) -> int | None:
        """Claim a week at a moment (seconds since 1970); gives the claim's number, None where it is not to be had."""
        return await self._database.write(partial(_claim, community=community, week=week.isoformat(), now=now))

    async def trying(self, community: str, week: date, fence: int, now: int) -> bool:
        """Note that it is handed to the platform now; False where somebody else has claimed it meanwhile."""
        sql = "UPDATE digests SET tried = ? WHERE community = ? AND week = ? AND fence = ? AND tried IS NULL"
        return await self._changed(sql, now, community, week.isoformat(), fence)

    async def end(self, community: str, week: date, fence: int, *, sent: bool) -> None:
        """Note that a week is over with: sent, or skipped because nothing waited."""
        sql = "UPDATE digests SET state = ? WHERE community = ? AND week = ? AND fence = ?"
        await self._changed(sql, "sent" if sent else "skipped", community, week.isoformat(), fence)

    async def release(self, community: str, week: date, fence: int) -> None:
        """Give a claim back: the platform refused it for certain, and may take it later."""
        sql = "DELETE FROM digests WHERE community = ? AND week = ? AND fence = ?"
        await self._changed(sql, community, week.isoformat(), fence)

    async def altered(self, community: str, since: datetime) -> int:
        """Count the checks since a moment that found a quote altered: answers keep the verdict, the log does not."""
        await self._database.settle()
        rows = await self._database.read(
            "SELECT count(*) FROM answers WHERE community = ? AND command = 'check' AND hour >= ? "
            "AND choices LIKE 'verdict' || char(10) || 'altered' || char(10) || '%'",
            (community, hour(since)),
        )
        return int(rows[0][0])

    async def forget(self, day: date) -> None:
        """Forget weeks that began more than thirty days before a day."""
        await self._changed("DELETE FROM digests WHERE week < ?", (day - timedelta(days=KEPT_DAYS)).isoformat())

    async def _changed(self, sql: str, *values: str | int) -> bool:
        return await self._database.write(lambda connection: connection.execute(sql, values).rowcount == 1)


def _claim(connection: sqlite3.Connection, community: str, week: str, now: int) -> int | None:
    row = connection.execute(
        "INSERT INTO digests (community, week, state, lease, fence) VALUES (?1, ?2, 'claimed', ?3, 1) "
        "ON CONFLICT (community, week) DO UPDATE SET lease = excluded.lease, fence = fence + 1 "
        "WHERE state = 'claimed' AND tried IS NULL AND lease <= ?4 RETURNING fence",
        (community, week, now + _LEASE, now),
    ).fetchone()
    return None if row is None else int(row[0])
