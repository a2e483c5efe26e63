"""A database of an earlier version is brought up to date with everything that it had counted."""

import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.clock import hour, hour_named, hours
from bot.store import migrating, texts
from bot.store.connecting import connect
from bot.store.database import Database
from bot.store.log import EventKind, EventLog
from bot.store.sent import Sent, SentMessage
from bot.store.tallies import Tallies, Window

START = datetime(2024, 1, 1, tzinfo=UTC)

COUNTED = st.dictionaries(
    st.tuples(
        st.sampled_from([("c", "7"), ("c", "8"), ("d", "7")]),
        st.integers(hours(START), hours(START) + 20_000).map(hour_named),
        st.sampled_from(EventKind),
        st.sampled_from(["letter-1", "letter-2"]),
    ),
    st.integers(1, 1_000),
    max_size=30,
)
"""Place, hour, kind, passage: how many times."""


@pytest.fixture(scope="module")
def examples() -> list[dict]:
    made: list[dict] = []
    given(COUNTED)(settings(max_examples=10, deadline=None, database=None)(lambda one: made.append(one)))()
    return [max(made, key=len), *made[:3]]


def version_1(file: Path, folder: Path, addition, counted: dict) -> str:
    """Make a database as the first version left it; gives the edition of its text."""
    folder.mkdir()
    shutil.copy(migrating.FOLDER / "0001.sql", folder)
    connection = connect(file, "rwc")
    migrating.migrate(connection, file, folder)
    made = addition()
    connection.execute("BEGIN")
    texts.add(connection, made)
    connection.execute("COMMIT")
    for (place, when, kind, passage), times in counted.items():
        connection.execute("INSERT OR IGNORE INTO places (community, channel) VALUES (?, ?)", place)
        connection.execute(
            "INSERT INTO events SELECT w.key, ?, ?, p.key, e.key, ? FROM places w, passages p, editions e "
            "WHERE w.community = ? AND w.channel = ? AND p.id = ?",
            (when, kind.value, times, *place, passage),
        )
    connection.close()
    return made.document.edition


@pytest.mark.parametrize("number", range(4))
async def test_every_count_of_the_first_version_is_kept(tmp_path: Path, addition, examples: list, number: int) -> None:
    file, counted = tmp_path / "store.db", examples[number]
    edition = version_1(file, tmp_path / "migrations", addition, counted)
    async with await Database.open(file) as database:
        await database.check()
        for community in ("c", "d"):
            expected = [
                (when, channel, kind.value, passage, edition, times)
                for ((where, channel), when, kind, passage), times in counted.items()
                if where == community
            ]
            assert await EventLog(database).counts(community) == sorted(expected)
            trend = await Tallies(database).trend(Window(community, 0, 10**6))
            assert sum(trend.values()) == sum(row[5] for row in expected)
            assert set(trend) == {row[0][:10] for row in expected}


async def test_what_comes_after_is_added_to_it(tmp_path: Path, addition) -> None:
    file, when = tmp_path / "store.db", datetime(2025, 3, 1, 9, 30, tzinfo=UTC)
    counted = {(("c", "7"), hour(when), EventKind.SPOTTED, "letter-1"): 4}
    edition = version_1(file, tmp_path / "migrations", addition, counted)
    async with await Database.open(file) as database:
        await EventLog(database).record("spotted", "c", "7", [("letter-1", edition)], when)
        assert await EventLog(database).counts("c") == [("2025-03-01T09", "7", "spotted", "letter-1", edition, 5)]
        assert await Tallies(database).trend(Window("c", 0, 10**6)) == {"2025-03-01": 5}


async def test_a_count_that_cannot_be_carried_over_leaves_the_first_version(tmp_path: Path, addition) -> None:
    file = tmp_path / "store.db"
    version_1(file, tmp_path / "migrations", addition, {(("c", "7"), "no hour", EventKind.SHOWN, "letter-1"): 1})
    with pytest.raises(sqlite3.IntegrityError):
        await Database.open(file)
    connection = connect(file, "ro")
    assert migrating.version(connection) == 1
    assert connection.execute("SELECT hour, kind, count FROM events").fetchall() == [("no hour", "shown", 1)]
    connection.close()


async def test_messages_of_the_sixth_version_are_kept(tmp_path: Path) -> None:
    folder, file, odd = tmp_path / "migrations", tmp_path / "store.db", "a\\ b\nc"
    folder.mkdir()
    for number in range(1, 7):
        shutil.copy(migrating.FOLDER / f"{number:04}.sql", folder)
    connection = connect(file, "rwc")
    migrating.migrate(connection, file, folder)
    for passage in ("p2", odd):
        connection.execute("INSERT INTO sent VALUES ('9001', ?, 'e1', 'discord:1', '11', '2026-03-01')", (passage,))
    connection.execute("INSERT INTO sent VALUES ('9002', 'p3', 'e2', 'discord:1', '12', '2026-03-02')")
    connection.close()
    async with await Database.open(file) as database:
        await database.check()
        assert await Sent(database).find(["9001", "9002"]) == {
            "9001": SentMessage("9001", "discord:1", "11", ((odd, "e1"), ("p2", "e1"))),
            "9002": SentMessage("9002", "discord:1", "12", (("p3", "e2"),)),
        }
        assert await database.read("SELECT message FROM sent WHERE day < '2026-03-02'") == [("9001",)]
