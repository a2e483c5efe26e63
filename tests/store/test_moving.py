"""A community in the place of another: everything follows, once, whole or not at all, and counts add up."""

import sqlite3
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.store import auditing
from bot.store.auditing import ELSEWHERE, HERE, MARK, OTHER_MARK, cells, fill, written
from bot.store.database import Database
from bot.store.erasure import belongings
from bot.store.moving import MOVED, Move, Moving

OLD, NEW = "matrix:!old:test", "matrix:!new:test"
MOVE = Move(OLD, "!old:test", NEW, "!new:test", frozenset({"spotting"}))
STAYS = {"matrix_seen", "matrix_waiting"}


@pytest.fixture
async def filled(tmp_path: Path, database: Database) -> AsyncIterator[Database]:
    """A database with a row of one community in each table, and one of another's."""
    auditing.make(tmp_path / "filled.db", await database.look(auditing._statements))
    async with await Database.open(tmp_path / "filled.db") as made:
        fill(made.file, 101, MARK, HERE)
        fill(made.file, 102, OTHER_MARK, ELSEWHERE)
        await made.write(lambda c: c.execute("PRAGMA ignore_check_constraints = ON").rowcount)  # as `fill` does
        yield made


async def test_every_table_of_a_community_follows_and_nothing_of_another(filled: Database) -> None:
    tables = {belonging.table for belonging in await filled.look(belongings)}
    await filled.write(lambda c: [c.execute(f"DELETE FROM {table} WHERE community = ?", (HERE,)) for table in STAYS])
    before = Counter((table, column, value) for table, column, _, value in cells(filled.file))
    moving = Moving(filled)
    assert await moving.holds(HERE)
    assert await moving.move(Move(HERE, "no channel", NEW, "!new:test"))
    after = Counter((table, column, value) for table, column, _, value in cells(filled.file))
    assert HERE.encode() not in written(filled.file)  # nor in freed pages, nor in the log
    gone, come = before - after, after - before
    moved = {table for table, column, value in gone if (column, value) == ("community", HERE)}
    assert moved >= {"settings", "schedules", "queued", "withheld", "weights", "reviews", "trail", "answers", "places"}
    assert {(t, c) for t, c, value in come} == {(t, "community") for t in moved - {"leavings"}} & {
        (t, c) for t, c, _ in come
    }
    assert all(value == NEW for _, _, value in come)
    assert {table for table, column, _ in gone if column != "community"} == {"leavings"}  # the bot is there
    assert moved <= tables
    assert not await moving.holds(HERE)
    assert not await moving.move(Move(HERE, "no channel", NEW, "!new:test"))


async def run(database: Database, *statements: str) -> None:
    def write(connection: sqlite3.Connection) -> None:
        for statement in statements:
            connection.execute(statement)

    await database.write(write)


async def test_settings_name_the_new_room_and_what_people_have_to_be_told_of_stays_behind(database: Database) -> None:
    await run(
        database,
        f"INSERT INTO settings VALUES ('{OLD}', 'digest:!old:test', 'text', 'on')",
        f"INSERT INTO settings VALUES ('{OLD}', 'spotting:!old:test', 'text', 'offer')",
        f"INSERT INTO settings VALUES ('{OLD}', 'notice:$event', 'text', '!old:test')",
        f"INSERT INTO schedules VALUES ('{OLD}', 'on', '08:30', 'UTC', '!old:test', 'message', NULL, NULL, 0, 7)",
        f"INSERT INTO sent VALUES ('$answer', '{OLD}', '!old:test', '2026-11-22', 'p')",
        f"INSERT INTO leavings VALUES ('{OLD}', '2026-11-20')",
    )
    assert await Moving(database).move(MOVE)
    assert await database.read("SELECT community, key, value FROM settings ORDER BY key") == [
        (NEW, "digest:!new:test", "on"),
        (NEW, "notice:$event", "!new:test"),
    ]
    assert await database.read("SELECT community, state, time, channel FROM schedules") == [
        (NEW, "on", "08:30", "!new:test")
    ]
    assert await database.read("SELECT message, community, channel FROM sent") == [("$answer", NEW, "!new:test")]
    assert await database.read("SELECT * FROM leavings") == []


