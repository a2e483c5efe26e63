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

    async def compare(self, platform: str, present: Iterable[str], day: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Compare those of a platform (`discord`) that anything is kept of with those where the bot is now.

        Gives those that were left meanwhile, and those that it came back to.
        """
        here = frozenset(present)
        gone = await self._database.look(partial(_known, platform=platform)) - here

        def write(connection: sqlite3.Connection) -> tuple[tuple[str, ...], tuple[str, ...]]:
            """Note who is gone and who is back, against what the table says at that moment."""
            before = frozenset(name for (name,) in connection.execute("SELECT community FROM leavings"))
            left, back = sorted(gone - before), sorted(before & here)
            _leave(connection, left, day)
            _return(connection, back)
            return tuple(left), tuple(back)

        return await self._database.write(write)

    async def before(self, day: str) -> tuple[str, ...]:
        """Give the communities that were left on that day or before it."""
        rows = await self._database.read("SELECT community FROM leavings WHERE day <= ? ORDER BY community", (day,))
        return tuple(community for (community,) in rows)


def _leave(connection: sqlite3.Connection, communities: Iterable[str], day: str) -> None:
    rows = [(community, day) for community in communities]
    connection.executemany("INSERT OR IGNORE INTO leavings VALUES (?, ?)", rows)


def _return(connection: sqlite3.Connection, communities: Iterable[str]) -> None:
    connection.executemany("DELETE FROM leavings WHERE community = ?", [(community,) for community in communities])


def _known(connection: sqlite3.Connection, platform: str) -> frozenset[str]:
    """Give the communities of a platform that stand anywhere in the store."""
    tables = [table.name for table in TABLES if any(column.name == COMMUNITY for column in table.columns)]
    # The names are those of schema.py, nobody's words.
    asked = " UNION ".join(f"SELECT community FROM {table} WHERE community LIKE :of" for table in tables)  # noqa: S608
    return frozenset(name for (name,) in connection.execute(asked, {"of": f"{platform}:%"}))
