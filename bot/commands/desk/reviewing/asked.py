"""What a moderator asked of `review`, and what its answers share."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.commands.desk import Desk, counting, wording
from bot.commands.desk.channels import named
from bot.discussion.numbers import Ranked
from bot.errors import ArgumentMissing
from bot.model import Passage, Request, Text, Tone
from bot.store.reviews import Review, Status
from bot.words import Words, words

if TYPE_CHECKING:
    from bot.store.tallies import Window

_MARK = 4
"""Signs of a moderator's mark that are shown: enough to tell a handful of moderators apart."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The request with its arguments. `source` and `status` narrow lists down, `channel` and `days` what is counted."""

    request: Request
    desk: Desk
    typed: str | None
    source: str | None
    days: int
    channel: str | None
    status: Status | None
    note: str | None
    format: str

    @property
    def say(self) -> Words:
        """The sentences in the asker's language."""
        return words(self.request.locale)

    @property
    def community(self) -> str:
        """Whose numbers are asked for."""
        return self.request.community.id

    @property
    def window(self) -> "Window":
        """Which events are added up."""
        return counting.window_of(self.request, self.desk, self.days, self.channel)

    def narrowed(self) -> str:
        """Say which window, text, channel and status a list is of."""
        say = self.say
        parts = [say.say("review-days", days=self.days)]
        if self.source is not None:
            parts.append(self.desk.library.source(self.source).source.title)
        if self.channel is not None:
            parts.append(say.say("review-one-channel"))
        if self.status is not None:
            parts.append(say.say(f"status-{self.status}"))
        return " · ".join(parts)

    async def reviews(self) -> dict[str, Review]:
        """Give every review of the community by its passage."""
        return {review.passage: review for review in await self.desk.reviews.all(self.community)}

    async def wanted(self, ranked: Sequence[Ranked]) -> list[tuple[Ranked, Review | None]]:
        """Put reviews beside passages, and leave out those whose status isn't asked for."""
        reviews = await self.reviews()
        found = [(one, reviews.get(one.passage)) for one in ranked]
        return [(one, review) for one, review in found if self.status in (None, status_of(review))]

    async def the_passage(self) -> tuple[Passage, str]:
        """Give the passage that is asked for, and what was typed after its id.

        Raises ArgumentMissing, UnknownPassage and PassageWithdrawn.
        """
        if self.typed is None:
            raise ArgumentMissing("review", "passage")
        first, _, rest = self.typed.strip().partition(" ")
        name = wording.bare_id(first)
        if "." not in name:  # a whole citation was pasted, with the id somewhere in it
            name, rest = wording.bare_id(self.typed), ""
        found = await self.desk.library.passages([name])
        return found[0], rest.strip()

    async def noted(self, action: str, target: str | None, value: str | None) -> None:
        """Write a line of the trail: what this moderator did."""
        asker, moment = self.request.moderator, self.desk.clock()
        await self.desk.trail.add(self.community, asker, f"review {action}", target, value, moment)

    def named(self, target: str | None) -> str | None:
        """Give what a line of the trail is about: a channel by its name, where the platform knows it."""
        return target if target is None or not target.isdecimal() else named(target, self.request, self.desk)

    def who(self, moderator: str | None) -> str:
        """Say who did something: the asker, or another moderator by the beginning of their mark."""
        if moderator is None:
            return self.say.say("moderator-erased")
        if moderator == self.request.moderator:
            return self.say.say("moderator-you")
        return self.say.say("moderator-other", mark=moderator[:_MARK])


def status_of(review: Review | None) -> Status:
    """Give the status of a passage; one that nobody has reviewed is open."""
    return review.status if review else Status.OPEN


def title(words: str) -> Text:
    """Make an opening line."""
    return Text(words, Tone.TITLE)


def aside(words: str) -> Text:
    """Make a side note."""
    return Text(words, Tone.NOTE)
