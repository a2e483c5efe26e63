"""Who else speaks of what a passage says: the nearest passages of the other texts, as quotes, grouped by text.

Nearest is what shares the most telling words with it or with one of its sentences. That holds for those who say the
same and for those who say the opposite: a "not" weighs nothing. Which of the two it is, readers see for themselves.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.answers.choosing import choose
from bot.answers.quoting import Excerpt, excerpt, opened, shelf, still_there
from bot.answers.summary import MOST_TEXTS, excerpts_of, in_turns
from bot.errors import AskingError
from bot.model import Document, Passage, Role, Source, Trace
from bot.search import Index, Library, Match, Shelved
from bot.search.analysis import words

# Words that are quoted of a passage at most, passages of a text, and texts up to which each is searched by itself.
WORDS = 60
_EACH = 2
_FEW_TEXTS = 12
_POOL = 50
# Asked words that a passage shares at least, where it was found by words, and where it only comes near what is asked;
# and characters that are asked with at most.
_SHARED, _SHARED_NEAR = 2, 3
_LONGEST = 2_000
# What a passage scores at least, of what the words that were asked score in the passage that they are of.
_LIKE = 1 / 5
# Sentences that are asked with, each by itself, beside the whole passage.
_SENTENCES = 4
# Signals of words that stand in a passage itself: letters in a row and the title of its text say less.
_OF_WORDS = frozenset({"text", "synonyms", "headings", "speaker", "phrase"})
_MARKS = re.compile(r"[\"“”„«»]")


@dataclass(frozen=True, slots=True)
class Voice:
    """What another text says, the nearest first."""

    source: Source
    excerpts: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A passage, and what stands near it in other texts.

    `silent` are texts in which nothing is near, `left_out` counts those for which there was no room, `others` all texts
    beside the passage's own; `changed` names texts that were left out because they changed.
    """

    asked: Excerpt
    voices: tuple[Voice, ...]
    silent: tuple[Source, ...]
    left_out: int
    others: int
    changed: tuple[str, ...]
    trace: Trace


async def elsewhere(library: Library, index: Index, passage: str) -> Elsewhere:
    """Look for passages of other texts that speak of what a passage says.

    Raises UnknownPassage, PassageWithdrawn, NoTexts, and SourceChanged when the passage stands in a changed text.
    """
    texts = shelf(library)
    asked = (await opened(library, await library.passages([passage]))).passages[0]
    about = _asking(asked[1].derive(asked[0].spans))
    parts = [_asking(asked[1].derive(spans)) for spans in asked[0].sentences[:_SENTENCES]]
    others = [shelved for shelved in texts if shelved.source.id != asked[2].id]
    questions = list(dict.fromkeys((about, *parts)))
    await index.prepare(*questions)
    near = _near(index, questions, others, asked[0])
    shown = in_turns(list(near), texts)[:MOST_TEXTS]
    open_ = await opened(library, await still_there(library, [m.passage for source in shown for m in near[source]]))
    voices = tuple(_voice(source, near[source], open_.passages, about) for source in shown)
    speaking = tuple(voice for voice in voices if voice is not None)
    silent = tuple(shelved.source for shelved in others if shelved.source.id not in near)
    hits = (excerpt(*asked).traced, *(quote.traced for voice in speaking for quote in voice.excerpts))
    trace = Trace("who-else", (), (("passage", passage),), hits, len(texts))
    return Elsewhere(excerpt(*asked), speaking, silent, len(near) - len(speaking), len(others), open_.changed, trace)


def _asking(text: str) -> str:
    """Make a question of words of a text: quotation marks would make a phrase of what stands in them."""
    return _MARKS.sub(" ", text)[:_LONGEST]


def _near(index: Index, questions: Sequence[str], others: Sequence[Shelved], asked: Passage) -> dict[str, list[Match]]:
    """Group what is near to any of the questions, words of the `asked` passage, by text, the nearest text first."""
    wanted = {shelved.source.id for shelved in others}
    best: dict[str, Match] = {}
    for about in questions:
        for match in _matches(index, about, wanted, asked):
            if match.passage not in best or best[match.passage].score < match.score:
                best[match.passage] = match
    near: dict[str, list[Match]] = {}
    for match in sorted(best.values(), key=lambda match: (-match.score, match.source, match.number)):
        near.setdefault(match.source, []).append(match)
    return near


def _matches(index: Index, about: str, wanted: Collection[str], asked: Passage) -> list[Match]:
    """Search the other texts; few of them one by one, so that none is drowned."""
    try:
        if len(wanted) <= _FEW_TEXTS:
            pages = [index.search(about, source=source, limit=2 * _EACH) for source in sorted({*wanted, asked.source})]
        else:
            pages = [index.search(about, limit=_POOL)]
    except AskingError:  # a sentence of stop words alone is near to nothing
        return []
    every = (match for page in pages for match in (*page.matches, *page.nearest))
    least = _LIKE * next((match.score for match in every if match.passage == asked.id), 0.0)
    found = [match for page in pages for match in page.matches if _shares(match, _SHARED)]
    # A whole sentence asks for more than another text has to say to touch on it.
    found += (match for page in pages for match in page.nearest if _shares(match, _SHARED_NEAR))
    return [match for match in found if match.source in wanted and match.score >= least]


def _shares(match: Match, least: int) -> bool:
    """Whether a passage shares several words with the asked one, or was found by something else than words."""
    terms = {term for signal in match.why if signal.name in _OF_WORDS for term in signal.terms}
    return len(terms) >= least or any(not signal.terms for signal in match.why)


def _voice(
    source: str, matches: Sequence[Match], passages: Sequence[tuple[Passage, Document, Source]], about: str
) -> Voice | None:
    """Quote the nearest passages of a text: the sentences that are nearest, or all of a short passage."""
    standing = {one[0].id: one for one in passages if one[2].id == source}
    excerpts: list[Excerpt] = []
    for match in matches:
        one = standing.get(match.passage)
        if one is None or one[0].speaker.role in (Role.INTERVIEWER, Role.EDITOR):
            continue
        chosen = excerpts_of(choose([one], words(about), {match.passage: 1.0}, WORDS).units)
        whole = excerpt(*one)
        excerpts += [quote.because(match) for quote in chosen or ([whole] if whole.words <= WORDS else [])]
        if len({quote.passage.id for quote in excerpts}) == _EACH:
            break
    return Voice(excerpts[0].source, tuple(excerpts)) if excerpts else None
