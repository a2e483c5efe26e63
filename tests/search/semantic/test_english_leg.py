"""The leg for English: its texts alone are read, its questions alone are answered, and it brings no passages."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.model import Source
from bot.search.legs import Leg
from bot.search.semantic.english.encoder import English
from bot.search.semantic.english.leg import MeaningInEnglish
from tests.fakes import FakeLibrary

LETTER = "The harbour was closed in March. Ships lay at the dyke till May.\n\nShips waited at the dyke."


@pytest.fixture
async def leg(english_model: Path) -> AsyncIterator[MeaningInEnglish]:
    async with MeaningInEnglish.open(english_model, None) as opened:
        yield opened


def shelf() -> FakeLibrary:
    library = FakeLibrary({"letter": LETTER})
    library.put(Source("lyst", "Lyst", (), language="uk"), "Гавань закрили. Ships left.")
    return library


async def test_it_is_a_leg(leg: MeaningInEnglish) -> None:
    agreed: Leg = leg
    assert 0 < agreed.share("en") < 1
    assert agreed.share("uk") == 0
    assert agreed.least("en") > 1 > agreed.stranger("en")


async def test_it_says_how_near_english_passages_are_to_english_questions(
    leg: MeaningInEnglish, english_model: Path
) -> None:
    assert leg.nearness("ships", ["letter-1"]) == [None]
    before = leg.generation
    await leg.refresh(shelf())
    await leg.done()
    assert leg.generation > before
    encoder = English(english_model)
    asked, every = encoder.question("ships"), [encoder.passage(text)[0] for text in LETTER.split("\n\n")]
    usual = sum(float(vector @ asked) for vector in every) / 2
    await leg.prepare(["ships", "кораблі"])
    found = leg.nearness("ships", ["letter-2", "lyst-1", "nowhere", "letter-1"])
    assert found == [
        pytest.approx(float(every[1] @ asked) - usual, abs=0.01),
        None,
        None,
        pytest.approx(float(every[0] @ asked) - usual, abs=0.01),
    ]
    assert leg.nearness("кораблі", ["letter-1"]) == [None]
    assert leg.nearness("Was war in der Stadt", ["letter-1"]) == [None]
    assert leg.nearness("ships", []) == []
    assert leg.nearest("ships", 10) == ()


async def test_a_library_without_english_texts_costs_nothing(
    leg: MeaningInEnglish, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = shelf()
    library.take("letter")
    monkeypatch.setattr(English, "question", None)
    await leg.refresh(library)
    await leg.done()
    await leg.prepare(["ships"])
    assert leg.nearness("ships", ["lyst-1"]) == [None]
