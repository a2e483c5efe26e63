"""Ending cleanly when the system asks for it."""

import asyncio
import os
import signal
from collections.abc import Coroutine

from bot.logs import get_logger

_log = get_logger(__name__)

STOP_SECONDS = 10
_SIGNALS = (signal.SIGTERM, signal.SIGINT)


async def until_stopped(work: Coroutine[object, object, None]) -> None:
    """Do some work until it ends, or until SIGTERM or SIGINT cancels it; what it has open it closes then.

    Errors of the work are raised. Where closing takes longer than `STOP_SECONDS` the process ends at once with exit
    code 1: everything that was acknowledged is on disk by then.
    """
    loop = asyncio.get_running_loop()
    task = asyncio.ensure_future(work)
    stopped = False

    def stop() -> None:
        """Cancel the work at the first signal, and leave all others without effect."""
        nonlocal stopped
        if not stopped:
            stopped = True
            _log.info("stopping")
            task.cancel()
            loop.call_later(STOP_SECONDS, _give_up)

    for number in _SIGNALS:
        loop.add_signal_handler(number, stop)
    try:
        await task
    except asyncio.CancelledError:
        if not stopped:
            raise
    finally:
        for number in _SIGNALS:
            loop.remove_signal_handler(number)


def _give_up() -> None:
    _log.error("closing took too long")
    os._exit(1)
