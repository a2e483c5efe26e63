"""What moderators note of passages, and the trail of what they did. Who did it is a keyed mark, never a name or an id.

Times are cut to the hour before they are written.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.clock import hour
from bot.store.database import Database


class Status(StrEnum):
    """How far moderators are with a passage."""

    OPEN = "open"
    SEEN = "seen"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Review:
    """What moderators noted of a passage: the mark of who did so last, and in which hour (`2026-11-22T09`)."""

    passage: str
    status: Status
    note: str | None
    moderator: str | None
    hour: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a moderator did: what, to what (a passage, a text, a channel, a date), and what was set."""

    hour: str
    moderator: str | None
    action: str
    target: str | None
    value: str | None


class Reviews:
    """The reviews of each community: at most one for a passage."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, community: str, passage: str) -> Review | None:
        """Give the review of a passage; None where nobody has set anything."""
        rows = await self._database.read(
            "SELECT passage, status, note, moderator, hour FROM reviews WHERE community = ? AND passage = ?",
            (community, passage),
        )
        return _review(rows[0]) if rows else None

    async def all(self, community: str, status: Status | None = None) -> list[Review]:
        """Give a community's reviews, those of one status or every one, the latest first."""
        rows = await self._database.read(
            "SELECT passage, status, note, moderator, hour FROM reviews "
            "WHERE community = ?1 AND (?2 IS NULL OR status = ?2) ORDER BY hour DESC, passage",
            (community, status),
        )
        return [_review(row) for row in rows]

    async def set(
        self, community: str, passage: str, status: Status, note: str | None, moderator: str | None, moment: datetime
    ) -> None:
        """Write the review of a passage in place of what stood there. Returns when it is on disk."""
        row = (community, passage, status.value, note, moderator, hour(moment))
        await self._database.write(
            lambda connection: (
                connection.execute(
                    "INSERT OR REPLACE INTO reviews (community, passage, status, note, moderator, hour) "
                    "VALUES (?, ?, ?, ?, ?, ?)",
                    row,
                ).rowcount
            )
        )


class Trail:
    """What moderators did, one line for each action, in the order in which they did it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(
        self,
        community: str,
        moderator: str | None,
        action: str,
        target: str | None,
        value: str | None,
        moment: datetime,
    ) -> None:
        """Write a line: `action` as it is typed (`review note`), its target, and what was set. Returns when on disk."""
        row = (community, hour(moment), moderator, action, target, value)
        await self._database.write(
            lambda connection: (
                connection.execute(
                    "INSERT INTO trail (community, hour, moderator, action, target, value) VALUES (?, ?, ?, ?, ?, ?)",
                    row,
                ).rowcount
            )
        )

    async def entries(self, community: str, limit: int) -> list[Entry]:
        """Give a community's last actions, the latest first."""
        rows = await self._database.read(
            "SELECT hour, moderator, action, target, value FROM trail WHERE community = ? ORDER BY key DESC LIMIT ?",
            (community, limit),
        )
        return [Entry(*row) for row in rows]


def _review(row: tuple[str, str, str | None, str | None, str]) -> Review:
    passage, status, note, moderator, moment = row
    return Review(passage, Status(status), note, moderator, moment)
