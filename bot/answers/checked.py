"""What a wording is, compared with the texts: each quote in it with its verdict and the sentences that it stands in.

Nothing of the wording goes into the trace: that keeps passages and verdicts.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.answers.quoting import Excerpt, excerpt, opened, shelf, still_there
from bot.errors import SourceChanged
from bot.model import (
    Change,
    Checked,
    Diff,
    DiffKind,
    DiffPart,
    Passage,
    Span,
    Trace,
    TracedHit,
    VerdictKind,
)
from bot.model.quotations import ChangeKind
from bot.quotation.provider import Quotations
from bot.search import Library

# A message with more quotes than these is checked in part, and told so.
MOST_QUOTES = 5
_NOWHERE = frozenset({VerdictKind.NOT_FOUND, VerdictKind.CLOSE})


@dataclass(frozen=True, slots=True)
class Assessed:
    """One quote: its verdict, the sentences of the texts that it stands in, and a diff where its words differ.

    `titles` are those of texts that have words in them which are in no passage, and `headings` those in texts, each
    after its text's title.
    """

    checked: Checked
    excerpts: tuple[Excerpt, ...]
    diff: Diff | None
    titles: tuple[str, ...] = ()
    headings: tuple[tuple[str, str], ...] = ()

    @property
    def named(self) -> bool:
        """Whether the words are those of a title or a heading."""
        return bool(self.titles or self.headings)


@dataclass(frozen=True, slots=True)
class Assessment:
    """Every quote in a wording, and the gravest `verdict` of all.

    It is unclear, too, where every quote is as in the texts and stands among other words, so that nobody can tell where
    it is meant to end. `unread` counts the quotes beyond the most that are told; `changed` names changed texts.
    """

    verdict: VerdictKind
    quotes: tuple[Assessed, ...]
    unread: int
    texts: int
    changed: tuple[str, ...]
    trace: Trace


async def assess(library: Library, quotations: Quotations, wording: str) -> Assessment:
    """Check a wording against all texts. Raises NoTexts."""
    from bot.quotation import check  # here, because numpy comes with it

    count = len(shelf(library))
    # On a thread: long wordings take milliseconds, the first look for a paraphrase a tenth of a second. That is looked
    # for in small libraries only, where little else could be meant.
    report = await asyncio.to_thread(check, wording, await quotations.texts(), close=True)
    changed: dict[str, None] = {}
    quotes = [
        await _assessed(library, quotations, checked, wording, changed) for checked in report.quotes[:MOST_QUOTES]
    ]
    hits = {e.passage.id: TracedHit(e.passage.id, e.passage.edition, 0.0) for quote in quotes for e in quote.excerpts}
    trace = Trace("check", (), (("verdict", report.verdict.value),), tuple(hits.values()), count)
    return Assessment(report.verdict, tuple(quotes), len(report.quotes) - len(quotes), count, tuple(changed), trace)


async def _assessed(
    library: Library, quotations: Quotations, checked: Checked, wording: str, changed: dict[str, None]
) -> Assessed:
    if checked.verdict in _NOWHERE:
        named = await _named(library, quotations, checked)
        if named.named:
            return named
    passages = {passage.id: passage for passage in await still_there(library, [p.passage for p in checked.places])}
    found: list[Excerpt] = []
    for place in checked.places:
        if place.passage not in passages:
            continue
        passage = passages[place.passage]
        try:
            document, source = (await opened(library, [passage])).passages[0][1:]
        except SourceChanged:
            changed[passage.source] = None
            continue
        found.append(excerpt(passage, document, source, sentences_around(passage, place.spans)))
    merged = [one for at, one in enumerate(found) if one.spans not in [other.spans for other in found[:at]]]
    return Assessed(checked, tuple(merged), diff(checked, wording))


async def _named(library: Library, quotations: Quotations, checked: Checked) -> Assessed:
    """Judge words that stand in no passage by the titles of texts that have them, or else by headings in texts."""
    titles, headings = await quotations.titles()
    texts = {text.source.id: text.source.title for text in shelf(library)}
    named = tuple(dict.fromkeys(title for text, title in titles.having(checked.wording) if text in texts))
    under = () if named else headings.having(checked.wording)
    above = tuple((texts[text], heading) for text, heading in under if text in texts)
    return Assessed(replace(checked, verdict=VerdictKind.NOT_FOUND, places=()), (), None, named, above)


def sentences_around(passage: Passage, places: Sequence[Span]) -> tuple[Span, ...]:
    """Give the document's spans of the whole sentences that hold some places of a passage's words."""
    start, end = min(place.start for place in places), max(place.end for place in places)
    held = [spans for spans in passage.sentences if _within(passage, spans, start, end)]
    return tuple(span for spans in held for span in spans) or passage.spans


def _within(passage: Passage, sentence: Sequence[Span], start: int, end: int) -> bool:
    first, last = _derived(passage, sentence[0].start), _derived(passage, sentence[-1].end - 1) + 1
    return first < end and start < last


def _derived(passage: Passage, offset: int) -> int:
    """Turn a place in the document into one in the words that the passage's spans derive."""
    passed = 0
    for number, span in enumerate(passage.spans):
        passed += 1 if number and not span.glued else 0
        if offset < span.end:
            return passed + max(0, offset - span.start)
        passed += len(span)
    return passed


def diff(checked: Checked, wording: str) -> Diff | None:
    """Set what was said beside what the text has; None where they are the same, or where there is no such place."""
    if checked.verdict not in (VerdictKind.ALTERED, VerdictKind.STITCHED, VerdictKind.SHORTENED) or not checked.changes:
        return None
    parts: list[DiffPart] = []
    ordered = sorted(checked.changes, key=lambda change: (change.said_span.start, change.said_span.end))
    at = min(checked.said.start, ordered[0].said_span.start)  # words at the edge may be added to the quote
    for change in ordered:
        if change.said_span.start < at:
            continue  # it is told by another change already
        parts.append(_same(wording[at : change.said_span.start]))
        parts.append(_part(change))
        at = change.said_span.end
    parts.append(_same(wording[at : max(at, checked.said.end)]))
    return Diff(tuple(_spaced([part for part in parts if part.said or part.true])))


def _same(words: str) -> DiffPart:
    return DiffPart(DiffKind.SAME, words, words)


def _part(change: Change) -> DiffPart:
    match change.kind:
        case ChangeKind.ADDED:
            return DiffPart(DiffKind.ADDED, change.said, "")
        case ChangeKind.LEFT_OUT:
            return DiffPart(DiffKind.LEFT_OUT, "", change.true)
        case _:
            return DiffPart(DiffKind.REPLACED, change.said, change.true)


def _spaced(parts: Sequence[DiffPart]) -> list[DiffPart]:
    """Put a space between what is left out and the words beside it, which the wording has no place for."""
    spaced = list(parts)
    for at, (one, other) in enumerate(pairwise(parts)):
        if one.kind is DiffKind.LEFT_OUT and other.kind is DiffKind.SAME and other.said[:1].isalnum():
            spaced[at + 1] = replace(other, said=f" {other.said}")
        elif other.kind is DiffKind.LEFT_OUT and one.kind is DiffKind.SAME and one.said[-1:].isalnum():
            spaced[at] = replace(spaced[at], said=f"{spaced[at].said} ")
    return spaced
