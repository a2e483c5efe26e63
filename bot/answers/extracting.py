"""Choosing sentences for an extract: near what is asked, covering what is said there, little of it twice.

Three known things put together. What a sentence is worth depends on its neighbourhood: BM25 of the question, summed
over the sentences around it. What is said there are its concepts, pairs of neighbouring stems and stems, each worth as
much as the sentences that have it (Gillick and Favre, "A Scalable Global Model for Summarization", 2009): a concept
counts once, so that nothing is repeated. Sentences are taken greedily by what they add for their words, which comes
near the best choice there is (Lin and Bilmes, "Multi-document Summarization via Budgeted Maximization of Submodular
Functions", 2010).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from bot.answers.register import register
from bot.model import words_in
from bot.search.analysis import is_stop, stem, words

# BM25 over sentences.
K1, B = 1.2, 0.75
# A neighbour's words count for a sentence less with each sentence between them, and from that far not at all.
FADING, NEAR = 8.0, 9
# A passage's own score, beside what its sentences show.
PASSAGE = 0.5
# A stem's worth beside a pair of stems; and what a concept gains from an asked word in it.
STEM, ASKED = 0.25, 1.0
# How much nearness to the question counts, how much a sentence's words cost, and how much its register counts.
NEARNESS, COST, WRITTEN = 1.5, 0.8, 4.0
# A voice that has all the words so far counts so much less; so does a concept that another text brought already.
VOICE, ELSEWHERE = 0.3, 0.5
# Candidates that are looked at: those nearest to the question.
MOST = 300

Concept = str | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as it is weighed: its folded words, their stems, how often those stand that carry meaning.

    What only the sentences near a question need is read off it once, when it is needed: its concepts, and how written
    it is. `words` counts as everywhere; `length` counts the words that carry meaning.
    """

    folded: tuple[str, ...]
    every: tuple[str, ...]
    stems: Mapping[str, int]
    length: int
    words: int
    language: str
    _read: list[tuple[frozenset[Concept], float]] = field(default_factory=list, repr=False, compare=False)

    @property
    def concepts(self) -> frozenset[Concept]:
        """The stems that carry meaning, and the pairs of neighbouring stems with one of those."""
        return self._reading()[0]

    @property
    def written(self) -> float:
        """How written it is (see `register`)."""
        return self._reading()[1]

    def _reading(self) -> tuple[frozenset[Concept], float]:
        if not self._read:
            telling = self.stems.keys()
            pairs = {pair for pair in pairwise(self.every) if pair[0] in telling or pair[1] in telling}
            self._read.append((frozenset(telling | pairs), register(self.folded, self.language)))
        return self._read[0]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Lines that are quoted together, by their numbers. `prior` (0 to 1) is their passage's, `voice` who says them."""

    lines: tuple[int, ...]
    prior: float = 0.0
    voice: str | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines of one text with their places: what stands side by side there has places side by side here."""

    lines: Sequence[Line]
    places: Sequence[int]
    _idf: dict[str, float] = field(default_factory=dict)

    def idf(self, term: str) -> float:
        """Weigh a stem by how few of the lines have it."""
        if term not in self._idf:
            having = sum(1 for line in self.lines if term in line.stems)
            self._idf[term] = math.log(1 + (len(self.lines) - having + 0.5) / (having + 0.5))
        return self._idf[term]


@lru_cache(maxsize=2048)  # the sentences of the passages that are asked about again and again
def line_of(text: str, language: str) -> Line:
    """Read a sentence in that language."""
    folded = words(text)
    forms = [_form(word, language) for word in folded]
    every = [form for form, _ in forms]
    counted = Counter(form for form, telling in forms if telling)
    return Line(tuple(folded), tuple(every), counted, counted.total(), words_in(text), language)


@lru_cache(maxsize=16_384)
def _form(word: str, language: str) -> tuple[str, bool]:
    """Give a word's stem, and whether it carries meaning."""
    return stem(word, language), not is_stop(word, language)


def extract(
    stretch: Stretch,
    candidates: Sequence[Candidate],
    asked: Collection[str],
    budget: int,
    told: Collection[Concept] = (),
) -> list[int]:
    """Choose candidates of at most `budget` words together, the most telling first; gives their numbers.

    `asked` are stems; where there are none, the passages' own scores alone say what is near. `told` are concepts that
    other texts brought. No line is taken twice.
    """
    near = nearness(stretch, candidates, asked)
    open_ = sorted((at for at in range(len(candidates)) if near[at] > 0), key=lambda at: (-near[at], at))[:MOST]
    worth = _worth(stretch, candidates, open_, near, frozenset(asked))
    for concept in worth.keys() & set(told):
        worth[concept] *= ELSEWHERE
    return _taken(stretch, candidates, open_, near, worth, budget)


