"""Trying again until it works: at once, then after longer and longer waits, never longer than five seconds."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.logs import get_logger
from bot.platforms.matrix.trouble import Unreachable

_log = get_logger(__name__)

T = TypeVar("T")

LONGEST = 5.0
"""Seconds. A homeserver that comes back is noticed within them."""
_FIRST = 0.2


async def insist(attempt: Callable[[], Awaitable[T]], doing: str) -> T:
    """Call `attempt` until it raises no Unreachable; other errors are raised. `doing` is what the log says of it."""
    wait, told = _FIRST, False
    while True:
        try:
            found = await attempt()
        except Unreachable as error:
            if not told and not error.wait:
                _log.warning("the homeserver is not there now", doing=doing, reason=error.reason)
                told = True
            # One that names a time is asked again when that is over, at the latest after five seconds.
            await asyncio.sleep(min(error.wait or wait, LONGEST))
            wait = min(wait * 2, LONGEST)
            continue
        if told:
            _log.info("the homeserver is there again", doing=doing)
        return found
