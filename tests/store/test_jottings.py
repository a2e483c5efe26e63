"""What is jotted down is on disk at once, in its table soon, there once, and survives whatever ends the process."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import StoreFull, StoreReadOnly
from bot.model import Signal, Trace, TracedHit
from bot.store import migrating
from bot.store.connecting import connect
from bot.store.database import Database
from bot.store.encoding import read_table, write_table
from bot.store.jottings import Jottings, Lot
from bot.store.log import AnswerLog, mint
from bot.store.spending import Spending

ROOT = Path(__file__).parents[2]
NOON = datetime(2025, 3, 1, 12, tzinfo=UTC)
DAY = "2025-03-01"
TRACE = Trace(
    "quote", ("harbour",), (("count", "3"),), (TracedHit("log.aaaa", "e" * 64, 2.5, (Signal("words", 2.5),)),), 2
)


def files(database: Path) -> list[Path]:
    return sorted(database.parent.glob(f"{database.name}.jottings-*"))


async def spent(database: Database) -> int:
    return (await Spending.open(database, lambda: NOON)).spent("c", "letter", DAY)


async def test_it_is_on_disk_at_once_and_in_its_table_after_settling(database: Database) -> None:
    await AnswerLog(database).save("answer", "c", TRACE, NOON)
    (file,) = files(database.file)
    assert b"answer" in file.read_bytes()
    assert await database.read("SELECT id FROM answers") == []
    await database.settle()
    assert await database.read("SELECT id FROM answers") == [("answer",)]
    assert files(database.file) == []


async def test_every_write_sees_what_was_jotted_down_before_it(database: Database) -> None:
    await AnswerLog(database).save("answer", "c", TRACE, NOON)
    seen = await database.write(lambda connection: connection.execute("SELECT id FROM answers").fetchall())
    assert seen == [("answer",)]


async def test_closing_leaves_no_file(tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    async with await Database.open(file) as database:
        await AnswerLog(database).save("answer", "c", TRACE, NOON)
    assert files(file) == []
    async with await Database.open(file, read_only=True) as database:
        assert (await AnswerLog(database).load("answer", "c")) == (TRACE, "2025-03-01T12")
        with pytest.raises(StoreReadOnly):
            await AnswerLog(database).save("other", "c", TRACE, NOON)


WRITER = """
import asyncio, os, sys
from datetime import UTC, datetime
from pathlib import Path
from bot.model import Trace
from bot.store.database import Database
from bot.store.log import AnswerLog, mint
from bot.store.spending import Spending

async def main():
    moment = datetime(2025, 3, 1, 12, tzinfo=UTC)
    database = await Database.open(Path(sys.argv[1]))
    log, spending = AnswerLog(database), await Spending.open(database, lambda: moment)
    while True:
        answer = mint()
        await log.save(answer, "c", Trace("quote"), moment, spending.counted("c", {"letter": 1}, "2025-03-01"))
        os.write(1, answer.encode() + b"\\n")
        await asyncio.sleep(0)

