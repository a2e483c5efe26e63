"""An export as W3C Web Annotations (JSON-LD), which other tools of annotation read.

After the "Web Annotation Data Model" (W3C Recommendation, 2017): a collection with one page. A target has the place of
the passage in its edition, and its words too, as long as the text's rights let one answer quote so many.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bot.corpus.selectors import select, to_json
from bot.discussion.exporting.records import Record
from bot.errors import PassageWithdrawn, SourceChanged, UnknownPassage
from bot.model import Document, Passage, Rights, words_in

Told = Callable[[Record], str]
"""Says in a few words how often a passage was discussed."""


class _Library(Protocol):
    """Where the words of passages come from."""

    async def passages(self, ids: Sequence[str]) -> list[Passage]:
        """Give passages in the order of their ids. Raises UnknownPassage and PassageWithdrawn."""
        ...

    async def document(self, source: str, edition: str) -> Document:
        """Give a text as it was in an edition. Raises SourceChanged."""
        ...


@dataclass(frozen=True, slots=True)
class Annotations:
    """The file, how many annotations have only the place of their passage, and how many passages have none."""

    data: bytes
    placed: int
    left_out: int


async def annotations(records: Sequence[Record], library: _Library, told: Told) -> Annotations:
    """Give records as a collection; passages whose text changed or went have no place, and are left out."""
    items: list[dict[str, Any]] = []
    spent: dict[str, int] = {}
    placed = 0
    for record in records:
        target = await _target(record, library)
        if target is None:
            continue
        if not _within(record, target, spent):
            placed += 1
            target["selector"] = [part for part in target["selector"] if part["type"] == "TextPositionSelector"]
        items.append(_annotation(record, target, told(record)))
    collection = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationCollection",
        "total": len(items),
        "first": {"type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    data = (json.dumps(collection, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")
    return Annotations(data, placed, len(records) - len(items))


async def _target(record: Record, library: _Library) -> dict[str, Any] | None:
    try:
        (passage, *_) = await library.passages([record.ranked.passage])
        document = await library.document(passage.source, passage.edition)
    except (UnknownPassage, PassageWithdrawn, SourceChanged):
        return None
    return {name: value for name, value in to_json(select(document, passage)).items() if name != "@context"}


def _within(record: Record, target: dict[str, Any], spent: dict[str, int]) -> bool:
    """Whether the words of a target may be quoted, after those of its text that were; if so, they are counted."""
    source = record.ranked.source
    used = spent.get(source.id, 0) + words_in(target["selector"][0]["exact"])
    most = _most(source.rights)
    if most is not None and used > most:
        return False
    spent[source.id] = used
    return True


def _most(rights: Rights) -> int | None:
    caps = [cap for cap in (rights.words_per_answer, rights.words_per_day) if cap is not None]
    return min(caps) if caps else None


def _annotation(record: Record, target: dict[str, Any], told: str) -> dict[str, Any]:
    review = record.review
    bodies = [_body("describing", told), _body("tagging", review.status.value if review else "open")]
    if review and review.note:
        bodies.insert(0, _body("commenting", review.note))
    made: dict[str, Any] = {
        "id": f"urn:commonplace:{record.ranked.passage}",
        "type": "Annotation",
        "motivation": "commenting" if review and review.note else "assessing",
        "body": bodies,
        "target": target,
    }
    return made | ({"modified": f"{review.hour}:00:00Z"} if review else {})


def _body(purpose: str, words: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": words}
