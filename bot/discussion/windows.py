"""Which events are added up: whole days up to now, and what counts as discussing."""

from datetime import datetime

from bot.clock import day_named
from bot.store.log import EventKind
from bot.store.tallies import DAY, DISCUSSED, Window

BOTS = frozenset(EventKind) - DISCUSSED
"""What the bot does with a passage; the others people do, and that counts as discussing it."""


def lately(community: str, days: int, moment: datetime, channel: str | None = None) -> Window:
    """Give the window of the last `days` days, today's so far included; days are those of UTC."""
    until = int(moment.timestamp()) // 3600 + 1
    today = until - 1 - (until - 1) % 24
    return Window(community, max(0, today - 24 * (days - 1)), until, channel, DISCUSSED)


def day_of(hour: int) -> str:
    """Give the day of an hour that is counted from 1970-01-01T00Z."""
    return day_named(hour // DAY)
