"""Noticing what another process has changed: texts, what moderators want of them, and an index that was damaged."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.background import beside
from bot.corpus.library import Library
from bot.errors import CommonplaceError
from bot.logs import get_logger
from bot.search import Index
from bot.store.withholding import Withholding

_log = get_logger(__name__)

EVERY = 60.0
"""Seconds between two looks of the process that writes: nobody else should write at all."""
BESIDE = 5.0
"""Seconds between two looks of a process that reads beside a running bot."""


@asynccontextmanager
async def noticing(library: Library, index: Index, wishes: Withholding, every: float) -> AsyncIterator[None]:
    """Look for changes every so many seconds while the context is open."""

    async def look() -> None:
        """Look for changes again and again, whatever came of it the time before."""
        while True:
            await asyncio.sleep(every)
            try:
                await noticed(library, index, wishes)
            except (CommonplaceError, OSError, ValueError) as error:  # texts stay as they were known until it works
                _log.warning("changes of the texts could not be taken in", kind=type(error).__name__)

    async with beside(look()):
        yield


async def noticed(library: Library, index: Index, wishes: Withholding) -> bool:
    """Take in what was changed; gives whether texts were. Raises the StoreErrors."""
    await wishes.renew()
    if index.damaged:
        _log.warning("the index was damaged, and is built anew")
        await index.refresh(library)
    if not await library.renew():
        return False
    await index.refresh(library)
    _log.info("texts were changed by another process", texts=len(library.sources()))
    return True
