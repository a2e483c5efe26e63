"""Choosing sentences: relevance by TF-IDF and little repetition (maximal marginal relevance).

After Carbonell and Goldstein, "The Use of MMR, Diversity-Based Reranking for Reordering Documents and Producing
Summaries" (1998): each choice is the sentence that is relevant and least like what was chosen before.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.answers.sentences import Unit
from bot.search.analysis import is_stop, language_of, stem, words

RELEVANCE = 0.7
# How much a sentence gains from speaking of what all the candidates speak of, and from standing early in its passage;
# where nothing is asked, also from standing early in its text, where texts say what they are about.
CENTRAL = 0.4
EARLY = 0.05
LEADING = 0.4

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A unit with its vector (of length 1), its relevance, and how many words it costs."""

    unit: Unit
    vector: Vector
    relevance: float
    words: int


def weigh(units: Sequence[Unit], asked: Iterable[str], scores: Mapping[str, float]) -> list[Weighed]:
    """Weigh units for the `asked` words (none: for what they speak of most); `scores` are those of their passages.

    Where something is asked, a unit without any of the words is left out.
    """
    bags = [Counter(_content(unit)) for unit in units]
    having = Counter(term for bag in bags for term in bag)
    idf = {term: math.log(1 + len(bags) / times) for term, times in having.items()}
    vectors = [_unit_length({t: (1 + math.log(n)) * idf[t] for t, n in bag.items()}) for bag in bags]
    centroid = _unit_length(_sum(vectors))
    languages = {language_of(unit.source.language) for unit in units}
    query = _unit_length({s: idf.get(s, 0.0) for word in asked for s in {stem(word, lang) for lang in languages}})
    best = max(scores.values(), default=0.0) or 1.0
    return [
        Weighed(
            unit, vector, _relevance(unit, vector, query, centroid, scores.get(unit.passage.id, 0.0) / best), unit.words
        )
        for unit, vector in zip(units, vectors, strict=True)
        if not query or any(term in query for term in vector)
    ]


def choose(candidates: Sequence[Weighed], budget: int, before: Sequence[Weighed] = ()) -> list[Weighed]:
    """Choose candidates within a budget of words; `before` was chosen elsewhere and should not be repeated."""
    likeness = [max((_cosine(one.vector, other.vector) for other in before), default=0.0) for one in candidates]
    taken: list[Weighed] = []
    open_ = set(range(len(candidates)))
    left = budget
    while True:
        fitting = [at for at in open_ if candidates[at].words <= left and not _overlaps(candidates[at], taken)]
        if not fitting:
            return taken
        best = max(fitting, key=lambda at: (RELEVANCE * candidates[at].relevance - (1 - RELEVANCE) * likeness[at], -at))
        open_.discard(best)
        chosen = candidates[best]
        taken.append(chosen)
        left -= chosen.words
        for at in open_:
            likeness[at] = max(likeness[at], _cosine(candidates[at].vector, chosen.vector))


def _relevance(unit: Unit, vector: Vector, query: Vector, centroid: Vector, passage: float) -> float:
    leading = LEADING / math.sqrt(unit.passage.number)
    fits = (_cosine(vector, query) + passage) / 2 if query else passage / 2 + leading
    return fits + CENTRAL * _cosine(vector, centroid) + EARLY / (1 + unit.first)


def _overlaps(candidate: Weighed, taken: Iterable[Weighed]) -> bool:
    """Whether a candidate holds a sentence that was taken already, alone or with the one before it."""
    spans = set(candidate.unit.spans)
    return any(
        not spans.isdisjoint(other.unit.spans) for other in taken if other.unit.passage == candidate.unit.passage
    )


def _content(unit: Unit) -> list[str]:
    language = language_of(unit.source.language)
    return [stem(word, language) for word in words(unit.text) if not is_stop(word, language)]


def _sum(vectors: Iterable[Vector]) -> dict[str, float]:
    total: dict[str, float] = {}
    for vector in vectors:
        for term, weight in vector.items():
            total[term] = total.get(term, 0.0) + weight
    return total


def _unit_length(vector: Vector) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {term: weight / length for term, weight in vector.items()} if length else {}


def _cosine(one: Vector, other: Vector) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other.get(term, 0.0) for term, weight in one.items())
