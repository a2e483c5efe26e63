"""A structure as plain data for other programs: metadata, blocks, paragraphs, quotes, sentences, passages."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from bot.corpus import selectors
from bot.corpus.parts import Block, Draft, Metadata, Raw, Structure
from bot.model import Document, Passage, Role, Span, Speaker, Statement

_ROLES = {Role.AUTHOR: "author_voice", Role.EDITOR: "editorial_voice"}
_LINE = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_MARKS = "\"“”„«»‘’‹›'「」"


def to_json(raw: Raw, structure: Structure, passages: Sequence[Passage] | None = None) -> dict[str, Any]:
    """Give a structure as data that `json` can write. Offsets are code points of `raw.text`, ends not included.

    `passages` are those with ids; without them the drafts stand in their place, with `id` and `selector` null.
    """
    lines = [0, *(match.end() for match in _LINE.finditer(raw.text))]
    return {
        "offset_unit": "code points of the decoded file, [start,end)",
        "length": len(raw.text),
        "metadata": _metadata(structure.metadata),
        "blocks": [_block(raw.text, lines, number, block) for number, block in enumerate(structure.blocks, 1)],
        "paragraphs": _paragraphs(raw.text, structure),
        "quotes": _quotes(raw.text, lines, structure),
        "sentences": _sentences(raw.text, structure),
        "passages": _passages(raw, structure.drafts if passages is None else passages),
    }


def _metadata(metadata: Metadata) -> dict[str, Any]:
    found = {name: getattr(metadata, name) for name in Metadata.__dataclass_fields__}
    return {**found, "authors": list(metadata.authors)}


def _role(speaker: Speaker) -> str:
    return _ROLES.get(speaker.role, speaker.role.value)


def _voice(speaker: Speaker) -> dict[str, Any]:
    via = {"via": speaker.via} if speaker.via else {}
    return {"speaker": speaker.name, "role": _role(speaker), **via}


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _raw(text: str, spans: Sequence[Span]) -> str:
    parts = [
        ("" if span.glued or not number else " ") + text[span.start : span.end] for number, span in enumerate(spans)
    ]
    return "".join(parts)


def _block(text: str, lines: list[int], number: int, block: Block) -> dict[str, Any]:
    return {
        "id": f"b{number:03}",
        "kind": block.kind.value,
        "start": block.span.start,
        "end": block.span.end,
        "text": text[block.span.start : block.span.end],
        "line": bisect_right(lines, block.span.start),
        **_voice(block.speaker),
        "para": None if block.paragraph is None else f"p{block.paragraph + 1:03}",
    }


def _paragraphs(text: str, structure: Structure) -> list[dict[str, Any]]:
    blocks: list[list[str]] = [[] for _ in structure.paragraphs]
    for number, block in enumerate(structure.blocks, 1):
        if block.paragraph is not None:
            blocks[block.paragraph].append(f"b{number:03}")
    return [
        {
            "id": f"p{number + 1:03}",
            "kind": paragraph.kind.value,
            "blocks": blocks[number],
            "spans": _pairs(paragraph.spans),
            "text": _raw(text, paragraph.spans),
            "plain": paragraph.plain,
            **_voice(paragraph.speaker),
            "section": paragraph.section,
        }
        for number, paragraph in enumerate(structure.paragraphs)
    ]


def _quotes(text: str, lines: list[int], structure: Structure) -> list[dict[str, Any]]:
    starts = [block.span.start for block in structure.blocks]
    return [_quote(text, lines, structure, starts, number, said) for number, said in enumerate(structure.statements, 1)]


def _quote(
    text: str, lines: list[int], structure: Structure, starts: list[int], number: int, said: Statement
) -> dict[str, Any]:
    start, end = said.spans[0].start, said.spans[-1].end
    place = max(0, bisect_right(starts, start) - 1)
    block = structure.blocks[place]
    return {
        "id": f"q{number:02}",
        "start": start,
        "end": end,
        "outer_start": start - (start > 0 and text[start - 1] in _MARKS),
        "outer_end": end + (end < len(text) and text[end] in _MARKS),
        "text": _raw(text, said.spans),
        "spans": _pairs(said.spans),
        **_voice(said.speaker),
        "type": said.type.value,
        "line": bisect_right(lines, start),
        "cue": said.cue,
        "block": f"b{place + 1:03}",
        "para": None if block.paragraph is None else f"p{block.paragraph + 1:03}",
    }


def _sentences(text: str, structure: Structure) -> list[dict[str, Any]]:
    return [
        {
            "id": f"s{number:03}",
            "para": f"p{sentence.paragraph + 1:03}",
            "kind": structure.paragraphs[sentence.paragraph].kind.value,
            "spans": _pairs(sentence.spans),
            "text": _raw(text, sentence.spans),
            "speaker": sentence.speaker.name,
        }
        for number, sentence in enumerate(structure.sentences, 1)
    ]


def _passages(raw: Raw, passages: Sequence[Passage] | Sequence[Draft]) -> list[dict[str, Any]]:
    document = Document.of("", raw.text)
    return [
        {
            "id": passage.id if isinstance(passage, Passage) else None,
            "spans": _pairs(passage.spans),
            **_voice(passage.speaker),
            "kind": passage.kind.value,
            "headings": list(passage.headings),
            "selector": selectors.to_json(selectors.select(document, passage))
            if isinstance(passage, Passage)
            else None,
        }
        for passage in passages
    ]
