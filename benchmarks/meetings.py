"""Meetings as texts of the bot's, a passage of every six sentences, asked for summaries as everybody asks."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from functools import cache
from hashlib import sha256
from pathlib import Path

from benchmarks.models import legs
from benchmarks.shelf import Shelf, Shelved
from bot.answers.summary import summary
from bot.errors import AskingError
from bot.model import Document, Passage, Role, Source, Span, Speaker, words_in
from bot.search import Index

SENTENCES_A_PASSAGE = 6
MEETING = Source("meeting", "Meeting", language="en")


@cache
def passages_of(sentences: tuple[str, ...]) -> tuple[Document, list[Passage]]:
    """Make the document and the passages of a meeting; each sentence is one span."""
    document = Document.of(MEETING.id, "\n".join(sentences))
    spans: list[tuple[Span, ...]] = []
    start = 0
    for text in sentences:
        spans.append((Span(start, start + len(text)),))
        start += len(text) + 1
    made = []
    for number, at in enumerate(range(0, len(spans), SENTENCES_A_PASSAGE), 1):
        own = tuple(spans[at : at + SENTENCES_A_PASSAGE])
        whole = tuple(span for one in own for span in one)
        name, voice = f"{MEETING.id}.{number}", Speaker("A", Role.AUTHOR)
        made.append(Passage(name, MEETING.id, document.edition, number, whole, own, voice))
    return document, made


class Meeting(Shelf):
    """A library that has one meeting."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self._made = passages_of(tuple(sentences))
        document, passages = self._made
        total = sum(map(words_in, sentences))
        super().__init__([Shelved(MEETING, len(passages), total, list, document.edition)])

    def _read(self, source: str) -> tuple[Document, list[Passage]]:
        return self._made


class Asking:
    """Answers with `summary` itself, over an index of the meeting alone; `semantic`: with the extra.

    What only comes `nearest` to a question is no answer, unless that is wanted.

    The vectors of a meeting are kept in `kept`, if that is given, so that they are worked out once.
    """

    def __init__(self, *, semantic: bool = False, kept: Path | None = None, nearest: bool = False) -> None:
        self._semantic, self._kept, self._nearest = semantic, kept, nearest
        self._runner = asyncio.Runner()
        self._meeting: Sequence[str] = ()

    def open(self, sentences: Sequence[str]) -> None:
        """Index a meeting, unless it is the one that was asked about before; with the extra, read it."""
        if sentences is not self._meeting:
            self._meeting, self._library = sentences, Meeting(sentences)
            self._index = self._runner.run(self._opened())

    async def _opened(self) -> Index:
        if not self._semantic:
            return await Index.open(None, self._library)
        name = sha256("\n".join(self._meeting).encode()).hexdigest()[:16]
        async with AsyncExitStack() as stack:
            found = await legs(stack, self._kept / name if self._kept else None)
            index = await Index.open(None, self._library, legs=found)
            for leg in found:
                await leg.done()
            return index

    def __call__(self, sentences: Sequence[str], query: str, budget: int) -> list[int]:
        """Give the numbers of the sentences that are quoted."""
        try:
            found = self._runner.run(summary(self._library, self._index, query, words=budget))
        except AskingError:
            return []
        if found.near and not self._nearest:
            return []
        quoted = [span for part in found.parts for one in part.excerpts for span in one.spans]
        starts = [spans[0].start for passage in passages_of(tuple(sentences))[1] for spans in passage.sentences]
        return [at for at, start in enumerate(starts) if any(span.start <= start < span.end for span in quoted)]
