"""A community in the place of another: what is kept of the one becomes the other's, in one transaction.

Which tables that concerns is computed from the schema, as for erasing: a table that is added later follows without a
line here. Where both have something of their own for the same thing, counts are added up, and anything else stays as
the successor has it. What a transaction did not do is done by the next; what it did leaves nothing to do again.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from bot.store.database import Database
from bot.store.erasure import COMMUNITY
from bot.store.schema import TABLES, Table

MOVED = "moved"
"""Why a day was skipped: its post was under way, and nobody can tell whether it arrived in the place before."""

_STAYS = frozenset({"matrix_seen", "matrix_waiting"})
"""Of the place itself: its events, not what a community made of them."""
_OWN_WAY = frozenset({"places", "leavings", "settings", "days"})
_ADDED = {
    "quoted_words": "INSERT INTO quoted_words SELECT :to, source, day, words FROM quoted_words WHERE community = :of "
    "ON CONFLICT (community, source, day) DO UPDATE SET words = words + excluded.words",
    "participants": "INSERT INTO participants SELECT :to, day, passage, people FROM participants "
    "WHERE community = :of ON CONFLICT (community, day, passage) DO UPDATE SET people = max(people, excluded.people)",
}


@dataclass(frozen=True, slots=True)
class Move:
    """From which community and its only channel to which; `dropped` are the settings that are not to follow."""

    of: str
    of_channel: str
    to: str
    to_channel: str
    dropped: frozenset[str] = frozenset()


class Moving:
    """Moves what is kept of communities."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def holds(self, community: str) -> bool:
        """Whether anything is kept of a community that would follow. Raises the StoreErrors."""
        await self._database.settle()
        return await self._database.look(partial(_holds, community=community))

    async def move(self, move: Move) -> bool:
        """Let everything of a community follow; gives whether there was anything. Raises the StoreErrors."""
        await self._database.settle()
        moved = await self._database.write(partial(_move, move=move))
        if moved:
            await self._database.fold()
        return moved


def _holds(connection: sqlite3.Connection, community: str) -> bool:
    # The names are those of schema.py, nobody's words.
    tables = [table.name for table in _following() if table.name != "leavings"]
    asked = [f"EXISTS (SELECT 1 FROM {table} WHERE community = :of)" for table in tables]  # noqa: S608
    ((held,),) = connection.execute(f"SELECT {' OR '.join(asked)}", {"of": community}).fetchall()
    return bool(held)


def _following() -> Iterator[Table]:
    for table in TABLES:
        if table.name not in _STAYS and any(column.name == COMMUNITY for column in table.columns):
            yield table


def _move(connection: sqlite3.Connection, move: Move) -> bool:
    if move.of == move.to or not _holds(connection, move.of):
        return False
    connection.execute("PRAGMA secure_delete = ON")  # the rows of before stand in no freed page
    try:
        _move_settings(connection, move)
        _move_days(connection, move)
        _move_log(connection, move)
        for table in _following():
            if table.name not in _OWN_WAY:
                _move_rows(connection, table, move)
        connection.execute("DELETE FROM leavings WHERE community IN (?, ?)", (move.of, move.to))
    finally:
        connection.execute("PRAGMA secure_delete = OFF")
    return True


def _move_rows(connection: sqlite3.Connection, table: Table, move: Move) -> None:
    """Move a table's rows; where the successor has a row for the same thing, that one stays, or both are added up."""
    given = {"of": move.of, "to": move.to, "of_channel": move.of_channel, "to_channel": move.to_channel}
    if table.name in _ADDED:
        connection.execute(_ADDED[table.name], given)
    else:
        channel = any(column.name == "channel" for column in table.columns)
        moved = ", channel = CASE channel WHEN :of_channel THEN :to_channel ELSE channel END" if channel else ""
        statement = f"UPDATE OR IGNORE {table.name} SET community = :to{moved} WHERE community = :of"  # noqa: S608
        connection.execute(statement, given)
    connection.execute(f"DELETE FROM {table.name} WHERE community = :of", given)  # noqa: S608


def _move_settings(connection: sqlite3.Connection, move: Move) -> None:
    """Move settings, whose keys end with the channel that they are for, but those that are not to follow."""
    rows = connection.execute("SELECT key, type, value FROM settings WHERE community = ?", (move.of,)).fetchall()
    for key, kind, value in rows:
        name, colon, place = key.partition(":")
        if name not in move.dropped:
            key = f"{name}:{move.to_channel}" if colon and place == move.of_channel else key
            value = move.to_channel if value == move.of_channel else value
            row = (move.to, key, kind, value)
            connection.execute("INSERT OR IGNORE INTO settings (community, key, type, value) VALUES (?, ?, ?, ?)", row)
    connection.execute("DELETE FROM settings WHERE community = ?", (move.of,))


def _move_days(connection: sqlite3.Connection, move: Move) -> None:
    """Move what days brought. A post that may have arrived is done with; one that was never sent is the successor's."""
    connection.execute("DELETE FROM days WHERE community = ? AND state = 'claimed' AND tried IS NULL", (move.of,))
    connection.execute(
        "UPDATE days SET state = 'skipped', reasons = ?, lease = NULL WHERE community = ? AND state = 'claimed'",
        (MOVED, move.of),
    )
    _move_rows(connection, next(table for table in TABLES if table.name == "days"), move)


def _move_log(connection: sqlite3.Connection, move: Move) -> None:
    """Move the log's places. Where the successor has counts of its own, they are added: its are the fewer ones."""
    for of, channel in connection.execute("SELECT key, channel FROM places WHERE community = ?", (move.of,)).fetchall():
        to_channel = move.to_channel if channel == move.of_channel else channel
        row = (move.to, to_channel)
        found = connection.execute("SELECT key FROM places WHERE community = ? AND channel = ?", row).fetchone()
        if found is not None:
            _add_up(connection, found[0], of)
        connection.execute("UPDATE places SET community = ?, channel = ? WHERE key = ?", (*row, of))


def _add_up(connection: sqlite3.Connection, place: int, into: int) -> None:
    """Add a place's counts to another's, and take it away. Events that are added are tallied by a trigger, once each.

    So the daily counts are put down before and written again after.
    """
    given = {"place": place, "into": into}
    days = connection.execute(
        "SELECT :into, day, kind, sum(count) FROM tallies WHERE place IN (:place, :into) GROUP BY day, kind", given
    ).fetchall()
    connection.execute(
        "INSERT INTO events (place, hour, kind, passage, edition, count) "
        "SELECT :into, hour, kind, passage, edition, count FROM events WHERE place = :place "
        "ON CONFLICT (place, hour, kind, passage, edition) DO UPDATE SET count = count + excluded.count",
        given,
    )
    connection.execute("DELETE FROM tallies WHERE place = :into", given)
    connection.executemany("INSERT INTO tallies (place, day, kind, count) VALUES (?, ?, ?, ?)", days)
    connection.execute("DELETE FROM events WHERE place = :place", given)
    connection.execute("DELETE FROM tallies WHERE place = :place", given)
    connection.execute("DELETE FROM places WHERE key = :place", given)
