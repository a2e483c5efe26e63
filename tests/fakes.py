"""A library in memory, built from plain strings: `FakeLibrary({"letter": "# Heading\\n\\nFirst passage. …"})`.

A paragraph is a passage; `# heading` stands above those after it; `NAME: words` is a turn of NAME's; `> NAME: words`
is a paragraph of the author's in which NAME is quoted with all of it. Line ends inside a paragraph become one space.
"""

import difflib
import re
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass

from bot.errors import PassageWithdrawn, SourceChanged, UnknownPassage, UnknownSource, UnknownSpeaker
from bot.model import Document, Passage, Role, Source, Span, Speaker, Statement, StatementType, words_in

_SENTENCE = re.compile(r"\S.*?(?:[.!?…]+[\"”’)]*(?=\s|$)|$)", re.DOTALL)
_TURN = re.compile(r"(> )?([A-ZА-ЯІЇЄ][\w.’-]*(?: [A-ZА-ЯІЇЄ][\w.’-]*)*): ")


@dataclass(frozen=True, slots=True)
class FakeShelved:
    source: Source
    edition: str
    passages: int
    words: int
    file: str | None = None
    added: str = "2025-01-01"
    rules: str = ""


class FakeLibrary:
    """Serves texts from memory. `changed` names sources whose file differs: their documents are refused."""

    def __init__(self, texts: Mapping[str, str] | None = None, sources: Sequence[Source] = ()) -> None:
        self.changed: set[str] = set()
        self._documents: dict[str, Document] = {}
        self._passages: dict[str, list[Passage]] = {}
        self._shelf: dict[str, FakeShelved] = {}
        self._withdrawn: dict[str, str] = {}
        self._generation = 0
        records = {source.id: source for source in sources}
        for name, text in (texts or {}).items():
            self.put(records.get(name, Source(name, name.capitalize(), ("Ada Penn",), language="en")), text)

    def put(self, source: Source, text: str) -> None:
        """Add a text, or its new edition."""
        self.take(source.id)
        document = Document.of(source.id, text)
        passages = list(passages_of(document, source))
        for passage in passages:
            self._withdrawn.pop(passage.id, None)
        total = sum(words_in(document.derive(passage.spans)) for passage in passages)
        self._documents[source.id] = document
        self._passages[source.id] = passages
        self._shelf[source.id] = FakeShelved(source, document.edition, len(passages), total)
        self._generation += 1

    def take(self, source: str) -> None:
        """Remove a text."""
        self._withdrawn.update({passage.id: source for passage in self._passages.pop(source, [])})
        self._documents.pop(source, None)
        if self._shelf.pop(source, None):
            self._generation += 1

    def sources(self) -> tuple[FakeShelved, ...]:
        return tuple(self._shelf[name] for name in sorted(self._shelf))

    def source(self, wanted: str) -> FakeShelved:
        for shelved in self.sources():
            if wanted.casefold() in (shelved.source.id.casefold(), shelved.source.title.casefold()):
                return shelved
        raise UnknownSource(tuple(difflib.get_close_matches(wanted, self._shelf, cutoff=0)))

    def speakers(self) -> tuple[str, ...]:
        every = (passage for passages in self._passages.values() for passage in passages)
        voices = (s for p in every for s in (p.speaker, *(statement.speaker for statement in p.statements)))
        return tuple(sorted({voice.name for voice in voices if voice.name}))

    def speaker(self, wanted: str) -> str:
        for name in self.speakers():
            if wanted.casefold() in name.casefold():
                return name
        raise UnknownSpeaker(tuple(difflib.get_close_matches(wanted, self.speakers(), cutoff=0)))

    def generation(self) -> int:
        return self._generation

    async def document(self, source: str, edition: str) -> Document:
        document = self._documents.get(source)
        if document is None or document.edition != edition or source in self.changed:
            raise SourceChanged(source)
        return document

    async def passages(self, ids: Sequence[str]) -> list[Passage]:
        known = {passage.id: passage for passages in self._passages.values() for passage in passages}
        for wanted in ids:
            if wanted in self._withdrawn:
                raise PassageWithdrawn(wanted, self._withdrawn[wanted])
            if wanted not in known:
                raise UnknownPassage
        return [known[wanted] for wanted in ids]

    async def neighbours(self, passage: Passage, before: int, after: int) -> list[Passage]:
        return await self.of_source(passage.source, max(passage.number - before, 1), passage.number + after)

    async def of_source(self, source: str, first: int = 1, last: int | None = None) -> list[Passage]:
        return self._passages[source][first - 1 : last]

    async def interviews(self) -> frozenset[str]:
        asking = Role.INTERVIEWER
        return frozenset(name for name, own in self._passages.items() if any(one.speaker.role is asking for one in own))

    async def headings(self) -> tuple[tuple[str, str], ...]:
        return tuple(
            dict.fromkeys(
                (name, above) for name, own in self._passages.items() for one in own for above in one.headings
            )
        )

    async def order(self, source: str) -> tuple[str, ...]:
        return tuple(passage.id for passage in self._passages[source])

    async def scan(self, batch: int = 1000) -> AsyncIterator[list[tuple[Passage, str]]]:
        every = [
            (p, self._documents[name].derive(p.spans)) for name in sorted(self._passages) for p in self._passages[name]
        ]
        for start in range(0, len(every), batch):
            yield every[start : start + batch]


def passages_of(document: Document, source: Source) -> list[Passage]:
    """Cut a document into passages as the module says."""
    found: list[Passage] = []
    headings: tuple[str, ...] = ()
    author = Speaker(source.authors[0], Role.AUTHOR) if source.authors else Speaker(None, Role.UNCLEAR)
    for block in re.finditer(r"\S(?:.|\n(?!\s*\n))*", document.text):
        if block.group().startswith("# "):
            headings = (block.group()[2:].strip(),)
            continue
        start, end, speaker, statements = block.start(), block.start() + len(block.group().rstrip()), author, ()
        turn = _TURN.match(document.text, start)
        if turn:
            start = turn.end()
            voice = Speaker(turn.group(2), Role.QUOTED if turn.group(1) else Role.INTERVIEWEE, None)
            if turn.group(1):
                statements = (Statement(tuple(_lines(document.text, start, end)), voice, StatementType.DIRECT),)
            else:
                speaker = voice
        spans = tuple(_lines(document.text, start, end))
        sentences = tuple(
            tuple(_lines(document.text, start + m.start(), start + m.end()))
            for m in _SENTENCE.finditer(document.text[start:end])
        )
        number = len(found) + 1
        name = f"{source.id}-{number}"
        made = Passage(
            name,
            source.id,
            document.edition,
            number,
            spans,
            sentences,
            speaker,
            headings=headings,
            statements=statements,
        )
        found.append(made)
    return found


def _lines(text: str, start: int, end: int) -> list[Span]:
    lines = (Span(start + m.start(), start + m.end()) for m in re.finditer(r"[^\n]+", text[start:end]))
    return [span for span in lines if text[span.start : span.end].strip()]
