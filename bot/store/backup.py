"""A copy of the database while it is written to.

VACUUM INTO takes one snapshot; SQLite's stepped backup starts again with each write and never ends under load.
"""

import glob
import os
import re
import sqlite3
from pathlib import Path

from bot.errors import StoreDamaged, StoreLocked, StoreMissing
from bot.store.connecting import connect, explained, full_check
from bot.store.faults import explain

# The process that writes it, and the journal beside it.
_PART = re.compile(r"([1-9]\d{0,9})\.part(?:-journal|-wal|-shm)?")


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
        _clear(target, part)
        try:
            _copy(file, part)
            flush(part)
            part.replace(target)
            flush(target.parent)
        finally:
            part.unlink(missing_ok=True)


def _clear(target: Path, part: Path) -> None:
    """Remove what earlier backups to `target` left that were killed; another that still runs keeps its file."""
    for left in target.parent.glob(f".{glob.escape(target.name)}.*.part*"):
        found = _PART.fullmatch(left.name.removeprefix(f".{target.name}."))
        if found and (left.name == part.name or not _runs(int(found[1]))):
            left.unlink(missing_ok=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return process != os.getpid()


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


def flush(path: Path) -> None:
    """Have a file, or the names in a folder, on the disk before anything else is done. Raises OSError."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
