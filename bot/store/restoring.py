"""Putting a copy in the place of the database, so that nothing of the one before gets into it.

A log that a killed process left beside the database would be read into whatever has its name. So all of the former one
goes aside first, and only what is whole takes its place. Who does not want to be heard is known by the former one.
"""

import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.errors import StoreDamaged, StoreMissing, StoreNewer
from bot.store.backup import flush
from bot.store.connecting import connect, explained, full_check
from bot.store.lock import Lock
from bot.store.migrating import known, version

_WISHES = "SELECT mark, said FROM consents"


@dataclass(frozen=True, slots=True)
class Restored:
    """What came of it: the folder that has the former database, None where there was none.

    `wishes` is whether it could be read who opted out since the copy was made, and who took that back.
    """

    former: Path | None
    wishes: bool


def restore(copy: Path, file: Path, moment: datetime) -> Restored:
    """Put a copy in the place of the database `file`; `moment` names the folder that the former one goes to.

    Whatever fails before that leaves the database as it was. Raises StoreMissing, StoreDamaged and StoreNewer of the
    copy; StoreLocked where a bot has the database; StoreFull, StoreReadOnly.
    """
    lock = Lock(file)
    with explained(file):
        file.parent.mkdir(parents=True, exist_ok=True)
    lock.take()
    try:
        part = file.with_name(f".{file.name}.{os.getpid()}.restored")
        try:
            _whole(copy, part)
            wishes = _with_wishes(part, file)
            with explained(file):
                former = _aside(file, moment)
                part.replace(file)
                flush(file.parent)
        finally:
            part.unlink(missing_ok=True)
    finally:
        lock.release()
    return Restored(former, wishes)


def _whole(copy: Path, part: Path) -> None:
    """Copy what is a whole database of a version that is known."""
    if not copy.is_file():
        raise StoreMissing(str(copy))
    with explained(part):
        shutil.copyfile(copy, part)
        part.chmod(0o600)
        flush(part)
    with explained(copy), closing(connect(part, "rw")) as connection:
        found = version(connection)
        if found > known():
            raise StoreNewer(str(copy), found, known())
        if found < 1:
            raise StoreDamaged(str(copy), f"user_version = {found}")
        full_check(connection, copy)


def _with_wishes(part: Path, file: Path) -> bool:
    """Take over who opted out, as the former database knows it; gives whether it could be asked."""
    if not file.is_file():
        return True
    try:
        with closing(connect(file, "rw")) as former:  # with its log, which what was killed has left
            wishes = former.execute(_WISHES).fetchall()
    except sqlite3.Error:  # it may be why there is something to restore
        return False
    with explained(part), closing(connect(part, "rw")) as connection:
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM consents")
        connection.executemany("INSERT INTO consents (mark, said) VALUES (?, ?)", wishes)
        connection.execute("COMMIT")
    return True


def _aside(file: Path, moment: datetime) -> Path | None:
    """Put the former database into a folder of its own, with all that lies beside it; gives which.

    Under its name it stays until the other takes that: at no moment is there none, in the place of which a start would
    make an empty one.
    """
    beside = [path for path in file.parent.glob(f"{file.name}?*") if path.name != f"{file.name}.lock"]
    if not beside and not file.exists():
        return None
    folder = file.with_name(f"former-{moment:%Y%m%d-%H%M%S}")
    folder.mkdir(mode=0o700)
    if file.exists():
        os.link(file, folder / file.name)
    for path in beside:
        path.replace(folder / path.name)
    return folder
