"""What is told of a discussion: right where it may be told, hidden where it could tell of somebody."""

from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app import App, open_app
from bot.config import Config, Texts
from bot.discussion.hiding import hidden, high, low, revealed
from bot.discussion.insights import Insights, lately
from bot.discussion.windows import BOTS, day_of
from bot.model import Count, Source, Standpoint
from bot.store.log import EventKind, EventLog
from bot.store.reviews import Reviews, Status
from bot.store.tallies import DISCUSSED, Window
from tests.fakes import FakeLibrary

HERE = "discord:1"
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
LEAST = 5
TEXT = "\n\n".join(f"Paragraph {number} of this letter." for number in range(1, 7))
SOURCES = (
    Source("letter", "Letter", standpoint=Standpoint("of the coast", "Ada Penn")),
    Source("reply", "Reply", standpoint=Standpoint("of the hills", "Ben Ode")),
)


@dataclass(frozen=True)
class Happened:
    kind: EventKind
    passage: str
    channel: str
    hours_ago: int

    @property
    def hour(self) -> int:
        return int(NOW.timestamp()) // 3600 - self.hours_ago


@dataclass
class Heap:
    """Tallies made of a heap of events."""

    events: Sequence[Happened] = field(default_factory=tuple)

    def within(self, window: Window) -> list[Happened]:
        return [
            event
            for event in self.events
            if window.since <= event.hour < window.until
            and event.kind in window.kinds
            and window.channel in (None, event.channel)
        ]

    async def top(self, window: Window, limit: int) -> list[tuple[str, str, int]]:
        counted = Counter(event.passage for event in self.within(window))
        rows = [(passage, passage.split("-")[0], total) for passage, total in counted.items()]
        return sorted(rows, key=lambda row: (-row[2], row[0]))[:limit]

    async def beside_all(self, window: Window) -> list[tuple[str, str, int, int]]:
        totals = {passage: total for passage, _, total in await self.top(window, 999)}
        whole = await self.top(replace(window, kinds=frozenset(EventKind)), 999)
        rows = [(passage, source, totals.get(passage, 0), everything) for passage, source, everything in whole]
        return sorted(rows, key=lambda row: (-row[2], row[0]))

    async def of_source(self, window: Window, source: str) -> dict[str, int]:
        return {passage: total for passage, name, total in await self.top(window, 999) if name == source}

    async def sources(self, window: Window) -> dict[str, int]:
        return dict(Counter(event.passage.split("-")[0] for event in self.within(window)))

    async def trend(self, window: Window) -> dict[str, int]:
        return dict(sorted(Counter(day_of(event.hour) for event in self.within(window)).items()))

    async def channels(self, window: Window) -> dict[str, int]:
        return dict(Counter(event.channel for event in self.within(window)))

    async def recent(self, window: Window, limit: int) -> list[tuple[int, str, str, EventKind, str, int]]:
        found = Counter((event.hour, event.passage, event.kind, event.channel) for event in self.within(window))
        rows = [(h, passage, passage.split("-")[0], kind, place, n) for (h, passage, kind, place), n in found.items()]
        return sorted(rows, key=lambda row: -row[0])[:limit]

    async def last(self, community: str, passages: Sequence[str]) -> dict[str, int]:
        shown = [event for event in self.events if event.kind in BOTS and event.passage in passages]
        return {event.passage: event.hour for event in sorted(shown, key=lambda event: event.hour)}

    async def of_passage(self, window: Window, passage: str) -> dict[EventKind, int]:
        return dict(Counter(event.kind for event in self.within(window) if event.passage == passage))


class NoReviews:
    async def get(self, community: str, passage: str) -> None:
        return None

    async def all(self, community: str, status: Status | None = None) -> list[Any]:
        return []


LIBRARY = FakeLibrary({"letter": TEXT, "reply": TEXT}, SOURCES)
EVENTS = st.lists(
    st.builds(
        Happened,
        st.sampled_from(list(EventKind)),
        st.sampled_from([f"{name}-{number}" for name in ("letter", "reply") for number in (1, 2, 3, 4)]),
        st.sampled_from(["11", "12"]),
        st.integers(0, 72),
    ),
    max_size=40,
)


def insights(events: Sequence[Happened] = ()) -> Insights:
    return Insights(Heap(events), LIBRARY, NoReviews(), LEAST)  # type: ignore[arg-type]


