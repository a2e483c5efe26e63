"""A store of each test's own, and texts to put into it."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.model import Document, Passage, Role, Source, Span, Speaker
from bot.store.database import Database
from bot.store.texts import Addition, Stamp

MakeAddition = Callable[..., Addition]


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with await Database.open(tmp_path / "store.db") as opened:
        yield opened


@pytest.fixture
def addition() -> MakeAddition:
    """Make what the store writes of a text with so many passages, each a line of it."""

    def make(name: str = "letter", lines: int = 3, text: str | None = None, **more: object) -> Addition:
        words = text or "\n".join(f"Line {number} of {name} speaks of rivers." for number in range(1, lines + 1))
        document = Document.of(name, words)
        passages, start = [], 0
        for number, line in enumerate(words.split("\n"), start=1):
            spans = (Span(start, start + len(line)),)
            who = Speaker("Ada Penn", Role.AUTHOR)
            passages.append(Passage(f"{name}-{line.split()[1]}", name, document.edition, number, spans, (spans,), who))
            start += len(line) + 1
        stamp = Stamp(f"/texts/{name}.txt", len(words), 1, document.edition)
        given = {"source": Source(name, name.title()), "document": document, "stamp": stamp, "day": "2025-03-01"}
        return Addition(**{**given, "words": 7 * len(passages), "passages": tuple(passages), **more})  # type: ignore[arg-type]

    return make
