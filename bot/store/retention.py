"""What the log forgets by itself: hours after the days of their kind, references to messages, numbers of people.

The daily counts of channels and kinds are written with each event and stay, so that nothing has to be added up before
it is forgotten: cut short, done twice or done by a clock that is wrong, forgetting neither doubles nor changes a count.
"""

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from sqlite3 import Connection

from bot.clock import day, hours
from bot.store.database import Database, Row
from bot.store.log import EventKind
from bot.store.sent import KEPT_DAYS

BATCH = 100
"""Rows that are removed in one transaction: others wait for the writer no longer than it takes."""

PAUSE = 0.01
"""Seconds between two batches: what was asked of the writer meanwhile is done, and the disk rests."""

# The places in order, and of each its oldest hours only: what is recent is never walked through.
_DUE = """
SELECT v.place, v.hour, v.kind, v.passage, v.edition FROM places w CROSS JOIN events v ON v.place = w.key
AND v.hour >= CASE w.key WHEN :place THEN :hour ELSE -9223372036854775808 END AND v.hour < :before
WHERE w.key >= :place AND (:kinds >> v.kind) & 1 ORDER BY w.key, v.hour LIMIT :most
"""
_FORGET = "DELETE FROM events WHERE place = ? AND hour = ? AND kind = ? AND passage = ? AND edition = ?"


@dataclass(frozen=True, slots=True)
class _Dated:
    """A table whose rows are of a day: `due` gives the keys of those before one, after the key `start`."""

    due: str
    forget: str
    start: Row


_SENT = _Dated(
    "SELECT message FROM sent WHERE day < ? AND message > ? ORDER BY 1 LIMIT ?",
    "DELETE FROM sent WHERE message = ?",
    ("",),
)
_POSTS = _Dated(
    "SELECT community, day FROM days WHERE message IS NOT NULL AND day < ? AND (community, day) > (?, ?) "
    "ORDER BY 1, 2 LIMIT ?",
    "UPDATE days SET message = NULL WHERE community = ? AND day = ?",
    ("", ""),
)
"""What a day's post is called on its platform: of no use once replies to it are no longer counted. The day stays."""
_OF_THE_LOG = (
    _Dated(
        "SELECT community, day, passage FROM participants "
        "WHERE day < ? AND (community, day, passage) > (?, ?, ?) ORDER BY 1, 2, 3 LIMIT ?",
        "DELETE FROM participants WHERE community = ? AND day = ? AND passage = ?",
        ("", "", ""),
    ),
    _Dated(
        "SELECT community, day FROM days WHERE day < ? AND (community, day) > (?, ?) ORDER BY 1, 2 LIMIT ?",
        "DELETE FROM days WHERE community = ? AND day = ?",
        ("", ""),
    ),
    _Dated(
        "SELECT key FROM trail WHERE hour < ? AND key > ? ORDER BY 1 LIMIT ?", "DELETE FROM trail WHERE key = ?", (0,)
    ),
)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many rows were removed, or had removed from them what was too old."""

    events: int
    others: int


class Retention:
    """Forgets what is older than the days of its kind. `keep` has the days of every kind."""

    def __init__(self, database: Database, keep: Mapping[str, int]) -> None:
        self._database = database
        self._keep = {kind: keep[kind] for kind in EventKind}

    @property
    def days(self) -> int:
        """For how many days the log tells of passages at most; what belongs to the log is kept as long."""
        return max(self._keep.values())

    async def purge(self, moment: datetime) -> Forgotten:
        """Forget what is too old at `moment`, batch after batch; others write in between. Raises the StoreErrors."""
        alike: defaultdict[int, set[EventKind]] = defaultdict(set)
        for kind, kept in self._keep.items():
            alike[kept].add(kind)
        events = sum([await self._events(moment - timedelta(days=kept), kinds) for kept, kinds in alike.items()])
        others = 0
        for table in (_SENT, _POSTS):
            others += await self._dated(table, day(moment - timedelta(days=KEPT_DAYS)))
        for table in _OF_THE_LOG:
            others += await self._dated(table, day(moment - timedelta(days=self.days)))
        return Forgotten(events, others)

    async def _events(self, before: datetime, kinds: set[EventKind]) -> int:
        given = {"before": hours(before), "kinds": sum(1 << kind.number for kind in kinds), "most": BATCH}
        place = hour = removed = 0
        while due := await self._database.look(partial(_due, given=given | {"place": place, "hour": hour})):
            removed += await self._forget(_FORGET, due)
            place, hour = due[-1][:2]
        return removed

    async def _dated(self, table: _Dated, before: str) -> int:
        start, removed = table.start, 0
        while due := await self._database.read(table.due, (before, *start, BATCH)):
            removed += await self._forget(table.forget, due)
            start = due[-1]
        return removed

    async def _forget(self, sql: str, keys: Sequence[Row]) -> int:
        removed = await self._database.write(lambda connection: connection.executemany(sql, keys).rowcount)
        await self._database.fold_beside()
        await asyncio.sleep(PAUSE)
        return removed


def _due(connection: Connection, given: Mapping[str, int]) -> list[Row]:
    return connection.execute(_DUE, given).fetchall()
