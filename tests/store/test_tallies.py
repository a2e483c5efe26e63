"""What the log adds up to is what a plain list of the same events adds up to, whatever window is asked for."""

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.clock import day, hours
from bot.store import tallies as tallies_
from bot.store import texts
from bot.store.database import Database
from bot.store.log import EventKind, EventLog
from bot.store.tallies import DISCUSSED, Tallies, Window

START = datetime(2025, 3, 1, 9, tzinfo=UTC)
HOUR = hours(START)
TEXTS = {"letter": 3, "essay": 2}
PASSAGES = [f"{name}-{number}" for name, lines in TEXTS.items() for number in range(1, lines + 1)]

Happened = tuple[EventKind, str, str, str, int]
"""Kind, community, channel, passage, hours after the start."""

EVENTS = st.lists(
    st.tuples(
        st.sampled_from(EventKind),
        st.sampled_from(["c", "d"]),
        st.sampled_from(["7", "8", "9"]),
        st.sampled_from(PASSAGES),
        st.integers(0, 80),
    ),
    max_size=40,
)
WINDOWS = st.builds(
    lambda community, since, hours, channel, kinds: Window(
        community, HOUR + since, HOUR + since + hours, channel, kinds
    ),
    st.sampled_from(["c", "d", "nowhere"]),
    st.integers(-30, 90),
    st.integers(-3, 120),
    st.sampled_from([None, "7", "8", "none"]),
    st.frozensets(st.sampled_from(EventKind)),
)


def source_of(passage: str) -> str:
    return passage.split("-")[0]


def within(events: list[Happened], window: Window) -> list[Happened]:
    return [
        event
        for event in events
        if event[1] == window.community
        and window.channel in (None, event[2])
        and event[0] in window.kinds
        and window.since <= HOUR + event[4] < window.until
    ]


def by_day(events: list[Happened], window: Window) -> Counter[str]:
    """What a window has, with its first and last day made whole."""
    if window.until <= window.since:
        return Counter()
    since, until = window.since // 24 * 24, -(-window.until // 24) * 24
    whole = Window(window.community, since, until, window.channel, window.kinds)
    return Counter(day(START + timedelta(hours=ago)) for *_, ago in within(events, whole))


async def check(tallies: Tallies, events: list[Happened], window: Window, limit: int) -> None:
    found = within(events, window)
    passages = Counter(passage for _, _, _, passage, _ in found)
    ranked = sorted(((p, source_of(p), total) for p, total in passages.items()), key=lambda row: (-row[2], row[0]))
    assert await tallies.top(window, limit) == ranked[:limit]
    whole = Counter(event[3] for event in within(events, replace(window, kinds=frozenset(EventKind))))
    beside = sorted(((p, source_of(p), passages[p], whole[p]) for p in whole), key=lambda row: (-row[2], row[0]))
    assert await tallies.beside_all(window) == beside
    assert await tallies.sources(window) == Counter(source_of(passage) for passage in passages.elements())
    for name in (*TEXTS, "never-was"):
        assert await tallies.of_source(window, name) == {p: n for p, n in passages.items() if source_of(p) == name}
    for passage in (*PASSAGES[:2], "never-was"):
        assert await tallies.of_passage(window, passage) == Counter(kind for kind, _, _, p, _ in found if p == passage)
    trend = await tallies.trend(window)
    assert trend == by_day(events, window)
    assert list(trend) == sorted(trend)
    assert await tallies.channels(window) == Counter(channel for _, _, channel, _, _ in found)
    await check_recent(tallies, found, window, limit)


async def check_recent(tallies: Tallies, found: list[Happened], window: Window, limit: int) -> None:
    rows = Counter((HOUR + ago, p, source_of(p), kind, channel) for kind, _, channel, p, ago in found)
    recent = await tallies.recent(window, limit)
    assert [row[0] for row in recent] == sorted((row[0] for row in rows), reverse=True)[:limit]
    assert len({row[:5] for row in recent}) == len(recent)
    assert all(rows[row[:5]] == row[5] for row in recent)


async def check_whole(tallies: Tallies, events: list[Happened], community: str) -> None:
    """What is asked of a community over all its time."""
    shown: defaultdict[str, int] = defaultdict(int)
    for kind, where, _, passage, ago in events:
        if where == community and kind not in DISCUSSED:
            shown[passage] = max(shown[passage], HOUR + ago)
    asked = [*PASSAGES[1:], "never-was", PASSAGES[1]]
    assert await tallies.last(community, asked) == {p: hour for p, hour in shown.items() if p in asked}
    discussed = {passage for kind, where, _, passage, _ in events if where == community and kind in DISCUSSED}
    assert await tallies.discussed(community) == discussed


