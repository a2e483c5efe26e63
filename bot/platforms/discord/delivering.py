"""Getting something to Discord although the line may fail: what is tried again, what is given up, and what is logged.

discord.py itself tries again after a status of 500 and more, and waits where a 429 names the time. What it leaves open:
connections that break (Linux's error number is none that it knows), limits of the whole address, and answers that come
too late or twice.
"""

import asyncio
from collections.abc import Awaitable, Callable
from enum import Enum

import aiohttp
import discord

from bot.logs import get_logger
from bot.platforms.discord.pausing import Pauses

_log = get_logger(__name__)

_ALREADY_ANSWERED = 40060
_TOO_LATE = {10062, 10015, 10008, 50027}  # interaction, webhook or message unknown; token no longer valid
_BEFORE_TRYING_AGAIN = 0.15
_FORBIDDEN, _MISSING, _LIMITED = 403, 404, 429


class Outcome(Enum):
    """What became of a delivery."""

    DONE = "done"
    LOST = "lost"


async def deliver(send: Callable[[], Awaitable[object]], pauses: Pauses, scope: str, *, again: bool) -> Outcome:
    """Send something; where the connection breaks, once more if that cannot show it twice (`again`).

    Never raises for what Discord or the line does: that is logged by status and code, without any content.
    """
    for attempt in (1, 2) if again else (2,):
        try:
            await send()
        except discord.HTTPException as error:
            # After a broken connection this says that the first attempt had arrived.
            if error.code == _ALREADY_ANSWERED and again and attempt == 2:
                return Outcome.DONE
            _note(error, pauses, scope)
            return Outcome.LOST
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            if attempt == 1:
                await asyncio.sleep(_BEFORE_TRYING_AGAIN)
                continue
            _log.warning("not delivered: the connection broke", kind=type(error).__name__)
            return Outcome.LOST
        else:
            pauses.worked(scope)
            return Outcome.DONE
    return Outcome.LOST


def _note(error: discord.HTTPException, pauses: Pauses, scope: str) -> None:
    if error.code == _ALREADY_ANSWERED:
        _log.info("answered already")
        return
    if error.status == _LIMITED:
        pauses.limited()
    elif error.status in (_FORBIDDEN, _MISSING):
        pauses.refused(scope)
    if error.code in _TOO_LATE:
        _log.info("answered too late", code=error.code)
    else:
        _log.warning("not delivered: refused", status=error.status, code=error.code)
