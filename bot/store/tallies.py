"""What the log adds up to: which passages a community discusses, where and when. Reading only, beside the writing.

Hours are whole numbers since 1970-01-01T00Z (`bot.clock.hours`). By the hour the log is kept for the configured days.
Of what is older only the daily counts of channels and kinds are left: trends and channels know it, passages don't.
"""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from heapq import merge
from itertools import islice
from sqlite3 import Connection
from typing import Any

from bot.clock import day_named
from bot.store.database import Database, Row
from bot.store.log import EventKind, kind_of
from bot.store.sweeping import spread, swept

DISCUSSED = frozenset({EventKind.CHECKED, EventKind.SPOTTED, EventKind.REPLIED, EventKind.REACTED, EventKind.THREADED})
"""What people do with passages. The others, shown and daily, are what the bot does."""

DAY = 24

# In all of these: the few places first, then their events (CROSS JOIN keeps SQLite from turning the loops around). The
# + keeps it from walking the whole of another index only because that one is in the order of passages. A total of
# nothing is left out in Python: with a condition on it SQLite adds up everything twice.
_TOP_WALKED = """
SELECT p.id, e.source, t.total FROM (
  SELECT v.passage AS key, SUM(v.count) AS total FROM places w CROSS JOIN events v ON v.place = w.key
  WHERE w.community = :community AND (:channel IS NULL OR w.channel = :channel)
  AND v.hour >= :since AND v.hour < :until AND (:kinds >> v.kind) & 1 GROUP BY +v.passage
) t JOIN passages p ON p.key = t.key JOIN editions e ON e.key = p.edition
ORDER BY t.total DESC, p.id LIMIT :limit
"""
_TOP_LOOKED_UP = """
SELECT t.id, e.source, t.total FROM (
  SELECT p.id, p.edition, (
    SELECT SUM(v.count) FROM places w CROSS JOIN events v INDEXED BY events_passage
    ON v.passage = p.key AND v.place = w.key AND v.hour >= :since AND v.hour < :until AND (:kinds >> v.kind) & 1
    WHERE w.community = :community AND (:channel IS NULL OR w.channel = :channel)
  ) AS total FROM passages p
) t JOIN editions e ON e.key = t.edition
ORDER BY t.total DESC, t.id LIMIT :limit
"""
# Both totals in one pass over the events: it is reaching them that takes the time.
_BESIDE_WALKED = """
SELECT p.id, e.source, t.total, t.whole FROM (
  SELECT v.passage AS key, SUM(v.count * ((:wanted >> v.kind) & 1)) AS total, SUM(v.count) AS whole
  FROM places w CROSS JOIN events v ON v.place = w.key
  WHERE w.community = :community AND (:channel IS NULL OR w.channel = :channel)
  AND v.hour >= :since AND v.hour < :until GROUP BY +v.passage
) t JOIN passages p ON p.key = t.key JOIN editions e ON e.key = p.edition
ORDER BY t.total DESC, p.id
"""
_BESIDE_LOOKED_UP = """
SELECT p.id, e.source, SUM(v.count * ((:wanted >> v.kind) & 1)) AS total, SUM(v.count)
FROM passages p CROSS JOIN places w CROSS JOIN events v INDEXED BY events_passage
ON v.passage = p.key AND v.place = w.key AND v.hour >= :since AND v.hour < :until
JOIN editions e ON e.key = p.edition
WHERE w.community = :community AND (:channel IS NULL OR w.channel = :channel)
GROUP BY p.key ORDER BY total DESC, p.id
"""
_OF_SOURCE = """
SELECT s.id, (
  SELECT SUM(v.count) FROM places w CROSS JOIN events v INDEXED BY events_passage
  ON v.passage = s.key AND v.place = w.key AND v.hour >= :since AND v.hour < :until AND (:kinds >> v.kind) & 1
  WHERE w.community = :community AND (:channel IS NULL OR w.channel = :channel)
) FROM (
  SELECT p.key, p.id FROM editions e JOIN passages p ON p.edition = e.key AND p.fate IS NULL
  WHERE e.source = :source
  UNION ALL
  SELECT p.key, p.id FROM editions e JOIN passages p ON p.edition = e.key AND p.fate IS NOT NULL
  WHERE e.source = :source
) s
"""
_OF_PASSAGE = """
SELECT v.kind, SUM(v.count) FROM passages p
CROSS JOIN places w CROSS JOIN events v INDEXED BY events_passage ON v.passage = p.key AND v.place = w.key
WHERE p.id = :passage AND w.community = :community AND (:channel IS NULL OR w.channel = :channel)
AND v.hour >= :since AND v.hour < :until AND (:kinds >> v.kind) & 1 GROUP BY v.kind
"""
_TREND = """
SELECT t.day, SUM(t.count) FROM places w CROSS JOIN tallies t ON t.place = w.key
WHERE w.community = :community AND (:channel IS NULL OR w.channel = :channel)
AND t.day >= :since / 24 AND t.day < (:until + 23) / 24 AND :since < :until AND (:kinds >> t.kind) & 1 GROUP BY t.day
"""
# Whole days are read from the daily counts, and only the hours at both ends one by one.
_CHANNELS = """
SELECT w.channel, ifnull((
  SELECT SUM(count) FROM tallies WHERE place = w.key AND day >= :first AND day < :last AND (:kinds >> kind) & 1
), 0) + ifnull((
  SELECT SUM(count) FROM events WHERE place = w.key AND hour >= :since AND hour < :head AND (:kinds >> kind) & 1
), 0) + ifnull((
  SELECT SUM(count) FROM events WHERE place = w.key AND hour >= :tail AND hour < :until AND (:kinds >> kind) & 1
), 0)
FROM places w WHERE w.community = :community AND (:channel IS NULL OR w.channel = :channel)
"""
_PLACES = "SELECT key, channel FROM places WHERE community = :community AND (:channel IS NULL OR channel = :channel)"
_RECENT = """
SELECT v.hour, p.id, e.source, v.kind, SUM(v.count)
FROM events v CROSS JOIN passages p ON p.key = v.passage JOIN editions e ON e.key = p.edition
WHERE v.place = :place AND v.hour >= :since AND v.hour < :until AND (:kinds >> v.kind) & 1
GROUP BY v.hour, v.kind, v.passage ORDER BY v.hour DESC, v.kind DESC, v.passage DESC LIMIT :limit
"""
# When something last happened to passages.
_LAST_WALKED = """
SELECT p.id, t.hour FROM (
  SELECT v.passage AS key, MAX(v.hour) AS hour FROM places w CROSS JOIN events v ON v.place = w.key
  WHERE w.community = :community AND (:kinds >> v.kind) & 1 GROUP BY +v.passage
) t JOIN passages p ON p.key = t.key
"""
_LAST_LOOKED_UP = """
SELECT p.id, MAX((
  SELECT v.hour FROM events v INDEXED BY events_passage
  WHERE v.passage = p.key AND v.place = w.key AND (:kinds >> v.kind) & 1 ORDER BY v.hour DESC LIMIT 1
)) FROM passages p CROSS JOIN places w WHERE w.community = :community AND (
  :passages IS NULL OR p.id IN (SELECT value FROM json_each(:passages))
) GROUP BY p.key
"""
# How many events a window has, its days made whole; and how many lookups of one passage in one place there would be.
_EFFORT = """
SELECT ifnull((
  SELECT SUM(t.count) FROM places w CROSS JOIN tallies t ON t.place = w.key
  WHERE w.community = :community AND (:channel IS NULL OR w.channel = :channel)
  AND t.day >= :since / 24 AND t.day < (:until + 23) / 24 AND (:kinds >> t.kind) & 1
), 0), ifnull(json_array_length(:passages), (SELECT count(*) FROM passages)) * (
  SELECT count(*) FROM places w WHERE w.community = :community AND (:channel IS NULL OR w.channel = :channel)
)
"""

