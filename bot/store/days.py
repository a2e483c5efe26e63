"""The passage of each day: one row for each community and local date, claimed before anything is sent.

A row goes from `claimed` (with a lease, the passage stored in it) to `sent`, `skipped` or `failed`. Each claim has a
number, its fence: whoever was slow and lost the claim to another can no longer change the row.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import partial

from bot.store.database import Database, Row

LEASE = 60
"""Seconds for which a claim keeps others away."""

MISSED = "missed"
"""Why a day was skipped on which the bot was not there in time. Where it is in time after all, it is claimed."""

Write = Callable[[sqlite3.Connection], object]


class DayState(StrEnum):
    """What became of a community's day."""

    CLAIMED = "claimed"
    SENT = "sent"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Day:
    """A community's local date. Moments are in UTC, cut to seconds.

    `reasons` are codes: why this passage, or why none. `tried` is when it was first sent: from then on nobody can be
    sure that it did not arrive. `message` is the platform's id of the post.
    """

    community: str
    day: date
    state: DayState
    due: datetime
    passage: str | None = None
    edition: str | None = None
    reasons: tuple[str, ...] = ()
    channel: str | None = None
    nonce: str | None = None
    lease: datetime | None = None
    fence: int = 0
    attempts: int = 0
    tried: datetime | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a community stands on a date: that day's row, claimed rows of days before it, and the last day before it."""

    today: Day | None
    unfinished: tuple[Day, ...]
    last: date | None


class Days:
    """The days of all communities."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, community: str, day: date) -> Day | None:
        """Give a day's row, if it has one."""
        rows = await self._database.read(
            "SELECT * FROM days WHERE community = ? AND day = ?", (community, day.isoformat())
        )
        return _day(rows[0]) if rows else None

    async def standing(self, community: str, day: date) -> Standing:
        """Tell how a community stands on a date."""
        return await self._database.look(partial(_standing, community=community, day=day.isoformat()))

    async def claim(self, community: str, day: date, due: datetime, moment: datetime) -> Day | None:
        """Claim a day for `LEASE` seconds; None where another holds it, or it is over.

        A claim whose lease is over is taken up with what it has; so is one whose lease no clock of now can have given,
        because the clock was set back since.
        """
        return await self._database.write(
            partial(_claim, community=community, day=day.isoformat(), due=_seconds(due), now=_seconds(moment))
        )

    async def choose(
        self, day: Day, passage: str, edition: str, reasons: Sequence[str], channel: str, nonce: str, moment: datetime
    ) -> bool:
        """Store what is about to be sent, before it is; False where the claim was lost."""
        return await self._change(
            day,
            "passage = ?, edition = ?, reasons = ?, channel = ?, nonce = ?, tried = COALESCE(tried, ?)",
            (passage, edition, " ".join(reasons), channel, nonce, _seconds(moment)),
        )

    async def sent(self, day: Day, message: str, beside: Write | None = None) -> bool:
        """Note that the post is there, and do what is to be written `beside` it; False where the claim was lost."""
        return await self._change(day, "state = 'sent', message = ?, lease = NULL", (message,), beside)

    async def release(self, day: Day, moment: datetime) -> bool:
        """Let go of a claim, so that it can be tried again; False where it was lost."""
        return await self._change(day, "lease = ?", (_seconds(moment),))

    async def close(self, day: Day, state: DayState, reason: str) -> bool:
        """End a claimed day without a post: skipped or failed; False where the claim was lost."""
        return await self._change(day, "state = ?, reasons = ?, lease = NULL", (state.value, reason))

    async def skip(self, community: str, day: date, due: datetime, reason: str) -> bool:
        """Skip a day that nothing was done for; False where it is claimed, over, or skipped already."""
        return await self._database.write(partial(_skip, row=(community, day.isoformat(), _seconds(due), reason)))

    async def miss(self, community: str, days: Iterable[tuple[date, datetime]]) -> None:
        """Note days, as (date, when it was due), on which the bot was not there in time."""
        rows = [(community, day.isoformat(), _seconds(due), MISSED) for day, due in days]
        if rows:
            await self._database.write(partial(_miss, rows=rows))

    async def unskip(self, community: str, day: date) -> bool:
        """Take back that a day is skipped; gives whether it was."""
        row = (community, day.isoformat())
        changed = await self._database.write(
            lambda connection: (
                connection.execute(
                    "DELETE FROM days WHERE community = ? AND day = ? AND state = 'skipped'", row
                ).rowcount
            )
        )
        return changed == 1

    async def history(self, community: str, limit: int) -> list[Day]:
        """Give a community's last days, the latest first."""
        rows = await self._database.read(
            "SELECT * FROM days WHERE community = ? ORDER BY day DESC LIMIT ?", (community, limit)
        )
        return [_day(row) for row in rows]

    async def posted(self, community: str, before: date, limit: int) -> list[tuple[date, str, str | None]]:
        """Give the last posts before a date as (date, passage id, source id), the latest first."""
        rows = await self._database.read(
            "SELECT d.day, d.passage, e.source FROM days d LEFT JOIN passages p ON p.id = d.passage "
            "LEFT JOIN editions e ON e.key = p.edition "
            "WHERE d.community = ? AND d.day < ? AND d.state = 'sent' ORDER BY d.day DESC LIMIT ?",
            (community, before.isoformat(), limit),
        )
        return [(date.fromisoformat(day), passage, source) for day, passage, source in rows]

    async def _change(
        self, day: Day, change: str, values: tuple[str | int | None, ...], beside: Write | None = None
    ) -> bool:
        """Change a claimed row, unless another has claimed it since; then nothing beside it is written either."""

        def write(connection: sqlite3.Connection) -> bool:
            """Change the row if this claim still holds, with what belongs to it, in one transaction."""
            changed = connection.execute(
                f"UPDATE days SET {change} WHERE community = ? AND day = ? AND fence = ? AND state = 'claimed'",  # noqa: S608
                (*values, day.community, day.day.isoformat(), day.fence),
            )
            if changed.rowcount == 1 and beside is not None:
                beside(connection)
            return changed.rowcount == 1

        return await self._database.write(write)


