"""A copy in the database's place: whole, alone, and without forgetting who does not want to be heard."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.errors import StoreDamaged, StoreLocked, StoreMissing, StoreNewer
from bot.store.database import Database
from bot.store.restoring import restore
from bot.store.settings import Settings

MOMENT = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
FORMER = "former-20260302-083000"
_KILLED = """
import asyncio, os, sys
from pathlib import Path
from bot.store.database import Database
from bot.store.settings import Settings
async def main():
    database = await Database.open(Path(sys.argv[1]))
    for number in range(300):
        await Settings(database).set("c", f"late{number}", "y" * 400)
    os.kill(os.getpid(), 9)
asyncio.run(main())
"""


async def wrote(file: Path, key: str, *marks: str) -> None:
    async with await Database.open(file) as database:
        await Settings(database).set("c", key, "x")
        await database.write(lambda connection: connection.execute("DELETE FROM consents").rowcount)
        sql, rows = "INSERT INTO consents VALUES (?, 'command')", [(mark,) for mark in marks]
        await database.write(lambda connection: connection.executemany(sql, rows).rowcount)


async def keys(file: Path) -> list[str]:
    async with await Database.open(file) as database:
        await database.check()
        return list(await Settings(database).all("c"))


def marks(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return [mark for (mark,) in connection.execute("SELECT mark FROM consents ORDER BY mark")]


@pytest.fixture
async def copy(tmp_path: Path) -> Path:
    """A copy with one setting, in which A and B opted out."""
    await wrote(tmp_path / "store.db", "early", "A", "B")
    async with await Database.open(tmp_path / "store.db") as database:
        await database.backup(tmp_path / "copy.db")
    return tmp_path / "copy.db"


async def test_what_a_killed_process_left_does_not_get_into_the_copy(copy: Path, tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    assert subprocess.run([sys.executable, "-c", _KILLED, str(file)], check=False).returncode == -9
    assert file.with_name("store.db-wal").stat().st_size > 0
    done = restore(copy, file, MOMENT)
    assert (done.former, done.wishes) == (tmp_path / FORMER, True)
    assert await keys(file) == ["early"]
    assert len(await keys(tmp_path / FORMER / "store.db")) == 301
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".restored")]


async def test_who_opted_out_since_stays_so_and_who_took_it_back_too(copy: Path, tmp_path: Path) -> None:
    await wrote(tmp_path / "store.db", "late", "B", "C")
    assert restore(copy, tmp_path / "store.db", MOMENT).wishes
    assert await keys(tmp_path / "store.db") == ["early"]
    assert marks(tmp_path / "store.db") == ["B", "C"]
    assert marks(copy) == ["A", "B"]  # the copy stays what it was


async def test_a_damaged_database_is_replaced_and_that_wishes_are_unknown_is_told(copy: Path, tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    file.write_bytes(b"no database at all" * 1000)
    done = restore(copy, file, MOMENT)
    assert not done.wishes
    assert marks(file) == ["A", "B"]
    assert (tmp_path / FORMER / "store.db").read_bytes().startswith(b"no database")


async def test_where_there_is_none_it_is_put_there(copy: Path, tmp_path: Path) -> None:
    done = restore(copy, tmp_path / "new" / "store.db", MOMENT)
    assert (done.former, done.wishes) == (None, True)
    assert await keys(tmp_path / "new" / "store.db") == ["early"]


async def test_what_can_t_be_restored_leaves_everything_as_it_was(copy: Path, tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    before = file.read_bytes()
    newer, empty, broken = (tmp_path / name for name in ("newer.db", "empty.db", "broken.db"))
    newer.write_bytes(copy.read_bytes())
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute("PRAGMA user_version = 999")
    empty.touch()
    broken.write_bytes(copy.read_bytes()[:5000])
    for wrong, error in (
        (newer, StoreNewer),
        (empty, StoreDamaged),
        (broken, StoreDamaged),
        (tmp_path / "none.db", StoreMissing),
        (tmp_path, StoreMissing),
    ):
        with pytest.raises(error):
            restore(wrong, file, MOMENT)
        assert file.read_bytes() == before
    async with await Database.open(file):
        with pytest.raises(StoreLocked):
            restore(copy, file, MOMENT)
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(("former", "."))]
