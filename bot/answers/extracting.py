"""Choosing sentences for an extract: near what is asked, covering what is said there, little of it twice.

Three known things put together. What a sentence is worth depends on its neighbourhood: an asked word counts for the
sentences around it as well, fading (Lv and Zhai, "Positional Language Models for Information Retrieval", 2009), and the
more often it stands there, the less each time adds. What is said there are its concepts, pairs of neighbouring stems
and stems, each worth as much as the sentences that have it (Gillick and Favre, "A Scalable Global Model for
Summarization", 2009): a concept counts once, so that nothing is repeated. Sentences are taken greedily by what they add
for their words (`taking.py`).
"""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bot.answers.lines import Concept, Line
from bot.answers.taking import Offer, taken

# A neighbour's words count for a sentence less with each sentence between them, and nothing beyond a gap that wide.
FADING, NEAR = 8.0, 9
# How often an asked word may stand around before more of it adds little, and what it gains by standing in the sentence.
OFTEN, WITHIN = 4.0, 0.5
# A passage's own score, beside what its sentences show.
PASSAGE = 0.5
# What a stem is worth, and a pair that only joins, beside a pair that tells.
STEM, JOINING = 0.25, 0.25
# What a concept gains from an asked word or, where nothing is asked, from a word of the title (Edmundson, "New Methods
# in Automatic Extracting", 1969).
ASKED, TITLED = 1.0, 3.0
# How much nearness to the question counts, how much a sentence's words cost, and how much its register counts.
NEARNESS, COST, WRITTEN = 1.5, 0.8, 4.0
# Where there is room for one sentence of usual length, the one that tells most is taken, however long it is; from room
# for so many on they are weighed against each other, and words cost what they cost.
ONE, MANY = 0.8, 1.6
# Where nothing is asked, what a sentence has to add at least, of what those that were taken add on average: a short one
# that says next to nothing fills no gap. Where it stands, and of what, doesn't count in that.
FAIR = 0.25
# Shares of loose words (see `register`): in prose, where how a sentence is told says nothing of it, and in talk.
PROSE, TALK = 0.025, 0.05
# So much less a concept counts that another text brought already.
ELSEWHERE = 0.5
# Candidates that are looked at: those nearest to the question.
MOST = 100


