"""What search and answers need of the library: whoever serves texts like this can be searched and quoted."""

from collections.abc import Collection, Sequence
from typing import Protocol

from bot.model import Document, Passage, Source


class Shelved(Protocol):
    """A text on the shelf: its record, its current edition, and how much there is of it."""

    @property
    def source(self) -> Source:
        """The catalog's record."""
        ...

    @property
    def edition(self) -> str:
        """The edition that is current."""
        ...

    @property
    def passages(self) -> int:
        """How many passages it has."""
        ...

    @property
    def words(self) -> int:
        """How many words its passages have."""
        ...

    @property
    def rules(self) -> str:
        """Which rules it was read by: others may find other passages."""
        ...

    @property
    def added(self) -> str:
        """The day on which this edition came in."""
        ...


class Library(Protocol):
    """The texts, their passages and their documents. Documents are served only as the edition that was asked for."""

    def sources(self) -> Sequence[Shelved]:
        """Every text, ordered by id."""
        ...

    def source(self, wanted: str, /) -> Shelved:
        """Find a text by its id or title. Raises UnknownSource."""
        ...

    def speakers(self) -> tuple[str, ...]:
        """Everybody who speaks in the texts."""
        ...

    def generation(self) -> int:
        """A number that grows with each change of the texts."""
        ...

    async def document(self, source: str, edition: str, /) -> Document:
        """Give an edition of a text. Raises SourceChanged."""
        ...

    async def passages(self, ids: Sequence[str], /) -> list[Passage]:
        """Give passages in that order. Raises UnknownPassage, PassageWithdrawn."""
        ...

    async def neighbours(self, passage: Passage, before: int, after: int, /) -> list[Passage]:
        """Give a passage among those around it."""
        ...

    async def interviews(self) -> Collection[str]:
        """Give the ids of the texts in which an interviewer speaks."""
        ...

    async def of_source(self, source: str, first: int = 1, last: int | None = None) -> list[Passage]:
        """Give the passages of a text with the numbers `first` to `last`, both included."""
        ...
