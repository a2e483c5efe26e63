"""What changes the texts, as commands see it."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bot.model import Source
from bot.search import Shelved


@dataclass(frozen=True, slots=True)
class Updated:
    """A text that has a new edition, and how many passages became what: kept, edited, moved, split, vanished …"""

    source: Source
    changes: Mapping[str, int]


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

    async def update(self, wanted: str, file: Path) -> Updated:
        """Give a text a new edition. Raises UnknownSource, TextElsewhere and the kinds of ReadingError."""
        ...

    async def withdraw(self, wanted: str) -> Source:
        """Take a text out of every answer. Raises UnknownSource."""
        ...

    async def restore(self, wanted: str) -> Source:
        """Bring a withdrawn text back. Raises UnknownSource."""
        ...
