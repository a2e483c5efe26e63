"""Finding by meaning, where the extra `semantic` is installed and works on this computer."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING

from bot.app.texts import Texts, Told
from bot.errors import SemanticUnusable
from bot.search.semantic.installed import installed, installed_english

if TYPE_CHECKING:  # brings numpy, which a start without the extra has no use for
    from bot.search.semantic.english.leg import MeaningInEnglish
    from bot.search.semantic.keeping import Progress
    from bot.search.semantic.leg import Meaning

    MeaningLeg = Meaning | MeaningInEnglish
    Legs = tuple[MeaningLeg, ...]
    Opening = AbstractAsyncContextManager[MeaningLeg]

# How often the progress of reading is told at most.
_SECONDS = 10.0


@asynccontextmanager
async def meaning(
    texts: Texts, told: Told, progress: "Progress | None" = None
) -> AsyncIterator[tuple["MeaningLeg", ...]]:
    """Give the legs that find by meaning, for an index to bring up to date; none where the extra is not installed.

    That a model can't be used is told once, and the other one goes on. Passages that are new are read while the block
    goes on, by one model after the other, unless another process holds the store: then it is that one that reads them,
    and its vectors are used.
    """
    async with AsyncExitStack() as stack:
        turn = asyncio.Lock()
        openings = (_every(texts, told, progress, turn), _english(texts, told, progress, turn))
        yield tuple([leg for opening in openings if opening and (leg := await _opened(stack, opening, told))])


def _every(texts: Texts, told: Told, progress: "Progress | None", turn: asyncio.Lock) -> "Opening | None":
    """Open the model for all languages, where it is installed."""
    weights = installed()
    if weights is None:
        return None
    from bot.search.semantic.leg import Meaning

    file, step = texts.config.index.with_name("meaning"), progress or _telling(told, "cli-reading-meaning")
    return Meaning.open(weights, file, step, may_read=texts.writable, turn=turn)


def _english(texts: Texts, told: Told, progress: "Progress | None", turn: asyncio.Lock) -> "Opening | None":
    """Open the model for English, where it is installed."""
    weights = installed_english()
    if weights is None:
        return None
    from bot.search.semantic.english.leg import MeaningInEnglish

    file, step = texts.config.index.with_name("meaning-english"), progress or _telling(told, "cli-reading-english")
    return MeaningInEnglish.open(weights, file, step, may_read=texts.writable, turn=turn)


async def _opened(stack: AsyncExitStack, opening: "Opening", told: Told) -> "MeaningLeg | None":
    try:
        return await stack.enter_async_context(opening)
    except SemanticUnusable as error:
        told(error.message_id, **error.data)
        return None


async def read_meaning(texts: Texts, told: Told, progress: "Progress") -> None:
    """Read all passages that are new for finding by meaning, and wait for it; nothing without the extra."""
    async with meaning(texts, told, progress) as legs:
        for leg in legs:
            await leg.refresh(texts.library)
            await leg.done()


def _telling(told: Told, message: str) -> "Progress":
    """Tell how far the reading is, now and then, and when it is done."""
    last = time.monotonic()

    def step(done: int, whole: int) -> None:
        nonlocal last
        if done == whole or time.monotonic() - last >= _SECONDS:
            last = time.monotonic()
            told(message, done=done, whole=whole)

    return step
