"""Trying again until it works: at once, then after longer and longer waits.

None is longer than five seconds where the homeserver says how long to wait, and half of that where it is not there:
what was asked meanwhile is to be answered within five seconds of its return.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from bot.logs import get_logger
from bot.platforms.matrix.trouble import Failing, Unreachable

_log = get_logger(__name__)

T = TypeVar("T")

LONGEST = 5.0
"""Seconds that a homeserver is left alone which asks for it."""
AWAY = LONGEST / 2
"""Seconds within which one that comes back is noticed."""
_FIRST = 0.2


@dataclass(frozen=True, slots=True)
class Limit:
    """For how many seconds something may fail while the homeserver `works`, which is asked when they are over.

    One that is away is waited for as long as it takes. But it may fail at one request for good: to go into a room whose
    other homeservers are gone, or to read one whose history is broken.
    """

    seconds: float
    works: Callable[[], Awaitable[bool]]


async def insist(attempt: Callable[[], Awaitable[T]], doing: str, limit: Limit | None = None) -> T:
    """Call `attempt` until it raises no Unreachable; other errors are raised. `doing` is what the log says of it.

    Raises Failing beyond the limit.
    """
    wait, told, since = _FIRST, False, time.monotonic()
    while True:
        try:
            found = await attempt()
        except Unreachable as error:
            if not told and not error.wait:
                _log.warning("the homeserver is not there now", doing=doing, reason=error.reason)
                told = True
            if error.wait:  # asked to be left alone: it does what it can
                since = time.monotonic()
            elif limit is not None and time.monotonic() - since > limit.seconds:
                if await limit.works():
                    raise Failing(error.reason) from error
                since = time.monotonic()
            await asyncio.sleep(min(max(error.wait, _FIRST), LONGEST) if error.wait else wait)
            wait = min(wait * 2, AWAY)
            continue
        if told:
            _log.info("the homeserver is there again", doing=doing)
        return found
