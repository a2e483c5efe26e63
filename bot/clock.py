"""The one place that asks what time it is, so that tests can say."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def now() -> datetime:
    """Give the present moment, in UTC."""
    return datetime.now(UTC)


def hour(moment: datetime) -> str:
    """Cut a moment down to its hour, the finest time that the log keeps: `2026-11-22T09`."""
    return moment.astimezone(UTC).isoformat()[:13]


def day(moment: datetime) -> str:
    """Cut a moment down to its day in UTC: `2026-11-22`."""
    return moment.astimezone(UTC).date().isoformat()
