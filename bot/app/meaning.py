"""Finding by meaning, where the extra `semantic` is installed and works on this computer."""

import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

from bot.app.texts import Texts, Told
from bot.errors import SemanticUnusable
from bot.search.semantic.installed import installed

if TYPE_CHECKING:  # brings numpy, which a start without the extra has no use for
    from bot.search.semantic.leg import Meaning, Progress

# How often the progress of reading is told at most.
_SECONDS = 10.0


@asynccontextmanager
async def meaning(texts: Texts, told: Told, progress: "Progress | None" = None) -> AsyncIterator[tuple["Meaning", ...]]:
    """Give the leg that finds by meaning, for an index to bring up to date; none where the extra is not installed.

    That it can't be used is told once. Passages that are new are read while the block goes on, unless another process
    holds the store: then it is that one that reads them, and its vectors are used.
    """
    weights = installed()
    async with AsyncExitStack() as stack:
        legs: tuple[Meaning, ...] = ()
        if weights is not None:
            from bot.search.semantic import leg

            file = texts.config.index.with_name("meaning")
            opening = leg.Meaning.open(weights, file, progress or _telling(told), may_read=texts.writable)
            try:
                legs = (await stack.enter_async_context(opening),)
            except SemanticUnusable as error:
                told(error.message_id, **error.data)
        yield legs


async def read_meaning(texts: Texts, told: Told, progress: "Progress") -> None:
    """Read all passages that are new for finding by meaning, and wait for it; nothing without the extra."""
    async with meaning(texts, told, progress) as legs:
        for leg in legs:
            await leg.refresh(texts.library)
            await leg.done()


def _telling(told: Told) -> "Progress":
    """Tell how far the reading is, now and then, and when it is done."""
    last = time.monotonic()

    def step(done: int, whole: int) -> None:
        nonlocal last
        if done == whole or time.monotonic() - last >= _SECONDS:
            last = time.monotonic()
            told("cli-reading-meaning", done=done, whole=whole)

    return step
