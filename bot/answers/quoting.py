"""From a passage to the words that are quoted of it, and who says them.

A quoted opponent is never credited to the article's author: words that stand wholly inside somebody's direct statement
are that person's, as the passage's speaker reports them. Whoever else is quoted in an excerpt is listed with it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.answers.breaks import breaks
from bot.errors import NoTexts, PassageWithdrawn, SourceChanged, UnknownPassage, UnknownSource
from bot.model import (
    Document,
    Passage,
    Quote,
    Signal,
    Source,
    Span,
    Speaker,
    StatementType,
    TracedHit,
    words_in,
)
from bot.search import Library, Match, Shelved

_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of a passage that may be quoted: all of it, or some of its sentences (`cut`).

    `speaker` says these words; `others` are quoted or reported in them. `score` and `why` tell how it was found.
    `breaks` are the spaces behind which a paragraph or an item begins.
    """

    source: Source
    passage: Passage
    spans: tuple[Span, ...]
    text: str
    speaker: Speaker
    others: tuple[Speaker, ...] = ()
    cut: bool = False
    score: float = 0.0
    why: tuple[Signal, ...] = ()
    breaks: tuple[int, ...] = ()

    @property
    def words(self) -> int:
        """How many words it has."""
        return words_in(self.text)

    def because(self, match: Match) -> "Excerpt":
        """Add how it was found."""
        return replace(self, score=match.score, why=match.why)

    @property
    def traced(self) -> TracedHit:
        """What a trace keeps of it."""
        return TracedHit(self.passage.id, self.passage.edition, self.score, self.why)


@dataclass(frozen=True, slots=True)
class Part:
    """What an answer takes from one text. `excerpts` is empty where no sentence keeps to its share of words.

    `speakers` are those who share the words, where a talk is told without a question.
    """

    source: Source
    excerpts: tuple[Excerpt, ...]
    speakers: frozenset[str | None] = frozenset()

    @property
    def words(self) -> int:
        """How many words of it are quoted."""
        return sum(chosen.words for chosen in self.excerpts)

    @property
    def heard(self) -> int:
        """How many of the speakers are quoted."""
        return len(self.speakers.intersection(chosen.passage.speaker.name for chosen in self.excerpts))


@dataclass(frozen=True, slots=True)
class Opened:
    """Passages with their documents, and the sources whose documents may not be quoted because they changed."""

    passages: tuple[tuple[Passage, Document, Source], ...]
    changed: tuple[str, ...] = ()


def excerpt(
    passage: Passage,
    document: Document,
    source: Source,
    spans: tuple[Span, ...] | None = None,
    match: Match | None = None,
) -> Excerpt:
    """Take a passage, or the `spans` of some of its sentences, out of its document."""
    taken = passage.spans if spans is None else spans
    speaker, others = voices(passage, document, taken)
    text = document.derive(taken)
    cut = spans is not None and text != document.derive(passage.spans)
    score, why = (match.score, match.why) if match else (0.0, ())
    return Excerpt(source, passage, taken, text, speaker, others, cut, score, why, breaks(passage, document, taken))


def quote_of(chosen: Excerpt, attribution: str, citation: str, *, focus: bool = False) -> Quote:
    """Make the block that is sent; `attribution` and `citation` are sentences that are ready to be shown."""
    passage = chosen.passage
    return Quote(
        passage=passage.id,
        source=passage.source,
        edition=passage.edition,
        spans=chosen.spans,
        text=chosen.text,
        speaker=chosen.speaker,
        attribution=attribution,
        citation=citation,
        url=chosen.source.url,
        cut=chosen.cut,
        focus=focus,
        breaks=chosen.breaks,
    )


def voices(passage: Passage, document: Document, spans: Sequence[Span]) -> tuple[Speaker, tuple[Speaker, ...]]:
    """Tell who says the words of some spans of a passage, and who else is quoted or reported in them."""
    heard = [statement for statement in passage.statements if _overlap(statement.spans, spans)]
    for statement in heard:
        if statement.type == StatementType.DIRECT and not _words_outside(document, spans, statement.spans):
            speaker = statement.speaker
            return (speaker if speaker.via else replace(speaker, via=passage.speaker.name)), ()
    others = dict.fromkeys(statement.speaker for statement in heard if statement.speaker.name != passage.speaker.name)
    return passage.speaker, tuple(others)


def covered(spans: Sequence[Span], inside: Sequence[Span]) -> float:
    """Tell how much of some spans stands in others, from 0 to 1, by code points."""
    places = {place for span in spans for place in range(span.start, span.end)}
    theirs = {place for span in inside for place in range(span.start, span.end)}
    return len(places & theirs) / max(len(places), 1)


def _overlap(ones: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(one.start < other.end and other.start < one.end for one in ones for other in others)


def _words_outside(document: Document, spans: Sequence[Span], inside: Sequence[Span]) -> bool:
    """Whether any letter of `spans` stands outside of `inside`; quotation marks may."""
    covered = sorted((span.start, span.end) for span in inside)
    for span in spans:
        at = span.start
        for start, end in (*covered, (span.end, span.end)):
            if _LETTER.search(document.text, at, max(at, min(start, span.end))):
                return True
            at = max(at, end)
    return False


def standing(library: Library, source: str) -> Shelved | None:
    """Give the text with exactly that id; None where there is none, or none any more."""
    try:
        found = library.source(source)
    except UnknownSource:
        return None
    return found if found.source.id == source else None


def shelf(library: Library) -> Sequence[Shelved]:
    """Give the texts there are. Raises NoTexts where there are none."""
    texts = library.sources()
    if not texts:
        raise NoTexts
    return texts


async def still_there(library: Library, ids: Sequence[str]) -> list[Passage]:
    """Give the passages with those ids, in order, without those that went since the index was brought up to date."""
    try:
        return await library.passages(ids)
    except (UnknownPassage, PassageWithdrawn):
        pass
    found: list[Passage] = []
    for wanted in ids:
        try:
            found += await library.passages([wanted])
        except (UnknownPassage, PassageWithdrawn):
            continue
    return found


async def opened(library: Library, passages: Iterable[Passage]) -> Opened:
    """Open the documents of passages. A source that changed is left out; SourceChanged if nothing else is left."""
    documents: dict[tuple[str, str], Document | None] = {}
    found: list[tuple[Passage, Document, Source]] = []
    for passage in passages:
        key = (passage.source, passage.edition)
        if key not in documents:
            documents[key] = await _document(library, passage)
        document, text = documents[key], standing(library, passage.source)
        if document is not None and text is not None:
            found.append((passage, document, text.source))
    changed = tuple(sorted({source for (source, _), document in documents.items() if document is None}))
    if changed and not found:
        raise SourceChanged(changed[0])
    return Opened(tuple(found), changed)


async def _document(library: Library, passage: Passage) -> Document | None:
    try:
        return await library.document(passage.source, passage.edition)
    except SourceChanged:
        return None
