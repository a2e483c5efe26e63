"""A library of passages that are there already: what the benchmarks of searching build the project's own index from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.model import Document, Passage, Role, Source, Span, Speaker

Given = list[tuple[str, str]]
"""Passages by id, each with its text."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A text whose passages are made when they are asked for."""

    source: Source
    passages: int
    words: int
    make: Callable[[], Given]
    edition: str = "1"
    rules: str = ""
    added: str = "2025-01-01"


class Shelf:
    """Serves such texts as the library does; only the text that is being read is kept."""

    def __init__(self, texts: Sequence[Shelved]) -> None:
        self._texts = {text.source.id: text for text in sorted(texts, key=lambda text: text.source.id)}
        self._open: tuple[str, str, Document, list[Passage]] | None = None

    def put(self, text: Shelved) -> None:
        """Add a text, or its new edition."""
        self._texts = dict(sorted({**self._texts, text.source.id: text}.items()))

    def sources(self) -> tuple[Shelved, ...]:
        return tuple(self._texts.values())

    def source(self, wanted: str, /) -> Shelved:
        return self._texts[wanted]

    def speakers(self) -> tuple[str, ...]:
        return ()

    def generation(self) -> int:
        return 1

    async def document(self, source: str, _edition: str, /) -> Document:
        return self._read(source)[0]

    async def of_source(self, source: str, first: int = 1, last: int | None = None) -> list[Passage]:
        return self._read(source)[1][first - 1 : last]

    async def passages(self, ids: Sequence[str], /) -> list[Passage]:
        known = {passage.id: passage for text in self._texts for passage in self._read(text)[1]}
        return [known[wanted] for wanted in ids]

    async def neighbours(self, passage: Passage, before: int, after: int, /) -> list[Passage]:
        return await self.of_source(passage.source, max(passage.number - before, 1), passage.number + after)

    def _read(self, source: str) -> tuple[Document, list[Passage]]:
        text = self._texts[source]
        if self._open is None or self._open[:2] != (source, text.edition):
            given = text.make()
            document = Document.of(source, "\n\n".join(content for _, content in given))
            self._open = (source, text.edition, document, _passages(document, given))
        return self._open[2:]


def _passages(document: Document, given: Given) -> list[Passage]:
    found: list[Passage] = []
    at = 0
    for number, (name, content) in enumerate(given, 1):
        spans = (Span(at, at + len(content)),)
        voice = Speaker(None, Role.UNCLEAR)
        found.append(Passage(name, document.source, document.edition, number, spans, (spans,), voice))
        at += len(content) + 2
    return found
