"""Telling a channel something that nobody asked at that moment: which platform can do it for a community."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.model import Block
from bot.model.nonces import nonce

_MARKS = 10**9


class Arrival(StrEnum):
    """What is known of a post: it stands there, it surely doesn't, or nobody can tell now."""

    ARRIVED = "arrived"
    REFUSED = "refused"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Slip:
    """Which post this is: the same for each attempt to make it, and for no other post. `what` names it."""

    what: str
    community: str
    channel: str

    @property
    def nonce(self) -> str:
        """A word of 25 letters and digits, by which a platform knows a second attempt."""
        return self.numbered(0)

    @property
    def mark(self) -> int:
        """A number of 31 bits to find the post by; no number of a date, by which passages of the day are found."""
        return _MARKS + int(hashlib.sha256(self._name.encode()).hexdigest(), 16) % _MARKS

    def numbered(self, number: int) -> str:
        """Give the nonce of each of the post's messages, where it has several: numbers from 0 to 999."""
        return nonce(self._name, number)

    @property
    def _name(self) -> str:
        return f"{self.what}\n{self.community}\n{self.channel}"


class Announcer(Protocol):
    """A platform that can write to a community's channels."""

    def locale(self, community: str) -> str:
        """Give the language in which a community is spoken to."""
        ...

    def problem(self, community: str, channel: str) -> str | None:
        """Tell why nothing can be written to a channel; None where it can, or nobody can tell.

        It is the code of a sentence: `settings-unfit-` and the code.
        """
        ...

    async def announce(self, community: str, channel: str, blocks: tuple[Block, ...]) -> bool:
        """Write to a channel; gives whether it arrived."""
        ...

    async def post(self, slip: Slip, blocks: tuple[Block, ...]) -> Arrival:
        """Write to a channel so that a second attempt with the same slip, soon after, shows nothing twice."""
        ...

    async def find(self, slip: Slip, tried: datetime) -> Arrival | None:
        """Look for a post that was first tried at a moment: is it there? None where the bot may not look."""
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
