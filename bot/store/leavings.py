"""Which communities the bot has left, and since when: thirty days later nothing of them is kept."""

import sqlite3
from collections.abc import Iterable
from functools import partial

from bot.store.database import Database
from bot.store.erasure import COMMUNITY
from bot.store.schema import TABLES


class Leavings:
    """The communities that were left. One that comes back within its time is as if it had never gone."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def left(self, community: str, day: str) -> None:
        """Write down that a community was left on a day (UTC, `2026-11-22`); one that was left before stays so."""
        await self._database.write(partial(_leave, communities=(community,), day=day))

    async def back(self, community: str) -> None:
        """Write down that the bot is there again."""
        await self._database.write(partial(_return, communities=(community,)))

    async def compare(self, platform: str, present: Iterable[str], day: str) -> tuple[int, int]:
        """Compare those of a platform (`discord`) that anything is kept of with those where the bot is now.

        Gives how many were left meanwhile, and to how many it came back.
        """
        here = frozenset(present)
        gone = sorted(await self._database.look(partial(_known, platform=platform)) - here)

        def write(connection: sqlite3.Connection) -> tuple[int, int]:
            return _leave(connection, gone, day), _return(connection, sorted(here))

        return await self._database.write(write)

    async def before(self, day: str) -> tuple[str, ...]:
        """Give the communities that were left on that day or before it."""
        rows = await self._database.read("SELECT community FROM leavings WHERE day <= ? ORDER BY community", (day,))
        return tuple(community for (community,) in rows)


def _leave(connection: sqlite3.Connection, communities: Iterable[str], day: str) -> int:
    rows = [(community, day) for community in communities]
    return connection.executemany("INSERT OR IGNORE INTO leavings VALUES (?, ?)", rows).rowcount if rows else 0


def _return(connection: sqlite3.Connection, communities: Iterable[str]) -> int:
    rows = [(community,) for community in communities]
    return connection.executemany("DELETE FROM leavings WHERE community = ?", rows).rowcount if rows else 0


def _known(connection: sqlite3.Connection, platform: str) -> frozenset[str]:
    """Give the communities of a platform that stand anywhere in the store."""
    tables = [table.name for table in TABLES if any(column.name == COMMUNITY for column in table.columns)]
    # The names are those of schema.py, nobody's words.
    asked = " UNION ".join(f"SELECT community FROM {table} WHERE community LIKE :of" for table in tables)  # noqa: S608
    return frozenset(name for (name,) in connection.execute(asked, {"of": f"{platform}:%"}))
