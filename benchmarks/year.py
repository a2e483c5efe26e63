"""A year of events in two thousand communities, in the store's own tables and naively in one table of texts.

    python -m benchmarks.year STORE --events 10000000 [--naive FILE]

The store has the passages already. It runs in a process of its own, so that its memory is not counted as the bot's.
"""

import argparse
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from bot.clock import hours
from bot.store.log import EventKind

COMMUNITIES, PASSAGES, DAYS = 2_000, 3_000, 365
END = datetime(2026, 6, 1, tzinfo=UTC)
KINDS = {"shown": 35, "checked": 5, "spotted": 25, "daily": 1, "replied": 14, "reacted": 12, "threaded": 8}
NAIVE = (
    "CREATE TABLE log (hour TEXT, community TEXT, channel TEXT, kind TEXT, source TEXT, passage TEXT, edition TEXT);"
    "CREATE INDEX log_community ON log(community, hour)"
)


def drawn(many: int, chance: np.random.Generator) -> np.ndarray:
    """Draw events as whole numbers: hour, place (community × 100 + channel), kind and passage; those alike together.

    Communities are as large as Zipf's law has it, the first one has about a quarter of all; passages too.
    """

    def zipf(size: int, power: float, count: int) -> np.ndarray:
        weights = np.arange(1, size + 1) ** -power
        return chance.choice(size, count, p=weights / weights.sum())

    community = zipf(COMMUNITIES, 1.25, many)
    rooms = np.maximum(2, 20 // (community + 1))
    channel = (chance.random(many) ** 2 * rooms).astype(np.int64)
    kind = chance.choice(np.arange(1, 8), many, p=np.array(list(KINDS.values())) / 100)
    passage = (zipf(PASSAGES, 0.7, many) * 7 + community * 13) % PASSAGES  # each community has favourites of its own
    hour = chance.integers(hours(END) - DAYS * 24, hours(END), many)
    keys = ((hour * (COMMUNITIES * 100) + community * 100 + channel) * 8 + kind) * PASSAGES + passage
    return np.stack(np.unique(keys, return_counts=True))


def fill(file: Path, many: int) -> None:
    """Fill the tables of a store in the order of time, as a bot does in a year."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA cache_size = -600000")
    connection.execute("PRAGMA synchronous = OFF")
    editions = connection.execute("SELECT key, edition FROM passages ORDER BY key").fetchall()
    places: dict[int, int] = {}
    keys, counts = drawn(many, np.random.default_rng(5))
    connection.execute("BEGIN")
    for start in range(0, len(keys), 100_000):
        part = keys[start : start + 100_000]
        rest, passage = np.divmod(part, PASSAGES)
        rest, kind = np.divmod(rest, 8)
        hour, place = np.divmod(rest, COMMUNITIES * 100)
        for new in sorted(set(place.tolist()) - places.keys()):
            given = (f"discord:{new // 100}", f"{new}")
            places[new] = (
                connection.execute("INSERT INTO places (community, channel) VALUES (?, ?)", given).lastrowid or 0
            )
        columns = (hour, place, kind, passage, counts[start : start + 100_000])
        connection.executemany(
            "INSERT INTO events (place, hour, kind, passage, edition, count) VALUES (?, ?, ?, ?, ?, ?)",
            [
                (places[where], when, what, *editions[which], times)
                for when, where, what, which, times in zip(*(column.tolist() for column in columns), strict=True)
            ],
        )
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.close()


def fill_naively(file: Path, store: Path, many: int) -> None:
    """Keep the same events as texts, each in a row of its own."""
    connection = sqlite3.connect(file)
    connection.executescript(f"PRAGMA synchronous = OFF; PRAGMA cache_size = -600000; {NAIVE}")
    connection.execute("ATTACH ? AS s", (str(store),))
    kinds = ", ".join(f"({kind.number}, '{kind.value}')" for kind in EventKind)
    connection.execute(
        f"WITH kinds (number, name) AS (VALUES {kinds}) INSERT INTO log "
        "SELECT strftime('%Y-%m-%dT%H', v.hour * 3600, 'unixepoch'), w.community, w.channel, kinds.name, e.source, "
        "p.id, e.edition FROM s.events v JOIN s.places w ON w.key = v.place JOIN s.passages p ON p.key = v.passage "
        "JOIN s.editions e ON e.key = v.edition JOIN kinds ON kinds.number = v.kind LIMIT ?",
        (many,),
    )
    connection.commit()
    connection.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("--events", type=int, default=10_000_000)
    parser.add_argument("--naive", type=Path)
    given = parser.parse_args()
    if given.naive:
        fill_naively(given.naive, given.store, given.events)
    else:
        fill(given.store, given.events)
