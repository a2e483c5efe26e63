"""Putting the parts together: blocks, paragraphs and sentences with their places, once every unit is known."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.corpus.asides import said
from bot.corpus.attribution import Voices
from bot.corpus.metadata import with_genre
from bot.corpus.parts import Block, Metadata, Paragraph, Sentence, Structure
from bot.corpus.prose import Prose, Said
from bot.corpus.pulled import Heard
from bot.corpus.segmentation import drafts_of
from bot.corpus.sentences import sentence_bounds
from bot.corpus.statements import statements_of
from bot.corpus.units import EDITORS, Page, Unit
from bot.model import BlockKind, Source, Span, Speaker

_NO_PARAGRAPH = frozenset(
    {BlockKind.FURNITURE, BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.KICKER, BlockKind.SPEAKER_LABEL}
)
# Nobody whom the text names says these, and they are no sentences of it.
_NO_SENTENCES = frozenset({BlockKind.CREDIT, BlockKind.EDITORIAL_NOTE})
_NEVER_SPEAKS = _NO_PARAGRAPH | {BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.AUTHOR_BIO, BlockKind.EDITORIAL_NOTE}
_PERSONAL = re.compile(r"\b(?:I|я)\b")
_QUOTED = re.compile(r"[“\"«„][^”\"»“]{0,2000}[”\"»“]")


def assemble(page: Page, metadata: Metadata, voices: Voices, source: Source | None) -> Structure:
    """Make the structure of a page whose units are settled and have their speakers."""
    blocks: list[Block] = []
    proses: list[Prose] = []
    section: list[tuple[int, str]] = []
    closing = _closing(page.units)
    for unit in page.units:
        if unit is closing:
            section.pop()
        number = None if unit.kind in _NO_PARAGRAPH else len(proses)
        blocks.extend(_blocks(unit, number))
        if number is not None:
            proses.append(_prose(page, unit, number, section))
    statements, cited = statements_of(proses, source)
    _give(blocks, proses, cited)
    _give_pulled(page.text, blocks, proses, statements)
    personal = any(_personal(prose) for prose in proses if prose.paragraph.speaker == voices.author)
    blocks.sort(key=lambda block: block.span.start)
    paragraphs = tuple(prose.paragraph for prose in proses)
    return Structure(
        with_genre(
            metadata,
            turns=voices.interviewer is not None,
            statements=len(statements),
            personal=personal or _parted(page),
        ),
        tuple(blocks),
        paragraphs,
        tuple(said.statement for said in statements),
        tuple(sentence for paragraph in paragraphs for sentence in paragraph.sentences),
        tuple(drafts_of(proses, statements, turns=voices.turns)),
    )


def _give_pulled(text: str, blocks: list[Block], proses: list[Prose], statements: Sequence[Said]) -> None:
    """Give each pull quote that repeats somebody's quoted words to whoever says them in the text."""
    pulled = [number for number, prose in enumerate(proses) if prose.paragraph.kind is BlockKind.PULL_QUOTE]
    heard = Heard(text, statements if pulled else ())
    _give(blocks, proses, {n: who for n in pulled if (who := heard.speaker_of(proses[n])) is not None})


def _give(blocks: list[Block], proses: list[Prose], given: Mapping[int, Speaker]) -> None:
    """Give paragraphs, by their numbers, to whoever says them, with their sentences and blocks."""
    for number, who in given.items():
        prose, paragraph = proses[number], proses[number].paragraph
        sentences = tuple(replace(sentence, speaker=who) for sentence in paragraph.sentences)
        proses[number] = replace(prose, paragraph=replace(paragraph, speaker=who, sentences=sentences))
    for place, block in enumerate(blocks if given else ()):
        if block.paragraph is not None and block.paragraph in given:
            blocks[place] = replace(block, speaker=given[block.paragraph])


