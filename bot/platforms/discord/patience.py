"""Waiting for replies, all as long: one timer for all of them, since nearly every reply is there long before.

A timer of the event loop's for each answer would cost more than looking up what most of them say.
"""

import asyncio
from collections import deque
from collections.abc import Callable


class Wait:
    """One reply that is waited for, until a time of the event loop's."""

    __slots__ = ("_ended", "until")

    def __init__(self, until: float, ended: Callable[[], None]) -> None:
        self.until = until
        self._ended: Callable[[], None] | None = ended

    @property
    def over(self) -> bool:
        """Whether nobody waits any more."""
        return self._ended is None

    def end(self) -> None:
        """Wait no more. What would have been called is let go of at once: an interaction hangs on it."""
        self._ended = None

    def give_up(self) -> None:
        """Call back, if somebody still waits."""
        if self._ended is not None:
            self._ended()
            self._ended = None


class Patience:
    """Calls back for each wait that is not over after so many seconds."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._waits: deque[Wait] = deque()
        self._loop: asyncio.AbstractEventLoop | None = None

    def begin(self, ended: Callable[[], None]) -> Wait:
        """Begin a wait; `ended` is called when patience ends before it is over."""
        loop = asyncio.get_running_loop()
        wait = Wait(loop.time() + self._seconds, ended)
        if self._loop is not loop:  # nobody waits, or only in a loop that is gone
            self._waits.clear()
            self._loop = loop
            loop.call_at(wait.until, self._look)
        self._waits.append(wait)
        return wait

    def _look(self) -> None:
        """End the waits whose time has come, and look again when the next one's has."""
        loop = asyncio.get_running_loop()
        while self._waits and (self._waits[0].over or self._waits[0].until <= loop.time()):
            self._waits.popleft().give_up()
        if self._waits:
            loop.call_at(self._waits[0].until, self._look)
        else:
            self._loop = None
