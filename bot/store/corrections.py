"""What a new edition changed of what was shown before: the former words, so that those who read them can be told.

Kept for thirty days. Whether a community is told is for its moderators to say; it is told of each correction once.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from bot.store.database import Database
from bot.store.log import EventKind

KEPT_DAYS = 30
"""For so many days what was shown counts, and former words are kept."""

_SHOWN = (EventKind.SHOWN.number, EventKind.DAILY.number)


@dataclass(frozen=True, slots=True)
class Former:
    """A passage of an edition with the words that it had there."""

    passage: str
    edition: str
    was: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What a day's new edition of a text changed of what a community was shown, and in which channels it was."""

    source: str
    day: str
    former: tuple[Former, ...]
    channels: tuple[str, ...]


def keep(connection: sqlite3.Connection, source: str, day: str, former: Iterable[Former]) -> None:
    """Keep the former words of those passages that were shown anywhere in the last thirty days."""
    since = _hours(date.fromisoformat(day)) - 24 * KEPT_DAYS
    rows = [(source, day, one.passage, one.edition, one.was, since, *_SHOWN) for one in former]
    if not rows:
        return
    connection.executemany(
        "INSERT OR IGNORE INTO corrections SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS (SELECT 1 FROM events v "
        "JOIN passages p ON p.key = v.passage WHERE p.id = ?3 AND v.hour >= ?6 AND v.kind IN (?7, ?8))",
        rows,
    )


def forget(connection: sqlite3.Connection, day: str) -> None:
    """Forget what is older than thirty days on a day."""
    before = (date.fromisoformat(day) - timedelta(days=KEPT_DAYS)).isoformat()
    connection.execute("DELETE FROM corrections WHERE day < ?", (before,))
    connection.execute("DELETE FROM corrected WHERE day < ?", (before,))


class Corrections:
    """What each community may be told."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def waiting(self, community: str, source: str | None = None) -> list[Correction]:
        """Give what a community was shown and was not told of yet, the latest first."""
        return await self._database.look(partial(_waiting, community=community, source=source))

    async def claim(self, community: str, correction: Correction, day: str) -> bool:
        """Note that a community is told of a correction; False where it was told before."""
        row = (community, correction.source, correction.day, day)

        def write(connection: sqlite3.Connection) -> bool:
            """Write the claim, unless it stands there."""
            return connection.execute("INSERT OR IGNORE INTO corrected VALUES (?, ?, ?, ?)", row).rowcount == 1

        return await self._database.write(write)

    async def release(self, community: str, correction: Correction) -> None:
        """Take a claim back: nobody could be told."""
        row = (community, correction.source, correction.day)

        def write(connection: sqlite3.Connection) -> int:
            """Remove the claim."""
            return connection.execute(
                "DELETE FROM corrected WHERE community = ? AND source = ? AND day = ?", row
            ).rowcount

        await self._database.write(write)


def _waiting(connection: sqlite3.Connection, community: str, source: str | None) -> list[Correction]:
    rows = connection.execute(
        "SELECT c.source, c.day, c.passage, c.edition, c.was FROM corrections c "
        "WHERE (?2 IS NULL OR c.source = ?2) AND NOT EXISTS (SELECT 1 FROM corrected t "
        "WHERE t.community = ?1 AND t.source = c.source AND t.day = c.day) ORDER BY c.day DESC, c.source, c.passage",
        (community, source),
    ).fetchall()
    found: dict[tuple[str, str], tuple[list[Former], dict[str, None]]] = {}
    for of, day, passage, edition, was in rows:
        channels = _channels(connection, community, passage, day)
        if channels:
            former, places = found.setdefault((of, day), ([], {}))
            former.append(Former(passage, edition, was))
            places.update(dict.fromkeys(channels))
    return [Correction(of, day, tuple(former), tuple(places)) for (of, day), (former, places) in found.items()]


def _channels(connection: sqlite3.Connection, community: str, passage: str, day: str) -> list[str]:
    """Name the channels in which a passage was shown in the thirty days up to a day."""
    until = _hours(date.fromisoformat(day)) + 24
    rows = connection.execute(
        "SELECT DISTINCT w.channel FROM passages p JOIN places w ON w.community = ? "
        "JOIN events v ON v.place = w.key AND v.passage = p.key "
        "WHERE p.id = ? AND v.hour >= ? AND v.hour < ? AND v.kind IN (?, ?) ORDER BY w.channel",
        (community, passage, until - 24 * (KEPT_DAYS + 1), until, *_SHOWN),
    )
    return [channel for (channel,) in rows]


def _hours(day: date) -> int:
    """Give the first hour of a day (UTC), counted from 1970."""
    return (day - date(1970, 1, 1)).days * 24