def nearness(stretch: Stretch, candidates: Sequence[Candidate], asked: Collection[str]) -> list[float]:
    """Tell how near each candidate is to the question, the nearest 1; 0 for those that have nothing to do with it."""
    if asked:
        own = around(stretch, asked)
        found = [max(own[line] for line in one.lines) for one in candidates]
        top = max(found, default=0.0) or 1.0
        sums = [value / top + PASSAGE * one.prior for value, one in zip(found, candidates, strict=True)]
    else:
        sums = [one.prior for one in candidates]
    best = max(sums, default=0.0)
    return [value / best for value in sums] if best > 0 else [1.0 if not asked else 0.0] * len(sums)


def around(stretch: Stretch, asked: Collection[str]) -> list[float]:
    """Give, for each line, BM25 of the asked stems in it and, fading, in the lines around it."""
    mean = sum(line.length for line in stretch.lines) / max(len(stretch.lines), 1) or 1.0
    found = [0.0] * len(stretch.lines)
    own = [_bm25(line, stretch, asked, mean) for line in stretch.lines]
    for at, value in enumerate(own):
        if value:
            for other, apart in _beside(stretch.places, at):
                found[other] += value * math.exp(-apart / FADING)
    return found


def concepts_of(stretch: Stretch, candidates: Iterable[Candidate]) -> set[Concept]:
    """Give what candidates bring."""
    return {concept for one in candidates for line in one.lines for concept in stretch.lines[line].concepts}


def _beside(places: Sequence[int], at: int) -> Iterable[tuple[int, int]]:
    """Give the lines that stand near one, itself included, with how far apart they are. Places ascend."""
    for step in (-1, 1):
        other = at if step < 0 else at + 1
        while 0 <= other < len(places) and (apart := abs(places[other] - places[at])) <= NEAR:
            yield other, apart
            other += step


def _bm25(line: Line, stretch: Stretch, asked: Collection[str], mean: float) -> float:
    norm = K1 * (1 - B + B * line.length / mean)
    return sum(
        stretch.idf(term) * times * (K1 + 1) / (times + norm) for term in asked if (times := line.stems.get(term, 0))
    )


def _worth(
    stretch: Stretch,
    candidates: Sequence[Candidate],
    open_: Sequence[int],
    near: Sequence[float],
    asked: frozenset[str],
) -> dict[Concept, float]:
    """Weigh each concept by the nearness of the lines that have it, each line counted once."""
    lines: dict[int, float] = {}
    for at in open_:
        for line in candidates[at].lines:
            lines[line] = max(lines.get(line, 0.0), near[at])
    worth: defaultdict[Concept, float] = defaultdict(float)
    for line, value in lines.items():
        for concept in stretch.lines[line].concepts:
            worth[concept] += value
    for concept in worth:
        parts = (concept,) if isinstance(concept, str) else concept
        worth[concept] *= STEM if isinstance(concept, str) else 1.0
        if not asked.isdisjoint(parts):
            worth[concept] *= 1 + ASKED
    return dict(worth)


def _taken(
    stretch: Stretch,
    candidates: Sequence[Candidate],
    open_: Sequence[int],
    near: Sequence[float],
    worth: Mapping[Concept, float],
    budget: int,
) -> list[int]:
    """Take what adds most for its words, until nothing fits any more."""
    lines = stretch.lines
    bring = {at: concepts_of(stretch, [candidates[at]]) for at in open_}
    cost = {at: sum(lines[line].words for line in candidates[at].lines) for at in open_}
    style = {at: max(lines[line].written for line in candidates[at].lines) for at in open_}
    fixed = {at: near[at] ** NEARNESS * math.exp(WRITTEN * style[at]) / max(cost[at], 1) ** COST for at in open_}
    taken: list[int] = []
    used: set[int] = set()
    heard: Counter[str | None] = Counter()
    left = budget
    while True:
        fitting = [at for at in bring if cost[at] <= left and used.isdisjoint(candidates[at].lines)]
        gains = {at: fixed[at] * sum(worth[concept] for concept in bring[at]) for at in fitting}
        for at in fitting:
            gains[at] *= 1 - VOICE * heard[candidates[at].voice] / budget
        best = max(fitting, key=lambda at: (gains[at], -at), default=None)
        if best is None or gains[best] <= 0:
            return taken
        taken.append(best)
        used.update(candidates[best].lines)
        heard[candidates[best].voice] += cost[best]
        left -= cost[best]
        covered = bring.pop(best)
        for at in bring:
            bring[at] -= covered
