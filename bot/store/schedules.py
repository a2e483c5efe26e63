"""When and where each community gets its passage of the day."""

import datetime as dt
import sqlite3
from dataclasses import astuple, dataclass
from enum import StrEnum
from functools import partial

from bot.store.database import Database, Row

MODERATOR = "moderator"
"""Why a schedule is paused or a day skipped: moderators want it so."""


class State(StrEnum):
    """Whether a community gets its passage of the day."""

    OFF = "off"
    ON = "on"
    PAUSED = "paused"


class Style(StrEnum):
    """How it is posted: a message, a message with a thread on it, or a post in a forum."""

    MESSAGE = "message"
    THREAD = "thread"
    FORUM = "forum"


@dataclass(frozen=True, slots=True)
class Schedule:
    """What a community has set. `time` is local in `zone`, as `08:30`; `channel` is the platform's id.

    `reason` is the code of why it is paused; `failures` counts the days in a row on which nothing could be posted;
    `since` is a moment in seconds since 1970: what was due before it is not posted.
    """

    community: str
    state: State = State.OFF
    time: str = "09:00"
    zone: str = "UTC"
    channel: str | None = None
    style: Style = Style.MESSAGE
    tag: str | None = None
    reason: str | None = None
    failures: int = 0
    since: int = 0

    @property
    def at(self) -> dt.time:
        """The local time."""
        return dt.time.fromisoformat(self.time)

    @property
    def stopped(self) -> str | None:
        """Why it is paused, where no moderator wanted that: somebody has to mend something."""
        return self.reason if self.state is State.PAUSED and self.reason != MODERATOR else None


class Schedules:
    """The schedules of all communities."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, community: str) -> Schedule:
        """Give a community's schedule; one that is off where it has set nothing."""
        rows = await self._database.read("SELECT * FROM schedules WHERE community = ?", (community,))
        return _schedule(rows[0]) if rows else Schedule(community)

    async def running(self, platform: str) -> list[Schedule]:
        """Give the schedules of a platform's communities that are on; of those that the bot has not left."""
        rows = await self._database.read(
            "SELECT * FROM schedules WHERE state = 'on' AND community >= ? AND community < ? "
            "AND community NOT IN (SELECT community FROM leavings)",
            (f"{platform}:", f"{platform};"),  # the semicolon follows the colon
        )
        return [_schedule(row) for row in rows]

    async def put(self, schedule: Schedule) -> None:
        """Write down what a community has set. Returns when that is on disk."""
        row = tuple(str(value) if isinstance(value, StrEnum) else value for value in astuple(schedule))
        await self._database.write(
            lambda connection: (
                connection.execute(
                    "INSERT OR REPLACE INTO schedules VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row
                ).rowcount
            )
        )

    async def pause(self, community: str, reason: str) -> bool:
        """Pause a schedule that is on, and note why; gives whether it was on."""
        return await self._database.write(partial(_pause, community=community, reason=reason))

    async def failed(self, community: str) -> int:
        """Count one more day on which nothing could be posted; gives how many in a row there are now."""
        return await self._database.write(partial(_failed, community=community))

    async def worked(self, community: str) -> None:
        """Note that a day's passage was posted: what failed before is over."""
        await self._database.write(
            lambda connection: (
                connection.execute(
                    "UPDATE schedules SET failures = 0 WHERE community = ? AND failures > 0", (community,)
                ).rowcount
            )
        )


def _schedule(row: Row) -> Schedule:
    community, state, time, zone, channel, style, *others = row
    return Schedule(community, State(state), time, zone, channel, Style(style), *others)


def _pause(connection: sqlite3.Connection, community: str, reason: str) -> bool:
    changed = connection.execute(
        "UPDATE schedules SET state = 'paused', reason = ?, failures = 0 WHERE community = ? AND state = 'on'",
        (reason, community),
    )
    return changed.rowcount == 1


def _failed(connection: sqlite3.Connection, community: str) -> int:
    row = connection.execute(
        "UPDATE schedules SET failures = failures + 1 WHERE community = ? RETURNING failures", (community,)
    ).fetchone()
    return int(row[0]) if row else 0
