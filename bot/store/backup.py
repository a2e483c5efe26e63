"""A copy of the database while it is written to.

VACUUM INTO takes one snapshot; SQLite's stepped backup starts again with each write and never ends under load.
"""

import os
import sqlite3
from pathlib import Path

from bot.errors import StoreDamaged, StoreLocked, StoreMissing
from bot.store.connecting import connect, explained, full_check
from bot.store.faults import explain


def write(file: Path, target: Path) -> None:
    """Copy the database at `file` to `target`: a temporary file beside it, checked, synced, then renamed over it.

    Whatever fails leaves `target` as it was. Raises StoreMissing, StoreFull, StoreReadOnly, StoreDamaged;
    StoreLocked where the target is the database itself.
    """
    if not file.is_file():
        raise StoreMissing(str(file))
    if target.exists() and target.samefile(file):
        raise StoreLocked(str(target))
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    with explained(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        try:
            _copy(file, part)
            _sync(part)
            part.replace(target)
            _sync(target.parent)
        finally:
            part.unlink(missing_ok=True)


def _copy(file: Path, part: Path) -> None:
    source = connect(file, "ro")
    try:
        source.execute("VACUUM INTO ?", (str(part),))
    except sqlite3.Error as error:
        # Full or not to be written is the copy's place; damage is in what is copied.
        if isinstance(told := explain(error, file), StoreDamaged):
            raise told from error
        raise
    finally:
        source.close()
    copy = sqlite3.connect(part, isolation_level=None)
    try:
        full_check(copy, part)
    finally:
        copy.close()


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