@dataclass(frozen=True, slots=True)
class Candidate:
    """Lines that are quoted together, by their numbers. `prior` (0 to 1) is their passage's, `voice` who says them.

    `share` (0 to 1) is what their nearness to a question counts.
    """

    lines: tuple[int, ...]
    prior: float = 0.0
    voice: str | None = None
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines of one text with their places: what stands side by side there has places side by side here.

    `named` has the asked stems that name who says a line, if anybody is asked for by name, and `headed` the lines that
    stand below a heading with a stem.
    """

    lines: Sequence[Line]
    places: Sequence[int]
    named: Sequence[Collection[str]] = ()
    headed: Mapping[str, Collection[int]] = field(default_factory=dict[str, Collection[int]])

    def times(self, terms: Collection[str]) -> dict[str, dict[int, int]]:
        """Give the lines that have each of those stems, and how often; who is named by one has it in each line."""
        wanted = frozenset(terms)
        found: dict[str, dict[int, int]] = {}
        for at, line in enumerate(self.lines):
            for term in wanted & line.stems.keys():
                found.setdefault(term, {})[at] = line.stems[term]
        for at, named in enumerate(self.named):
            for term in wanted.intersection(named):
                times = found.setdefault(term, {})
                times[at] = times.get(at, 0) + 1
        return found

    def kept(self) -> list[float]:
        """Give what each line keeps of what counts for the line before it; the first has none before."""
        return [0.0, *(math.exp(-apart / FADING) if (apart := b - a) < NEAR else 0.0 for a, b in pairwise(self.places))]


def extract(
    stretch: Stretch,
    candidates: Sequence[Candidate],
    asked: Collection[str],
    budget: int,
    told: Collection[Concept] = (),
    titled: Collection[str] = (),
    shares: Mapping[str | None, float] | None = None,
) -> list[int]:
    """Choose candidates of at most `budget` words together, the most telling first; gives their numbers.

    `asked` are stems; where there are none, the passages' own scores alone say what is near, and `titled`, the stems of
    the text's title, what it is about. `told` are concepts that other texts brought. Each voice has its share of the
    words (of 1), where `shares` says so. No line is taken twice.
    """
    near = nearness(stretch, candidates, asked)
    nearest = sorted((at for at in range(len(candidates)) if near[at] > 0), key=lambda at: (-near[at], at))[:MOST]
    # "So it is", in talk: its joining pairs would count, but it tells nothing.
    open_ = [at for at in nearest if any(stretch.lines[line].concepts for line in candidates[at].lines)]
    talk = _talk([stretch.lines[line] for at in open_ for line in candidates[at].lines])
    subject, gain = (asked, ASKED) if asked else (titled, TITLED)
    worth = _worth(stretch, candidates, open_, near, talk, told)
    gained = _gained(worth, frozenset(subject), gain)
    offers = _offers(stretch, candidates, open_, near, talk, budget)
    if asked:
        return taken(offers, gained, budget)
    plain = _worth(stretch, candidates, open_, [1.0] * len(near), talk, told)
    return taken(offers, gained, budget, FAIR, plain, shares)


def nearness(stretch: Stretch, candidates: Sequence[Candidate], asked: Collection[str]) -> list[float]:
    """Tell how near each candidate is to the question, the nearest 1; 0 for those that have nothing to do with it."""
    if asked:
        own = around(stretch, asked)
        found = [one.share * max(own[line] for line in one.lines) for one in candidates]
        top = max(found, default=0.0) or 1.0
        sums = [value / top + PASSAGE * one.share * one.prior for value, one in zip(found, candidates, strict=True)]
    else:
        sums = [one.prior for one in candidates]
    best = max(sums, default=0.0)
    return [value / best for value in sums] if best > 0 else [1.0 if not asked else 0.0] * len(sums)


def around(stretch: Stretch, asked: Collection[str]) -> list[float]:
    """Give, for each line, what the asked stems in it and, fading, in the lines around it are worth."""
    found = [0.0] * len(stretch.lines)
    kept = stretch.kept()
    for term, times in sorted(stretch.times(asked).items()):
        # The fewer of the lines have a stem, the more it tells.
        weight = math.log(1 + (len(found) - len(times) + 0.5) / (len(times) + 0.5))
        for at, here in enumerate(_faded(times, kept)):
            found[at] += weight * here * (OFTEN + 1) / (here + OFTEN)
        for at in {*times, *stretch.headed.get(term, ())}:
            found[at] += weight * WITHIN
    return found


def _faded(times: Mapping[int, int], kept: Sequence[float]) -> list[float]:
    """Spread counts over the lines after and before them."""
    spread = [float(times.get(at, 0)) for at in range(len(kept))]
    counts = spread.copy()
    carried = 0.0
    for at, keep in enumerate(kept):
        carried *= keep
        spread[at] += carried
        carried += counts[at]
    carried = 0.0
    for at in range(len(kept) - 1, -1, -1):
        spread[at] += carried
        carried = (carried + counts[at]) * kept[at]
    return spread


def concepts_of(stretch: Stretch, candidates: Iterable[Candidate]) -> set[Concept]:
    """Give what candidates tell."""
    return {concept for one in candidates for line in one.lines for concept in stretch.lines[line].concepts}


def _worth(
    stretch: Stretch,
    candidates: Sequence[Candidate],
    open_: Sequence[int],
    near: Sequence[float],
    talk: float,
    told: Collection[Concept],
) -> dict[Concept, float]:
    """Weigh each concept by the nearness of the lines that have it, each line once; in `talk` joining pairs, too.

    Those that another text `told` count less.
    """
    lines: dict[int, float] = {}
    for at in open_:
        for line in candidates[at].lines:
            lines[line] = max(lines.get(line, 0.0), near[at])
    worth: defaultdict[Concept, float] = defaultdict(float)
    for line, value in lines.items():
        for concept in stretch.lines[line].concepts:
            worth[concept] += value
        for pair in stretch.lines[line].joining:
            worth[pair] += JOINING * talk * value
    for concept in worth.keys() & set(told):
        worth[concept] *= ELSEWHERE
    return {concept: value * STEM if isinstance(concept, str) else value for concept, value in worth.items()}


def _gained(plain: Mapping[Concept, float], subject: frozenset[str], gain: float) -> dict[Concept, float]:
    """Weigh concepts with a stem of the `subject` by what they gain by it."""
    worth = dict(plain)
    for concept in plain:
        own = (concept,) if isinstance(concept, str) else concept
        if not subject.isdisjoint(own):
            worth[concept] *= 1 + gain
    return worth


def _offers(
    stretch: Stretch,
    candidates: Sequence[Candidate],
    open_: Sequence[int],
    near: Sequence[float],
    talk: float,
    budget: int,
) -> dict[int, Offer]:
    chosen = {at: [stretch.lines[line] for line in candidates[at].lines] for at in open_}
    words = {at: sum(line.words for line in lines) for at, lines in chosen.items()}
    price = _prices(words, budget)
    return {
        at: Offer(
            candidates[at].lines,
            candidates[at].voice,
            frozenset().union(*(line.whole for line in lines)),
            words[at],
            price[at],
            math.pow(near[at], NEARNESS) * math.exp(WRITTEN * talk * max(line.written for line in lines)) / price[at],
        )
        for at, lines in chosen.items()
    }


def _prices(cost: Mapping[int, int], budget: int) -> dict[int, float]:
    """Tell by what to divide what a sentence adds: 1 where there is room for one, more for its words where for many."""
    room = budget * len(cost) / max(sum(cost.values()), 1)
    dear = COST * min(max((room - ONE) / (MANY - ONE), 0.0), 1.0)
    return {at: math.pow(max(words, 1), dear) for at, words in cost.items()}


def _talk(lines: Sequence[Line]) -> float:
    """Tell by their loose words how much sentences are talk, from 0 for prose to 1."""
    share = sum(line.loose for line in lines) / max(sum(len(line.folded) for line in lines), 1)
    return min(max((share - PROSE) / (TALK - PROSE), 0.0), 1.0)
