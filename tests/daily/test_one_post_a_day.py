"""A year in ten zones, with crashes at every step, double starts, faults and clocks that are set: one post a date."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.daily.calendar import CATCH_UP, exists, local_day, zone_of
from bot.daily.calendar import due as due_at
from bot.daily.posting import MOST_FAILURES, WAITS
from bot.store.database import Database
from bot.store.days import Days, DayState
from bot.store.schedules import Schedule, State, Style
from tests.daily.shore import START, Clock, Crash, House, Shore, chance, shelf

ZONES = (
    "Europe/Kyiv",
    "America/New_York",
    "America/Nuuk",  # its clocks are put forward over midnight
    "Australia/Lord_Howe",  # by half an hour
    "Africa/Casablanca",  # back for Ramadan
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "America/Havana",  # at midnight
    "UTC",
)
TIMES = ("08:30", "02:30", "23:30", "00:00", "02:15", "12:00", "01:59", "23:59", "00:30", "08:30")
STEPS = ("claim", "choose", "sent", "worked", "remember")
YEAR = 366


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with await Database.open(tmp_path / "store.db", readers=1) as opened:
        yield opened


@pytest.fixture
def house(database: Database) -> House:
    return House(database, shelf(), Clock())


def crashing(house: House, step: str, *, after: bool) -> None:
    """Let the process end at a step, once: before it or after it."""
    part = {"remember": house.posting, "worked": house.schedules}.get(step, house.days)
    name = "_remember" if step == "remember" else step
    real = getattr(part, name)

    async def crash(*given: object) -> object:
        setattr(part, name, real)
        if after:
            await real(*given)
        raise Crash

    setattr(part, name, crash)


async def attended(house: House, schedule: Schedule, shore: Shore) -> datetime | None:
    """Look after a community; after a crash, a new process does so at once."""
    for _ in range(9):
        try:
            return await house.posting.attend(schedule, shore)
        except Crash:
            house.again()
    raise AssertionError("it never ended")


@pytest.mark.parametrize("number", range(len(ZONES)))
async def test_a_year_with_crashes_at_every_step(house: House, number: int) -> None:
    """Each local date of a year has exactly one post, whatever happens meanwhile."""
    zone, at, dice = zone_of(ZONES[number]), time.fromisoformat(TIMES[number]), chance(number)
    assert zone is not None
    clock, shore = house.clock, Shore(house.clock)
    begin = int(clock().timestamp())
    schedule = Schedule("c:1", State.ON, TIMES[number], ZONES[number], "reading", since=begin)
    await house.schedules.put(schedule)
    end = START + timedelta(days=YEAR)
    moment: datetime | None = clock()
    while moment is not None and moment < end:
        clock.moment = max(clock(), moment)
        match dice.randrange(12):
            case 0:
                crashing(house, dice.choice(STEPS), after=dice.random() < 0.5)
            case 1:
                shore.faults = [dice.choice(["crash before", "crash after"])]
            case 2:
                shore.faults = [dice.choice(["unavailable", "reset"]) for _ in range(dice.randrange(5))]
            case 3:  # a start that takes its time
                clock.on(hours=dice.random() * 5)
            case 4:  # a second process, which the store's lock would keep away, sees to it at the same time
                both = (attended(house, schedule, shore), house.posting.attend(schedule, shore))
                await asyncio.gather(*both, return_exceptions=True)
            case 5:
                clock.on(seconds=-dice.random() * 7200)
            case _:
                pass
        moment = await attended(house, schedule, shore)
        assert moment is not None
        clock.on(seconds=dice.random())
    first, last = local_day(START, zone) - timedelta(days=1), local_day(end, zone) + timedelta(days=1)
    dates = [first + timedelta(days=n) for n in range((last - first).days)]
    wanted = [
        day
        for day in dates
        if exists(day, zone) and START <= due_at(day, at, zone) <= min(clock(), end) - timedelta(days=1)
    ]
    posted = Counter(day for _, day, _, _ in shore.posts)
    assert {day: count for day, count in posted.items() if count > 1} == {}
    assert [day for day in wanted if posted[day] == 0] == []
    assert {state for _, state in await house.states("c:1")} <= {"sent", "claimed"}
    assert len(wanted) >= YEAR - 3


async def test_what_is_counted_and_remembered_is_what_was_posted(house: House) -> None:
    clock, shore = house.clock, Shore(house.clock)
    schedule = morning(house)
    await house.schedules.put(schedule)
    await until_quiet(house, schedule, shore, hours=24 * 7)
    posts = [(message, passage) for _, _, message, passage in shore.posts]
    assert len(posts) == 7
    assert [(message, passages[0][0]) for _, _, message, passages in house.remembered] == posts
    assert house.spending.spent("c:1", posts[-1][1].partition("-")[0], clock().date().isoformat()) > 0


async def until_quiet(house: House, schedule: Schedule, shore: Shore, *, hours: float = 24) -> list[datetime]:
    """Look after a community whenever it asks for that, for some hours; gives when that was."""
    looked: list[datetime] = []
    end = house.clock() + timedelta(hours=hours)
    again: datetime | None = house.clock()
    while again is not None and again <= end:
        house.clock.moment = max(again, house.clock())
        looked.append(house.clock())
        again = await attended(house, schedule, shore)
    return looked


def morning(house: House, **more: object) -> Schedule:
    given = {"state": State.ON, "time": "08:30", "zone": "UTC", "channel": "reading", "since": int(START.timestamp())}
    return Schedule("c:1", **{**given, **more})  # type: ignore[arg-type]


async def test_where_it_cannot_be_looked_for_a_fresh_nonce_will_do(house: House) -> None:
    shore = Shore(house.clock)
    schedule = morning(house)
    await house.schedules.put(schedule)
    shore.blind = True
    shore.faults = ["reset", "reset"]
    await until_quiet(house, schedule, shore, hours=6)
    assert len(shore.posts) == 1
    assert await house.states("c:1") == [("2025-03-01", "sent")]


async def test_where_nobody_can_tell_whether_it_arrived_it_is_not_sent_again(house: House) -> None:
    shore = Shore(house.clock)
    schedule = morning(house)
    await house.schedules.put(schedule)
    shore.blind = True
    shore.faults = ["reset"] + ["unavailable"] * 9
    await until_quiet(house, schedule, shore, hours=6)
    assert len(shore.posts) == 1
    kept = await house.schedules.get("c:1")
    assert (kept.state, kept.reason) == (State.PAUSED, "history")


async def test_after_a_crash_the_own_post_is_looked_for(house: House) -> None:
    shore = Shore(house.clock)
    schedule = morning(house)
    await house.schedules.put(schedule)
    house.clock.moment = datetime(2025, 3, 1, 8, 33, tzinfo=UTC)
    shore.faults = ["crash after"]
    with pytest.raises(Crash):
        await house.posting.attend(schedule, shore)
    house.again()
    house.clock.on(minutes=50)
    assert await house.posting.attend(schedule, shore) is not None
    assert len(shore.posts) == 1
    assert shore.looked == 1
    assert await house.states("c:1") == [("2025-03-01", "sent")]


@pytest.mark.parametrize("style", list(Style))
async def test_a_reset_after_delivery_leaves_one_post(house: House, style: Style) -> None:
    shore = Shore(house.clock)
    schedule = morning(house, style=style)
    await house.schedules.put(schedule)
    shore.faults = ["reset"]
    await until_quiet(house, schedule, shore, hours=6)
    assert len(shore.posts) == shore.looked == 1


async def test_the_same_passage_is_sent_after_a_crash(house: House) -> None:
    shore = Shore(house.clock)
    schedule = morning(house)
    await house.schedules.put(schedule)
    house.clock.moment = datetime(2025, 3, 1, 8, 33, tzinfo=UTC)
    shore.faults = ["crash before"]
    with pytest.raises(Crash):
        await house.posting.attend(schedule, shore)
    house.again()
    stored = await house.days.get("c:1", date(2025, 3, 1))
    assert stored is not None
    await house.queue.put("c:1", date(2025, 3, 1), "orchard-1")  # too late: another is stored
    house.clock.on(seconds=90)
    await house.posting.attend(schedule, shore)
    assert [post[3] for post in shore.posts] == [stored.passage]
    assert shore.posts[0][3] != "orchard-1"


async def test_a_day_that_was_slept_through_is_skipped_and_said(house: House) -> None:
    shore = Shore(house.clock)
    schedule = morning(house)
    await house.schedules.put(schedule)
    house.clock.moment = datetime(2025, 3, 4, 14, 31, tzinfo=UTC)
    await until_quiet(house, schedule, shore, hours=1)
    assert shore.posts == []
    missed = await house.days.history("c:1", 9)
    assert [one.day.day for one in missed] == [4, 3, 2, 1]
    assert {(one.state, one.reasons) for one in missed} == {(DayState.SKIPPED, ("missed",))}


async def test_a_late_start_catches_up_within_six_hours_and_never_two_days(house: House) -> None:
    shore = Shore(house.clock)
    schedule = morning(house)
    await house.schedules.put(schedule)
    house.clock.moment = datetime(2025, 3, 3, 14, 29, tzinfo=UTC)
    await until_quiet(house, schedule, shore, hours=1)
    assert [day.day for _, day, _, _ in shore.posts] == [3]


async def test_a_machine_that_sleeps_in_the_middle_of_a_post_misses_no_day(house: House) -> None:
    shore = Shore(house.clock)
    schedule = morning(house)
    await house.schedules.put(schedule)
    house.clock.moment = datetime(2025, 3, 1, 8, 33, tzinfo=UTC)

    async def sleep(*given: object) -> None:
        house.clock.on(days=1)

    house.posting._remember = sleep
    again = await house.posting.attend(schedule, shore)
    assert again is not None
    assert again <= house.clock()
    house.again()
    await until_quiet(house, schedule, shore, hours=1)
    assert [day.day for _, day, _, _ in shore.posts] == [1, 2]


async def test_nothing_comes_of_the_morning_on_which_it_was_turned_on(house: House) -> None:
    shore = Shore(house.clock)
    house.clock.moment = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
    schedule = morning(house, since=int(house.clock().timestamp()))
    await house.schedules.put(schedule)
    await until_quiet(house, schedule, shore, hours=20)
    assert shore.posts == []
    await until_quiet(house, schedule, shore, hours=24)
    assert [day.day for _, day, _, _ in shore.posts] == [4]


async def test_waits_grow_and_end_with_the_day(house: House) -> None:
    shore = Shore(house.clock)
    schedule = morning(house)
    await house.schedules.put(schedule)
    shore.faults = ["unavailable"] * 999
    looked = await until_quiet(house, schedule, shore, hours=12)
    assert len(looked) <= len(WAITS) + CATCH_UP.total_seconds() / WAITS[-1] + 4
    assert await house.states("c:1") == [("2025-03-01", "failed")]


async def test_three_days_without_a_post_pause_it_and_moderators_are_told(house: House) -> None:
    shore = Shore(house.clock)
    schedule = morning(house)
    await house.schedules.put(schedule)
    shore.faults = ["unavailable"] * 9999
    await until_quiet(house, schedule, shore, hours=24 * 7)
    assert len(await house.states("c:1")) == MOST_FAILURES
    kept = await house.schedules.get("c:1")
    assert (kept.state, kept.reason) == (State.PAUSED, "unsent")
    assert len(shore.told) == 1


async def test_a_day_that_works_makes_former_failures_forgotten(house: House) -> None:
    shore = Shore(house.clock)
    schedule = morning(house)
    await house.schedules.put(schedule)
    for down in (True, True, False, True, True):
        shore.faults = ["unavailable"] * 99 if down else []
        await until_quiet(house, schedule, shore, hours=23.9)
        house.clock.on(minutes=6)
    assert (await house.schedules.get("c:1")).state is State.ON


async def test_a_channel_that_is_gone_pauses_it_at_once(house: House) -> None:
    shore = Shore(house.clock)
    schedule = morning(house)
    await house.schedules.put(schedule)
    shore.gone = {"reading"}
    looked = await until_quiet(house, schedule, shore, hours=48)
    assert len(looked) <= 3
    kept = await house.schedules.get("c:1")
    assert (kept.state, kept.reason) == (State.PAUSED, "missing")
    (day,) = await house.days.history("c:1", 9)
    assert (day.state, day.reasons) == (DayState.FAILED, ("missing",))


async def test_an_empty_library_is_said_in_the_history(house: House) -> None:
    shore = Shore(house.clock)
    for name in ("harbour", "orchard", "library"):
        house.library.take(name)
    schedule = morning(house)
    await house.schedules.put(schedule)
    await until_quiet(house, schedule, shore, hours=6)
    (day,) = await house.days.history("c:1", 9)
    assert (day.state, day.reasons) == (DayState.SKIPPED, ("empty",))
    assert (await house.schedules.get("c:1")).state is State.ON


async def test_a_text_that_changes_at_the_last_moment_leaves_the_turn_to_another(house: House) -> None:
    shore = Shore(house.clock)
    schedule = morning(house)
    await house.schedules.put(schedule)
    house.unfit = {"harbour", "library"}
    await until_quiet(house, schedule, shore, hours=6)
    assert [post[3].partition("-")[0] for post in shore.posts] == ["orchard"]


async def test_a_zone_that_changes_never_doubles_a_date(house: House) -> None:
    """Every few days the community moves to another zone; each date comes once, in whatever zone."""
    dice, shore = chance(11), Shore(house.clock)
    for _ in range(120):
        schedule = morning(house, zone=dice.choice(ZONES), time=dice.choice(TIMES))
        await house.schedules.put(schedule)
        await until_quiet(house, schedule, shore, hours=dice.random() * 60)
        house.clock.on(minutes=1)
    posted = Counter(day for _, day, _, _ in shore.posts)
    assert max(posted.values()) == 1
    assert len(posted) > 60
    assert all(state in ("sent", "skipped") for _, state in await house.states("c:1"))


async def test_a_clock_that_is_a_year_ahead_costs_no_day_after_it_is_put_right(house: House) -> None:
    shore = Shore(house.clock)
    schedule = morning(house)
    await house.schedules.put(schedule)
    await until_quiet(house, schedule, shore, hours=24)
    house.clock.on(days=365)
    await until_quiet(house, schedule, shore, hours=24)
    house.clock.on(days=-366)
    await until_quiet(house, schedule, shore, hours=24 * 4)
    posted = Counter(day for _, day, _, _ in shore.posts)
    assert max(posted.values()) == 1
    assert {date(2025, 3, day) for day in (1, 2, 3, 4)} <= set(posted)


async def test_a_claim_is_held_fenced_and_taken_up(database: Database) -> None:
    days, day = Days(database), date(2025, 3, 1)
    first = await days.claim("c:1", day, START, START)
    assert first is not None
    assert await days.claim("c:1", day, START, START + timedelta(seconds=59)) is None
    second = await days.claim("c:1", day, START, START + timedelta(seconds=60))
    assert second is not None
    assert (second.fence, second.attempts) == (2, 2)
    assert not await days.sent(first, "m1")
    assert not await days.choose(first, "p", "e", [], "c", "n", START)
    assert not await days.close(first, DayState.FAILED, "unsent")
    assert await days.sent(second, "m2")
    assert await days.claim("c:1", day, START, START + timedelta(hours=1)) is None
    kept = await days.get("c:1", day)
    assert kept is not None
    assert (kept.state, kept.message) == (DayState.SENT, "m2")


async def test_a_claim_of_a_clock_that_was_ahead_is_taken_up(database: Database) -> None:
    days, day = Days(database), date(2025, 3, 1)
    assert await days.claim("c:1", day, START, START + timedelta(days=1))
    assert await days.claim("c:1", day, START, START)


async def test_ten_that_claim_at_once_get_one_claim(database: Database) -> None:
    days, day = Days(database), date(2025, 3, 1)
    claims = await asyncio.gather(*(days.claim("c:1", day, START, START) for _ in range(10)))
    assert len([claim for claim in claims if claim is not None]) == 1
