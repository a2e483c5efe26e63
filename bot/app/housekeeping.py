"""What is removed by itself: answers and events older than configured, counts of former days, communities long left."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.background import beside
from bot.clock import Clock, day
from bot.config import Config, Housekeeping
from bot.corpus.library import Library
from bot.discussion.leaving import Leaving
from bot.errors import StoreError
from bot.logs import get_logger
from bot.store.log import AnswerLog
from bot.store.retention import Retention
from bot.store.spending import Spending

_log = get_logger(__name__)

_Clear = Callable[[], Awaitable[None]]

_LONGEST_SLEEP = 3600.0
"""Seconds. The wall clock may be set, or the machine sleep: the hour is looked up again at least this often."""


@asynccontextmanager
async def keeping_house(
    config: Config,
    library: Library,
    answers: AnswerLog,
    spending: Spending,
    retention: Retention,
    leaving: Leaving,
    clock: Clock,
) -> AsyncIterator[None]:
    """Clear away what is too old now, and each day at the configured time while the context is open.

    The log, which can be long, is cleared beside everything else: nothing waits for it.
    """

    async def clear() -> None:
        """Clear away what of answers and spending is too old; it is little."""
        moment = clock()
        removed = await answers.purge(moment - timedelta(days=config.answers.keep_days))
        await spending.purge(day(moment))
        _log.info("housekeeping done", answers=removed)

    async def forget() -> None:
        """Clear away what of the log is too old, and communities that were left long ago; it may be much."""
        forgotten = await retention.purge(clock())
        erased = await leaving.clear()
        _log.info("log cleared", events=forgotten.events, others=forgotten.others, communities=erased)

    async def clear_thoroughly() -> None:
        """Do all of it, and tidy the texts."""
        await clear()
        await forget()
        await library.tidy()  # goes through all passages, which would hold back a start

    await clear()
    async with beside(_daily(config.housekeeping, forget, clear_thoroughly, clock)):
        yield


async def _daily(when: Housekeeping, first: _Clear, clear: _Clear, clock: Clock) -> None:
    await _guarded(first)
    while True:
        due = next_moment(clock(), when)
        while (left := (due - clock()).total_seconds()) > 0:  # noqa: ASYNC110 - nothing but time can end this wait
            await asyncio.sleep(min(left, _LONGEST_SLEEP))
        await _guarded(clear)


async def _guarded(clear: _Clear) -> None:
    try:
        await clear()
    except StoreError as error:  # a full disk today is no reason to stop cleaning up tomorrow
        _log.warning("housekeeping failed", error=type(error).__name__)


def next_moment(moment: datetime, when: Housekeeping) -> datetime:
    """Give the first moment (in UTC) after `moment` at which clocks in the configured zone show the configured time.

    A time that a clock change skips comes as much later as the clocks were put forward; of a doubled one the first
    counts.
    """
    zone = ZoneInfo(when.zone)
    wanted = time.fromisoformat(when.time)
    today = moment.astimezone(zone).date()
    candidates = (_at(today + timedelta(days=ahead), wanted, zone) for ahead in (-1, 0, 1, 2))
    return min(found for found in candidates if found > moment)


def _at(local: date, wanted: time, zone: ZoneInfo) -> datetime:
    # fold=0 is the first of two equal times, and reads a skipped one with the offset from before the change.
    return datetime.combine(local, wanted, tzinfo=zone).astimezone(UTC)
