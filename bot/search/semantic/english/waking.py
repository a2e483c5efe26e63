"""The model for English is in memory while there are English texts: 54 MB that nobody else has a use for."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager

from bot.errors import SemanticUnusable
from bot.search.legs import Near
from bot.search.library import Library
from bot.search.semantic.english.leg import MeaningInEnglish

Opening = Callable[[], AbstractAsyncContextManager[MeaningInEnglish]]


class Waking:
    """A leg (`bot.search.legs.Leg`) that is awake from the first English text on, and rests when the last has gone.

    A model that can't be used is told once, and not tried again.
    """

    name = MeaningInEnglish.name

    def __init__(self, opening: Opening, unusable: Callable[[SemanticUnusable], None]) -> None:
        """Take what loads the leg, and who is told that it can't be."""
        self._opening: Opening | None = opening
        self._unusable = unusable
        self._awake: MeaningInEnglish | None = None
        self._stack = AsyncExitStack()
        self._generation = 0

    @classmethod
    @asynccontextmanager
    async def open(cls, opening: Opening, unusable: Callable[[SemanticUnusable], None]) -> AsyncIterator["Waking"]:
        """Give a leg that rests, and ends with its block."""
        leg = cls(opening, unusable)
        try:
            yield leg
        finally:
            await leg._rest()

    @property
    def generation(self) -> int:
        """A number that grows whenever more passages are ready, or none any more."""
        return self._generation + (self._awake.generation if self._awake else 0)

    def share(self, language: str) -> float:
        """Give the leg's part of a score: none while it rests."""
        return self._awake.share(language) if self._awake else 0.0

    def stranger(self, language: str) -> float:
        """Give the nearness of what has nothing to do with a question."""
        return self._awake.stranger(language) if self._awake else 0.0

    def least(self, language: str) -> float:
        """Give the nearness from which what shares no word with a question answers it."""
        return self._awake.least(language) if self._awake else float("inf")

    async def prepare(self, questions: Sequence[str]) -> None:
        """Work out what questions need."""
        if self._awake:
            await self._awake.prepare(questions)

    def nearest(self, question: str, limit: int, source: str | None = None) -> Sequence[Near]:
        """Give the passages that are nearest to a question."""
        return self._awake.nearest(question, limit, source) if self._awake else ()

    def nearness(self, question: str, passages: Sequence[str]) -> Sequence[float | None]:
        """Give how near passages are to a question; None while the leg rests."""
        return self._awake.nearness(question, passages) if self._awake else [None] * len(passages)

    async def refresh(self, library: Library) -> None:
        """Wake where a text is in English, rest where none is any more; awake, take in what came and went."""
        if any(map(MeaningInEnglish.reads, library.sources())):
            await self._wake()
        else:
            await self._rest()
        if self._awake:
            await self._awake.refresh(library)

    async def done(self) -> None:
        """Wait until every passage is ready, or can't be."""
        if self._awake:
            await self._awake.done()

    async def _wake(self) -> None:
        if self._awake or self._opening is None:
            return
        try:
            self._awake = await self._stack.enter_async_context(self._opening())
        except SemanticUnusable as error:
            self._opening = None
            self._unusable(error)

    async def _rest(self) -> None:
        if self._awake:
            self._generation += self._awake.generation + 1
            self._awake = None
            await self._stack.aclose()
