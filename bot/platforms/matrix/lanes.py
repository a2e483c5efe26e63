"""Doing things in the order in which they came, room by room, and in several rooms at once."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

AT_ONCE = 8
"""Rooms that are answered at the same time. A homeserver takes more than one core only with great effort."""

Work = Callable[[], Awaitable[None]]


class Lanes:
    """A queue for each room. What is still waiting when it closes is not done: it stands in the store."""

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._waiting: dict[str, deque[Work]] = {}
        self._working: dict[str, asyncio.Task[None]] = {}
        self._free = asyncio.Semaphore(at_once)
        self._closed = False

    def put(self, room: str, work: Work) -> None:
        """Do something once everything before it in that room is done. `work` may raise nothing."""
        self._waiting.setdefault(room, deque()).append(work)
        if room not in self._working:
            self._working[room] = asyncio.create_task(self._drive(room))

    async def close(self, seconds: float) -> None:
        """Finish what is under way, for so many seconds at most, and begin nothing new."""
        self._closed = True
        tasks = list(self._working.values())
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _drive(self, room: str) -> None:
        queue = self._waiting[room]
        try:
            while queue and not self._closed:
                work = queue.popleft()
                async with self._free:
                    await work()
        finally:
            del self._working[room], self._waiting[room]
