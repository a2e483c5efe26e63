"""Trying again until it works: at once, then after longer and longer waits.

None is longer than five seconds where the homeserver says how long to wait, and half of that where it is not there:
what was asked meanwhile is to be answered within five seconds of its return.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.logs import get_logger
from bot.platforms.matrix.trouble import Unreachable

_log = get_logger(__name__)

T = TypeVar("T")

LONGEST = 5.0
"""Seconds that a homeserver is left alone which asks for it."""
AWAY = LONGEST / 2
"""Seconds within which one that comes back is noticed."""
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
            await asyncio.sleep(min(error.wait, LONGEST) if error.wait else wait)
            wait = min(wait * 2, AWAY)
            continue
        if told:
            _log.info("the homeserver is there again", doing=doing)
        return found
