"""What holds for the legs of both models: what was read is kept, and broken weights are told."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.errors import SemanticUnusable
from bot.search.semantic.english.leg import MeaningInEnglish
from bot.search.semantic.leg import Meaning
from bot.search.semantic.reading import Reading
from tests.fakes import FakeLibrary

LETTER = "The harbour was closed in March. Ships lay at the dyke till May.\n\nShips waited at the dyke."

Kind = type[Meaning] | type[MeaningInEnglish]

each = pytest.mark.parametrize(("kind", "weights"), [(Meaning, "every_model"), (MeaningInEnglish, "english_model")])


def shelf() -> FakeLibrary:
    return FakeLibrary({"letter": LETTER})


def near(leg: Meaning | MeaningInEnglish) -> Sequence[object]:
    """All that a leg says about ships."""
    return [*leg.nearness("ships", ["letter-1", "letter-2"]), *leg.nearest("ships", 10)]


@each
async def test_what_was_read_is_not_read_again(
    kind: Kind, weights: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model: Path = request.getfixturevalue(weights)
    told: list[tuple[int, int]] = []
    file = tmp_path / "vectors"
    async with kind.open(model, file, lambda done, whole: told.append((done, whole))) as leg:
        await leg.refresh(shelf())
        await leg.done()
        found = near(leg)
    assert told[-1] == (2, 2)
    assert None not in found

    def never(*_: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(Reading, "__init__", never)
    for may_read in (True, False):
        async with kind.open(model, file, may_read=may_read) as leg:
            await leg.refresh(shelf())
            assert near(leg) == found
    async with kind.open(model, None, may_read=False) as leg:
        await leg.refresh(shelf())
        await leg.done()
        assert near(leg) == [None, None]


@each
async def test_weights_that_are_broken_are_told(kind: Kind, weights: str, tmp_path: Path) -> None:
    file = tmp_path / {"every_model": "weights.bin", "english_model": "model.onnx"}[weights]
    file.write_bytes(b"broken")
    with pytest.raises(SemanticUnusable) as told:
        async with kind.open(file, None):
            pass
    assert told.value.file == file.name
    with pytest.raises(SemanticUnusable):
        async with Reading(file):
            pass