def _closing(units: Sequence[Unit]) -> Unit | None:
    """Find where a text goes on after its numbered sections, when each of them is only a list under its heading.

    Such a section ends with its list: the paragraphs that follow the last one close the whole text.
    """
    numbered = [n for n, unit in enumerate(units) if unit.kind is BlockKind.HEADING and unit.marker == "number"]
    if len(numbered) < 2 or any(unit.kind is BlockKind.HEADING for unit in units[numbered[-1] + 1 :]):
        return None
    shown = (BlockKind.LIST_ITEM, BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.FURNITURE)
    if any(unit.kind not in (*shown, BlockKind.HEADING) for unit in units[numbered[0] : numbered[-1]]):
        return None
    rest = [unit for unit in units[numbered[-1] + 1 :] if unit.kind not in shown[1:]]
    if not rest or rest[0].kind is not BlockKind.LIST_ITEM:
        return None
    return next((unit for unit in rest if unit.kind is not BlockKind.LIST_ITEM), None)


def _parted(page: Page) -> bool:
    """Whether headings part the text, as they part books and studies rather than news."""
    return any(unit.kind is BlockKind.HEADING for unit in page.units)


def _personal(prose: Prose) -> bool:
    plain = prose.paragraph.plain
    return ("I" in plain or "я" in plain) and _PERSONAL.search(_QUOTED.sub(" ", plain)) is not None


def _voice(unit: Unit) -> Speaker:
    return EDITORS if unit.kind in _NEVER_SPEAKS else unit.speaker


def _blocks(unit: Unit, number: int | None) -> Iterator[Block]:
    if unit.label is not None and unit.kind is not BlockKind.SPEAKER_LABEL:
        yield Block(BlockKind.SPEAKER_LABEL, unit.label, EDITORS)
    for span in _unglued(unit.spans):
        yield Block(unit.kind, span, _voice(unit), number)


def _unglued(spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(Span(span.start, span.end) if span.glued else span for span in spans)


def _prose(page: Page, unit: Unit, number: int, section: list[tuple[int, str]]) -> Prose:
    above = section[-1][1] if section else None
    path = tuple(title for _, title in section)
    if unit.kind is BlockKind.HEADING:
        above, path = _enter(unit, section)
    words = unit.flow.words
    bounds = () if unit.kind in _NO_SENTENCES else tuple(said(words, sentence_bounds(words)))
    speaker = _voice(unit)
    sentences = tuple(Sentence(spans, number, speaker) for spans in _sentence_spans(page.text, unit, bounds))
    paragraph = Paragraph(unit.kind, _unglued(unit.spans), speaker, above, sentences, unit.flow.plain, unit.flow.pieces)
    return Prose(paragraph, unit.flow, bounds, path, unit.cited)


def _enter(unit: Unit, section: list[tuple[int, str]]) -> tuple[str | None, tuple[str, ...]]:
    """Go into the section of a heading: those of its own level and below are left. Gives what stands above it."""
    level = len(unit.sign) if unit.marker == "heading" else 7
    while section and section[-1][0] >= level:
        section.pop()
    above = section[-1][1] if section else None
    path = tuple(title for _, title in section)
    section.append((level, unit.plain[:300]))
    return above, path


def _sentence_spans(text: str, unit: Unit, bounds: Sequence[tuple[int, int]]) -> Iterator[tuple[Span, ...]]:
    """Give each sentence's raw spans, one for each block, with the markup that stands around its words."""
    spans, flow = unit.spans, unit.flow
    base, whole = spans[0].start, flow.pieces[0]
    if len(spans) == len(flow.pieces) == 1 and (base, spans[0].end) == (whole.start, whole.end):
        yield from ((Span(base + start, base + end),) for start, end in bounds)
        return
    first, reached = 0, base
    for number, (start, end) in enumerate(bounds, 1):
        a, b = flow.place(start), flow.place(end - 1) + 1
        follows = flow.place(bounds[number][0]) if number < len(bounds) else spans[-1].end
        found: list[Span] = []
        while first < len(spans) - 1 and a >= spans[first].end:
            first += 1
        place = first
        while place < len(spans) and spans[place].start < b:
            left = _outward(text, max(a, spans[place].start), max(spans[place].start, reached), -1)
            right = _outward(text, min(b, spans[place].end), min(max(b, follows), spans[place].end), 1)
            found.append(Span(left, right))
            reached = right
            place += 1
        yield tuple(found)


def _outward(text: str, place: int, limit: int, step: int) -> int:
    """Move a sentence's end over the markup at it, as far as no white space comes."""
    while place != limit and not text[place if step > 0 else place - 1].isspace():
        place += step
    return place
