"""The weekly digest: what waits, on Monday at nine by the community's clocks, exactly once through restarts."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discussion.announcing import Announcing, Arrival, Slip
from bot.discussion.hiding import hidden
from bot.discussion.settings import DIGEST, OFF, ON, Settings
from bot.discussion.weekly import LATE, Waiting, Weekly, monday, told
from bot.model import Block, Facts, Trace
from bot.store.database import Database
from bot.store.digests import Claim, Digests
from bot.store.log import AnswerLog
from bot.store.schedules import MODERATOR, Schedule, Schedules, State
from bot.store.settings import Settings as Kept

ZONES = ("Europe/Kyiv", "America/St_Johns", "Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC", "Australia/Lord_Howe")


class Crash(BaseException):
    """The process ends here."""


class Channel:
    """A platform that keeps what it is given, and refuses as often as it is told to; `blind` lets nobody look.

    Nonces are known for five minutes. `faults` come one by one, each for an attempt to post.
    """

    def __init__(self) -> None:
        self.sent: list[tuple[str, str, datetime]] = []
        self.refusing = 0
        self.moment = datetime(2026, 3, 1, tzinfo=UTC)
        self.posts: list[tuple[Slip, datetime]] = []
        self.faults: list[str] = []
        self.blind = self.down = False

    def locale(self, community: str) -> str:
        return "en"

    async def announce(self, community: str, channel: str, blocks: tuple[Block, ...]) -> bool:
        raise NotImplementedError

    async def post(self, slip: Slip, blocks: tuple[Block, ...]) -> Arrival:
        fault = self.faults.pop(0) if self.faults else ""
        if fault == "crash before":
            raise Crash
        if fault == "lost":
            return Arrival.UNSURE
        if self.refusing:
            self.refusing -= 1
            return Arrival.REFUSED
        if not any(known == slip and self.moment - at < timedelta(minutes=5) for known, at in self.posts):
            self.posts.append((slip, self.moment))
            self.sent.append((slip.community, slip.channel, self.moment))
        if fault == "crash after":
            raise Crash
        return Arrival.UNSURE if fault == "reset" else Arrival.ARRIVED

    def problem(self, community: str, channel: str) -> str | None:
        return None

    async def find(self, slip: Slip, tried: datetime) -> Arrival | None:
        if self.blind or self.down:
            return None if self.blind else Arrival.UNSURE
        return Arrival.ARRIVED if any(known == slip for known, _ in self.posts) else Arrival.REFUSED


class Nothing:
    """The parts of the store that tell what waits; `orphans` of them do."""

    def __init__(self, orphans: int = 1) -> None:
        self.orphans = orphans

    async def waiting(self, community: str, source: str | None = None) -> list[int]:
        return list(range(self.orphans))

    async def top(self, window: Any, limit: int) -> list[Any]:
        return []

    async def all(self, community: str) -> list[Any]:
        return []

    async def get(self, community: str) -> Schedule:
        return Schedule(community, zone=ZONES[int(community.partition(":")[2])])


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with await Database.open(tmp_path / "store.db") as opened:
        yield opened


async def weekly(database: Database, channel: Channel, parts: Nothing | None = None) -> Weekly:
    """Start anew, as after the end of the process."""
    settings, announcing, told_by = await Settings.open(Kept(database)), Announcing(), parts or Nothing()
    announcing._joined["fake"] = channel
    store: Any = told_by
    return Weekly(settings, announcing, Digests(database), store, store, store, store, store, 5, lambda: channel.moment)


async def on(database: Database, *numbers: int) -> None:
    settings = await Settings.open(Kept(database))
    for number in numbers:
        await settings.set(DIGEST, f"fake:{number}", "mods", ON)


async def test_each_week_brings_one_through_restarts_and_clock_changes(database: Database) -> None:
    channel = Channel()
    await on(database, *range(len(ZONES)))
    one, other = await weekly(database, channel), await weekly(database, channel)
    for hour in range(24 * 7 * 6):
        channel.moment = datetime(2026, 3, 2, tzinfo=UTC) + timedelta(hours=hour, minutes=30)
        if hour % 37 == 0:
            one, other = other, await weekly(database, channel)
        await one.tick()
        await other.tick()
    for number, zone in enumerate(ZONES):
        local = [moment.astimezone(ZoneInfo(zone)) for place, _, moment in channel.sent if place == f"fake:{number}"]
        weeks = [moment.date() for moment in local]
        assert len(set(weeks)) == len(weeks) in (6, 7), zone
        # The first one may be of the week before, which was under way.
        assert all(moment.weekday() == 0 and moment.hour == 9 for moment in local[1:]), zone


async def test_what_was_refused_for_certain_is_sent_later(database: Database) -> None:
    channel = Channel()
    channel.moment = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    await on(database, 4)
    channel.refusing = 2
    bot = await weekly(database, channel)
    assert [await bot.tick() for _ in range(4)] == [0, 0, 1, 0]
    assert len(channel.sent) == 1


STEPS = ("claim", "trying", "end", "again", "release")


def killing(digests: Digests, step: str, when: str) -> Digests:
    """End the process at a step: before it, or when it is on disk."""
    work = getattr(digests, step)

    async def killed(*given: Any, **more: Any) -> Any:
        if when == "after":
            await work(*given, **more)
        raise Crash

    setattr(digests, step, killed)
    return digests


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", [*STEPS, "post"])
@pytest.mark.parametrize("faults", [[], ["reset"], ["lost"]])
async def test_a_digest_comes_once_whenever_the_process_ends(
    database: Database, step: str, when: str, faults: list[str]
) -> None:
    channel = Channel()
    channel.moment = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    await on(database, 4)
    settings = await Settings.open(Kept(database))
    await settings.set(DIGEST, "fake:4", "others", ON)  # the second channel may lack what the first one has
    channel.faults = [*faults, *([f"crash {when}"] if step == "post" else [])]
    dying = await weekly(database, channel)
    if step != "post":
        killing(dying._digests, step, when)
    with suppress(Crash):
        await dying.tick()
    for _ in range(4):  # it is started again, twice at the same time
        channel.moment += timedelta(minutes=1)
        one, other = await weekly(database, channel), await weekly(database, channel)
        await asyncio.gather(one.tick(), other.tick())
    assert sorted(place for _, place, _ in channel.sent) == ["mods", "others"]
    assert await (await weekly(database, channel)).tick() == 0


async def test_what_nobody_may_look_for_is_sent_again_only_while_that_is_safe(database: Database) -> None:
    channel = Channel()
    channel.moment = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    channel.blind = True
    await on(database, 4)
    channel.faults = ["lost"]
    bot = await weekly(database, channel)
    assert [await bot.tick() for _ in range(3)] == [0, 1, 0]
    channel.moment += timedelta(days=7)
    channel.faults = ["reset"]
    assert await bot.tick() == 0
    channel.moment += timedelta(minutes=3)
    assert [await bot.tick() for _ in range(2)] == [1, 0]  # it may stand there: never twice
    assert len(channel.sent) == 2


async def test_while_the_platform_is_away_nothing_is_decided(database: Database) -> None:
    channel = Channel()
    channel.moment = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    await on(database, 4)
    channel.faults = ["lost"]
    bot = await weekly(database, channel)
    assert await bot.tick() == 0
    channel.down = True
    for _ in range(5):
        channel.moment += timedelta(hours=1)
        assert await bot.tick() == 0
    channel.down = False
    channel.moment -= timedelta(hours=3)  # and the clock was set back
    assert await bot.tick() == 1
    assert len(channel.sent) == 1


@given(st.text(), st.text(), st.text())
def test_a_slip_is_the_same_each_time_and_no_date(what: str, community: str, channel: str) -> None:
    slip = Slip(what, community, channel)
    assert (slip.nonce, slip.mark) == (Slip(what, community, channel).nonce, Slip(what, community, channel).mark)
    assert len(slip.nonce) == len(slip.numbered(7)) == 25
    assert 99_991_231 < slip.mark < 2**31
    assert slip.numbered(0) == slip.nonce
    assert len({slip.numbered(number) for number in range(100)}) == 100


async def test_nothing_is_sent_where_nothing_waits_or_it_is_off_or_late(database: Database) -> None:
    channel = Channel()
    channel.moment = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    assert await (await weekly(database, channel)).tick() == 0
    await on(database, 4)
    assert await (await weekly(database, channel, Nothing(0))).tick() == 0
    assert await (await weekly(database, channel)).tick() == 0  # this week is over with
    channel.moment += timedelta(days=7) + LATE + timedelta(hours=1)
    assert await (await weekly(database, channel)).tick() == 0
    settings = await Settings.open(Kept(database))
    await settings.set(DIGEST, "fake:4", "mods", OFF)
    channel.moment = datetime(2026, 3, 16, 9, 30, tzinfo=UTC)
    assert await (await weekly(database, channel)).tick() == 0
    assert channel.sent == []


async def test_checks_that_found_an_alteration_are_counted_and_small_numbers_hidden(database: Database) -> None:
    channel = Channel()
    bot, answers = await weekly(database, channel, Nothing(0)), AnswerLog(database)
    long_ago = channel.moment - timedelta(days=8)
    for number, (verdict, moment, place) in enumerate(
        [("exact", channel.moment, "fake:4"), ("altered", long_ago, "fake:4"), ("altered", channel.moment, "fake:5")]
    ):
        await answers.save(f"a{number}", place, Trace("check", (), (("verdict", verdict),)), moment)
    assert not await bot.waiting("fake:4")
    for number in range(7):
        await answers.save(f"b{number}", "fake:4", Trace("check", (), (("verdict", "altered"),)), channel.moment)
        assert (await bot.waiting("fake:4")).altered == hidden(number + 1, 5)
    shown = [told(Waiting(0, 0, 0, hidden(total, 5)), date(2026, 3, 2), "en") for total in (3, 7)]
    texts = [block.rows[0][1] for blocks in shown for block in blocks if isinstance(block, Facts)]
    assert ["fewer than 5" in text for text in texts] == [True, False]
    assert "at least 5" in texts[1]


async def test_weeks_that_are_long_over_are_forgotten(database: Database) -> None:
    digests = Digests(database)
    first = await digests.claim("c:1", date(2026, 3, 2), 0)
    assert first is not None
    assert first == Claim("c:1", date(2026, 3, 2), 1)
    assert await digests.claim("c:1", date(2026, 3, 2), 60) is None
    assert await digests.claim("c:1", date(2026, 3, 2), 120) == replace(first, fence=2)
    assert not await digests.trying(first, 120)
    assert await digests.trying(replace(first, fence=2), 130)
    third = await digests.claim("c:1", date(2026, 3, 2), 240)
    assert third is not None
    assert third == replace(first, fence=3, tried=datetime.fromtimestamp(130, UTC))
    assert await digests.claim("c:1", date(2026, 3, 2), 10) == replace(third, fence=4)  # the clock was set back
    await digests.forget(date(2026, 4, 2))
    assert await database.read("SELECT * FROM digests") == []


@given(st.integers(0, 15 * 366 * 24 * 60), st.sampled_from(ZONES))
def test_the_last_monday_at_nine(minutes: int, zone: str) -> None:
    moment = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    week, due = monday(moment, zone)
    assert week.weekday() == 0
    assert due <= moment < due + timedelta(days=7, hours=1)
    assert due.astimezone(ZoneInfo(zone)).date() == week
    assert due.astimezone(ZoneInfo(zone)).hour == 9


def test_what_waits_is_told_with_the_command_that_shows_it() -> None:
    (facts,) = [block for block in told(Waiting(2, 0, 1), date(2026, 3, 2), "en") if isinstance(block, Facts)]
    assert len(facts.rows) == 2
    assert "(texts orphans)" in facts.rows[0][1]
    assert "(review recent)" in facts.rows[1][1]
    assert not Waiting(0, 0, 0)


async def test_a_passage_of_the_day_that_can_t_come_is_told_where_moderators_look(database: Database) -> None:
    """The channel that it was for is gone, or closed: nothing can be said there."""
    schedules, channel = Schedules(database), Channel()
    bot = await weekly(database, channel, Nothing(0))
    bot._schedules = schedules
    await schedules.put(Schedule("fake:4", State.ON, channel="gone"))
    assert not await bot.waiting("fake:4")
    await schedules.put(Schedule("fake:4", State.PAUSED, reason=MODERATOR))
    assert not await bot.waiting("fake:4")  # they know
    await schedules.put(Schedule("fake:4", State.ON, channel="gone"))
    await schedules.pause("fake:4", "missing")
    waiting = await bot.waiting("fake:4")
    assert waiting
    (facts,) = [block for block in told(waiting, date(2026, 3, 2), "en") if isinstance(block, Facts)]
    ((_, sentence),) = facts.rows
    assert "no longer exists" in sentence
    assert "daily resume" in sentence
