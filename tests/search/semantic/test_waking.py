"""The model for English: in memory while there are English texts, and told once where it can't be used."""

import gc
import weakref
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from unittest.mock import Mock

import pytest

from bot.errors import SemanticUnusable
from bot.model import Source
from bot.search import Index
from bot.search.legs import Leg
from bot.search.semantic.english.leg import MeaningInEnglish
from bot.search.semantic.english.waking import Waking
from bot.search.semantic.reading import Reading
from tests.fakes import FakeLibrary

LETTER = "Ships lay in the harbour till May.\n\nThe dyke broke at night."
MANY = "\n\n".join(f"Корабель {number} стоїть у гавані." for number in range(150))


class Opened:
    """Opens the leg, and remembers the models that it loaded without holding them."""

    def __init__(self, english_model: Path, file: Path | None = None) -> None:
        self.models: list[weakref.ref[object]] = []
        self._model, self._file = english_model, file

    @asynccontextmanager
    async def __call__(self) -> AsyncIterator[MeaningInEnglish]:
        async with MeaningInEnglish.open(self._model, self._file) as leg:
            self.models.append(weakref.ref(leg._asked._encode.__self__))  # type: ignore[attr-defined]
            yield leg


def ukrainian() -> FakeLibrary:
    return FakeLibrary({"lyst": MANY}, (Source("lyst", "Лист", language="uk"),))


async def test_without_english_texts_nothing_is_loaded_and_all_is_found_by_words(english_model: Path) -> None:
    opening, library = Opened(english_model), ukrainian()
    async with Waking.open(opening, Mock()) as leg:
        agreed: Leg = leg
        index = await Index.open(None, library, legs=(agreed,))
        await leg.prepare(["ships"])
        plain = await Index.open(None, library)
        for about in ("корабель у гавані", "гавань ships", '"у гавані"'):
            assert index.search(about, limit=200) == plain.search(about, limit=200)
        assert leg.nearness("ships", ["lyst-1"]) == [None]
        assert leg.nearest("ships", 3) == ()
    assert opening.models == []


async def test_it_wakes_with_the_first_english_text_and_rests_when_the_last_has_gone(
    english_model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening, library = Opened(english_model, tmp_path / "vectors"), ukrainian()
    async with Waking.open(opening, Mock()) as leg:
        generations = [leg.generation]
        for texts in (LETTER, None, LETTER):
            if texts:
                library.put(Source("letter", "Letter", language="en"), texts)
            else:
                library.take("letter")
            await leg.refresh(library)
            await leg.done()
            gc.collect()
            assert [reference() is not None for reference in opening.models][-1] == bool(texts)
            assert (leg.share("en") > 0) == bool(texts)
            assert [near is not None for near in leg.nearness("ships", ["letter-1"])] == [bool(texts)]
            generations.append(leg.generation)
            # What was read once is in the file: it is not read again.
            monkeypatch.setattr(Reading, "__init__", Mock(side_effect=AssertionError("read again")))
        assert generations == sorted(set(generations))
        assert len(opening.models) == 2


async def test_a_model_that_cannot_be_used_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"broken")
    told: list[SemanticUnusable] = []
    library = FakeLibrary({"letter": LETTER})
    async with Waking.open(Opened(tmp_path / "model.onnx"), told.append) as leg:
        index = await Index.open(None, library, legs=(leg,))
        library.put(Source("diary", "Diary", language="en"), "Ships again.")
        await index.refresh(library)
        assert [match.passage for match in index.search("ships").matches] == ["diary-1", "letter-1"]
    assert [error.data["file"] for error in told] == ["model.onnx"]
