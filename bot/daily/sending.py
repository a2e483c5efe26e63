"""What the passage of the day needs of a platform: sending a post, finding one that may have arrived, telling."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from bot.daily.selection import Choice
from bot.model import Reply
from bot.model.nonces import nonce
from bot.store.schedules import Schedule, Style

REPEATABLE = timedelta(minutes=2)
"""For so long after it was first sent, a message that is sent again with the same nonce can't stand there twice."""

LEFT = "left"
"""Why a post is refused where the bot is not there any more: nothing is done for a community until it is back."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A community's local date, and the channel and style in which its passage is posted."""

    community: str
    day: date
    channel: str
    style: Style
    tag: str | None = None

    @property
    def nonce(self) -> str:
        """A word of 25 letters and digits that is the same for each attempt, and only for these."""
        return self.numbered(0)

    def numbered(self, number: int) -> str:
        """Give the nonce of each message of a post that has several: numbers from 0 to 999."""
        return nonce(f"{self.community}\n{self.day.isoformat()}", number)


class Refused(Exception):
    """The platform won't have it until somebody changes something: `reason` is the code of a sentence.

    The sentences are `daily-problem-` and the code.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Failed(Exception):
    """It did not work now, or nobody knows whether it did; it may work later."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A post, checked as every answer is, and how many words it quotes of each text."""

    reply: Reply
    words: Mapping[str, int]


class Compose(Protocol):
    """Makes the post of a choice."""

    async def __call__(self, choice: Choice, community: str, day: date, due: datetime, locale: str) -> Composed:
        """Make it.

        Raises SourceChanged, RightsExhausted, UnknownPassage, PassageWithdrawn or PassageWithheld where it can't be.
        """
        ...


class Poster(Protocol):
    """A platform, as the passage of the day sees it."""

    def locale(self, community: str) -> str:
        """Give the language in which a community is spoken to."""
        ...

    def place(self, schedule: Schedule) -> str:
        """Give the name by which people know a schedule's channel."""
        ...

    async def problem(self, schedule: Schedule) -> str | None:
        """Tell why nothing can be posted as a schedule wants it, as the code of a sentence; None where it can."""
        ...

    async def post(self, slot: Slot, reply: Reply) -> str:
        """Post a reply with the slot's nonce and give the message's id. Raises Refused and Failed."""
        ...

    async def find(self, slot: Slot, tried: datetime) -> str | None:
        """Give the id of the slot's post where it stands already; it was first sent at `tried`. Raises the same."""
        ...

    async def tell(self, schedule: Schedule, told: str) -> None:
        """Say something to the schedule's channel, as far as that is possible; raises nothing."""
        ...
