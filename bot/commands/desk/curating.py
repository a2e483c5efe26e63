"""What changes the texts, as commands see it."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from bot.errors import CommonplaceError
from bot.model import Progress, Source
from bot.search import Shelved


@dataclass(frozen=True, slots=True)
class Updated:
    """A text that has a new edition, and how many passages became what: kept, edited, moved, split, vanished …"""

    source: Source
    changes: Mapping[str, int]


class Became(StrEnum):
    """What became of one file among many.

    `unchanged`: its text is there as it is. `twice`: another file of the run has the same words, or is the same text.
    `unknown`: it was to be a new edition, and no text here is called so. `skipped`: an error says why.
    """

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    TWICE = "twice"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A file among many, by its name, and what became of it; `text` is the text that it is, or the file that it is."""

    file: str
    became: Became
    text: str | None = None
    error: CommonplaceError | None = None


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of many files, and how many passages became what; `left` counts those that there was no time for."""

    outcomes: tuple[Outcome, ...]
    changes: Mapping[str, int]
    left: int = 0


class Curating(Protocol):
    """Adds, changes, withdraws and restores texts, for every community that the bot serves."""

    @property
    def curators(self) -> frozenset[str]:
        """The communities whose moderators may change the texts."""
        ...

    @property
    def most(self) -> int:
        """Bytes that a file may have."""
        ...

    def receiving(self) -> AbstractAsyncContextManager[Path]:
        """Give a folder for a file that is on its way; it is removed afterwards."""
        ...

    def received(self, file: Path) -> bool:
        """Whether a platform has put a file into such a folder."""
        ...

    def withdrawn(self) -> Sequence[Shelved]:
        """Give the texts that can be restored."""
        ...

    async def add(self, file: Path, title: str | None, standpoint: str | None, by: str) -> Source:
        """Add a text. Raises the kinds of ReadingError, TextExists, TextWithdrawn, LabelInvalid."""
        ...

    async def update(self, wanted: str, file: Path, standpoint: str | None, by: str) -> Updated:
        """Give a text a new edition, and a standpoint where one is given.

        Raises UnknownSource, TextElsewhere, LabelInvalid and the kinds of ReadingError.
        """
        ...

    def many(self, files: Sequence[Path]) -> bool:
        """Whether this is more than one file: several, a folder, or a zip."""
        ...

    async def bring(
        self, files: Sequence[Path], standpoint: str | None, by: str, progress: Progress, *, updating: bool
    ) -> Brought:
        """Add many texts, or give many a new edition. Raises the StoreErrors, and ReadingErrors of a zip as a whole."""
        ...

    async def withdraw(self, wanted: str) -> Source:
        """Take a text out of every answer. Raises UnknownSource."""
        ...

    async def restore(self, wanted: str) -> Source:
        """Bring a withdrawn text back. Raises NotWithdrawn."""
        ...