STEPS = 4
"""Where a window has more events than so many for each lookup, looking up is faster than walking through them."""

_ALWAYS = 10_000_000
"""An hour after all that are counted: in the year 3110."""


@dataclass(frozen=True, slots=True)
class Window:
    """Which events are added up: a community's or one channel's, of these kinds, from an hour up to another."""

    community: str
    since: int
    until: int
    channel: str | None = None
    kinds: frozenset[EventKind] = frozenset(EventKind)


class Tallies:
    """Adds up what the log has counted. A total is at least 1: what never happened is in no answer."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def top(self, window: Window, limit: int) -> list[tuple[str, str, int]]:
        """Give the passages with the most events as (passage id, source id, total); equal ones by their ids."""
        rows = await self._faster(_TOP_WALKED, _TOP_LOOKED_UP, window, limit=limit)
        return [(passage, source, total) for passage, source, total in rows if total]

    async def beside_all(self, window: Window) -> list[tuple[str, str, int, int]]:
        """Give passages like `top`, all of them, with the total of all kinds beside that of the window's.

        Passages that have events of other kinds alone come at the end, with a total of 0.
        """
        wanted = sum(1 << kind.number for kind in window.kinds)
        whole = replace(window, kinds=frozenset(EventKind))
        given = {"passages": None, "wanted": wanted, **_parameters(whole)}

        def work(connection: Connection) -> list[Row]:
            """Choose between three ways by how much each has to look at."""
            events, lookups = connection.execute(_EFFORT, given).fetchone()
            wide = spread(connection, given)
            if wide is not None and events > STEPS * lookups * wide.reaches:
                return swept(connection, given, wide)
            sql = _BESIDE_LOOKED_UP if events > STEPS * lookups else _BESIDE_WALKED
            return connection.execute(sql, given).fetchall()

        return [(*row,) for row in await self._database.look(work)]

    async def sources(self, window: Window) -> dict[str, int]:
        """Give each text's total."""
        totals = Counter[str]()
        for _, source, total in await self.top(window, -1):
            totals[source] += total
        return dict(totals)

    async def of_source(self, window: Window, source: str) -> dict[str, int]:
        """Give the total of each passage of a text, those included that are no longer in it."""
        return {passage: total for passage, total in await self._rows(_OF_SOURCE, window, source=source) if total}

    async def of_passage(self, window: Window, passage: str) -> dict[EventKind, int]:
        """Give what happened to one passage: the total of each kind."""
        return {kind_of(number): total for number, total in await self._rows(_OF_PASSAGE, window, passage=passage)}

    async def trend(self, window: Window) -> dict[str, int]:
        """Give each day's total (UTC, `2026-11-22`), in order. A day of which the window has an hour counts whole."""
        return {day_named(day): total for day, total in await self._rows(_TREND, window)}

    async def channels(self, window: Window) -> dict[str, int]:
        """Give each channel's total."""
        until = max(window.since, window.until)
        first, last = -(-window.since // DAY), until // DAY
        head = min(until, first * DAY)
        rows = await self._rows(_CHANNELS, window, first=first, last=last, head=head, tail=max(head, last * DAY))
        return {channel: total for channel, total in rows if total}

    async def recent(self, window: Window, limit: int) -> list[tuple[int, str, str, EventKind, str, int]]:
        """Give what happened last as (hour, passage id, source id, kind, channel, total), the newest hour first."""

        def work(connection: Connection) -> list[tuple[int, str, str, EventKind, str, int]]:
            """Take the last of each channel and put them together: each channel's events are in order already."""
            given = _parameters(window) | {"limit": limit}
            found = [
                [
                    (hour, passage, source, kind_of(kind), channel, total)
                    for hour, passage, source, kind, total in connection.execute(_RECENT, given | {"place": place})
                ]
                for place, channel in connection.execute(_PLACES, given).fetchall()
            ]
            return list(islice(merge(*found, key=lambda row: -row[0]), limit))

        return await self._database.look(work)

    async def last(self, community: str, passages: Sequence[str]) -> dict[str, int]:
        """Give the hour in which each of the passages was last shown or posted in a community; no entry if never."""
        wanted, by_the_bot = frozenset(passages), frozenset(EventKind) - DISCUSSED
        hours = await self._last(community, by_the_bot, json.dumps(sorted(wanted)))
        return {passage: hour for passage, hour in hours.items() if passage in wanted}

    async def discussed(self, community: str) -> frozenset[str]:
        """Give the passages that people of a community have done something with, as far back as the log is kept."""
        return frozenset(await self._last(community, DISCUSSED, None))

    async def _last(self, community: str, kinds: frozenset[EventKind], passages: str | None) -> dict[str, int]:
        """Give the last hour of any of the kinds: of these passages at least, a list as JSON, or of all."""
        window = Window(community, 0, _ALWAYS, kinds=kinds)
        rows = await self._faster(_LAST_WALKED, _LAST_LOOKED_UP, window, passages=passages)
        return {passage: hour for passage, hour in rows if hour is not None}

    async def _faster(self, walked: str, looked_up: str, window: Window, **more: int | str | None) -> list[Row]:
        """Ask in the way that is faster: walk through the window's events, or look up those of each passage."""
        given = {"passages": None, **_parameters(window), **more}

        def work(connection: Connection) -> list[Row]:
            """Compare what both ways cost, and take the cheaper."""
            events, lookups = connection.execute(_EFFORT, given).fetchone()
            return connection.execute(looked_up if events > STEPS * lookups else walked, given).fetchall()

        return await self._database.look(work)

    async def _rows(self, sql: str, window: Window, **more: str | int) -> list[Row]:
        given = _parameters(window) | more
        return await self._database.look(lambda connection: connection.execute(sql, given).fetchall())


def _parameters(window: Window) -> dict[str, Any]:
    """Give a window as the parameters of a query: the kinds as bits, one that ends before it begins as empty."""
    return {
        "community": window.community,
        "channel": window.channel,
        "since": window.since,
        "until": max(window.since, window.until),
        "kinds": sum(1 << kind.number for kind in window.kinds),
    }
