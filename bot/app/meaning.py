"""Finding by meaning, where the extra `semantic` is installed and works on this computer."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from bot.app.texts import Texts, Told
from bot.errors import SemanticUnusable
from bot.search.semantic.installed import installed, installed_english

if TYPE_CHECKING:  # brings numpy, which a start without the extra has no use for
    from bot.search.semantic.english.waking import Waking
    from bot.search.semantic.keeping import Progress
    from bot.search.semantic.kept import KeptLeg
    from bot.search.semantic.leg import Meaning

    MeaningLeg = Meaning | Waking

_Kept = TypeVar("_Kept", bound="KeptLeg")

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

    turn, legs = asyncio.Lock(), list["MeaningLeg"]()

    def opening(
        leg: "type[_Kept]", weights: Path, name: str, message: str
    ) -> "Callable[[], AbstractAsyncContextManager[_Kept]]":
        """Give what opens a leg on its weights; `message` tells how far its reading is."""
        file, step = texts.config.index.with_name(name), progress or _telling(told, message)
        return lambda: leg.open(weights, file, step, may_read=texts.writable, turn=turn)

    def unusable(error: SemanticUnusable) -> None:
        """Tell why finding by meaning is not possible here."""
        told(error.message_id, **error.data)

    async with AsyncExitStack() as stack:
        # Legs bring numpy, which a start without the extra has no use for.
        if every := installed():
            from bot.search.semantic.leg import Meaning

            try:
                opened = opening(Meaning, every, "meaning", "cli-reading-meaning")()
                legs.append(await stack.enter_async_context(opened))
            except SemanticUnusable as error:
                unusable(error)
        if english := installed_english():
            from bot.search.semantic.english.leg import MeaningInEnglish
            from bot.search.semantic.english.waking import Waking

            waking = opening(MeaningInEnglish, english, "meaning-english", "cli-reading-english")
            legs.append(await stack.enter_async_context(Waking.open(waking, unusable)))
        yield tuple(legs)


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
        """Tell it at the end, and otherwise every few seconds."""
        nonlocal last
        if done == whole or time.monotonic() - last >= _SECONDS:
            last = time.monotonic()
            told(message, done=done, whole=whole)

    return step