async def test_what_the_successor_has_of_its_own_stays_and_counts_are_added(database: Database) -> None:
    await run(
        database,
        *(
            f"INSERT INTO withheld VALUES ('{room}', '{passage}')"
            for room, passage in ((OLD, "a"), (OLD, "b"), (NEW, "b"))
        ),
        f"INSERT INTO weights VALUES ('{OLD}', 'letter', 0)",
        f"INSERT INTO weights VALUES ('{NEW}', 'letter', 300)",
        f"INSERT INTO quoted_words VALUES ('{OLD}', 'letter', '2026-11-22', 100)",
        f"INSERT INTO quoted_words VALUES ('{NEW}', 'letter', '2026-11-22', 20)",
        f"INSERT INTO participants VALUES ('{OLD}', '2026-11-22', 'a', 5)",
        f"INSERT INTO participants VALUES ('{NEW}', '2026-11-22', 'a', 2)",
    )
    assert await Moving(database).move(MOVE)
    assert await database.read("SELECT * FROM withheld ORDER BY 1, 2") == [(NEW, "a"), (NEW, "b")]
    assert await database.read("SELECT * FROM weights") == [(NEW, "letter", 300)]
    assert await database.read("SELECT words FROM quoted_words WHERE community = ?", (NEW,)) == [(120,)]
    assert await database.read("SELECT community, people FROM participants") == [(NEW, 5)]
    assert not await Moving(database).move(MOVE)


async def test_a_post_under_way_is_not_sent_twice(database: Database) -> None:
    days = [("2026-11-20", "sent", 1), ("2026-11-21", "claimed", 1), ("2026-11-22", "claimed", None)]
    for day, state, tried in days:
        row = (OLD, day, state, 5, "a", "!old:test", 9, tried)
        sql = "INSERT INTO days (community, day, state, due, passage, channel, lease, tried) VALUES "
        sql += f"({', '.join('?' * len(row))})"
        await database.write(lambda c, sql=sql, row=row: c.execute(sql, row).rowcount)  # type: ignore[misc]
    assert await Moving(database).move(MOVE)
    assert await database.read("SELECT community, day, state, reasons FROM days ORDER BY day") == [
        (NEW, "2026-11-20", "sent", ""),
        (NEW, "2026-11-21", "skipped", MOVED),  # it may stand in the room before
    ]  # and the last one was never sent: it is the new room's to claim


async def test_a_move_that_is_cut_short_has_changed_nothing(database: Database) -> None:
    await run(
        database,
        f"INSERT INTO withheld VALUES ('{OLD}', 'a')",
        f"INSERT INTO reviews VALUES ('{OLD}', 'a', 'seen', 'a note', NULL, '2026-11-22T09')",
        "CREATE TEMP TRIGGER cut BEFORE UPDATE ON reviews BEGIN SELECT RAISE(ABORT, 'cut'); END",
    )
    with pytest.raises(Exception, match="cut"):
        await Moving(database).move(MOVE)
    assert await database.read("SELECT community FROM withheld") == [(OLD,)]
    await run(database, "DROP TRIGGER cut")
    assert await Moving(database).move(MOVE)
    assert await database.read("SELECT community, note FROM reviews") == [(NEW, "a note")]


EVENTS = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 7), st.integers(0, 2), st.integers(1, 5)), max_size=8)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(old=EVENTS, new=EVENTS, forgotten=st.integers(0, 60))
async def test_the_log_adds_up(database: Database, old: list[Any], new: list[Any], forgotten: int) -> None:
    """Hours, and the daily counts, which know of hours that are forgotten."""

    def tell(connection: sqlite3.Connection) -> tuple[Counter[Any], Counter[Any]]:
        connection.execute("DELETE FROM places")
        connection.execute("INSERT OR IGNORE INTO editions VALUES (1, 't', 'e', '', 1, 3, 9, NULL, 1, 1, '', '')")
        rows = [(key, f"p{key}") for key in range(3)]
        connection.executemany("INSERT OR IGNORE INTO passages (key, id, edition) VALUES (?, ?, 1)", rows)
        for key, room, events in ((1, OLD, old), (2, NEW, new)):
            connection.execute("INSERT INTO places VALUES (?, ?, ?)", (key, room, room.removeprefix("matrix:")))
            for hour, kind, passage, count in events:
                again = "ON CONFLICT DO UPDATE SET count = count + excluded.count"
                row = (key, hour, kind, passage, count)
                connection.execute(f"INSERT INTO events VALUES (?, ?, ?, ?, 1, ?) {again}", row)
        connection.execute("DELETE FROM events WHERE hour < ?", (forgotten,))
        return _sums(connection)

    before = await database.write(tell)
    held = bool(old or new)
    await Moving(database).move(MOVE)
    assert await database.look(_sums) == before
    assert await database.read("SELECT community, channel FROM places") == [(NEW, "!new:test")] or not held


def _sums(connection: sqlite3.Connection) -> tuple[Counter[Any], Counter[Any]]:
    events: Counter[Any] = Counter()
    for *key, count in connection.execute("SELECT hour, kind, passage, edition, count FROM events"):
        events[tuple(key)] += count
    tallies: Counter[Any] = Counter()
    for *key, count in connection.execute("SELECT day, kind, count FROM tallies"):
        tallies[tuple(key)] += count
    return events, tallies
