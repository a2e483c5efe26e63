"""Telling an asker how far a long work is: in the place where its answer will stand, every other second at most."""

import asyncio
import time
from collections.abc import Awaitable, Callable

from bot.platforms.shared.splitting import shorten
from bot.words import Words

EVERY = 2.0
"""Seconds between two edits: Discord takes five in five seconds, and other answers are given in the same channel."""
LONGEST = 13 * 60.0
"""Seconds after which a work is to stop: the answer can be given for fifteen minutes."""
_LONGEST_NAME = 80

Tell = Callable[[str], Awaitable[None]]
"""Puts a sentence where the answer will stand."""


class Progressing:
    """Is called with how far it is, from the loop that the bot runs in. `end` is waited for before the answer."""

    def __init__(self, tell: Tell, say: Words, ticks: Callable[[], float] = time.monotonic) -> None:
        self._tell = tell
        self._say = say
        self._ticks = ticks
        self._began = self._told = ticks()
        self._telling: asyncio.Future[None] | None = None

    def __call__(self, done: int, total: int, name: str) -> bool:
        """Tell it, unless that was done just now; gives whether there is time to go on."""
        now = self._ticks()
        if now - self._told >= EVERY and (self._telling is None or self._telling.done()) and done < total:
            self._told = now
            told = self._say.say("texts-reading", done=done, total=total, file=shorten(name, _LONGEST_NAME))
            self._telling = asyncio.ensure_future(self._tell(told))
        return now - self._began < LONGEST

    async def end(self) -> None:
        """Wait for what is being told: it must not come after the answer."""
        if self._telling is not None:
            await self._telling
