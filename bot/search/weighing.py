"""Reading a question against the texts: which of its words stand there, what they weigh, which are read as others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from bot.errors import QuestionUnsearchable
from bot.search.analysis import words
from bot.search.finding import ReadAs
from bot.search.letters import EVERY, Letters
from bot.search.letters import term_of as run_of
from bot.search.lexicon import is_word
from bot.search.querying import count, phrase, weighed_of
from bot.search.question import Question, ask, term_of, untagged
from bot.search.records import Searcher
from bot.search.scale import Scale, Weighed, idf
from bot.search.sense import LANGUAGE, MOST_WORDS, NO_SENSE, Sense
from bot.search.sounding import Spelt, sounding, unknown
from bot.search.spaces import SHORT, rejoined, respelt
from bot.search.spelling import nearest
from bot.search.synonyms import none
from bot.search.synonyms.widening import Widening

# The heaviest terms that are looked up of a long question; only in short ones are words read as others, and few.
_TERMS = 24
_CORRECTIONS = 3
# Small words in a row that may be a saying.
_SAYING = 2

Corrected = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A question as it was read.

    `scale` is what passages are measured against, `terms` are those of its words that stand in the texts and
    `corrected` the words (asked, used) that were read as others. `replaced` are the words that stand nowhere and were
    read as synonyms, `also` those that were read as their synonyms, too.
    """

    scale: Scale
    terms: tuple[str, ...]
    corrected: Corrected
    replaced: ReadAs = ()
    also: ReadAs = ()


def read(
    about: str,
    searcher: Searcher,
    languages: Sequence[str],
    mean_length: float,
    widening: Widening | None = None,
    spelt: Spelt = unknown,
) -> Read:
    """Read a question about texts in those languages, whose passages have `mean_length` words.

    `spelt` tells how the texts spell a word.

    Raises QuestionEmpty, QuestionTooLong and QuestionUnsearchable.
    """
    about = untagged(about)
    question = _asked(about, searcher, languages)
    if not question.phrases and len(question.terms) <= SHORT:
        about = rejoined(about, searcher)
        question = ask(about, languages)
    standing = all(count(searcher, phrase(one)) for one in question.phrases)
    # A phrase in marks is looked for as it is; one that stands nowhere is looked for by its words.
    marked = {word for one in question.phrases for word in one} if standing else set[str]()
    wider = widening or Widening(none(), searcher, languages)
    joined = respelt(about, question.terms, searcher, languages)
    terms, replaced = wider.replaced(question.terms, marked, joined)
    weighed, corrected = _weigh(
        replace(question, terms=terms), searcher, languages, partial(_read_as, searcher, wider, spelt)
    )
    weighed, also = wider.widened(weighed, marked, joined)
    present = [item for item in weighed if item.present]
    told = question.told((item.term.word for item in present), standing=standing)
    scale = Scale.of(weighed, question.phrases, mean_length, _letters(present, searcher))
    if LANGUAGE in languages:
        sense = _sense(present)
        latin = all(item.term.word.isascii() for item in present)
        scale = replace(
            scale, meaning=sense if latin else NO_SENSE, sense=sense if mean_length <= MOST_WORDS else NO_SENSE
        )
    return Read(scale, told, corrected, replaced, also)


def _asked(about: str, searcher: Searcher, languages: Sequence[str]) -> Question:
    """Read a question. What has small words alone is a phrase, if the texts have it just so: "never again"."""
    try:
        return ask(about, languages)
    except QuestionUnsearchable:
        whole = tuple(words(about))
        if len(whole) < _SAYING or not count(searcher, phrase(whole)):
            raise
        return Question((), (whole,))


def _weigh(
    question: Question, searcher: Searcher, languages: Sequence[str], read_as: Callable[[str], str | None]
) -> tuple[list[Weighed], Corrected]:
    """Weigh the terms, reading those that stand nowhere as the nearest that do."""
    weighed: list[Weighed] = []
    corrected: list[tuple[str, str]] = []
    for term in question.terms:
        item = weighed_of(term, searcher)
        tried = len(question.terms) <= SHORT and len(corrected) < _CORRECTIONS
        if not item.present and tried and (near := read_as(term.word)):
            corrected.append((term.word, near))
            item = weighed_of(term_of(near, languages), searcher)
        weighed.append(item)
    heaviest = sorted(weighed, key=lambda item: (-item.present, -item.weight))[:_TERMS]
    return [item for item in weighed if item in heaviest], tuple(corrected)


def _read_as(searcher: Searcher, wider: Widening, spelt: Spelt, word: str) -> str | None:
    known = is_word(word) or wider.knows(word)
    return nearest(word, searcher, known=known) or sounding(word, searcher, spelt, known=known)


def _letters(present: Sequence[Weighed], searcher: Searcher) -> Letters:
    """Weigh the letters of the words that stand in the texts: so a question that is asked again asks the same.

    Not all passages tell how rare runs are (`forms.py`); but a run stands at least where its word does.
    """
    total = max(searcher.num_docs, 1)
    told = total / max(searcher.doc_freq("letters", EVERY), 1)
    own = {item.term.word: item.weight for item in present}

    def weigh(run: str, word: str) -> float:
        """Give what a run of letters of a word weighs: never more than the word."""
        having = round(searcher.doc_freq("letters", run_of(run)) * told)
        return min(idf(having, total), own[word])

    return Letters.of(own, sum(item.weight for item in present), weigh)


def _sense(present: Sequence[Weighed]) -> Sense:
    words = tuple(item.term.word for item in present if item.term.word.isascii())
    return Sense(words, sum(item.weight for item in present))
