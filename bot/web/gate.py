"""Who may come in, and what places are called: what the page asks the platform that its visitors come from."""

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who follows a link: the community that it is for, their language, and who they are on the platform.

    It lives in memory, as long as the link or the session, because the role is asked for again; it is never printed.
    `unseen` are the channels whose names are not for them.
    """

    community: str
    locale: str
    person: str = field(repr=False)
    unseen: frozenset[str] = field(default=frozenset(), repr=False)


class Gate(Protocol):
    """Knows who looks after a community."""

    async def may_moderate(self, community: str, person: str) -> bool:
        """Whether a person looks after a community now; False, too, where that can't be told."""
        ...

    async def unseen(self, community: str, person: str) -> frozenset[str]:
        """Give the channels of a community that a person doesn't see on the platform; all where that can't be told."""
        ...


class Places(Protocol):
    """Knows what people call the places that are kept by id."""

    def community_name(self, community: str) -> str | None:
        """Give a community's name; None where it is not known."""
        ...

    def channel_name(self, community: str, channel: str) -> str | None:
        """Give a channel's name; None where it is not known, as when it was deleted."""
        ...