@given(EVENTS)
async def test_every_number_of_an_overview_is_hidden_or_rounded_and_none_gives_another_away(
    events: list[Happened],
) -> None:
    heap = Heap(events)
    window = lately(HERE, 3, NOW)
    overview = await insights(events).overview(window)
    totals = {passage: total for passage, _, total in await heap.top(window, 99)}
    cells = [cell for strip in overview.strips for cell in strip.cells]
    assert {cell.passage: cell.count for cell in cells} == {
        cell.passage: hidden(totals.get(cell.passage, 0), LEAST) for cell in cells
    }
    assert sum(strip.covered for strip in overview.strips) == len(totals)
    breakdowns: list[list[Count]] = [[cell.count for cell in cells]]
    if overview.trend:
        breakdowns.append([point.count for point in overview.trend])
    if overview.channels:
        breakdowns.append([count for _, count in overview.channels])
    assert len(breakdowns) == 1 or not revealed(breakdowns)
    told = [low(ranked.count) for ranked in overview.top]
    assert told == sorted(told, reverse=True)


@given(EVENTS, st.integers(1, 4), st.integers(1, 4))
async def test_what_is_asked_one_by_one_is_what_the_overview_shows(
    events: list[Happened], days: int, other: int
) -> None:
    window = lately(HERE, days, NOW)
    asked = insights(events)
    overview = await asked.overview(window)
    assert await asked.trend(window) == overview.trend
    assert await asked.channels(window) == overview.channels
    assert await asked.top(window, 20) == overview.top
    assert tuple([await asked.strip(window, name) for name in ("letter", "reply")]) == overview.strips
    assert await asked.balance(window) == overview.standpoints
    # Two windows side by side: what lies between them can't be computed.
    longer = await asked.strip(lately(HERE, days + other, NOW), "letter")
    for short, long in zip(overview.strips[0].cells, longer.cells, strict=True):
        between = {b - a for a in span(short.count) for b in span(long.count) if b >= a}
        assert len(between) > 1 or short.count == long.count == Count(0, LEAST)


def span(count: Count) -> range:
    return range(low(count), high(count) + 1)


@given(EVENTS)
async def test_shares_are_made_of_what_may_be_told(events: list[Happened]) -> None:
    window = lately(HERE, 30, NOW)
    for shares in (await insights(events).balance(window), await insights(events).balance_of_sources(window)):
        assert [share.offered for share in shares] == [50, 50]
        percents = [share.percent for share in shares]
        totals = await Heap(events).sources(lately(HERE, 30, NOW).__class__(HERE, 0, window.until, None, BOTS))
        if all(total < LEAST for total in totals.values()):
            assert percents == [None, None]
        else:
            assert 99 <= sum(percent or 0 for percent in percents) <= 101


@given(EVENTS)
async def test_kinds_are_told_only_where_they_give_nothing_away(events: list[Happened]) -> None:
    numbers = await insights(events).passage(lately(HERE, 3, NOW), "letter-1")
    true = await Heap(events).of_passage(lately(HERE, 3, NOW), "letter-1")
    assert numbers.discussed == hidden(sum(true.values()), LEAST)
    if numbers.kinds:
        assert numbers.kinds == {kind: hidden(true.get(kind, 0), LEAST) for kind in EventKind if kind in DISCUSSED}
        assert not revealed([[numbers.discussed], list(numbers.kinds.values())])


async def test_four_single_events_on_one_day_are_not_told_by_day_or_channel() -> None:
    events = [Happened(EventKind.CHECKED, f"letter-{number}", "11", 1) for number in (1, 2, 3, 4)]
    overview = await insights(events).overview(lately(HERE, 3, NOW))
    assert [cell.count.hidden for cell in overview.strips[0].cells] == [True] * 4 + [False] * 2
    assert overview.trend == overview.channels == ()


async def test_days_that_are_older_than_what_is_known_of_passages_are_told() -> None:
    class Old(Heap):
        async def trend(self, window: Window) -> dict[str, int]:
            return {"2025-01-05": 40, **await super().trend(window)}

        async def channels(self, window: Window) -> dict[str, int]:
            return {"11": 40 + len(self.within(window))}

    heap = Old([Happened(EventKind.CHECKED, f"letter-{number}", "11", 30 * number) for number in (1, 2, 3)])
    asked = Insights(heap, LIBRARY, NoReviews(), LEAST)  # type: ignore[arg-type]
    window = lately(HERE, 36_500, NOW)
    assert (await asked.trend(window))[0].count == Count(40, LEAST)
    assert await asked.channels(window) == (("11", Count(40, LEAST)),)
    assert await asked.trend(window) == (await asked.overview(window)).trend


