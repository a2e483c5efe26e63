"""From what SQLite and the system say of a database to the errors that a person is told."""

import errno
import sqlite3
from pathlib import Path

from bot.errors import StoreDamaged, StoreError, StoreFull, StoreLocked, StoreReadOnly

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def explain(error: sqlite3.Error, file: Path) -> StoreError | None:
    """Give the store's error for SQLite's; None for one that says that the code is wrong, not the database."""
    code = getattr(error, "sqlite_errorcode", None)
    name = str(file)
    if code is None:
        return None
    # With a full disk the file of shared memory can't grow either, and SQLite calls that an I/O error.
    if code == sqlite3.SQLITE_IOERR_SHMSIZE:
        return StoreFull(name)
    match code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return StoreFull(name)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreLocked(name)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return StoreReadOnly(name)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_IOERR:
            return StoreDamaged(name, str(error))
        case _:
            return None


def explain_system(error: OSError, file: Path) -> StoreError:
    """Give the store's error for what the system says of the file or its folder."""
    if error.errno in _FULL:
        return StoreFull(str(file))
    return StoreReadOnly(str(file))
