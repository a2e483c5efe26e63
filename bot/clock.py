"""The one place that asks what time it is, so that tests can say."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import lru_cache

Clock = Callable[[], datetime]

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def now() -> datetime:
    """Give the present moment, in UTC."""
    return datetime.now(UTC)


def hour(moment: datetime) -> str:
    """Cut a moment down to its hour, the finest time that the log keeps: `2026-11-22T09`."""
    return hour_named(hours(moment))


def day(moment: datetime) -> str:
    """Cut a moment down to its day in UTC: `2026-11-22`."""
    return moment.astimezone(UTC).date().isoformat()


def hours(moment: datetime) -> int:
    """Give the hour of a moment as a number: whole hours since 1970-01-01T00Z, as the log counts them."""
    return int(moment.timestamp() // 3600)


@lru_cache(maxsize=256)  # one hour is named thousands of times while it lasts
def hour_named(hours: int) -> str:
    """Name a numbered hour as `hour` does: `2026-11-22T09`."""
    return (_BEGINNING + timedelta(hours=hours)).isoformat()[:13]


def day_named(days: int) -> str:
    """Name a day that is numbered from 1970-01-01, as `day` does: `2026-11-22`."""
    return day(_BEGINNING + timedelta(days=days))
