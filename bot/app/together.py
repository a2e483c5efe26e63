"""Serving several platforms in one process: what ends one of them does not end the others."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from bot.errors import CommonplaceError
from bot.logs import get_logger
from bot.words import words

_log = get_logger(__name__)

Serve = Callable[[], Awaitable[None]]
"""Serves a platform until it ends."""

AGAIN = 30.0
"""Seconds after which a platform that ended by a mistake of ours is begun again."""


async def together(serving: Mapping[str, Serve], again: float = AGAIN) -> None:
    """Serve every platform, by its name, until cancelled.

    One that is refused (a token, a lost key) has ended, which the log says; when all have, the last one's error is
    raised. One that fails in any other way is begun again.
    """
    tasks = {asyncio.create_task(_kept_up(name, serve, again)) for name, serve in serving.items()}
    try:
        last: CommonplaceError | None = None
        for finished in asyncio.as_completed(tasks):
            last = await finished
        if last is not None:
            raise last
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _kept_up(name: str, serve: Serve, again: float) -> CommonplaceError | None:
    while True:
        try:
            await serve()
        except CommonplaceError as error:
            _log.error("a platform has ended", platform=name, reason=words("en").explain(error))
            return error
        except Exception:  # noqa: BLE001 - whatever it was: the other platforms go on, and this one is begun again
            _log.exception("a platform failed", platform=name)
            await asyncio.sleep(again)
        else:
            return None
