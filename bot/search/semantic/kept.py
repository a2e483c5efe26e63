"""What a model's leg has whatever the model: it is opened and ended, and its passages' vectors are kept up to date."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import ClassVar, Protocol, Self

from bot.search.library import Library, Shelved
from bot.search.semantic.asked import Asked
from bot.search.semantic.keeping import Keeping, Progress, opened
from bot.search.semantic.vectors import Vectors
from bot.search.semantic.weights import Floats


class Questions(Protocol):
    """What makes vectors of questions, `width` values each."""

    @property
    def width(self) -> int:
        """How many values a vector has."""
        ...

    def question(self, text: str) -> Floats:
        """Give a question's vector, of length 1."""
        ...


class KeptLeg(ABC):
    """The part of a leg (`bot.search.legs.Leg`) that loads a model and keeps vectors; it ends with its block."""

    model: ClassVar[str]
    """Version of what the vectors are: those of another one are computed again."""

    def __init__(
        self,
        weights: Path | None,
        vectors: Vectors,
        encoder: Questions,
        progress: Progress | None = None,
        turn: asyncio.Lock | None = None,
    ) -> None:
        """Without `weights`, vectors are another process's to make."""
        self._keeping = Keeping(weights, vectors, self._ready_now, progress, turn, self.reads)
        self._generation = 0
        self._asked = Asked(encoder.question)
        self._ready_now()

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        weights: Path,
        file: Path | None,
        progress: Progress | None = None,
        *,
        may_read: bool = True,
        turn: asyncio.Lock | None = None,
    ) -> AsyncIterator[Self]:
        """Load the model. Vectors are kept in `file`, or where that can't be read or written, in memory alone.

        `progress` is told (passages ready, passages in all) while passages are read. Without `may_read`, the file is
        another process's, and so is the reading of passages. Who shares a `turn` reads one after another. Raises
        SemanticUnusable.
        """
        encoder = await asyncio.to_thread(cls._load, weights)
        vectors = await asyncio.to_thread(opened, file, encoder.width, cls.model, may_read)
        leg = cls(weights if may_read else None, vectors, encoder, progress, turn)
        try:
            yield leg
        finally:
            await leg._keeping.stop()

    @property
    def generation(self) -> int:
        """A number that grows whenever more passages are ready."""
        return self._generation

    async def refresh(self, library: Library) -> None:
        """Take in the library's texts as they are now; passages that are new are read from then on, one by one."""
        await self._keeping.refresh(library)

    async def done(self) -> None:
        """Wait until every passage is ready, or can't be."""
        await self._keeping.done()

    @staticmethod
    def reads(_text: Shelved, /) -> bool:
        """Whether the model is for a text."""
        return True

    def _ready_now(self) -> None:
        self._arrange()
        self._generation += 1

    @staticmethod
    @abstractmethod
    def _load(weights: Path) -> Questions:
        """Load the model. Raises SemanticUnusable."""

    @abstractmethod
    def _arrange(self) -> None:
        """Let questions find what is ready now."""
