"""How far the bot has read on Matrix, and what it still has to answer: written together, so that a crash loses nothing.

Only ids are kept. The words of a command stay on the homeserver, and are asked for again after a restart.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from bot.store.database import Database

REMEMBERED = 200
"""Events of a room that are known again. The homeserver tells at most a hundred at once."""
INVITES_KEPT = 2
"""Days for which the count of invitations is kept."""


class WaitingState(StrEnum):
    """What an event waits for: an answer, or a key to read it with."""

    ASKED = "asked"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Waiting:
    """An event that waits: its id, its community, and when it came (seconds since 1970)."""

    event: str
    community: str
    state: WaitingState
    moment: int


class Checkpoint:
    """The checkpoint of one account."""

    def __init__(self, database: Database, account: str) -> None:
        self._database = database
        self._account = account

    async def next_batch(self) -> str | None:
        """Give the token from which on the homeserver is asked; None at the first start."""
        rows = await self._database.read(
            "SELECT next_batch FROM matrix_checkpoints WHERE account = ?", (self._account,)
        )
        return str(rows[0][0]) if rows else None

    async def known(self, community: str, events: Sequence[str]) -> frozenset[str]:
        """Give those of some events that were seen before."""

        def look(connection: sqlite3.Connection) -> frozenset[str]:
            """Look each of them up."""
            sql = "SELECT 1 FROM matrix_seen WHERE community = ? AND event = ?"
            return frozenset(event for event in events if connection.execute(sql, (community, event)).fetchone())

        return await self._database.look(look)

    async def communities(self) -> frozenset[str]:
        """Give the communities of which events are remembered."""
        rows = await self._database.read("SELECT DISTINCT community FROM matrix_seen")
        return frozenset(str(community) for (community,) in rows)

    async def waiting(self) -> list[Waiting]:
        """Give everything that waits, the oldest first."""
        rows = await self._database.read("SELECT event, community, state, moment FROM matrix_waiting ORDER BY moment")
        return [Waiting(event, community, WaitingState(state), moment) for event, community, state, moment in rows]

    async def advance(
        self, next_batch: str, seen: Mapping[str, Sequence[str]], waiting: Mapping[str, Waiting]
    ) -> frozenset[str]:
        """Write in one transaction how far was read, what was seen in each community, and what waits now.

        Gives the events that were not seen before: what comes a second time changes nothing.
        """
        work = partial(_advance, account=self._account, next_batch=next_batch, seen=seen, waiting=waiting)
        return await self._database.write(work)

    async def unlocked(self, event: str) -> None:
        """Write down that an event can be read now, and waits for its answer."""
        await self._do("UPDATE matrix_waiting SET state = 'asked' WHERE event = ?", (event,))

    async def done(self, event: str) -> None:
        """Write down that an event waits no more."""
        await self._do("DELETE FROM matrix_waiting WHERE event = ?", (event,))

    async def invited(self, day: str, most: int) -> bool:
        """Count an invitation on a day (UTC); gives whether it is still among the `most` of that day."""

        def write(connection: sqlite3.Connection) -> bool:
            """Count it, and keep only the last days."""
            connection.execute(
                "DELETE FROM matrix_invites "
                "WHERE day NOT IN (SELECT day FROM matrix_invites ORDER BY day DESC LIMIT ?)",
                (INVITES_KEPT,),
            )
            sql = "INSERT INTO matrix_invites VALUES (?, 1) ON CONFLICT (day) DO UPDATE SET count = count + 1"
            connection.execute(sql, (day,))
            ((count,),) = connection.execute("SELECT count FROM matrix_invites WHERE day = ?", (day,)).fetchall()
            return bool(count <= most)

        return await self._database.write(write)

    async def _do(self, sql: str, values: tuple[str, ...]) -> None:
        await self._database.write(lambda connection: connection.execute(sql, values).rowcount)


def _advance(
    connection: sqlite3.Connection,
    account: str,
    next_batch: str,
    seen: Mapping[str, Sequence[str]],
    waiting: Mapping[str, Waiting],
) -> frozenset[str]:
    fresh: set[str] = set()
    for community, events in seen.items():
        for event in events:
            sql = "INSERT OR IGNORE INTO matrix_seen (community, event) VALUES (?, ?)"
            if connection.execute(sql, (community, event)).rowcount == 1:
                fresh.add(event)
        connection.execute(
            "DELETE FROM matrix_seen WHERE community = ?1 AND key <= ("
            "SELECT key FROM matrix_seen WHERE community = ?1 ORDER BY key DESC LIMIT 1 OFFSET ?2)",
            (community, REMEMBERED),
        )
    rows = [(w.event, w.community, w.state.value, w.moment) for w in waiting.values() if w.event in fresh]
    connection.executemany("INSERT OR IGNORE INTO matrix_waiting VALUES (?, ?, ?, ?)", rows)
    connection.execute("INSERT OR REPLACE INTO matrix_checkpoints VALUES (?, ?)", (account, next_batch))
    return frozenset(fresh)
