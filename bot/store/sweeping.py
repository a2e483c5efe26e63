"""Adding up a window that has most of a community's log: all events of each passage, swept in few reaches.

Looking up each passage in each place costs more than the events themselves where a community has many places; and of
a year's events each comparison that is left out is felt (docs/decisions/132).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from sqlite3 import Connection
from typing import Any

from bot.store.database import Row

# Places that were first seen one after the other have numbers in a row: one reach finds a passage's events in all.
_RUNS = """
SELECT key, key - row_number() OVER (ORDER BY key) AS run
FROM places WHERE community = :community AND (:channel IS NULL OR channel = :channel)
"""
_SPREAD = f"""
SELECT min((SELECT v.hour FROM events v WHERE v.place = w.key ORDER BY v.hour LIMIT 1)),
  max((SELECT v.hour FROM events v WHERE v.place = w.key ORDER BY v.hour DESC LIMIT 1)),
  1.0 * count(DISTINCT w.run) / count(*)
FROM ({_RUNS}) w
"""  # noqa: S608 - made of what is written here
# Both totals in one sum: what is wanted counts from bit 32 on.
_SWEPT = f"""
WITH runs AS MATERIALIZED (SELECT min(key) AS first, max(key) AS last FROM ({_RUNS}) GROUP BY run)
SELECT p.id, e.source, (
  SELECT SUM(v.count << (32 * ((:wanted >> v.kind) & 1))) FROM runs w CROSS JOIN events v INDEXED BY events_passage
  ON v.passage = p.key AND v.place BETWEEN w.first AND w.last WHERE
)
FROM passages p JOIN editions e ON e.key = p.edition
"""  # noqa: S608 - made of what is written here
_IN_PART = _SWEPT.replace("WHERE\n", "WHERE v.hour >= :since AND v.hour < :until\n")
_WHOLE = _SWEPT.replace("WHERE\n", "\n")
_AT_AN_END = f"""
SELECT v.passage, v.count << (32 * ((:wanted >> v.kind) & 1)) AS both
FROM ({_RUNS}) w CROSS JOIN events v ON v.place = w.key AND v.hour"""  # noqa: S608 - made of what is written here
_OUTSIDE = f"""
SELECT p.id, SUM(o.both) FROM ({_AT_AN_END} < :since UNION ALL {_AT_AN_END} >= :until) o
JOIN passages p ON p.key = o.passage GROUP BY o.passage
"""  # noqa: S608 - made of what is written here
_BITS, _LOW = 32, 2**32 - 1

_HALF = 0.5
_NEARLY = 0.9
"""Where a window has so much of the hours, all are swept, and what is outside is walked through and taken off."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How a window lies over a community's log: which part of its hours it has, and how many reaches a place costs."""

    part: float
    reaches: float


def spread(connection: Connection, given: Mapping[str, Any]) -> Spread | None:
    """Tell how a window lies; None where it has less than half of the hours: the others would be swept for nothing."""
    first, last, reaches = connection.execute(_SPREAD, given).fetchone()
    if first is None:
        return None
    covered = min(given["until"], last + 1) - max(given["since"], first)
    part = covered / (last + 1 - first)
    return Spread(part, reaches) if part >= _HALF else None


def swept(connection: Connection, given: Mapping[str, Any], wide: Spread) -> list[Row]:
    """Give (passage id, source id, wanted total, whole total) of each passage with events, the most wanted first."""
    outside: dict[str, int] = {}
    if wide.part >= _NEARLY:
        rows = connection.execute(_WHOLE, given).fetchall()
        outside = dict(connection.execute(_OUTSIDE, given).fetchall())
    else:
        rows = connection.execute(_IN_PART, given).fetchall()
    sums = ((name, source, (both or 0) - outside.get(name, 0)) for name, source, both in rows)
    found = [(name, source, both >> _BITS, (both >> _BITS) + (both & _LOW)) for name, source, both in sums if both]
    return sorted(found, key=lambda row: (-row[2], row[0]))