def _standing(connection: sqlite3.Connection, community: str, day: str) -> Standing:
    rows = connection.execute(
        "SELECT * FROM days WHERE community = ? AND (day = ? OR (day < ? AND state = 'claimed')) ORDER BY day",
        (community, day, day),
    )
    found = [_day(row) for row in rows]
    before = connection.execute("SELECT MAX(day) FROM days WHERE community = ? AND day < ?", (community, day))
    (last,) = before.fetchone()
    today = next((one for one in found if one.day.isoformat() == day), None)
    unfinished = tuple(one for one in found if one is not today)
    return Standing(today, unfinished, date.fromisoformat(last) if last else None)


_CLAIM = """
INSERT INTO days (community, day, state, due, lease, fence, attempts)
VALUES (:community, :day, 'claimed', :due, :lease, 1, 1)
ON CONFLICT (community, day) DO UPDATE SET state = 'claimed', lease = excluded.lease, due = excluded.due,
  fence = fence + 1, attempts = attempts + 1, reasons = CASE state WHEN 'claimed' THEN reasons ELSE '' END
WHERE (state = 'claimed' AND (lease <= :now OR lease > :lease)) OR (state = 'skipped' AND reasons = :missed)
RETURNING *
"""


def _claim(connection: sqlite3.Connection, community: str, day: str, due: int, now: int) -> Day | None:
    given = {"community": community, "day": day, "due": due, "now": now, "lease": now + LEASE, "missed": MISSED}
    row = connection.execute(_CLAIM, given).fetchone()
    return _day(row) if row else None


def _skip(connection: sqlite3.Connection, row: tuple[str, str, int, str]) -> bool:
    changed = connection.execute(
        "INSERT INTO days (community, day, state, due, reasons) VALUES (?1, ?2, 'skipped', ?3, ?4) "
        "ON CONFLICT (community, day) DO UPDATE SET reasons = excluded.reasons "
        "WHERE state = 'skipped' AND reasons = ?5",
        (*row, MISSED),
    )
    return changed.rowcount == 1


def _miss(connection: sqlite3.Connection, rows: Sequence[tuple[str, str, int, str]]) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO days (community, day, state, due, reasons) VALUES (?, ?, 'skipped', ?, ?)", rows
    )


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def _moment(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def _day(row: Row) -> Day:
    community, day, state, due, passage, edition, reasons, channel, nonce, lease, fence, attempts, tried, message = row
    return Day(
        community,
        date.fromisoformat(day),
        DayState(state),
        datetime.fromtimestamp(due, UTC),
        passage,
        edition,
        tuple(reasons.split()),
        channel,
        nonce,
        _moment(lease),
        fence,
        attempts,
        _moment(tried),
        message,
    )