async def test_the_least_discussed_come_first_and_texts_take_turns() -> None:
    events = [
        *(Happened(EventKind.REPLIED, f"letter-{number}", "11", 5) for number in (1, 2) for _ in range(7)),
        Happened(EventKind.SHOWN, "letter-3", "11", 2),
        Happened(EventKind.DAILY, "reply-1", "11", 50),
    ]
    found = await insights(events).undiscussed(lately(HERE, 3, NOW), None, 12)
    assert [ranked.passage for ranked in found] == [
        *("letter-4", "reply-2", "letter-5", "reply-3", "letter-6", "reply-4", "letter-3", "reply-5", "reply-6"),
        *("reply-1", "letter-1", "letter-2"),
    ]
    assert [ranked.passage for ranked in await insights(events).undiscussed(lately(HERE, 3, NOW), "reply", 2)] == [
        "reply-2",
        "reply-3",
    ]


async def test_recent_tells_days_and_no_hours() -> None:
    events = [Happened(EventKind.REACTED, "letter-2", "11", hours) for hours in (1, 2, 30)]
    seen = await insights(events).recent(lately(HERE, 3, NOW), 10)
    assert [(one.day, one.ranked.passage, one.ranked.number) for one in seen] == [
        ("2026-11-22", "letter-2", 2),
        ("2026-11-21", "letter-2", 2),
    ]
    assert all(one.ranked.count.hidden for one in seen)


@pytest.mark.parametrize("days", [1, 30, 36_500])
def test_windows_are_whole_days_that_end_now(days: int) -> None:
    window = lately(HERE, days, NOW)
    assert window.since % 24 == 0
    assert window.since >= 0
    assert window.until == int(NOW.timestamp()) // 3600 + 1
    assert day_of(window.until - 1) == "2026-11-22"
    assert days > 30 or day_of(window.since) == (NOW - timedelta(days=days - 1)).date().isoformat()


PARTS = "\n\n".join(f"## Part {n}\n\nThe ferry of part {n} crossed the bay before the storm." for n in range(1, 6))
FERRY = f"# The ferry\n\nBy Ada Penn\n\n{PARTS}\n"


@pytest.fixture
def config(tmp_path: Path, read_once: Callable[[Path, str], Path]) -> Config:
    folder = read_once(tmp_path / "data", FERRY)
    return Config(data=str(tmp_path / "data"), texts=Texts(shipped=False, folder=str(folder)))


@pytest.fixture
async def app(config: Config) -> AsyncIterator[App]:
    async with open_app(config) as opened:
        yield opened


async def test_on_the_real_store_a_century_is_told_like_a_month(app: App) -> None:
    passages = await app.desk.library.of_source("the-ferry")
    log = EventLog(app.texts.database)
    for number, passage in enumerate(passages):
        for hours in range(3 * number):
            moment = NOW - timedelta(hours=7 * hours)
            await log.record("checked", HERE, "11", [(passage.id, passage.edition)], moment)
    asked = app.desk.insights
    month, century = lately(HERE, 30, NOW), lately(HERE, 36_500, NOW)
    overview = await asked.overview(month)
    assert overview == await asked.overview(century)
    assert [cell.count for cell in overview.strips[0].cells] == [hidden(3 * n, LEAST) for n in range(5)]
    assert [
        (ranked.number in numbers, ranked.count)
        for ranked, numbers in zip(overview.top, ((5,), (3, 4), (3, 4), (2,)), strict=True)
    ] == [(True, Count(10, LEAST)), (True, Count(5, LEAST)), (True, Count(5, LEAST)), (True, Count(None, LEAST))]
    assert overview.channels == (("11", Count(30, LEAST)),)
    assert (await asked.overview(lately("discord:2", 30, NOW))).top == ()


async def test_a_text_that_was_taken_out_is_still_counted_and_said_to_be_gone(app: App) -> None:
    (passage, *_) = await app.desk.library.of_source("the-ferry")
    for hours in range(6):
        moment = NOW - timedelta(hours=hours)
        await EventLog(app.texts.database).record("replied", HERE, "11", [(passage.id, passage.edition)], moment)
    await Reviews(app.texts.database).set(HERE, passage.id, Status.SEEN, None, "a" * 64, NOW)
    await app.desk.library.remove("the-ferry")
    (ranked,) = await app.desk.insights.top(lately(HERE, 30, NOW), 5)
    assert (ranked.passage, ranked.number, ranked.count) == (passage.id, None, Count(5, LEAST))
    (again,) = await app.desk.insights.of(lately(HERE, 30, NOW), [passage.id])
    assert again.number is None
