"""Which week's digest each community got. A row is claimed with a lease, and fenced by a number that grows.

When a digest was first handed to the platform is kept (`tried`): from then on nobody can be sure that it did not
arrive, and whoever takes the claim up after a crash looks for it first.
"""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial

from bot.clock import hour
from bot.store.database import Database

_LEASE = 120
"""Seconds in which a claim is nobody else's."""
KEPT_DAYS = 30
_CLAIMED = "community = ? AND week = ? AND fence = ? AND state = 'claimed'"


@dataclass(frozen=True, slots=True)
class Claim:
    """A community's week, claimed: by which number, and when it was first handed to the platform, if it was."""

    community: str
    week: date
    fence: int
    tried: datetime | None = None


class Digests:
    """One row for each community and week; a week is its Monday."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def claim(self, community: str, week: date, now: int) -> Claim | None:
        """Claim a week at a moment (seconds since 1970); None where another has it, or it is over with."""
        return await self._database.write(partial(_claim, community=community, week=week, now=now))

    async def trying(self, claim: Claim, now: int) -> bool:
        """Note that it is handed to the platform now; False where somebody else has claimed it meanwhile."""
        return await self._change(claim, "tried = coalesce(tried, ?)", now)

    async def end(self, claim: Claim, *, sent: bool) -> None:
        """Note that a week is over with: sent, or skipped because nothing waited."""
        await self._change(claim, "state = ?", "sent" if sent else "skipped")

    async def again(self, claim: Claim, now: int) -> None:
        """Let go of a claim of which nobody knows whether it arrived: whoever takes it up looks for it."""
        await self._change(claim, "lease = ?", now)

    async def release(self, claim: Claim) -> None:
        """Give a claim back as if it had never been: the platform refused it for certain, and may take it later."""
        sql = f"DELETE FROM digests WHERE {_CLAIMED}"  # noqa: S608 - it is written above
        await self._changed(sql, claim.community, claim.week.isoformat(), claim.fence)

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

    async def _change(self, claim: Claim, change: str, value: str | int) -> bool:
        sql = f"UPDATE digests SET {change} WHERE {_CLAIMED}"  # noqa: S608 - both are written above
        return await self._changed(sql, value, claim.community, claim.week.isoformat(), claim.fence)

    async def _changed(self, sql: str, *values: str | int) -> bool:
        return await self._database.write(lambda connection: connection.execute(sql, values).rowcount == 1)


def _claim(connection: sqlite3.Connection, community: str, week: date, now: int) -> Claim | None:
    """Claim a week; a lease that no clock of now can have given is none, because the clock was set back since."""
    row = connection.execute(
        "INSERT INTO digests (community, week, state, lease, fence) VALUES (?1, ?2, 'claimed', ?3, 1) "
        "ON CONFLICT (community, week) DO UPDATE SET lease = excluded.lease, fence = fence + 1 "
        "WHERE state = 'claimed' AND (lease <= ?4 OR lease > ?3) RETURNING fence, tried",
        (community, week.isoformat(), now + _LEASE, now),
    ).fetchone()
    if row is None:
        return None
    fence, tried = row
    return Claim(community, week, fence, None if tried is None else datetime.fromtimestamp(tried, UTC))
