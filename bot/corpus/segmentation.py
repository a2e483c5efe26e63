"""From paragraphs to drafts of passages: one thought, one speaker, whole sentences, about 40 to 120 words."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.corpus.markup import Flow
from bot.corpus.overlong import pieces
from bot.corpus.parts import Draft, Paragraph
from bot.corpus.prose import Prose, Said
from bot.model import BlockKind, Role, Span, Speaker, Statement

LEAST, MOST = 40, 120
_ITEM = 8
_LEAD_IN = 25
# A last paragraph of fewer words than this goes with the passage before it.
_REST = 20
_LEANS = re.compile(
    r"[“\"(]?(?:this|that|these|those|it|its|they|their|them|he|she|his|her|such|so|but|and|yet|thus|"
    r"therefore|however|moreover|also|both|"
    r"це|цей|ця|ці|вони|він|вона|але|це|это|они|он|она|но|cela|ce|ils|elle|mais|das|dies|sie|er|aber)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Sentence:
    """A sentence on its way into a passage: its place in the words of its paragraph, and how many words it has."""

    flow: Flow
    start: int
    end: int
    words: int
    paragraph: int

    @property
    def leans(self) -> bool:
        """Whether it opens as one that speaks of the sentence before."""
        return _LEANS.match(self.flow.words, self.start) is not None


@dataclass(slots=True)
class _Run:
    """Paragraphs that may share passages: one speaker, one kind, under the same headings."""

    speaker: Speaker
    kind: BlockKind
    headings: tuple[str, ...]
    paragraphs: list[list[_Sentence]]
    mixes: bool


def drafts_of(proses: Sequence[Prose], said: Sequence[Said], *, turns: bool) -> Iterator[Draft]:
    """Cut a text into drafts, each with the statements that stand in it."""
    statements = [item.statement for item in said]
    starts = [statement.spans[0].start for statement in statements]
    for run in _runs(proses, turns=turns):
        for group in _grouped(run):
            yield _draft(run, group, statements, starts)


def _runs(proses: Sequence[Prose], *, turns: bool) -> Iterator[_Run]:
    run: _Run | None = None
    lead_in: str | None = None
    for number, prose in enumerate(proses):
        paragraph = prose.paragraph
        kind = paragraph.kind
        if kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or not prose.bounds:
            if run is not None and kind in (BlockKind.HEADING, BlockKind.TITLE):
                yield run
                run = None
            lead_in = None if kind is BlockKind.HEADING else lead_in
            continue
        lead_in = lead_in if kind is BlockKind.LIST_ITEM else None
        if lead_in and paragraph.plain[:1].islower():  # the item ends the sentence that leads to it
            kind = BlockKind.PARAGRAPH
        headings = (*prose.headings, lead_in) if lead_in and kind is BlockKind.LIST_ITEM else prose.headings
        fresh = _Run(paragraph.speaker, kind, headings, [_sentences(number, prose)], _mixes(paragraph.speaker, turns))
        if _leads(paragraph, fresh.paragraphs[0][-1]):
            lead_in = paragraph.plain[prose.bounds[-1][0] :]
        if run is not None and run.mixes and (run.speaker, run.kind, run.headings) == (fresh.speaker, kind, headings):
            run.paragraphs += fresh.paragraphs
            continue
        if run is not None:
            yield run
        run = fresh
    if run is not None:
        yield run


def _leads(paragraph: Paragraph, last: _Sentence) -> bool:
    """Whether a paragraph's last sentence may lead to a list: a short one that ends with a colon, or asks."""
    ends = paragraph.plain.endswith((":", "?"))
    return paragraph.kind is BlockKind.PARAGRAPH and ends and last.words <= _LEAD_IN


def _mixes(speaker: Speaker, turns: bool) -> bool:
    """Whether paragraphs next to each other are surely one voice: unclear ones in a conversation may be two."""
    return not (turns and speaker.role is Role.UNCLEAR)


def _sentences(number: int, prose: Prose) -> list[_Sentence]:
    words, flow = prose.flow.words, prose.flow
    found: list[_Sentence] = []
    for start, end in prose.bounds:
        places = list(pieces(words, start, end, MOST))
        for a, b in places:  # a piece of an overlong sentence is a passage of its own: it counts as a full one
            found.append(_Sentence(flow, a, b, MOST if len(places) > 1 else words.count(" ", a, b) + 1, number))
    return found


def _grouped(run: _Run) -> Iterator[list[_Sentence]]:
    if run.kind is BlockKind.LIST_ITEM:
        yield from _items(run.paragraphs)
        return
    before: list[_Sentence] = []
    pending: list[_Sentence] = []
    length = 0
    for part in (part for paragraph in run.paragraphs for part in _parts(paragraph)):
        more = _length(part)
        if pending and (min(length, more) >= LEAST or length >= 2 * LEAST or length + more > MOST):
            if before:
                yield before
            before, pending, length = pending, [], 0
        pending = pending + part
        length += more
    if before and length < _REST and _length(before) + length <= MOST:
        before, pending = before + pending, []
    yield from (group for group in (before, pending) if group)


def _items(items: Sequence[list[_Sentence]]) -> Iterator[list[_Sentence]]:
    """Give each item of a list as a passage of its own; tiny ones go together until they are as long as a passage."""
    pending: list[_Sentence] = []
    length = 0
    for item in items:
        more = _length(item)
        if pending and (more >= _ITEM or length + more > MOST):
            yield pending
            pending, length = [], 0
        if more >= _ITEM:
            yield from _parts(item)
        else:
            pending += item
            length += more
    if pending:
        yield pending


def _length(sentences: Sequence[_Sentence]) -> int:
    return sum(sentence.words for sentence in sentences)


def _parts(sentences: list[_Sentence]) -> Iterator[list[_Sentence]]:
    """Cut a long paragraph into parts of like length, rather before a sentence that does not lean on the one before."""
    total = _length(sentences)
    count = max(1, -(-total // MOST))
    target = total / count
    part: list[_Sentence] = []
    length = 0
    for place, sentence in enumerate(sentences):
        if part and (
            length + sentence.words > MOST
            or (length >= LEAST and length + sentence.words / 2 >= target and not sentence.leans)
        ):
            yield part
            part, length = [], 0
        part.append(sentence)
        length += sentence.words
        if place == len(sentences) - 1:
            yield part


def _draft(run: _Run, group: Sequence[_Sentence], statements: Sequence[Statement], starts: Sequence[int]) -> Draft:
    spans = _merged(group)
    first, last = spans[0].start, spans[-1].end
    inside = [statements[i] for i in range(bisect_left(starts, first), bisect_left(starts, last))]
    return Draft(
        spans,
        tuple(sentence.flow.cut(sentence.start, sentence.end) for sentence in group),
        run.speaker,
        run.kind,
        run.headings,
        tuple(statement for statement in inside if statement.spans[-1].end <= last),
    )


def _merged(group: Sequence[_Sentence]) -> tuple[Span, ...]:
    """Cut out what the sentences of a group cover, the sentences of one paragraph with the space between them."""
    found: list[Span] = []
    for _, sentences in groupby(group, key=lambda sentence: sentence.paragraph):
        run = list(sentences)
        found += run[0].flow.cut(run[0].start, run[-1].end)
    return tuple(found)
