"""The log of what was shown, and the answers that `why` can explain. Both know passages and places, never people.

Times are cut to the hour before they are written. An answer is kept for the days that the configuration says.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from functools import partial
from os import urandom
from typing import NamedTuple

from bot.clock import hour, hour_named, hours
from bot.model import Trace
from bot.store import traces
from bot.store.database import Database
from bot.store.gathering import Gathering
from bot.store.jottings import Rows

_LETTERS = b"abcdefghijklmnopqrstuvwxyz234567"
_OF_A_BYTE = _LETTERS * (256 // len(_LETTERS))


class EventKind(StrEnum):
    """What happened to a passage."""

    SHOWN = "shown"
    CHECKED = "checked"
    SPOTTED = "spotted"
    DAILY = "daily"
    REPLIED = "replied"
    REACTED = "reacted"
    THREADED = "threaded"

    @property
    def number(self) -> int:
        """The number that stands for it in the store, from 1. It never changes."""
        return _NUMBERS[self]


_NUMBERS = {kind: number for number, kind in enumerate(EventKind, start=1)}
_KINDS = {number: kind for kind, number in _NUMBERS.items()}


def kind_of(number: int) -> EventKind:
    """Give the kind that a number in the store stands for."""
    return _KINDS[number]


def mint() -> str:
    """Make an answer's id: ten random letters and digits (50 bits), which nobody can guess."""
    return urandom(10).translate(_OF_A_BYTE).decode()


class _Event(NamedTuple):
    """One event as the log keeps it: `hour` in hours since 1970, `kind` as its number."""

    community: str
    channel: str
    hour: int
    kind: int
    passage: str
    edition: str


class EventLog:
    """Counts what happens to passages: by hour, community, channel, kind and edition."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._gathered = Gathering(self._count)

    async def record(
        self, kind: str, community: str, channel: str, passages: Iterable[tuple[str, str]], moment: datetime
    ) -> None:
        """Count one event of `kind` (an EventKind) for each (passage id, edition). Returns when that is on disk.

        A passage or edition that the store has never had is not counted. Raises ValueError for an unknown kind.
        """
        await self._count(Counter(_events(kind, community, channel, passages, moment)))

    def gather(
        self, kind: str, community: str, channel: str, passages: Iterable[tuple[str, str]], moment: datetime
    ) -> None:
        """Count like `record`, but don't wait for the disk: `settle` does, and else it is there a moment later."""
        self._gathered.add(_events(kind, community, channel, passages, moment))

    def counted(
        self, kind: str, community: str, channel: str, passages: Iterable[tuple[str, str]], moment: datetime
    ) -> Callable[[sqlite3.Connection], object]:
        """Give what counts like `record`: writing it, in whatever transaction suits."""
        return partial(_add, events=Counter(_events(kind, community, channel, passages, moment)))

    async def settle(self) -> None:
        """Wait until what was gathered is on disk. Raises the store's errors."""
        await self._gathered.settle()

    async def _count(self, events: Mapping[_Event, int]) -> None:
        if events:
            await self._database.write(partial(_add, events=events))

    async def passages(self, kind: str, community: str, channel: str, moment: datetime) -> frozenset[str]:
        """Give the ids of the passages that an event of `kind` happened to in a channel in the hour of `moment`."""
        rows = await self._database.read(
            "SELECT p.id FROM places w JOIN events v ON v.place = w.key JOIN passages p ON p.key = v.passage "
            "WHERE w.community = ? AND w.channel = ? AND v.hour = ? AND v.kind = ?",
            (community, channel, hours(moment), EventKind(kind).number),
        )
        return frozenset(passage for (passage,) in rows)

    async def counts(self, community: str) -> list[tuple[str, str, str, str, str, int]]:
        """Give a community's events as (hour, channel, kind, passage id, edition, count), in order of time."""
        await self.settle()
        rows = await self._database.read(
            "SELECT v.hour, w.channel, v.kind, p.id, e.edition, v.count FROM places w JOIN events v ON v.place = w.key "
            "JOIN passages p ON p.key = v.passage JOIN editions e ON e.key = v.edition "
            "WHERE w.community = ?",
            (community,),
        )
        return sorted((hour_named(row[0]), row[1], kind_of(row[2]).value, row[3], row[4], row[5]) for row in rows)


class AnswerLog:
    """What answers rest on, kept so that `why` can tell and replay it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def save(
        self, answer: str, community: str, trace: Trace, moment: datetime, beside: Rows | None = None
    ) -> None:
        """Keep an answer's trace under its id, and in the same breath the rows `beside` it.

        Returns when it is on disk: whoever sees an answer can ask why, however the process ends.
        """
        self._database.jot({**traces.rows_of(answer, community, trace, hour(moment)), **(beside or {})})

    async def load(self, answer: str, community: str) -> tuple[Trace, str] | None:
        """Give an answer's trace and the hour (UTC, `2026-11-22T09`) of asking; None unless it was given there."""
        await self._database.settle()
        return await self._database.look(partial(traces.load, answer=answer, community=community))

    async def purge(self, before: datetime) -> int:
        """Remove the answers that are older than the hour of `before`; returns how many."""

        def write(connection: sqlite3.Connection) -> int:
            """Remove them; what was kept to explain them goes with them."""
            return connection.execute("DELETE FROM answers WHERE hour < ?", (hour(before),)).rowcount

        return await self._database.write(write)


def _events(
    kind: str, community: str, channel: str, passages: Iterable[tuple[str, str]], moment: datetime
) -> list[_Event]:
    named, when = EventKind(kind).number, hours(moment)
    return [_Event(community, channel, when, named, passage, edition) for passage, edition in passages]


def _add(connection: sqlite3.Connection, events: Mapping[_Event, int]) -> None:
    places = {(event.community, event.channel) for event in events}
    connection.executemany("INSERT OR IGNORE INTO places (community, channel) VALUES (?, ?)", sorted(places))
    connection.executemany(
        "INSERT INTO events (place, hour, kind, passage, edition, count) "
        "SELECT (SELECT key FROM places WHERE community = ? AND channel = ?), ?, ?, p.key, e.key, ? "
        "FROM passages p JOIN editions own ON own.key = p.edition "
        "JOIN editions e ON e.source = own.source WHERE p.id = ? AND e.edition = ? "
        "ON CONFLICT (place, hour, kind, passage, edition) DO UPDATE SET count = count + excluded.count",
        [(e.community, e.channel, e.hour, e.kind, times, e.passage, e.edition) for e, times in events.items()],
    )
