"""From passages of a text to the sentences that are quoted of them, within so many words."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from math import sqrt

from bot.answers.asking import asked_stems
from bot.answers.extracting import NEAR, Candidate, Stretch, concepts_of, extract
from bot.answers.lines import Concept, Line, line_of
from bot.answers.quoting import covered
from bot.answers.quoting import voices as voices_of
from bot.answers.sentences import Unit, units
from bot.answers.stories import stories
from bot.answers.themes import beside
from bot.answers.turns import asking, framing, shares
from bot.answers.voices import voices
from bot.model import BlockKind, Document, Passage, Source
from bot.search.analysis import is_stop, language_of, words

# Where nothing is asked, how much standing early counts: there texts say what they are about.
LEADING = 0.4

# Where nothing is asked, what sentences count of which half (`MUCH`) or more is somebody else's words or views: a text
# is told by what its own voice says, and an opponent may be quoted only to be answered.
RETOLD, MUCH = 0.7, 0.5

# Where nothing is asked, what sentences count that only lead to what a text is about: what the author of an opinion has
# lived through (see `stories`), and how an interviewer comes to who was asked.
BACKGROUND = 0.5

# What has so much of its concepts in what another text brought already says the same: it isn't quoted again.
SAID = 0.8

# Where a speaker is asked for by name, what others' sentences count: they may be what the speaker answers.
OTHERS = 0.5

Open = tuple[Passage, Document, Source]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Units that are quoted of a text, in the order in which they were chosen, and the concepts that they bring.

    `speakers` are those who share a talk that is told without a question, whether there was room for them or not.
    """

    units: tuple[Unit, ...]
    concepts: frozenset[Concept]
    speakers: frozenset[str | None] = frozenset()

    @property
    def words(self) -> int:
        """How many words are quoted."""
        return sum(unit.words for unit in self.units)


def choose(
    own: Sequence[Open],
    asked: Iterable[str],
    scores: Mapping[str, float],
    budget: int,
    told: Collection[Concept] = (),
) -> Chosen:
    """Choose of the passages of one text what tells most of the `asked` words (none: of what it speaks of).

    `scores` are those of the passages; `told` are concepts that were brought of other texts.
    """
    ordered = sorted(own, key=lambda one: one[0].number)
    terms, spoken = _asked(ordered, asked)
    turns = {} if terms else shares(ordered)
    stretch, numbers = _laid_out(ordered, spoken)
    quotable = [unit for one in ordered for unit in units(*one) if not _said(stretch, _lines_of(unit, numbers), told)]
    best = max(scores.values(), default=0.0) or 1.0
    if not terms:
        scores = _with_lists(ordered, scores)
    having = {line for times in stretch.times(terms).values() for line in times}
    if _untold(ordered, numbers, having, (unit for unit in quotable if unit.words <= budget)):
        return Chosen((), frozenset())
    aside = _aside(ordered, numbers, having)
    background = frozenset() if terms else _background(ordered, numbers)
    candidates: list[Candidate] = []
    for unit in quotable:
        lines = _lines_of(unit, numbers)
        prior = _prior(unit, scores.get(unit.passage.id, 0.0) / best, asked=bool(terms))
        voice = unit.passage.speaker.name if turns else _voice(unit)
        telling = 1.0 if background.isdisjoint(lines) else BACKGROUND
        candidates.append(Candidate(lines, prior * telling, voice, _share(unit, aside, spoken)))
    taken = extract(stretch, candidates, terms, budget, told, () if terms else _titled(ordered), turns)
    brought = concepts_of(stretch, (candidates[at] for at in taken))
    return Chosen(tuple(quotable[at] for at in taken), frozenset(brought), frozenset(turns))


def _asked(own: Sequence[Open], asked: Iterable[str]) -> tuple[frozenset[str], Mapping[str, Collection[str]]]:
    """Give the stems that are looked for in a text's passages, and which of its speakers were asked for by name."""
    if not own:
        return frozenset(), {}
    language = language_of(own[0][2].language)
    names = dict.fromkeys(passage.speaker.name for passage, _, _ in own if passage.speaker.name)
    found = voices(names, asked_stems(asked, language), language)
    return found.terms, found.speakers


def _with_lists(own: Sequence[Open], scores: Mapping[str, float]) -> Mapping[str, float]:
    """Give each item of a list what all of it has together, up to what the strongest has: apart, they are lost."""
    best = max(scores.values(), default=0.0)
    lists: defaultdict[tuple[str, ...], float] = defaultdict(float)
    items = [passage for passage, _, _ in own if passage.kind is BlockKind.LIST_ITEM]
    for item in items:
        lists[item.headings] += scores.get(item.id, 0.0)
    return {**scores, **{item.id: min(lists[item.headings], best) for item in items}}


def _background(own: Sequence[Open], numbers: Mapping[str, int]) -> frozenset[int]:
    """Give the lines that only lead to what a text is about."""
    frame = framing([passage for passage, _, _ in own])
    framed = ((passage.id, at) for passage, _, _ in own if passage.id in frame for at in range(len(passage.sentences)))
    return frozenset(numbers[passage] + at for passage, at in (*stories(own), *framed))


