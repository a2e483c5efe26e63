"""From passages of a text to the sentences that are quoted of them, within so many words."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from bot.answers.extracting import NEAR, Candidate, Stretch, concepts_of, extract
from bot.answers.lines import Concept, Line, line_of
from bot.answers.sentences import Unit, units
from bot.answers.voices import voices
from bot.model import Document, Passage, Source
from bot.search.analysis import is_stop, language_of, stem, words

# Where nothing is asked, how much standing early counts: there texts say what they are about.
LEADING = 0.4

# What has so much of its concepts in what another text brought already says the same: it isn't quoted again.
SAID = 0.8

# Where a speaker is asked for by name, what others' sentences count: they may be what the speaker answers.
OTHERS = 0.5

# Words with which people ask for a summary; they say nothing of what it is asked about.
_TO_ASK = """
summarize summarise summary discussion discuss discussed discussing opinion opinions mention mentioned talk talked talks
talking think thinks thought say says said view views describe regarding concerning
підсумуй підсумувати підсумок обговорення обговорювали думка думає думають вважає вважають каже кажуть говорить згадує
обсуждение обсуждали мнение итог думает думают считает считают говорит говорят упоминает
"""
# Those with which people name who spoke, or what was done there: a text may be about a team or a meeting all the same.
_WHO = """
group team meeting introduce present
"""
_ASKING = frozenset(words(_TO_ASK))
_PASSED = _ASKING | frozenset(words(_WHO))
# With which people ask for everything, and what they call it: "the main points of the whole text".
_FOR_ALL = """
all everything whole entire overall main
все всі усе усі весь увесь вся цілий загалом повністю головне основне
всё всю целый целиком полностью главное основное
"""
_ITS_NAMES = """
text texts article articles document documents content contents conversation book point points idea ideas topic topics
текст тексту тексти текстів стаття статті статей документ документи зміст розмова книга думки тема теми
тексте текста тексты текстов статья статьи документы содержание разговор мысли темы
"""
_ALL = frozenset(words(_FOR_ALL))
_ITS = frozenset(words(_ITS_NAMES)) | _PASSED | _ALL
_MARKS = frozenset('"“”„«»')

Open = tuple[Passage, Document, Source]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Units that are quoted of a text, in the order in which they were chosen, and the concepts that they bring."""

    units: tuple[Unit, ...]
    concepts: frozenset[Concept]

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
    stretch, numbers = _laid_out(ordered, spoken)
    quotable = [unit for one in ordered for unit in units(*one) if not _said(stretch, _lines_of(unit, numbers), told)]
    best = max(scores.values(), default=0.0) or 1.0
    candidates = [
        Candidate(
            _lines_of(unit, numbers),
            _prior(unit, scores.get(unit.passage.id, 0.0) / best, asked=bool(terms)),
            unit.passage.speaker.name,
            1.0 if not spoken or unit.passage.speaker.name in spoken else OTHERS,
        )
        for unit in quotable
    ]
    taken = extract(stretch, candidates, terms, budget, told)
    brought = concepts_of(stretch, (candidates[at] for at in taken))
    return Chosen(tuple(quotable[at] for at in taken), frozenset(brought))


def _asked(own: Sequence[Open], asked: Iterable[str]) -> tuple[frozenset[str], Mapping[str, Collection[str]]]:
    """Give the stems that are looked for in a text's passages, and which of its speakers were asked for by name."""
    if not own:
        return frozenset(), {}
    language = language_of(own[0][2].language)
    names = dict.fromkeys(passage.speaker.name for passage, _, _ in own if passage.speaker.name)
    found = voices(names, asked_stems(asked, language), language)
    return found.terms, found.speakers


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


def asks_for_all(about: str) -> bool:
    """Whether a question names no subject, but all there is: "the main points of the whole text"."""
    every = words(about)
    return (
        _MARKS.isdisjoint(about)
        and not _ALL.isdisjoint(every)
        and _ITS.issuperset(word for word in every if _tells(word))
    )


def subject(about: str) -> str:
    """Give a question without the words that only ask for a summary, if others are left and no phrase is marked."""
    kept = " ".join(part for part in about.split() if not (own := words(part)) or not _ASKING.issuperset(own))
    return kept if _MARKS.isdisjoint(about) and any(map(_tells, words(kept))) else about


def _tells(word: str) -> bool:
    return not any(is_stop(word, language) for language in ("en", "uk", "ru"))


def asked_stems(asked: Iterable[str], language: str) -> set[str]:
    """Give the stems of asked words, without those that only ask, as long as others are left."""
    every = list(asked)
    telling = [word for word in every if word not in _PASSED]
    return {stem(word, language) for phrase in telling or every for word in words(phrase)}


def _prior(unit: Unit, score: float, *, asked: bool) -> float:
    """Weigh a unit by its passage: as the search did, and where nothing is asked, by how early it stands, too."""
    return score if asked else (score + LEADING / sqrt(unit.passage.number)) / (1 + LEADING)


def _laid_out(own: Sequence[Open], spoken: Mapping[str, Collection[str]]) -> tuple[Stretch, dict[str, int]]:
    """Lay the sentences of passages in a row, apart where passages are missing; the questions of interviewers, too."""
    lines: list[Line] = []
    places: list[int] = []
    named: list[Collection[str]] = []
    numbers: dict[str, int] = {}
    place, before = 0, None
    for passage, document, source in own:
        place += NEAR + 1 if before is not None and passage.number != before + 1 else 0
        numbers[passage.id] = len(lines)
        language = language_of(source.language)
        for spans in passage.sentences:
            lines.append(line_of(document.derive(spans), language))
            places.append(place)
            named.append(spoken.get(passage.speaker.name or "", ()))
            place += 1
        before = passage.number
    return Stretch(lines, places, named), numbers
