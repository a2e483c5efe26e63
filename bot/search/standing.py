"""How the words of a question stand in a passage and around it, how much of the question they are, and whether that
makes it an answer.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.search.letters import attaching
from bot.search.scale import ALIKE, KIN, SURELY, Scale, Weighed
from bot.search.schema import Record


@dataclass(frozen=True, slots=True)
class Standing:
    """How a term stands in a passage: how often in its words, and in which of the fields around them.

    `item` is the asked term, or the synonym that stands there in its place. Each of its other forms counts as a part of
    a time.
    """

    item: Weighed
    times: float
    headings: bool
    title: bool
    names: bool
    asked: Weighed

    @property
    def own(self) -> bool:
        """Whether the passage itself has it, and not just the title of its text."""
        return bool(self.times or self.headings or self.names)

    @property
    def instead(self) -> bool:
        """Whether it stands in the place of an asked term."""
        return self.item is not self.asked

    @property
    def claim(self) -> float:
        """How much of the question it is: less where another form of the word is all that stands there."""
        return self.item.claim * (1.0 if self.headings or self.title or self.names else min(self.times, 1.0))


@dataclass(frozen=True, slots=True)
class Covered:
    """The terms that a passage has, how much of the question they claim, and whether that makes it an answer.

    `titled` says that the title of its text has nearly all of the question.
    """

    record: Record
    terms: tuple[Standing, ...]
    claim: float
    answers: bool
    titled: bool


def cover(records: Iterable[Record], scale: Scale) -> list[Covered]:
    """Give the passages that have something of a question, in their order, with what they have of it."""
    return [covered for record in records if (covered := _covered(record, scale))]


def _covered(record: Record, scale: Scale) -> Covered | None:
    """Give the terms that a passage has; None where it has nothing of the question.

    The title is that of all passages of a text: it makes none of them an answer, unless it has nearly all that was
    asked, and two words of it (one may be in any title). Where words begin with what is written on to them, a word
    counts by how much of its letters stands there.
    """
    standing = tuple(found for item in scale.terms if item.present and (found := _standing(record, item)))
    own = sum(found.claim for found in standing if found.own)
    if scale.letters.runs:
        there = {found.asked.term.word for found in standing}
        others = (item for item in scale.terms if item.present and item.term.word not in there)
        own += sum(_alike(record, item, scale) for item in others if attaching(item.term.word))
    above = sum(found.claim for found in standing if not found.own)
    if not standing and own <= scale.least:
        return None
    in_title = [found.item.claim for found in standing if found.title]
    titled = bool(in_title) and sum(in_title) > SURELY * scale.asked
    return Covered(record, standing, own + above, own > scale.least or (titled and len(in_title) > 1), titled)


def _alike(record: Record, item: Weighed, scale: Scale) -> float:
    likeness = scale.letters.likeness(item.term.word, record.words)
    return likeness * item.claim if likeness > ALIKE else 0.0


def _standing(record: Record, item: Weighed) -> Standing | None:
    """Give how a term stands in a passage, or else the synonym of it that weighs most; None where neither does."""
    found = _read(record, item, item)
    if not item.others or (found and found.own):
        return found
    every = filter(None, (_read(record, other, item) for other in item.others))
    best = max(every, key=lambda other: (other.own, other.item.weight, other.times), default=None)
    if best is None or (found and not best.own):
        return found
    return replace(best, title=True) if found else best


def _read(record: Record, item: Weighed, asked: Weighed) -> Standing | None:
    times = KIN * sum(record.text.count(form) for form in item.kin)
    headings, title, names = False, False, False
    for word in item.sought:
        times += record.text.count(word)
        headings = headings or word in record.headings
        title = title or word in record.title
        names = names or word in record.names
    return Standing(item, times, headings, title, names, asked) if times or headings or title or names else None
