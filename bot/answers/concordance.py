"""Every occurrence of a word or phrase in its line of context (KWIC), in reading order."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.answers.quoting import opened, shelf, still_there
from bot.model import Document, KeywordLine, Passage, Source, Span, Trace
from bot.search import Index, Library
from bot.search.analysis import Token, tokens
from bot.search.finding import Occurrences
from bot.search.occurrences import Sought

# Characters of context on each side of the key word.
AROUND = 40
# Marks that may stand inside a key word without being shown apart from it ("cease*fire*").
_MARKS = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One occurrence: three runs of the document that follow each other, and the passage that it stands in."""

    source: Source
    passage: Passage
    left: Span
    key: Span
    right: Span
    left_text: str
    key_text: str
    right_text: str


@dataclass(frozen=True, slots=True)
class Concordance:
    """Lines from `offset` on. `total` counts all occurrences (`at_least` so many, for a phrase in very many passages).

    `following` is the offset of the next lines; `changed` names texts that were left out because they changed.
    """

    lines: tuple[Line, ...]
    total: int
    at_least: bool
    in_passages: int
    searched: int
    following: int | None
    changed: tuple[str, ...]
    trace: Trace


async def concordance(
    library: Library, index: Index, term: str, *, source: str | None = None, limit: int = 10, offset: int = 0
) -> Concordance:
    """List where `term` stands: a word, a phrase, or `begin*`, compared without case and whatever the marks are.

    Raises QuestionEmpty, QuestionTooLong, NoTexts, and SourceChanged when all that was found stands in changed texts.
    """
    texts = shelf(library)
    sought = Sought.of(term)
    found = index.occurrences(term, source=source, limit=limit, offset=offset)
    wanted = {place.passage: place for place in found.places}
    open_ = await opened(library, await still_there(library, list(wanted)))
    lines: list[Line] = []
    for passage, document, record in open_.passages:
        place = wanted.get(passage.id)
        first, count = (place.first, place.count) if place else (0, limit)
        lines += lines_of(passage, document, record, sought)[first : first + count]
    following = _following(found, offset)
    asked = " ".join(sought.words) + ("*" if sought.prefix else "")
    choices = tuple((k, v) for k, v in (("source", source), ("limit", str(limit)), ("offset", str(offset))) if v)
    searched = 1 if source else len(texts)
    # A term that stands nowhere is the asker's own word, and isn't kept.
    trace = Trace("concordance", (asked,) if found.in_passages else (), choices, searched=searched)
    return Concordance(
        tuple(lines), found.total, found.at_least, found.in_passages, searched, following, open_.changed, trace
    )


def _following(found: Occurrences, offset: int) -> int | None:
    past = offset + sum(place.count for place in found.places)
    return past if found.places and (found.at_least or past < found.total) else None


def keyword_line(line: Line, citation: str) -> KeywordLine:
    """Make the block that is sent; `citation` is ready to be shown."""
    return KeywordLine(
        passage=line.passage.id,
        source=line.passage.source,
        edition=line.passage.edition,
        left=line.left,
        key=line.key,
        right=line.right,
        left_text=line.left_text,
        key_text=line.key_text,
        right_text=line.right_text,
        citation=citation,
    )


def line_text(document: Document, span: Span) -> str:
    """Give the words of a line's run: as they stand there, but every run of white space is one space."""
    return re.sub(r"\s+", " ", document.text[span.start : span.end])


def lines_of(passage: Passage, document: Document, source: Source, sought: Sought) -> list[Line]:
    """Find every occurrence in a passage."""
    words = tokens(document.derive(passage.spans))
    many = len(sought.words)
    found = (words[at : at + many] for at in range(len(words) - many + 1))
    return [_line(passage, document, source, run) for run in found if _is(run, sought)]


def _is(run: Sequence[Token], sought: Sought) -> bool:
    *before, last = zip(run, sought.words, strict=True)
    ends = last[0].word.startswith(last[1]) if sought.prefix else last[0].word == last[1]
    return ends and all(token.word == word for token, word in before)


def _line(passage: Passage, document: Document, source: Source, run: Sequence[Token]) -> Line:
    pieces = _pieces(passage.spans, run[0].start, run[-1].end)
    reach = _reach(document, passage.spans, pieces)
    key = _key(document, pieces)
    left = _cut_left(document.text, max(reach.start, key.start - AROUND), reach.start, key.start)
    right = _cut_right(document.text, key.end, min(reach.end, key.end + AROUND), reach.end)
    return Line(source, passage, left, key, right, *(line_text(document, span) for span in (left, key, right)))


def _pieces(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    """Find where in the document the derived characters `start` to `end` stand."""
    starts: list[int] = []
    at = 0
    for place, span in enumerate(spans):
        at += 1 if place and not span.glued else 0
        starts.append(at)
        at += len(span)
    found: list[Span] = []
    for place in range(bisect_right(starts, start) - 1, len(spans)):
        span, begin = spans[place], starts[place]
        if begin >= end:
            break
        first, last = max(start - begin, 0), min(end - begin, len(span))
        if first < last:
            found.append(Span(span.start + first, span.start + last))
    return found


def _key(document: Document, pieces: Sequence[Span]) -> Span:
    """Join the pieces of a key word over line ends and short marks; over a page's break, keep the longest piece."""
    gaps = (document.text[one.end : other.start].strip() for one, other in pairwise(pieces))
    if all(len(gap) <= _MARKS for gap in gaps):
        return Span(pieces[0].start, pieces[-1].end)
    return max(pieces, key=len)


def _reach(document: Document, spans: Sequence[Span], pieces: Sequence[Span]) -> Span:
    """Find how far context may go: over the passage's spans that only white space parts, so that no furniture shows."""
    start, end = pieces[0].start, pieces[-1].end
    for span in reversed([span for span in spans if span.start < start]):
        if document.text[span.end : start].strip() and span.end < start:
            break
        start = span.start
    for span in (span for span in spans if span.end > end):
        if document.text[end : span.start].strip() and span.start > end:
            break
        end = span.end
    return Span(start, end)


def _cut_left(text: str, start: int, least: int, end: int) -> Span:
    """Begin the context at the beginning of a word, where the script has spaces."""
    inside = least < start < end and not text[start - 1].isspace()
    space = re.compile(r"\s+").search(text, start, end) if inside else None
    return Span(space.end() if space and space.end() < end else start, end)


def _cut_right(text: str, start: int, end: int, most: int) -> Span:
    """End the context at the end of a word."""
    if start < end < most and not text[end].isspace():
        spaces = [space.start() for space in re.compile(r"\s+").finditer(text, start, end)]
        end = spaces[-1] if spaces and spaces[-1] > start else end
    return Span(start, end)
