"""The calendar: each local date has one moment, in order, whatever its zone does with its clocks."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.daily.asking import read_date, read_time, read_zone, zones
from bot.daily.calendar import CATCH_UP, Turn, due, exists, following, local_day, missed, present, zone_of
from bot.errors import DateInvalid, DateOutside, TimeInvalid, UnknownZone

ZONES = st.sampled_from(zones()).map(ZoneInfo)
FIRST, LAST = datetime(1972, 1, 1, tzinfo=UTC), datetime(2037, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(int(FIRST.timestamp()), int(LAST.timestamp())).map(lambda n: datetime.fromtimestamp(n, UTC))
TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@given(MOMENTS, TIMES, ZONES)
def test_the_present_turn_is_due_and_the_following_is_not(moment: datetime, at: time, zone: ZoneInfo) -> None:
    now, then = present(moment, at, zone), following(moment, at, zone)
    assert now.due <= moment < then.due
    assert now.day < then.day
    skipped = [now.day + timedelta(days=n) for n in range(1, (then.day - now.day).days)]
    assert not any(exists(day, zone) for day in skipped)


@given(MOMENTS, TIMES, ZONES)
def test_going_on_from_turn_to_turn_leaves_no_date_out_and_gives_none_twice(
    moment: datetime, at: time, zone: ZoneInfo
) -> None:
    turns = [following(moment, at, zone)]
    for _ in range(9):
        turns.append(following(turns[-1].due, at, zone))
    days = [turn.day for turn in turns]
    first = days[0]
    span = [first + timedelta(days=n) for n in range((days[-1] - first).days + 1)]
    assert days == [day for day in span if exists(day, zone)]
    assert [turn.due for turn in turns] == sorted({turn.due for turn in turns})


@given(MOMENTS.map(datetime.date), TIMES, ZONES)
def test_clocks_show_the_time_or_it_was_passed_over(day: date, at: time, zone: ZoneInfo) -> None:
    moment = due(day, at, zone)
    shown = moment.astimezone(zone)
    if exists(day, zone) and (shown.date(), shown.time()) != (day, at):
        # Just before, clocks showed an earlier time, and then a later one: there was no such time on that day.
        assert shown.replace(tzinfo=None) > datetime.combine(day, at)
        gap = shown.utcoffset() - (moment - timedelta(hours=25)).astimezone(zone).utcoffset()  # type: ignore[operator]
        assert gap != timedelta(0)


@pytest.mark.parametrize(
    ("zone", "day", "at", "utc"),
    [
        ("Europe/Kyiv", "2025-03-30", "03:30", "2025-03-30T01:30"),  # passed over: an hour later
        ("Europe/Kyiv", "2025-10-26", "03:30", "2025-10-26T00:30"),  # twice: the first
        ("America/Havana", "2025-03-09", "00:30", "2025-03-09T05:30"),  # a midnight that is passed over
        ("America/Nuuk", "2024-03-30", "23:30", "2024-03-31T01:30"),  # later than midnight
        ("Australia/Lord_Howe", "2025-10-05", "02:15", "2025-10-04T15:45"),
        ("Asia/Kathmandu", "2025-01-01", "08:30", "2025-01-01T02:45"),
    ],
)
def test_days_on_which_clocks_are_set(zone: str, day: str, at: str, utc: str) -> None:
    found = due(date.fromisoformat(day), time.fromisoformat(at), ZoneInfo(zone))
    assert found == datetime.fromisoformat(utc).replace(tzinfo=UTC)


def test_a_date_that_a_country_left_out_has_no_turn() -> None:
    samoa = ZoneInfo("Pacific/Apia")
    assert not exists(date(2011, 12, 30), samoa)
    assert following(datetime(2011, 12, 30, 9, tzinfo=UTC), time(8, 30), samoa).day == date(2011, 12, 31)


def test_what_was_missed_begins_after_the_last_day_and_not_before_it_was_on() -> None:
    zone, at = ZoneInfo("UTC"), time(8, 30)
    turn = Turn(date(2025, 3, 10), due(date(2025, 3, 10), at, zone))
    since = datetime(2025, 3, 6, 9, tzinfo=UTC)
    assert [day.day for day, _ in missed(date(2025, 3, 4), since, turn, at, zone)] == [7, 8, 9]
    assert [day.day for day, _ in missed(None, since, turn, at, zone)] == [7, 8, 9]
    assert [day.day for day, _ in missed(date(2025, 3, 9), since, turn, at, zone)] == []
    assert len(missed(date(2020, 1, 1), datetime(2020, 1, 1, tzinfo=UTC), turn, at, zone)) == 31


def test_late_is_more_than_six_hours() -> None:
    turn = Turn(date(2025, 3, 1), datetime(2025, 3, 1, 8, tzinfo=UTC))
    assert not turn.late(turn.due + CATCH_UP)
    assert turn.late(turn.due + CATCH_UP + timedelta(seconds=1))


@pytest.mark.parametrize(
    "written", ["8:30", "25:00", "noon", "24:00", "08:60", "08.30", "0830", "", "08:30:00", "٠٨:٣٠"]
)
def test_times_that_are_none(written: str) -> None:
    with pytest.raises(TimeInvalid):
        read_time(written)


@given(TIMES)
def test_every_time_of_day_is_read(at: time) -> None:
    assert read_time(f" {at:%H:%M} ") == f"{at:%H:%M}"


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("Europe/Kyyv", "Europe/Kyiv"),
        ("kyiv", "Europe/Kyiv"),
        ("new york", "America/New_York"),
        ("Berln", "Europe/Berlin"),
    ],
)
def test_zones_that_are_misspelt(written: str, near: str) -> None:
    with pytest.raises(UnknownZone) as caught:
        read_zone(written)
    assert near in caught.value.suggestions


@pytest.mark.parametrize("written", ["", "Mars/Olympus", "../../etc/passwd", "/etc/localtime", "+02:00", "posixrules"])
def test_zones_that_are_none(written: str) -> None:
    with pytest.raises(UnknownZone):
        read_zone(written)


def test_zones_are_read_in_whatever_case() -> None:
    assert read_zone(" europe/kyiv ") == "Europe/Kyiv"
    assert read_zone("America/New York") == "America/New_York"
    assert zone_of("Nowhere/Here") is None


@pytest.mark.parametrize("written", ["", "tomorrow", "2025-02-29", "01.03.2025", "2025-3-1", "2025-13-01"])
def test_dates_that_are_none(written: str) -> None:
    with pytest.raises(DateInvalid):
        read_date(written, date(2025, 1, 1))


def test_dates_that_are_over_or_too_far_ahead() -> None:
    assert read_date("2025-01-01", date(2025, 1, 1)) == date(2025, 1, 1)
    for written in ("2024-12-31", "2125-01-01"):
        with pytest.raises(DateOutside) as caught:
            read_date(written, date(2025, 1, 1))
        assert caught.value.first == "2025-01-01"


def test_local_days_are_those_of_the_zone() -> None:
    moment = datetime(2025, 3, 1, 23, 0, tzinfo=UTC)
    assert local_day(moment, ZoneInfo("Pacific/Kiritimati")) == date(2025, 3, 2)
    assert local_day(moment, ZoneInfo("America/New_York")) == date(2025, 3, 1)
