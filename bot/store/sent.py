"""Which passages stand in which of the bot's own messages, so that replies and reactions to them can be counted.

A reference is kept for thirty days at most, and goes when its message does. Nobody else's message is ever written down.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.store.database import Database
from bot.store.encoding import read_table, write_table

KEPT_DAYS = 30
"""For so many days a message can be replied to and be counted; then its reference is removed."""


@dataclass(frozen=True, slots=True)
class SentMessage:
    """A message of the bot's own: its id, where it stands, and the passages in it as (passage id, edition)."""

    message: str
    community: str
    channel: str
    passages: tuple[tuple[str, str], ...]


class Sent:
    """The references. Each call is one hop for any number of messages."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, messages: Sequence[SentMessage], day: str) -> None:
        """Keep the references of messages that were sent on a day (UTC). Returns when that is on disk."""
        rows = [(sent.message, sent.community, sent.channel, day, write_table(sent.passages)) for sent in messages]
        await self._many(
            "INSERT OR IGNORE INTO sent (message, community, channel, day, passages) VALUES (?, ?, ?, ?, ?)", rows
        )

    async def find(self, messages: Iterable[str]) -> dict[str, SentMessage]:
        """Give those of the messages that are known, by id."""
        wanted = tuple(messages)
        return await self._database.look(lambda connection: _find(connection, wanted)) if wanted else {}

    async def forget(self, messages: Iterable[str]) -> None:
        """Remove the references of messages that were deleted."""
        await self._many("DELETE FROM sent WHERE message = ?", [(message,) for message in messages])

    async def forget_channel(self, community: str, channel: str) -> None:
        """Remove every reference to a channel that is no more."""
        await self._many("DELETE FROM sent WHERE community = ? AND channel = ?", [(community, channel)])

    async def _many(self, sql: str, rows: Sequence[tuple[str, ...]]) -> None:
        def write(connection: sqlite3.Connection) -> None:
            """Do it for all rows in one transaction."""
            connection.executemany(sql, rows)

        if rows:
            await self._database.write(write)


def _find(connection: sqlite3.Connection, messages: Sequence[str]) -> dict[str, SentMessage]:
    found: dict[str, SentMessage] = {}
    for message in messages:
        row = connection.execute(
            "SELECT community, channel, passages FROM sent WHERE message = ?", (message,)
        ).fetchone()
        if row is not None:
            community, channel, passages = row
            pairs = tuple((passage, edition) for passage, edition in read_table(passages))
            found[message] = SentMessage(message, community, channel, pairs)
    return found