asyncio.run(main())
"""


def killed(file: Path, run: int, chance: random.Random) -> set[str]:
    """Run a process that keeps answers, kill it, and give those that it had acknowledged."""
    with file.with_name(f"out{run}").open("w+b") as out:
        process = subprocess.Popen([sys.executable, "-c", WRITER, str(file)], stdout=out, cwd=ROOT)
        while process.poll() is None and os.fstat(out.fileno()).st_size == 0:
            time.sleep(0.01)
        time.sleep(chance.uniform(0.005, 0.6))
        process.send_signal(signal.SIGKILL)
        assert process.wait(30) == -signal.SIGKILL
        out.seek(0)
        return {line.decode().strip() for line in out if line.endswith(b"\n")}


async def test_a_kill_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    file, chance, acknowledged = tmp_path / "store.db", random.Random(5), set[str]()
    for run in range(5):
        acknowledged |= killed(file, run, chance)
        async with await Database.open(file) as database:
            await database.check()
            kept = {answer for (answer,) in await database.read("SELECT id FROM answers")}
            assert acknowledged <= kept
            assert len(kept) - len(acknowledged) <= run + 1  # at most one a run was on disk and not told of any more
            assert await spent(database) == len(kept)
        assert files(file) == []
    assert len(acknowledged) > 100


async def test_a_file_whose_rows_were_committed_is_not_read_again(tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    async with await Database.open(file) as database:
        await (await Spending.open(database, lambda: NOON)).add("c", {"letter": 7}, DAY)
        (jotted,) = files(file)
        words = jotted.read_bytes()
    jotted.write_bytes(words)
    async with await Database.open(file) as database:
        assert await spent(database) == 7
    assert files(file) == []


async def test_half_a_line_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "store.db"
    async with await Database.open(file):
        pass
    whole = b'{"quoted_words":[["c","letter","2025-03-01",7]]}\n'
    first = file.with_name("store.db.jottings-1")
    second = file.with_name("store.db.jottings-2")
    first.write_bytes(whole + b'{"quoted_words":[["c","letter","2025-03-01",9')
    second.write_bytes(whole * 2)
    jottings, connection = Jottings(file), connect(file, "rw")
    jottings.recover(connection)
    assert connection.execute("SELECT words FROM quoted_words").fetchall() == [(21,)]
    assert files(file) == []
    connection.close()


async def test_what_the_sixth_version_jotted_down_is_taken_up(tmp_path: Path) -> None:
    """A process of the version before is killed, and the next start is one of this version."""
    file = tmp_path / "store.db"
    async with await Database.open(file):
        pass
    rows = {
        "answers": [
            ["old", "2025-03-01T12", "c", "quote", 2, "first\n", ""],
            ["bare", "2025-03-01T12", "c", "x", 0, "", ""],
        ],
        "answer_hits": [
            ["old", 0, "log.aaaa", "e", 0.1, "words\\n0.1\\none\\n\n"],
            ["old", 1, "log.bbbb", "e", 2.0, ""],
        ],
    }
    file.with_name("store.db.jottings-1").write_bytes(json.dumps(rows).encode() + b"\n")
    hits = (TracedHit("log.aaaa", "e", 0.1, (Signal("words", 0.1, ("one",)),)), TracedHit("log.bbbb", "e", 2.0))
    async with await Database.open(file) as database:
        log = AnswerLog(database)
        assert await log.load("old", "c") == (Trace("quote", ("first",), (), hits, 2), "2025-03-01T12")
        assert await log.load("bare", "c") == (Trace("x"), "2025-03-01T12")
    assert files(file) == []


async def test_a_full_disk_is_said_and_keeps_whole_lines(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    log, write = AnswerLog(database), os.write
    await log.save("first", "c", TRACE, NOON)
    with monkeypatch.context() as full:
        full.setattr(os, "write", lambda handle, line: write(handle, line[:20]))
        with pytest.raises(StoreFull):
            await log.save("second", "c", TRACE, NOON)
    await log.save("third", "c", TRACE, NOON)
    (file,) = files(database.file)
    assert [line.split(b'"')[3] for line in file.read_bytes().splitlines()] == [b"first", b"third"]
    assert await log.load("second", "c") is None
    assert await log.load("third", "c") == (TRACE, "2025-03-01T12")


async def test_what_cannot_get_into_its_table_waits_for_a_better_time(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = AnswerLog(database)

    def full(self: Lot, connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA max_page_count = 1")
        connection.execute("CREATE TABLE big AS SELECT randomblob(1000000)")

    with monkeypatch.context() as broken:
        broken.setattr(Lot, "write", full)
        await log.save("first", "c", TRACE, NOON)
        with pytest.raises(StoreFull):
            await database.settle()
        await log.save("second", "c", TRACE, NOON)
        assert await database.write(lambda connection: connection.execute("SELECT 1").fetchone()) == (1,)
    await database.write(lambda connection: connection.execute("PRAGMA max_page_count = 1000000").fetchall())
    for answer in ("first", "second"):
        assert await log.load(answer, "c") == (TRACE, "2025-03-01T12")
    assert files(database.file) == []


TABLES = st.lists(st.lists(st.text(alphabet='a\\n\n"|', max_size=4), min_size=1, max_size=4), max_size=4)


@given(TABLES)
@settings(deadline=None)
def test_a_table_in_a_column_comes_back(rows: list[list[str]]) -> None:
    assert read_table(write_table(rows)) == tuple(map(tuple, rows))


OLD = 'a\\ b\nc"'


@pytest.fixture
def third(tmp_path: Path) -> Path:
    """Make a database as the third version left it, with one answer."""
    folder, file = tmp_path / "migrations", tmp_path / "store.db"
    folder.mkdir()
    for number in range(1, 4):
        name = f"{number:04}.sql"
        (folder / name).write_bytes((migrating.FOLDER / name).read_bytes())
    connection = connect(file, "rwc")
    migrating.migrate(connection, file, folder)
    rows: Sequence[tuple[str, tuple[Any, ...]]] = (
        ("answers VALUES (5, ?, ?, ?, ?, ?)", ("answer", "2025-03-01T12", "c", "quote", 2)),
        ("answer_terms VALUES (5, ?, ?)", (1, OLD)),
        ("answer_terms VALUES (5, ?, ?)", (0, "first")),
        ("answer_choices VALUES (5, ?, ?, ?)", (0, "count", OLD)),
        ("answer_hits VALUES (5, ?, ?, ?, ?)", (0, "log.aaaa", "e", 0.1)),
        ("answer_hits VALUES (5, ?, ?, ?, ?)", (1, "log.bbbb", "e", 2.0)),
        ("answer_signals VALUES (5, ?, ?, ?, ?, ?)", (0, 1, OLD, -0.25, "")),
        ("answer_signals VALUES (5, ?, ?, ?, ?, ?)", (0, 0, "words", 0.1, 'one\ntwo\\n"\n')),
    )
    for sql, values in rows:
        connection.execute(f"INSERT INTO {sql}", values)
    connection.close()
    return file


async def test_answers_of_the_third_version_are_kept(third: Path) -> None:
    signals = (Signal("words", 0.1, ("one", 'two\n"')), Signal(OLD, -0.25))
    hits = (TracedHit("log.aaaa", "e", 0.1, signals), TracedHit("log.bbbb", "e", 2.0))
    async with await Database.open(third) as database:
        await database.check()
        told = await AnswerLog(database).load("answer", "c")
        assert told == (Trace("quote", ("first", OLD), (("count", OLD),), hits, 2), "2025-03-01T12")
        assert await AnswerLog(database).load(mint(), "c") is None
