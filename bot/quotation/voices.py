"""Who speaks in each passage, and whose statements stand where in its words."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.model import Passage, Role, Span, Speaker, StatementType

Statement = tuple[int, int, Speaker]

UNCLEAR = Speaker(None, Role.UNCLEAR)


@dataclass(slots=True)
class Voices:
    """`speakers` are the different ones, `of` has a place in them for each passage; `statements` by passage."""

    speakers: list[Speaker]
    of: "array[int]"
    statements: dict[int, tuple[Statement, ...]]

    @classmethod
    def none(cls) -> "Voices":
        """Start with no passages."""
        return cls([], array("I"), {})

    def add(self, speaker: Speaker, statements: tuple[Statement, ...]) -> None:
        """Add the voices of the next passage. `statements` are directly quoted: start, end, who says it."""
        if not self.speakers or self.speakers[-1] != speaker:
            if speaker in self.speakers:
                self.of.append(self.speakers.index(speaker))
            else:
                self.of.append(len(self.speakers))
                self.speakers.append(speaker)
        else:
            self.of.append(len(self.speakers) - 1)
        if statements:
            self.statements[len(self.of) - 1] = statements

    def within(self, passage: int, start: int, end: int) -> Speaker:
        """Tell who says the words from `start` to `end` of a passage: somebody quoted only if all are theirs."""
        for first, last, speaker in self.statements.get(passage, ()):
            if first <= start and end <= last:
                return speaker
        return self.speakers[self.of[passage]]

    def names(self) -> set[str]:
        """Give the name of everybody who speaks."""
        quoted = (speaker for found in self.statements.values() for _, _, speaker in found)
        return {speaker.name for speaker in (*self.speakers, *quoted) if speaker.name}

    def about(self, passage: int) -> tuple[Speaker, tuple[Statement, ...]]:
        """Give what was added for a passage."""
        return self.speakers[self.of[passage]], self.statements.get(passage, ())


def statements_of(passage: Passage) -> tuple[Statement, ...]:
    """Give a passage's direct statements with their places in its words; who reports them is the passage's speaker."""
    found: list[Statement] = []
    for statement in passage.statements:
        if statement.type != StatementType.DIRECT:
            continue
        places = [place for span in statement.spans if (place := _place(passage.spans, span))]
        if places:
            speaker = statement.speaker
            told = speaker if speaker.via or speaker.name is None else replace(speaker, via=passage.speaker.name)
            found.append((min(start for start, _ in places), max(end for _, end in places), told))
    return tuple(found)


def _place(spans: Sequence[Span], wanted: Span) -> tuple[int, int] | None:
    """Turn a span of the document into one of the passage's words; None where it lies outside."""
    at = 0
    start = end = -1
    for number, span in enumerate(spans):
        at += 1 if number and not span.glued else 0
        low, high = max(span.start, wanted.start), min(span.end, wanted.end)
        if low < high:
            start = at + low - span.start if start < 0 else start
            end = at + high - span.start
        at += len(span)
    return (start, end) if start >= 0 else None
