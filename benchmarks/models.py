"""The models of the extra `semantic`, as a benchmark opens them: with their vectors kept, where a folder is named."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

from bot.search.semantic.english.leg import MeaningInEnglish
from bot.search.semantic.installed import installed, installed_english
from bot.search.semantic.leg import Meaning

Legs = list[Meaning | MeaningInEnglish]


async def legs(stack: AsyncExitStack, kept: Path | None) -> Legs:
    """Open the models that are installed; their vectors are kept in the folder `kept`."""
    every, english = installed(), installed_english()
    found: Legs = []
    turn = asyncio.Lock()
    if every:
        found.append(await stack.enter_async_context(Meaning.open(every, kept and kept / "meaning", turn=turn)))
    if english:
        beside = kept and kept / "meaning-english"
        found.append(await stack.enter_async_context(MeaningInEnglish.open(english, beside, turn=turn)))
    return found
