"""Writing and reading: what is acknowledged is there, one failing caller harms no other, readers never wait."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from bot.errors import StoreMissing, StoreReadOnly
from bot.store.database import Database
from bot.store.grouping import commit
from bot.store.settings import Settings


def put(key: str, value: str = "v", community: str = "c"):
    def work(connection: sqlite3.Connection) -> str:
        connection.execute("INSERT INTO settings VALUES (?, ?, 'text', ?)", (community, key, value))
        return key

    return work


async def test_many_callers_are_each_answered_after_commit(database: Database) -> None:
    async def caller(number: int) -> None:
        key = await database.write(put(f"k{number}"))
        assert await database.read("SELECT value FROM settings WHERE key = ?", (key,)) == [("v",)]

    await asyncio.gather(*(caller(number) for number in range(300)))
    assert await database.read("SELECT count(*) FROM settings") == [(300,)]


async def test_a_failing_caller_is_undone_alone(database: Database) -> None:
    def broken(connection: sqlite3.Connection) -> None:
        put("half")(connection)
        raise LookupError("mine")

    results = await asyncio.gather(
        *(database.write(put(f"k{number}")) for number in range(5)),
        database.write(broken),
        database.write(put("k1")),  # the key is there already
        *(database.write(put(f"l{number}")) for number in range(5)),
        return_exceptions=True,
    )
    assert [type(result) for result in results if not isinstance(result, str)] == [LookupError, sqlite3.IntegrityError]
    keys = {key for (key,) in await database.read("SELECT key FROM settings")}
    assert keys == {f"{letter}{number}" for letter in "kl" for number in range(5)}


def test_where_the_transaction_is_lost_each_is_tried_alone() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("CREATE TABLE t (x)")

    def loses(connection: sqlite3.Connection) -> None:
        connection.execute("ROLLBACK")  # as SQLite itself does when the disk is full
        raise sqlite3.OperationalError("database or disk is full")

    def adds(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO t VALUES (1)")

    outcomes = commit(connection, [adds, loses, adds])
    assert [type(outcome.error) for outcome in outcomes] == [type(None), sqlite3.OperationalError, type(None)]
    assert connection.execute("SELECT count(*) FROM t").fetchone() == (2,)
    connection.close()


async def test_readers_see_the_last_commit_while_a_write_takes_long(database: Database) -> None:
    await database.write(put("before"))
    begun, go_on = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def slow(connection: sqlite3.Connection) -> None:
        put("during")(connection)
        loop.call_soon_threadsafe(begun.set)
        asyncio.run_coroutine_threadsafe(go_on.wait(), loop).result(30)

    writing = asyncio.create_task(database.write(slow))
    await begun.wait()
    for _ in range(20):
        assert await database.read("SELECT key FROM settings") == [("before",)]
    go_on.set()
    await writing
    assert await database.read("SELECT count(*) FROM settings") == [(2,)]


async def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(StoreReadOnly):
        await database.read("DELETE FROM settings")


async def test_a_caller_who_goes_away_stops_nobody(database: Database) -> None:
    going = asyncio.create_task(database.write(put("gone")))
    staying = asyncio.create_task(database.write(put("here")))
    await asyncio.sleep(0)
    going.cancel()
    assert await staying == "here"
    await database.drain()
    assert ("here",) in await database.read("SELECT key FROM settings")


async def test_close_finishes_what_waits_and_folds_the_log_in(tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    database = await Database.open(file)
    writes = [asyncio.create_task(database.write(put(f"k{number}"))) for number in range(1_200)]
    await asyncio.sleep(0)
    await database.close()
    assert all(write.done() and write.exception() is None for write in writes)
    assert not file.with_name("store.db-wal").exists()
    with pytest.raises(StoreMissing):
        await database.write(put("late"))
    with pytest.raises(StoreMissing):
        await database.read("SELECT 1")
    await database.close()
    async with await Database.open(file) as again:
        assert await again.read("SELECT count(*) FROM settings") == [(1_200,)]


async def test_settings_keep_their_types(database: Database) -> None:
    settings = Settings(database)
    for key, value in {"zone": "Europe/Kyiv", "most": 3, "on": True, "off": False, "digits": "17"}.items():
        await settings.set("discord:1", key, value)
        got = await settings.get("discord:1", key)
        assert got == value
        assert type(got) is type(value)
    assert await settings.get("discord:2", "zone") is None
    await settings.set("discord:1", "most", None)
    assert sorted(await settings.all("discord:1")) == ["digits", "off", "on", "zone"]


async def test_the_log_is_folded_beside_the_writer(tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    async with await Database.open(file) as database:
        before = file.read_bytes()
        await Settings(database).set("c", "mark", "folded-beside")
        assert file.read_bytes() == before
        await asyncio.gather(database.fold_beside(), Settings(database).set("c", "more", "meanwhile"))
        await database.fold_beside()
        assert b"folded-beside" in file.read_bytes()
        assert await Settings(database).get("c", "more") == "meanwhile"
        await database.check()
