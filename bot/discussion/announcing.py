"""Telling a channel something that nobody asked at that moment: which platform can do it for a community."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from bot.model import Block


class Announcer(Protocol):
    """A platform that can write to a community's channels."""

    def locale(self, community: str) -> str:
        """Give the language in which a community is spoken to."""
        ...

    async def announce(self, community: str, channel: str, blocks: tuple[Block, ...]) -> bool:
        """Write to a channel; gives whether it arrived."""
        ...


class Announcing:
    """The platforms that are there. They join for as long as they are."""

    def __init__(self) -> None:
        self._joined: dict[str, Announcer] = {}

    @contextmanager
    def joined(self, platform: str, announcer: Announcer) -> Iterator[None]:
        """Let a platform announce while the context is open."""
        self._joined[platform] = announcer
        try:
            yield
        finally:
            del self._joined[platform]

    def of(self, community: str) -> Announcer | None:
        """Give who can write to a community; None where its platform is not there, or announces nothing."""
        return self._joined.get(community.partition(":")[0])
