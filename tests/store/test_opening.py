"""Opening a store that can't be used as it is: a clear error, and nothing is touched."""

import contextlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.errors import StoreDamaged, StoreFull, StoreLocked, StoreMissing, StoreNewer, StoreReadOnly
from bot.store import migrating
from bot.store.connecting import connect
from bot.store.database import Database
from bot.store.settings import Settings

ROOT = Path(__file__).parents[2]


async def filled(file: Path, rows: int = 2_000) -> None:
    async with await Database.open(file) as database:
        await database.write(
            lambda connection: (
                connection.executemany(
                    "INSERT INTO settings VALUES ('c', ?, 'text', ?)", [(str(n), "x" * 50) for n in range(rows)]
                ).rowcount
            )
        )


async def test_the_folder_is_made(tmp_path: Path) -> None:
    async with await Database.open(tmp_path / "a" / "b c?#%" / "store.db") as database:
        assert await database.read("PRAGMA user_version") == [(migrating.known(),)]
        assert await database.read("PRAGMA journal_mode") == [("wal",)]


async def test_a_newer_store_is_refused_untouched(tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = file.read_bytes()
    for read_only in (False, True):
        with pytest.raises(StoreNewer) as caught:
            await Database.open(file, read_only=read_only)
        assert (caught.value.found, caught.value.known) == (999, migrating.known())
    assert file.read_bytes() == before


async def test_noise_is_damaged(tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    file.write_bytes(os.urandom(8_192))
    with pytest.raises(StoreDamaged):
        await Database.open(file)


async def test_overwritten_bytes_are_damaged(tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    await filled(file)
    data = bytearray(file.read_bytes())
    data[-40_000:-4_096] = b"\xff" * (40_000 - 4_096)
    file.write_bytes(data)
    with pytest.raises(StoreDamaged) as caught:
        await Database.open(file)
    assert caught.value.reason


@pytest.mark.parametrize("number", [0, -1])
async def test_tables_without_a_version_are_not_ours_to_change(tmp_path: Path, number: int) -> None:
    """Another program's database, or one that lost its version: migrating would fail in the middle of it."""
    file = tmp_path / "store.db"
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE settings (name TEXT)")
    connection.execute(f"PRAGMA user_version = {number}")
    connection.close()
    before = file.read_bytes()
    for read_only in (False, True):
        with pytest.raises(StoreDamaged, match="user_version"):
            await Database.open(file, read_only=read_only)
    assert file.read_bytes() == before


async def test_a_second_bot_is_locked_out_and_a_look_is_not(tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    script = "import asyncio, sys\nfrom pathlib import Path\nfrom bot.store.database import Database\n" + (
        "async def main():\n    async with await Database.open(Path(sys.argv[1])):\n"
        "        print('open', flush=True)\n        await asyncio.to_thread(sys.stdin.read)\nasyncio.run(main())"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", script, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    )
    assert other.stdin is not None
    assert other.stdout is not None
    try:
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(StoreLocked):
            await Database.open(file)
        async with await Database.open(file, read_only=True) as looking:
            assert await looking.read("SELECT count(*) FROM settings") == [(0,)]
            with pytest.raises(StoreReadOnly):
                await looking.write(lambda _: None)
    finally:
        other.stdin.close()
        other.stdout.close()
        assert other.wait(30) == 0
    async with await Database.open(file):
        pass


async def test_a_look_at_nothing_is_missing(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        await Database.open(tmp_path / "none.db", read_only=True)
    assert list(tmp_path.iterdir()) == []


async def test_a_file_that_stands_where_the_folder_should(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StoreReadOnly):
        await Database.open(tmp_path / "data" / "store.db")


async def fill(settings: Settings) -> None:
    for number in range(100):
        await settings.set("c", str(number), "y" * 40_000)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)], check=False).returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


async def test_a_full_disk_is_told_and_writing_goes_on_when_there_is_room(disk: Path) -> None:
    file = disk / "store.db"
    async with await Database.open(file) as database:
        settings = Settings(database)
        await settings.set("c", "first", "kept")
        ballast = disk / "ballast"
        ballast.write_bytes(b"x" * 1_000_000)
        with pytest.raises(StoreFull):
            await fill(settings)
        assert await settings.get("c", "first") == "kept"
        ballast.unlink()
        await settings.set("c", "last", "kept too")
        await database.check()
    async with await Database.open(file) as again:
        assert await Settings(again).get("c", "last") == "kept too"


async def test_a_disk_that_is_full_from_the_start(disk: Path) -> None:
    await filled(disk / "store.db", rows=3)
    with contextlib.suppress(OSError), (disk / "ballast").open("wb", buffering=0) as ballast:
        while True:
            ballast.write(b"x" * 4_096)
    for name in ("store.db", "new.db"):
        with pytest.raises(StoreFull):
            await Database.open(disk / name)
    (disk / "ballast").unlink()
    async with await Database.open(disk / "store.db") as database:
        assert await database.read("SELECT count(*) FROM settings") == [(3,)]


async def test_no_room_for_a_copy_leaves_the_one_before(disk: Path, tmp_path: Path) -> None:
    async with await Database.open(tmp_path / "store.db") as database:
        target = disk / "copy.db"
        await database.backup(target)
        before = target.read_bytes()
        await database.write(
            lambda connection: (
                connection.execute("INSERT INTO settings VALUES ('c', 'k', 'text', ?)", ("x" * 3_000_000,)).rowcount
            )
        )
        with pytest.raises(StoreFull):
            await database.backup(target)
    assert target.read_bytes() == before
    assert [path.name for path in disk.iterdir()] == ["copy.db"]


async def test_a_bounded_file_is_full_and_others_in_the_batch_go_on(tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    async with await Database.open(file) as database:
        await database.write(lambda connection: connection.execute("PRAGMA max_page_count = 80").fetchall())
        settings = Settings(database)
        with pytest.raises(StoreFull) as caught:
            await settings.set("c", "large", "x" * 1_000_000)
        assert caught.value.file == str(file)
        await settings.set("c", "small", "fits")
        assert await settings.get("c", "small") == "fits"


async def test_a_disk_that_may_not_be_written(disk: Path) -> None:
    file = disk / "store.db"
    await filled(file, rows=3)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with pytest.raises(StoreReadOnly):
        await Database.open(file)
    async with await Database.open(file, read_only=True) as looking:
        assert await looking.read("SELECT count(*) FROM settings") == [(3,)]


async def test_a_failing_migration_leaves_the_version_before(tmp_path: Path) -> None:
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "0001.sql").write_text("CREATE TABLE a (x);\nINSERT INTO a VALUES (1);\nPRAGMA user_version = 1;\n")
    connection = connect(tmp_path / "store.db", "rwc")
    migrating.migrate(connection, tmp_path / "store.db", folder)
    (folder / "0002.sql").write_text(
        "ALTER TABLE a ADD COLUMN y;\nINSERT INTO a VALUES (2, ';');\nINSERT INTO missing VALUES (1);\n"
        "PRAGMA user_version = 2;\n"
    )
    with pytest.raises(sqlite3.OperationalError):
        migrating.migrate(connection, tmp_path / "store.db", folder)
    assert migrating.version(connection) == 1
    assert connection.execute("SELECT * FROM a").fetchall() == [(1,)]
    (folder / "0002.sql").write_text("ALTER TABLE a ADD COLUMN y;\nPRAGMA user_version = 2;\n")
    migrating.migrate(connection, tmp_path / "store.db", folder)
    assert connection.execute("SELECT * FROM a").fetchall() == [(1, None)]
    connection.close()


def test_every_migration_sets_its_own_number() -> None:
    for number, file in enumerate(sorted(migrating.FOLDER.glob("*.sql")), start=1):
        assert file.name == f"{number:04}.sql"
        assert f"PRAGMA user_version = {number};" in file.read_text()
