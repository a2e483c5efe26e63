"""How well a passage fits a question, as a sum of signals that can be told (`why`).

tantivy gives the candidates; this order is the one that counts. The sum of

- `text`      BM25 over the passage's stems (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009),
- `headings`, `title`, `speaker`   a share of a term's weight for standing in the headings above, the title, a name,
- `together`  for asked words that stand near each other, by their distance in words,
- `coverage`  for how much of the question's weight the passage has, squared: two words beat one word twice,
- `phrase`    the weight of a phrase that was asked in marks

is the score. A term's weight is its idf, ln(1 + (N - n + 1/2) / (n + 1/2)) with n of N passages having it.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.model import Signal
from bot.search.finding import Match
from bot.search.question import Term
from bot.search.schema import Record

K1 = 1.2
B = 0.75
HEADINGS = 0.3
TITLE = 0.2
SPEAKER = 0.8
COVERAGE = 0.25
TOGETHER = 0.5
NEAR = 8

# A passage answers only if it has more than a fifth of what is asked: one word of five equal ones is no answer.
LEAST_SHARE = 0.2
# A word that stands nearly everywhere still is so much of a question, of what the rarest word would be.
LEAST_CLAIM = 1 / 3
# A long question (a whole message) is measured by its heaviest words, since no passage can have all of them.
HEAVIEST = 8


@dataclass(frozen=True, slots=True)
class Weighed:
    """A term, what it weighs in the score, and its claim: how much of the question it is.

    A term that stands nowhere weighs as much as one that stands once. `sought` is how its stems stand in records.
    """

    term: Term
    weight: float
    claim: float
    present: bool
    sought: tuple[str, ...]

    @classmethod
    def of(cls, term: Term, having: int, total: int) -> "Weighed":
        """Weigh a term that `having` of `total` passages have."""
        weight = idf(having, total)
        return cls(
            term, weight, max(weight, LEAST_CLAIM * idf(1, total)), having > 0, tuple(f" {s} " for s in term.stems)
        )


@dataclass(frozen=True, slots=True)
class Scale:
    """What a passage is measured against: the question's terms and phrases, and the mean length in words.

    To be an answer, a passage must have more of the terms' claims than `least`.
    """

    terms: tuple[Weighed, ...]
    phrases: tuple[tuple[str, ...], ...]
    mean_length: float
    least: float = 0.0

    @property
    def loosened(self) -> "Scale | None":
        """The same without its phrases; None where nothing was asked but phrases, so that they are all that counts."""
        phrased = {word for phrase in self.phrases for word in phrase}
        others = any(item.term.word not in phrased for item in self.terms)
        return replace(self, phrases=()) if self.phrases and others else None

    @classmethod
    def of(cls, terms: Sequence[Weighed], phrases: tuple[tuple[str, ...], ...], mean_length: float) -> "Scale":
        """Make the scale of a question. Where it has no terms, phrases of stop words are all that counts."""
        claims = sorted((item.claim for item in terms), reverse=True)[:HEAVIEST]
        return cls(tuple(terms), phrases, mean_length, LEAST_SHARE * sum(claims) + 1e-9 if terms else -1.0)


def idf(having: int, total: int) -> float:
    """Weigh a term that `having` of `total` passages have."""
    having = min(max(having, 1), total)
    return math.log(1 + (total - having + 0.5) / (having + 0.5))


def answers(record: Record, scale: Scale) -> bool:
    """Whether a passage answers at all."""
    return _covered(record, scale) is not None


def rank(records: Sequence[Record], scale: Scale) -> list[Match]:
    """Order the passages that answer, the best first; equals stand in reading order."""
    matches = [match for record in records if (match := _match(record, scale))]
    return sorted(matches, key=lambda m: (-m.score, m.source, m.number))


@dataclass(frozen=True, slots=True)
class _Standing:
    """How a term stands in a passage: how often in its words, and in which of the fields around them."""

    item: Weighed
    times: int
    headings: bool
    title: bool
    names: bool


def _match(record: Record, scale: Scale) -> Match | None:
    covered = _covered(record, scale)
    if covered is None:
        return None
    why = tuple(signal for signal in _signals(record, covered, scale) if signal.value > 0)
    score = sum(signal.value for signal in why)
    return Match(record.passage, score, why, record.source, record.number)


def _covered(record: Record, scale: Scale) -> list[_Standing] | None:
    """Give the terms that a passage has; None where they are too little of the question.

    The title is that of all passages of a text: it makes none of them an answer.
    """
    covered = [found for item in scale.terms if item.present and (found := _standing(record, item))]
    own = sum(found.item.claim for found in covered if found.times or found.headings or found.names)
    return covered if own > scale.least else None


def _standing(record: Record, item: Weighed) -> _Standing | None:
    times, headings, title, names = 0, False, False, False
    for word in item.sought:
        times += record.text.count(word)
        headings = headings or word in record.headings
        title = title or word in record.title
        names = names or word in record.names
    return _Standing(item, times, headings, title, names) if times or headings or title or names else None


def _signals(record: Record, covered: Sequence[_Standing], scale: Scale) -> Iterator[Signal]:
    standing = [found.item for found in covered if found.times]
    if standing:
        yield _text(record, covered, scale.mean_length)
    if headings := [found.item for found in covered if found.headings]:
        yield _field("headings", HEADINGS, headings)
    if title := [found.item for found in covered if found.title]:
        yield _field("title", TITLE, title)
    if names := [found.item for found in covered if found.names]:
        yield _field("speaker", SPEAKER, names)
    if len(standing) > 1:
        yield _together(record, standing)
    if len(covered) > 1:
        yield _coverage([found.item for found in covered], scale)
    if scale.phrases:
        yield _phrase(record, scale)


def _text(record: Record, covered: Sequence[_Standing], mean_length: float) -> Signal:
    length = K1 * (1 - B + B * (record.text.count(" ") - 1) / mean_length)
    matched = [found for found in covered if found.times]
    value = sum(found.item.weight * found.times * (K1 + 1) / (found.times + length) for found in matched)
    return Signal("text", value, tuple(found.item.term.word for found in matched))


def _field(name: str, share: float, matched: Sequence[Weighed]) -> Signal:
    return Signal(name, share * sum(item.weight for item in matched), tuple(item.term.word for item in matched))


def _together(record: Record, covered: Sequence[Weighed]) -> Signal:
    value, matched = 0.0, dict[str, None]()
    for first, second in pairwise(covered):
        apart = _apart(record.text, first, second)
        if apart <= NEAR:
            value += TOGETHER * min(first.weight, second.weight) / apart
            matched.update({first.term.word: None, second.term.word: None})
    return Signal("together", value, tuple(matched))


def _apart(text: str, first: Weighed, second: Weighed) -> int:
    """Count the words from the one to the other where they are nearest; 1 when they stand side by side."""
    ones, others = _places(text, first), _places(text, second)
    start, end = min(((a, b) for a in ones for b in others), key=lambda pair: abs(pair[0] - pair[1]))
    return max(text.count(" ", min(start, end) + 1, max(start, end) + 1), 1)


def _places(text: str, item: Weighed) -> list[int]:
    places: list[int] = []
    for word in item.sought:
        at = text.find(word)
        while at >= 0:
            places.append(at)
            at = text.find(word, at + 1)
    return places


def _coverage(covered: Sequence[Weighed], scale: Scale) -> Signal:
    """Reward breadth. Words that stand in no text are left out, so that asking without them gives the same score."""
    whole = sum(item.weight for item in scale.terms if item.present)
    part = sum(item.weight for item in covered)
    return Signal("coverage", COVERAGE * part * part / whole, tuple(item.term.word for item in covered))


def _phrase(record: Record, scale: Scale) -> Signal:
    weights = {item.term.word: item.weight for item in scale.terms}
    standing = [phrase for phrase in scale.phrases if f" {' '.join(phrase)} " in record.words]
    value = sum(1 + sum(weights.get(word, 0.0) for word in phrase) for phrase in standing)
    return Signal("phrase", value, tuple(" ".join(phrase) for phrase in standing))
