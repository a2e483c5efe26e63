"""Counting without waiting: counts gather for a moment, and are written together."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Generic, TypeVar

from bot.errors import StoreError
from bot.logs import get_logger

_log = get_logger(__name__)

K = TypeVar("K")

MOMENT = 0.25
"""Seconds that counts wait for others: a process that is killed loses at most those of this moment."""

MOST = 10_000
"""Different things that are remembered while they can't be written."""


class Gathering(Generic[K]):
    """Counts that `write` takes, each thing with how many times; it raises a StoreError where that fails."""

    def __init__(self, write: Callable[[Mapping[K, int]], Awaitable[None]]) -> None:
        self._write = write
        self._counts: Counter[K] = Counter()
        self._writing = asyncio.Lock()
        self._waiting: asyncio.Task[None] | None = None

    def add(self, things: Iterable[K]) -> None:
        """Count each of the things once more."""
        self._counts.update(things)
        if self._waiting is None and self._counts:
            self._waiting = asyncio.get_running_loop().create_task(self._soon())

    async def settle(self) -> None:
        """Write what was counted so far; returns when it is on disk. What fails to be written stays counted."""
        async with self._writing:
            counts, self._counts = self._counts, Counter()
            try:
                if counts:
                    await self._write(counts)
            except StoreError:
                if len(self._counts) < MOST:
                    self._counts.update(counts)
                raise

    async def _soon(self) -> None:
        await asyncio.sleep(MOMENT)
        self._waiting = None
        try:
            await self.settle()
        except StoreError as error:  # tried again with the next counts, and at the end
            _log.warning("not counted yet", kind=type(error).__name__)
