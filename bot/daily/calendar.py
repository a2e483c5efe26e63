"""Local days: when each is due, which one is the present one, and which comes next. Pure; moments are in UTC.

What counts is the pair of community and local date, so that clocks that are put back or forward change nothing about
how many posts there are (docs/decisions/133).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

CATCH_UP = timedelta(hours=6)
"""For so long after it was due a day's passage is posted late; then the day is skipped."""

_DAY = timedelta(days=1)
_MOST_MISSED = 31
"""Days that are noted as missed after a long absence: more would be no news to anybody."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A local date and the moment at which its passage is due."""

    day: date
    due: datetime

    def late(self, moment: datetime) -> bool:
        """Whether it is too late for it."""
        return moment - self.due > CATCH_UP


@lru_cache(maxsize=1024)
def zone_of(name: str) -> ZoneInfo | None:
    """Give the time zone of that name; None where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def local_day(moment: datetime, zone: ZoneInfo) -> date:
    """Give the local date of a moment."""
    return moment.astimezone(zone).date()


def exists(day: date, zone: ZoneInfo) -> bool:
    """Whether a date is in a zone's calendar: a few have left one out, as Samoa did with 2011-12-30."""
    return datetime.combine(day, time(12), tzinfo=zone).astimezone(UTC).astimezone(zone).date() == day


def due(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Give the moment at which clocks in `zone` show `at` on a day.

    Of a time that comes twice the first counts; one that is passed over comes as much later as the clocks were put
    forward, which may be past midnight.
    """
    # fold=0 is the first of two equal times, and reads a skipped one with the offset from before the change.
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)


def present(moment: datetime, at: time, zone: ZoneInfo) -> Turn:
    """Give the last turn that was due at a moment or before it."""
    return next(_turns(local_day(moment, zone) + _DAY, -_DAY, moment, at, zone))


def following(moment: datetime, at: time, zone: ZoneInfo) -> Turn:
    """Give the first turn that is due after a moment."""
    return next(_turns(local_day(moment, zone) - _DAY, _DAY, moment, at, zone))


def missed(last: date | None, since: datetime, turn: Turn, at: time, zone: ZoneInfo) -> list[tuple[date, datetime]]:
    """Give the days, with their moments, that came after `last` and before a turn, and not before `since`."""
    begun = last + _DAY if last is not None else local_day(since, zone)
    first = max(begun, turn.day - _MOST_MISSED * _DAY)
    days = (first + number * _DAY for number in range((turn.day - first).days))
    found = [(day, due(day, at, zone)) for day in days if exists(day, zone)]
    return [(day, moment) for day, moment in found if moment >= since]


def _turns(first: date, step: timedelta, moment: datetime, at: time, zone: ZoneInfo) -> Iterator[Turn]:
    """Go from date to date; going back, give those due at `moment` or before it, going on, those after it."""
    back = step < timedelta(0)
    day = first
    while True:
        turn = Turn(day, due(day, at, zone))
        if exists(day, zone) and (turn.due <= moment) is back:
            yield turn
        day += step
