"""Bringing words and nearness in meaning together, as `legs.py` says: a convex sum, told as one more signal of each."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from bot.model import Signal
from bot.search.finding import Match
from bot.search.legs import Leg, Near
from bot.search.ranking import about, nearest, rank, titled, whole
from bot.search.scale import Scale
from bot.search.schema import Record
from bot.search.standing import cover

# Each leg's nearest passages that are taken into account beside those that share words.
NEAREST = 50


@dataclass(frozen=True, slots=True)
class Fused:
    """Passages in the order of their scores: those that answer, and those that only come near."""

    answers: tuple[Match, ...]
    others: tuple[Match, ...]


def called(legs: Sequence[Leg], question: str, source: str | None) -> list[Near]:
    """Give what the legs find nearest to a question."""
    return list(chain.from_iterable(leg.nearest(question, NEAREST, source) for leg in legs))


def fuse(
    question: str, records: Sequence[Record], scale: Scale, legs: Sequence[Leg], languages: Mapping[str, str]
) -> Fused:
    """Rank candidates by their words and by the legs; `languages` gives each text's language.

    What shares enough words with the question is an answer, and so is what a leg finds near enough.
    """
    covered = cover(records, scale)
    own = rank(covered, scale)
    worded = {match.passage: match for match in own or titled(covered, scale)}
    bare = {record.passage: Match(record.passage, 0.0, (), record.source, record.number) for record in records}
    candidates = {**bare, **{match.passage: match for match in nearest(covered, scale)}, **worded}
    most = whole(scale) or max((match.score for match in candidates.values()), default=0.0) or 1.0
    answering = set(worded) if not own or about(covered, scale) else set[str]()
    spoken = {passage: languages.get(match.source, "") for passage, match in candidates.items()}
    every = [_told(leg, question, spoken) for leg in legs]
    knowing = Counter(chain.from_iterable(every))
    for leg, told in zip(legs, every, strict=True):
        answering.update(passage for passage, value in told.items() if value >= leg.least(spoken[passage]))
        signals = _signals(leg, told, spoken, knowing, most)
        candidates = {passage: _with(match, signals.get(passage)) for passage, match in candidates.items()}
    ordered = sorted(candidates.values(), key=lambda match: (-match.score, match.source, match.number))
    answers = tuple(match for match in ordered if match.passage in answering)
    return Fused(answers, tuple(match for match in ordered if match.passage not in answering and match.score > 0))


def _told(leg: Leg, question: str, spoken: Mapping[str, str]) -> dict[str, float]:
    """Ask a leg how near passages are; what it has no share in or isn't ready to say is left out."""
    asked = [passage for passage, language in spoken.items() if leg.share(language) > 0]
    told = zip(asked, leg.nearness(question, asked), strict=True)
    return {passage: value for passage, value in told if value is not None}


def _signals(
    leg: Leg, told: Mapping[str, float], spoken: Mapping[str, str], knowing: Mapping[str, int], most: float
) -> dict[str, Signal]:
    """Measure a leg's nearness from a stranger's to the best candidate's, and on the scale of the words.

    As many legs as are `knowing` a passage share what one of them would count for.
    """
    above = {passage: value - leg.stranger(spoken[passage]) for passage, value in told.items()}
    top = max(above.values(), default=0.0)
    if top <= 0:
        return {}
    shares = {passage: leg.share(spoken[passage]) for passage in above}
    return {
        passage: Signal(leg.name, shares[passage] / (1 - shares[passage]) / knowing[passage] * most * value / top)
        for passage, value in above.items()
        if value > 0
    }


def _with(match: Match, signal: Signal | None) -> Match:
    return replace(match, score=match.score + signal.value, why=(*match.why, signal)) if signal else match
