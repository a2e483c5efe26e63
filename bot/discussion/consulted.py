"""Whom insights ask: what was counted, which texts there are, what moderators noted, how many people took part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from bot.model import Passage
    from bot.search import Shelved
    from bot.store.log import EventKind
    from bot.store.reviews import Review, Status
    from bot.store.tallies import Window


class Counted(Protocol):
    """What the log tells of a window, as totals of at least 1: what never happened is in no answer."""

    async def top(self, window: Window, limit: int) -> list[tuple[str, str, int]]:
        """Give the passages with the most events as (passage id, source id, total)."""
        ...

    async def beside_all(self, window: Window) -> list[tuple[str, str, int, int]]:
        """Give all passages like `top`, with the total of all kinds beside that of the window's."""
        ...

    async def of_source(self, window: Window, source: str) -> dict[str, int]:
        """Give the total of each passage of a text."""
        ...

    async def sources(self, window: Window) -> dict[str, int]:
        """Give each text's total."""
        ...

    async def trend(self, window: Window) -> dict[str, int]:
        """Give each day's total (UTC, `2026-11-22`), in order."""
        ...

    async def channels(self, window: Window) -> dict[str, int]:
        """Give each channel's total."""
        ...

    async def recent(self, window: Window, limit: int) -> list[tuple[int, str, str, EventKind, str, int]]:
        """Give what happened last as (hour, passage id, source id, kind, channel, total), the newest hour first."""
        ...

    async def last(self, community: str, passages: Sequence[str]) -> dict[str, int]:
        """Give the hour in which each of the passages was last shown or posted; no entry if never."""
        ...

    async def of_passage(self, window: Window, passage: str) -> dict[EventKind, int]:
        """Give the total of each kind for one passage."""
        ...


class Shelves(Protocol):
    """The texts, and which passages stand in each."""

    def sources(self) -> Sequence[Shelved]:
        """Give all texts, ordered by id."""
        ...

    def source(self, wanted: str) -> Shelved:
        """Find a text by its id or title. Raises UnknownSource."""
        ...

    def generation(self) -> int:
        """Give a number that grows with each change of the texts."""
        ...

    async def order(self, source: str) -> tuple[str, ...]:
        """Give the ids of a text's passages, in order."""
        ...

    async def passages(self, ids: Sequence[str]) -> list[Passage]:
        """Give passages in the order of their ids. Raises UnknownPassage and PassageWithdrawn."""
        ...


class Noted(Protocol):
    """What moderators noted of passages."""

    async def get(self, community: str, passage: str) -> Review | None:
        """Give the review of a passage; None where nobody has set anything."""
        ...

    async def all(self, community: str, status: Status | None = None) -> list[Review]:
        """Give a community's reviews, those of one status or every one, the latest first."""
        ...


class TakingPart(Protocol):
    """How many different people took part."""

    async def most(self, community: str, passage: str, since: str, until: str) -> int:
        """Give the number of the day, from `since` to before `until`, on which most people took part."""
        ...