@pytest.fixture
async def read(database: Database, addition) -> dict[str, str]:
    """Two texts in the store; the edition of each."""
    editions = {}
    for name, lines in TEXTS.items():
        made = addition(name, lines)
        await database.write(lambda connection, made=made: texts.add(connection, made))
        editions[name] = made.document.edition
    return editions


@pytest.mark.parametrize("steps", [0, 3], ids=["looked up", "walked through"])
async def test_any_window_adds_up(database: Database, read: dict[str, str], monkeypatch, steps: int) -> None:
    monkeypatch.setattr(tallies_, "STEPS", steps)
    tried: list[tuple[list[Happened], list[Window], int]] = []
    given(st.tuples(EVENTS, st.lists(WINDOWS, min_size=1, max_size=4), st.integers(0, 9)))(
        settings(max_examples=40, deadline=None, database=None)(lambda made: tried.append(made))
    )()
    log, tallies = EventLog(database), Tallies(database)
    for events, windows, limit in tried:
        await database.write(lambda connection: connection.execute("DELETE FROM places").rowcount)
        for kind, community, channel, passage, ago in events:
            shown, moment = [(passage, read[source_of(passage)])], START + timedelta(hours=ago, minutes=59)
            log.gather(kind, community, channel, shown, moment)
        await log.settle()
        for window in windows:
            await check(tallies, events, window, limit)
        for community in ("c", "nowhere"):
            await check_whole(tallies, events, community)


async def test_a_window_that_ends_before_it_begins_is_empty(database: Database, read: dict[str, str]) -> None:
    log = EventLog(database)
    log.gather(EventKind.SHOWN, "c", "7", [("letter-1", read["letter"])], START + timedelta(hours=47))
    await log.settle()
    window = Window("c", HOUR + 49, HOUR + 46)
    assert await Tallies(database).channels(window) == {}
    assert await Tallies(database).channels(replace(window, until=HOUR + 50, since=HOUR + 46)) == {"7": 1}


async def test_a_place_that_goes_takes_its_counts_along(database: Database, read: dict[str, str]) -> None:
    await EventLog(database).record("shown", "c", "7", [("letter-1", read["letter"])], START)
    await database.write(lambda connection: connection.execute("DELETE FROM places").rowcount)
    assert await database.read("SELECT (SELECT count(*) FROM events), (SELECT count(*) FROM tallies)") == [(0, 0)]


async def test_passages_of_earlier_editions_still_count(database: Database, addition, read: dict[str, str]) -> None:
    log, tallies = EventLog(database), Tallies(database)
    await log.record("spotted", "c", "7", [("letter-1", read["letter"])], START)
    made = addition("letter", 5)
    await database.write(lambda connection: texts.add(connection, made))
    await log.record("spotted", "c", "7", [("letter-1", made.document.edition)], START)
    window = Window("c", HOUR, HOUR + 1)
    assert await tallies.top(window, 3) == [("letter-1", "letter", 2)]
    assert await tallies.of_source(window, "letter") == {"letter-1": 2}
    assert [row[5] for row in await tallies.recent(window, 3)] == [2]


async def test_a_clock_that_is_set_back_loses_nothing_and_doubles_nothing(database: Database, read) -> None:
    log, tallies, shown = EventLog(database), Tallies(database), [("letter-1", read["letter"])]
    for hours_on in (0, 1, 2, -22, -21, 0, 1):
        await log.record("reacted", "c", "7", shown, START + timedelta(hours=hours_on))
    assert await tallies.trend(Window("c", HOUR - 48, HOUR + 48)) == {"2025-02-28": 2, "2025-03-01": 5}
    assert await tallies.top(Window("c", HOUR - 48, HOUR + 48), 1) == [("letter-1", "letter", 7)]
    assert [row[5] for row in await log.counts("c")] == [1, 1, 2, 2, 1]


@pytest.mark.parametrize("since", [0, 3, 20, 60])
async def test_a_window_of_most_of_the_log_adds_up(
    database: Database, read: dict[str, str], monkeypatch: pytest.MonkeyPatch, since: int
) -> None:
    """All hours are swept, and the few outside taken off; places of another community part the runs."""
    monkeypatch.setattr(tallies_, "STEPS", 0)
    log, tallies = EventLog(database), Tallies(database)
    kinds = list(EventKind)
    events: list[Happened] = [
        (kinds[ago % 7], "d" if ago % 5 == 1 else "c", str(7 + ago % 3), PASSAGES[ago % 4], ago) for ago in range(100)
    ]
    for kind, community, channel, passage, ago in events:
        shown, moment = [(passage, read[source_of(passage)])], START + timedelta(hours=ago)
        await log.record(kind, community, channel, shown, moment)
    for community, channel, until in (("c", None, 100), ("c", "8", 97), ("d", None, 96), ("c", None, 200)):
        await check(tallies, events, Window(community, HOUR + since, HOUR + until, channel, DISCUSSED), 9)
