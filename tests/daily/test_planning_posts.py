"""The plan: who comes when, changes that count at once, clocks that are set back, failures that stay where they are."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.daily.agenda import Agenda
from bot.daily.arranging import Arranging
from bot.daily.planning import Planning
from bot.daily.posting import SPREAD, spread
from bot.errors import StoreFull
from bot.store.database import Database
from bot.store.leavings import Leavings
from bot.store.schedules import Schedule, State
from tests.daily.shore import START, Clock, House, Shore, shelf


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with await Database.open(tmp_path / "store.db", readers=1) as database:
        yield House(database, shelf(), Clock())


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 50), st.booleans()), max_size=60))
def test_the_agenda_is_a_dictionary_of_moments(steps: list[tuple[str, int, bool]]) -> None:
    agenda, wanted = Agenda(), dict[str, datetime]()
    for name, seconds, drop in steps:
        if drop:
            agenda.drop(name)
            wanted.pop(name, None)
        else:
            wanted[name] = START + timedelta(seconds=seconds)
            agenda.put(name, wanted[name])
        assert agenda.next() == min(wanted.values(), default=None)
        assert len(agenda) == len(wanted)
    middle = START + timedelta(seconds=25)
    taken = agenda.take(middle)
    assert set(taken) == {name for name, moment in wanted.items() if moment <= middle}
    assert [wanted[name] for name in taken] == sorted(wanted[name] for name in taken)
    assert agenda.take(middle) == []


def test_communities_are_spread_over_less_than_two_minutes() -> None:
    seconds = [spread(f"c:{number}").total_seconds() for number in range(2000)]
    assert max(seconds) < SPREAD < 120
    assert len(set(seconds)) == SPREAD
    assert spread("c:1") == spread("c:1")


def schedule(name: str = "c:1", **more: object) -> Schedule:
    given = {"state": State.ON, "time": "08:30", "channel": "reading", "since": int(START.timestamp())}
    return Schedule(name, **{**given, **more})  # type: ignore[arg-type]


async def due(planning: Planning) -> list[str]:
    return [one.community for one in await planning._due()]


async def test_a_change_counts_at_once(house: House) -> None:
    planning = Planning(house.schedules, "c", house.clock)
    await planning.load()
    assert await due(planning) == []
    planning.change(schedule())
    planning.change(schedule("other:1"))
    assert await due(planning) == ["c:1"]
    planning.change(replace(schedule(), state=State.OFF))
    assert await due(planning) == []


async def test_what_changes_while_it_is_seen_to_is_seen_to_again(house: House) -> None:
    planning = Planning(house.schedules, "c", house.clock)
    planning.change(schedule())
    (taken,) = await planning._due()
    moved = schedule(time="12:00")

    async def attend(seen: Schedule) -> datetime:
        planning.change(moved)
        return START + timedelta(days=9)

    await planning.look_after(taken, attend)
    assert await planning._due() == [moved]


async def test_failures_of_one_are_tried_again_and_hold_up_nobody(house: House) -> None:
    planning = Planning(house.schedules, "c", house.clock)
    planning.change(schedule())

    async def attend(seen: Schedule) -> datetime:
        raise StoreFull("store.db") if house.clock() == START else RuntimeError

    for _ in range(2):
        (taken,) = await planning._due()
        await planning.look_after(taken, attend)
        assert await due(planning) == []
        house.clock.on(seconds=61)
    assert await due(planning) == ["c:1"]


async def test_a_clock_that_is_set_back_has_everything_planned_anew(house: House) -> None:
    await house.schedules.put(schedule())
    house.clock.on(days=365)
    planning, shore = Planning(house.schedules, "c", house.clock), Shore(house.clock)
    await planning.load()

    async def attend(seen: Schedule) -> datetime | None:
        return await house.posting.attend(seen, shore)

    for days in (0, 0, -365):
        house.clock.on(days=days, minutes=3)
        for taken in await planning._due():
            await planning.look_after(taken, attend)
    house.clock.moment = START + timedelta(hours=4)
    for taken in await planning._due():
        await planning.look_after(taken, attend)
    assert START.date() in {day for _, day, _, _ in shore.posts}


async def test_a_platform_that_joins_posts_until_it_leaves(house: House) -> None:
    house.clock.on(hours=4)
    await house.schedules.put(schedule())
    await house.schedules.put(schedule("elsewhere:1"))
    arranging = Arranging(house.schedules, house.days, house.queue, house.selection, house.clock)
    shore = Shore(house.clock)
    assert arranging.poster("c:1") is None
    working = asyncio.create_task(arranging.work("c", shore, house.posting.attend))
    while not shore.posts:
        await asyncio.sleep(0.01)
    assert arranging.poster("c:1") is shore
    await arranging.set(schedule("c:2"))
    while len(shore.posts) < 2:
        await asyncio.sleep(0.01)
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)
    assert [community for community, *_ in shore.posts] == ["c:1", "c:2"]
    assert arranging.poster("c:1") is None


async def test_what_comes_next_passes_over_what_is_over_or_skipped(house: House) -> None:
    arranging = Arranging(house.schedules, house.days, house.queue, house.selection, house.clock)
    on = schedule()
    first = await arranging.next(on)
    assert first is not None
    assert first.day == START.date()
    await house.days.skip("c:1", first.day, first.due, "moderator")
    second = await arranging.next(on)
    assert second is not None
    assert second.day == START.date() + timedelta(days=1)
    assert await arranging.next(schedule(zone="Nowhere/Here")) is None
    house.clock.on(hours=4)  # that day's time is over, and what is off could not catch up
    off = await arranging.next(schedule(state=State.OFF))
    assert off is not None
    assert off.due > house.clock()


async def test_a_community_that_was_left_waits_with_its_schedule_and_goes_on_when_the_bot_is_back(house: House) -> None:
    house.clock.on(hours=4)
    await house.schedules.put(schedule())
    shore, leavings = Shore(house.clock), Leavings(house.database)
    arranging = Arranging(house.schedules, house.days, house.queue, house.selection, house.clock)
    planning = Planning(house.schedules, "c", house.clock)
    arranging._plans["c"] = (planning, shore)

    async def attend(seen: Schedule) -> datetime | None:
        return await house.posting.attend(seen, shore)

    async def worked() -> list[tuple[str, str]]:
        for taken in await planning._due():
            await planning.look_after(taken, attend)
        return await house.states("c:1")

    await planning.load()
    assert await worked() == [("2025-03-01", "sent")]
    await leavings.left("c:1", "2025-03-01")
    shore.left.add("c:1")
    arranging.left("c:1")
    for _ in range(3):  # also a process that begins anew works nothing
        house.clock.on(days=1)
        assert await due(planning) == []
        await planning.load()
    assert await house.schedules.get("c:1") == schedule()
    shore.left.clear()
    await leavings.back("c:1")
    await arranging.back("c:1")
    skipped = [("2025-03-02", "skipped"), ("2025-03-03", "skipped")]
    assert await worked() == [("2025-03-01", "sent"), *skipped, ("2025-03-04", "sent")]


@pytest.mark.parametrize("noticed", [False, True])
async def test_who_leaves_in_the_middle_of_a_post_pauses_nothing(house: House, noticed: bool) -> None:
    house.clock.on(hours=4)
    await house.schedules.put(schedule())
    shore = Shore(house.clock)
    if noticed:
        shore.left.add("c:1")
    else:
        shore.faults = ["unavailable"]
        again = await house.posting.attend(schedule(), shore)
        assert again is not None
        house.clock.moment = again
        shore.left.add("c:1")
        gone, shore.problem = shore.problem, _no_problem  # type: ignore[method-assign]
        assert await house.posting.attend(schedule(), shore) == house.clock()
        shore.problem = gone  # type: ignore[method-assign]
    assert await house.posting.attend(schedule(), shore) is None
    assert shore.told == []
    assert (await house.schedules.get("c:1")).state is State.ON
    shore.left.clear()
    house.clock.on(seconds=1)
    assert await house.posting.attend(schedule(), shore) is not None
    assert await house.states("c:1") == [("2025-03-01", "sent")]
    assert len(shore.posts) == 1


async def _no_problem(schedule: Schedule) -> str | None:
    return None


async def test_what_is_set_while_the_plan_is_read_is_planned(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    planning, running = Planning(house.schedules, "c", house.clock), house.schedules.running

    async def slow(platform: str) -> list[Schedule]:
        found = await running(platform)
        if not found:
            await house.schedules.put(schedule())
            planning.change(schedule())
        return found

    monkeypatch.setattr(house.schedules, "running", slow)
    await planning.load()
    house.clock.on(seconds=SPREAD)
    assert await due(planning) == ["c:1"]