def _titled(own: Sequence[Open]) -> frozenset[str]:
    """Give the stems of a text's title and subtitle that tell something."""
    if not own:
        return frozenset()
    source = own[0][2]
    language = language_of(source.language)
    said = words(f"{source.title} {source.subtitle or ''}")
    return frozenset(asked_stems((word for word in said if not is_stop(word, language)), language))


def _voice(unit: Unit) -> str | None:
    """Give whose words or views a unit tells: of somebody who is quoted or reported in it, or else its passage's."""
    speaker, others = voices_of(unit.passage, unit.document, unit.spans)
    own = unit.passage.speaker.name
    return next((other.name for other in (speaker, *others) if other.name not in (own, None)), own)


def _retold(unit: Unit) -> bool:
    """Whether a unit is mostly somebody else's words or views; a word in quotation marks may just name a thing."""
    own = (unit.passage.speaker.name, None)
    others = [span for said in unit.passage.statements if said.speaker.name not in own for span in said.spans]
    return bool(others) and covered(unit.spans, others) >= MUCH


def _aside(own: Sequence[Open], numbers: Mapping[str, int], having: Collection[int]) -> Mapping[str, Collection[int]]:
    """Give the sentences of each passage that stand in it beside what was asked; `having` are lines with its words."""
    found: dict[str, Collection[int]] = {}
    for passage, document, source in own:
        first = numbers[passage.id]
        held = [at for at in range(len(passage.sentences)) if first + at in having]
        found[passage.id] = beside(passage, document, held, language_of(source.language))
    return found


def _untold(own: Sequence[Open], numbers: Mapping[str, int], having: Set[int], quotable: Iterable[Unit]) -> bool:
    """Whether what was asked stands in sentences of which none is `quotable`: others would only stand in for it.

    Where one of them asks, others may answer it.
    """
    if any(not having.isdisjoint(_lines_of(unit, numbers)) for unit in quotable):
        return False
    held = [
        document.derive(spans)
        for passage, document, _ in own
        for at, spans in enumerate(passage.sentences)
        if numbers[passage.id] + at in having
    ]
    return bool(held) and not any(map(asking, held))


def _share(unit: Unit, aside: Mapping[str, Collection[int]], spoken: Collection[str]) -> float:
    """Tell what a unit's nearness counts: nothing in a paragraph of other things, less from who wasn't asked for."""
    if unit.last in aside[unit.passage.id]:
        return 0.0
    return 1.0 if not spoken or unit.passage.speaker.name in spoken else OTHERS


def _lines_of(unit: Unit, numbers: Mapping[str, int]) -> tuple[int, ...]:
    """Give the numbers of a unit's sentences among all lines; `numbers` are those of passages' first ones."""
    first = numbers[unit.passage.id]
    return tuple(range(first + unit.first, first + unit.last + 1))


def _said(stretch: Stretch, lines: tuple[int, ...], told: Collection[Concept]) -> bool:
    """Whether another text said the same."""
    if not told:
        return False
    own = concepts_of(stretch, [Candidate(lines)])
    return sum(concept in told for concept in own) > SAID * len(own)


def _prior(unit: Unit, score: float, *, asked: bool) -> float:
    """Weigh a unit by its passage as the search did; where nothing is asked, by how early and by what voice, too."""
    if asked:
        return score
    own = RETOLD if _retold(unit) else 1.0
    return own * (score + LEADING / sqrt(unit.passage.number)) / (1 + LEADING)


def _laid_out(own: Sequence[Open], spoken: Mapping[str, Collection[str]]) -> tuple[Stretch, dict[str, int]]:
    """Lay the sentences of passages in a row, with the headings above them, apart where passages are missing.

    Headings and the questions of interviewers are not quoted, but what stands below them answers to their words.
    """
    lines: list[Line] = []
    places: list[int] = []
    named: list[Collection[str]] = []
    headed: defaultdict[str, list[int]] = defaultdict(list)
    numbers: dict[str, int] = {}
    before: Passage | None = None
    for passage, document, source in own:
        follows = before is not None and passage.number == before.number + 1
        place = (places[-1] + 1 if places else 0) + (0 if follows or before is None else NEAR + 1)
        headings = () if follows and before and passage.headings == before.headings else passage.headings
        language, spoken_of = language_of(source.language), spoken.get(passage.speaker.name or "", ())
        named += [()] * len(headings)  # nobody says them
        numbers[passage.id] = len(lines) + len(headings)
        told = [document.derive(spans) for spans in passage.sentences]
        for line in (*headings, *told):
            lines.append(line_of(line, language))
            places.append(place)
            place += 1
        named += [spoken_of] * len(told)
        for stem in {stem for heading in passage.headings for stem in line_of(heading, language).stems}:
            headed[stem] += range(numbers[passage.id], len(lines))
        before = passage
    return Stretch(lines, places, named, headed), numbers
