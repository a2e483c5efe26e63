"""The log forgets what is older than the days of its kind, and nothing else; the daily counts know it all."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.clock import hours
from bot.config import KeepDays
from bot.store import retention, texts
from bot.store.database import Database
from bot.store.log import EventKind, EventLog
from bot.store.retention import Forgotten, Retention
from bot.store.tallies import Tallies, Window

NOW = datetime(2026, 3, 1, 4, 30, tzinfo=UTC)
YEAR = dict.fromkeys(EventKind, 365)

Happened = tuple[EventKind, str, str, int]
"""Kind, community, channel, hours ago."""

EVENTS = st.lists(
    st.tuples(
        st.sampled_from(EventKind),
        st.sampled_from(["c", "d"]),
        st.sampled_from(["7", "8"]),
        st.integers(0, 24 * 12),
    ),
    min_size=1,
    max_size=30,
)
KEPT = st.fixed_dictionaries({kind: st.integers(1, 12) for kind in EventKind})


@pytest.fixture(autouse=True)
def no_pause(monkeypatch) -> None:
    monkeypatch.setattr(retention, "PAUSE", 0)


def test_every_kind_has_its_days_in_the_configuration() -> None:
    assert list(KeepDays().model_dump()) == [kind.value for kind in EventKind]


@pytest.fixture
async def edition(database: Database, addition) -> str:
    made = addition()
    await database.write(lambda connection: texts.add(connection, made))
    return made.document.edition


async def fill(database: Database, edition: str, events: list[Happened]) -> EventLog:
    log = EventLog(database)
    for kind, community, channel, ago in events:
        log.gather(kind, community, channel, [("letter-1", edition)], NOW - timedelta(hours=ago))
    await log.settle()
    return log


async def daily(database: Database) -> Counter[tuple[str, str, str, str]]:
    """What the daily counts hold: community, channel, kind, day."""
    tallies, found = Tallies(database), Counter()
    for community in ("c", "d"):
        for channel in ("7", "8"):
            for kind in EventKind:
                window = Window(community, 0, 10**6, channel, frozenset({kind}))
                for when, total in (await tallies.trend(window)).items():
                    found[community, channel, kind, when] += total
    return found


async def test_each_kind_is_forgotten_after_its_own_days(database: Database, edition: str, monkeypatch) -> None:
    monkeypatch.setattr(retention, "BATCH", 3)
    tried: list[tuple[list[Happened], dict[EventKind, int]]] = []
    given(st.tuples(EVENTS, KEPT))(
        settings(max_examples=25, deadline=None, database=None)(lambda made: tried.append(made))
    )()
    for events, keep in tried:
        await database.write(lambda connection: connection.execute("DELETE FROM places").rowcount)
        log, before = await fill(database, edition, events), await daily(database)
        rows = sum([len(await log.counts(community)) for community in "cd"])
        forgotten = await Retention(database, keep).purge(NOW)
        young = [event for event in events if NOW.timestamp() - event[3] * 3600 >= cut(keep[event[0]])]
        left = [row for community in "cd" for row in await log.counts(community)]
        assert sum(row[5] for row in left) == len(young)
        assert forgotten == Forgotten(rows - len(left), 0)
        assert await daily(database) == before
        assert sum(before.values()) == len(events)
        assert await Retention(database, keep).purge(NOW) == Forgotten(0, 0)


def cut(days: int) -> float:
    """The hour from which on events are kept, as a timestamp."""
    return hours(NOW - timedelta(days=days)) * 3600


async def test_a_trend_and_channels_know_what_passages_do_not(database: Database, edition: str) -> None:
    await fill(database, edition, [(EventKind.SPOTTED, "c", "7", 24 * 400), (EventKind.SPOTTED, "c", "8", 1)])
    await Retention(database, YEAR).purge(NOW)
    tallies, window = Tallies(database), Window("c", 0, hours(NOW) + 24)
    assert await tallies.trend(window) == {"2025-01-25": 1, "2026-03-01": 1}
    assert await tallies.channels(window) == {"7": 1, "8": 1}
    assert await tallies.top(window, 5) == [("letter-1", "letter", 1)]
    assert await tallies.discussed("c") == {"letter-1"}


async def test_a_clock_that_was_wrong_changes_no_daily_count(database: Database, edition: str) -> None:
    events = [(EventKind.REPLIED, "c", "7", ago) for ago in (0, 5, 24 * 3, 24 * 9)]
    log, keeping = await fill(database, edition, events), Retention(database, dict.fromkeys(EventKind, 7))
    before = await daily(database)
    for wrong in (-1, 0, -1, 1, -1):
        await keeping.purge(NOW + timedelta(days=wrong))
        assert await daily(database) == before
    assert [row[5] for row in await log.counts("c")] == [1, 1, 1]
    await log.record("replied", "c", "7", [("letter-1", edition)], NOW - timedelta(days=9))
    assert sum((await daily(database)).values()) == 5


async def test_an_event_of_a_forgotten_hour_is_counted_once_more_and_no_more(database: Database, edition: str) -> None:
    """A clock that is set back over the days of a kind: the hour is there again, its day goes on from what it had."""
    log, keeping = await fill(database, edition, [(EventKind.SHOWN, "c", "7", 24 * 9)]), Retention(database, {**YEAR})
    short = Retention(database, dict.fromkeys(EventKind, 2))
    await short.purge(NOW)
    await log.record("shown", "c", "7", [("letter-1", edition)], NOW - timedelta(days=9))
    assert list((await daily(database)).values()) == [2]
    assert [row[5] for row in await log.counts("c")] == [1]
    assert await keeping.purge(NOW) == Forgotten(0, 0)
    assert keeping.days == 365


@pytest.mark.parametrize("batch", [1, 2, 500])
async def test_what_belongs_to_the_log_goes_with_it(database: Database, monkeypatch, batch: int) -> None:
    monkeypatch.setattr(retention, "BATCH", batch)
    days = {
        "sent": ("2026-01-29", "2026-01-30", "2026-02-28"),
        "participants": ("2025-02-28", "2025-03-01", "2026-01-01"),
        "days": ("2025-02-28", "2025-03-01", "2026-01-01"),
        "trail": ("2025-02-28T23", "2025-03-01T00", "2026-01-01T00"),
    }

    def write(connection) -> None:
        for community in "cd":
            for number, when in enumerate(days["sent"]):
                row = (f"{community}{number}", community, "7", when, "")
                connection.execute("INSERT INTO sent VALUES (?, ?, ?, ?, ?)", row)
            for when in days["participants"]:
                connection.execute("INSERT INTO participants VALUES (?, ?, 'letter-1', 3)", (community, when))
            for when in days["days"]:
                connection.execute(
                    "INSERT INTO days (community, day, state, due) VALUES (?, ?, 'sent', 1)", (community, when)
                )
            for when in days["trail"]:
                connection.execute("INSERT INTO trail (community, hour, action) VALUES (?, ?, 'x')", (community, when))

    await database.write(write)
    assert await Retention(database, YEAR).purge(NOW) == Forgotten(0, 8)
    for table, column in (("sent", "day"), ("participants", "day"), ("days", "day"), ("trail", "hour")):
        left = [when for (when,) in await database.read(f"SELECT DISTINCT {column} FROM {table} ORDER BY 1")]
        assert left == list(days[table][1:])


@pytest.mark.parametrize("batch", [1, 100])
async def test_a_days_post_loses_its_messages_id_with_the_references(database: Database, monkeypatch, batch) -> None:
    monkeypatch.setattr(retention, "BATCH", batch)
    rows = [(of, when, f"{of}{when}") for of in "cd" for when in ("2025-12-01", "2026-01-29", "2026-01-30")]
    await database.write(
        lambda connection: (
            connection.executemany(
                "INSERT INTO days (community, day, state, due, passage, reasons, message) "
                "VALUES (?, ?, 'sent', 1, 'letter-1', 'new', ?)",
                rows,
            ).rowcount
        )
    )
    assert await Retention(database, YEAR).purge(NOW) == Forgotten(0, 4)
    left = await database.read("SELECT community, day, passage, reasons, message FROM days ORDER BY 1, 2")
    assert left == [(of, when, "letter-1", "new", name if when > "2026-01-29" else None) for of, when, name in rows]
    assert await Retention(database, YEAR).purge(NOW) == Forgotten(0, 0)


async def test_others_write_between_the_batches(database: Database, edition: str, monkeypatch) -> None:
    monkeypatch.setattr(retention, "BATCH", 1)
    log = await fill(database, edition, [(EventKind.SHOWN, "c", "7", 24 * 400 + ago) for ago in range(20)])
    sizes: list[int] = []
    write = database.write

    async def seen(work):
        sizes.append(len(await log.counts("c")))
        return await write(work)

    monkeypatch.setattr(database, "write", seen)
    assert (await Retention(database, YEAR).purge(NOW)).events == 20
    assert sizes[:20] == list(range(20, 0, -1))
