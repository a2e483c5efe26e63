"""A copy while the store is written to."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.errors import StoreDamaged, StoreLocked, StoreReadOnly
from bot.store import backup
from bot.store.database import Database
from bot.store.settings import Settings


async def test_a_copy_under_writes_is_whole_and_has_what_was_there(database: Database, tmp_path: Path) -> None:
    settings = Settings(database)
    for number in range(50):
        await settings.set("c", f"early{number}", "x" * 500)
    stop = False

    async def write() -> int:
        number = 0
        while not stop:
            await settings.set("c", f"late{number}", "y" * 500)
            number += 1
        return number

    writing = asyncio.create_task(write())
    target = tmp_path / "copies" / "store copy.db"
    for _ in range(3):
        await database.backup(target)
    stop = True
    assert await writing > 0
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    async with await Database.open(target) as copy:
        await copy.check()
        keys = await copy.read("SELECT key FROM settings WHERE key LIKE 'early%'")
        assert len(keys) == 50


async def test_the_store_itself_is_no_target(database: Database) -> None:
    with pytest.raises(StoreLocked):
        await database.backup(database.file)
    await database.check()


async def test_a_target_that_cannot_be_written_leaves_nothing(database: Database, tmp_path: Path) -> None:
    (tmp_path / "wall").write_text("a file")
    with pytest.raises(StoreReadOnly):
        await database.backup(tmp_path / "wall" / "copy.db")
    taken = tmp_path / "taken"
    taken.mkdir()
    with pytest.raises(StoreReadOnly):
        await database.backup(taken)  # a folder has that name
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".part")]


async def test_what_a_killed_backup_left_is_cleared_at_the_next_one(database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    gone = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    ended, running = int(gone.stdout), os.getppid()
    for name in (f".copy.db.{ended}.part", f".copy.db.{ended}.part-journal", f".copy.db.{os.getpid()}.part"):
        (folder / name).write_bytes(b"half")
    kept = [f".copy.db.{running}.part", f".other.db.{ended}.part", ".copy.db.notes.part", f".copy.db.{ended}.parts"]
    for name in kept:
        (folder / name).write_bytes(b"not ours")
    await database.backup(folder / "copy.db")
    assert sorted(path.name for path in folder.iterdir()) == sorted([*kept, "copy.db"])


def test_damage_is_told_of_the_store_and_not_of_its_copy(tmp_path: Path) -> None:
    (tmp_path / "store.db").write_bytes(b"no database" * 1_000)
    with pytest.raises(StoreDamaged) as caught:
        backup.write(tmp_path / "store.db", tmp_path / "copy.db")
    assert caught.value.file == str(tmp_path / "store.db")
    assert [path.name for path in tmp_path.iterdir()] == ["store.db"]
