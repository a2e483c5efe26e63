"""Who does not want to be heard: kept so that they can be recognised when they write, and in no other way.

A person's mark is the HMAC-SHA256 of their id on the platform. Its key is a file of mode 0600 beside the database, and
never in it: a copy of the database alone tells nobody who is meant. What moderators do is kept with their mark, too.
"""

import asyncio
import hmac
import secrets
import sqlite3
from pathlib import Path

from bot.errors import ConsentKeyLost
from bot.logs import get_logger
from bot.store.connecting import explained
from bot.store.database import Database
from bot.store.keeping import keep
from bot.store.schema import TABLES

_log = get_logger(__name__)

KEY_FILE = "consent.key"
BY_COMMAND = "command"
"""Where a wish was said if it was no reaction; a reaction is named by the message that it is on."""

_KEY_BYTES = 32
_MARK_LENGTH = 64


class Consents:
    """The wishes not to be heard. Make one with `open`; `person` is an id with its platform's name before it.

    All marks are held in memory, so that a message can be let go before anything looks at it.
    """

    def __init__(self, database: Database, file: Path) -> None:
        self._database = database
        self._file = file
        self._key: bytes | None = None
        self._marks: dict[str, set[str]] = {}
        self._marked = False
        self._making = asyncio.Lock()

    @classmethod
    async def open(cls, database: Database) -> "Consents":
        """Open what a database holds, with the key in its folder. A key that is lost is told in the log."""
        consents = cls(database, database.file.with_name(KEY_FILE))
        for mark, said in await database.read("SELECT mark, said FROM consents"):
            consents._marks.setdefault(mark, set()).add(said)
        consents._key = await asyncio.to_thread(_read, consents._file)
        consents._marked = await database.look(_any_mark)
        if not consents.reliable:
            _log.error("the key of the opt-outs is lost: nobody is heard", file=KEY_FILE)
        return consents

    @property
    def reliable(self) -> bool:
        """Whether everybody who opted out would be recognised. Where not, nobody may be heard."""
        return self._key is not None or not self._marks

    def may_hear(self, person: str) -> bool:
        """Whether what a person writes may be looked at: unless they said no, or that can't be told."""
        if not self._marks:
            return True
        return self._key is not None and _mark(self._key, person) not in self._marks

    def said(self, person: str) -> frozenset[str]:
        """Give where a person said that they don't want to be heard: `BY_COMMAND`, or messages that they reacted to."""
        if self._key is None or not self._marks:
            return frozenset()
        return frozenset(self._marks.get(_mark(self._key, person), ()))

    async def mark(self, person: str) -> str | None:
        """Give a person's mark, by which what they did as a moderator is told from what others did.

        The first one who is marked has the key made. None where the key is lost. Raises the StoreErrors where it can't
        be written.
        """
        try:
            return _mark(await self._sure_key(), person)
        except ConsentKeyLost:
            return None

    def given(self, person: str) -> str | None:
        """Give the mark that a person may have been given; None where nobody ever was. Raises ConsentKeyLost."""
        if self._key is not None:
            return _mark(self._key, person)
        if self._marks or self._marked:
            raise ConsentKeyLost(str(self._file))
        return None

    def forget(self, mark: str) -> None:
        """Take a mark out of memory, after it was erased from the store."""
        self._marks.pop(mark, None)

    async def opt_out(self, person: str, said: str = BY_COMMAND) -> None:
        """Never hear this person again. It counts at once; returns when it is on disk.

        Raises ConsentKeyLost, and the StoreErrors: then it counts until the process ends.
        """
        mark = _mark(await self._sure_key(), person)
        self._marks.setdefault(mark, set()).add(said)
        await self._database.write(
            lambda connection: connection.execute("INSERT OR IGNORE INTO consents VALUES (?, ?)", (mark, said)).rowcount
        )

    async def opt_in(self, person: str, said: str | None = None) -> None:
        """Hear a person again: erase what they said there, or everything (None). Returns when it is gone from disk."""
        if self._key is None:
            if self._marks:
                raise ConsentKeyLost(str(self._file))
            return
        mark = _mark(self._key, person)
        if mark not in self._marks:
            return
        await self._database.write(lambda connection: _erase(connection, mark, said))
        await self._database.fold()
        left = self._marks[mark] - {said} if said is not None else set()
        if left:
            self._marks[mark] = left
        else:
            self._marks.pop(mark, None)

    async def _sure_key(self) -> bytes:
        """Give the key; the first one who needs it has it made. One that is lost is not replaced: marks are of it."""
        if self._key is None and (self._marks or self._marked):
            raise ConsentKeyLost(str(self._file))
        async with self._making:
            if self._key is None:
                self._key = await asyncio.to_thread(_make, self._file)
        return self._key


def _mark(key: bytes, person: str) -> str:
    return hmac.digest(key, person.encode(), "sha256").hex()


def _any_mark(connection: sqlite3.Connection) -> bool:
    """Whether somebody's mark stands anywhere in the store. The terminal's is none: it is a word."""
    columns = ((table.name, column.name) for table in TABLES for column in table.columns if column.person)
    # The names are those of schema.py, nobody's words.
    asked = (f"SELECT 1 FROM {table} WHERE length({column}) = ? LIMIT 1" for table, column in columns)  # noqa: S608
    return any(connection.execute(sql, (_MARK_LENGTH,)).fetchone() for sql in asked)


def _erase(connection: sqlite3.Connection, mark: str, said: str | None) -> None:
    # The bytes are written over: what is erased can't be found in the file either.
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("DELETE FROM consents WHERE mark = ?1 AND (?2 IS NULL OR said = ?2)", (mark, said))
    connection.execute("PRAGMA secure_delete = OFF")


def _read(file: Path) -> bytes | None:
    try:
        key = file.read_bytes()
    except OSError:
        return None
    return key if len(key) == _KEY_BYTES else None


def _make(file: Path) -> bytes:
    """Make the key and write it where only the bot's user reads it; whole, or not at all."""
    key = secrets.token_bytes(_KEY_BYTES)
    with explained(file):
        keep(file, key)
    return key
