"""The extra `semantic`: picked up when it is there, told once when it can't be used, and never needed."""

from pathlib import Path

import pytest

import bot.app.meaning
from bot.app import open_app
from bot.config import Config
from tests.search.semantic.model_file import write_model


@pytest.fixture
def told() -> list[tuple[str, dict[str, str | int]]]:
    return []


async def _asked(data: Path, told: list[tuple[str, dict[str, str | int]]]) -> int:
    def tell(message: str, /, **values: str | int) -> None:
        told.append((message, values))

    async with open_app(Config(data=str(data)), told=tell) as app:
        return len(app.desk.index.search("shelters in Uman").matches)


async def test_without_the_extra_nothing_is_said(
    data: Path, told: list[tuple[str, dict[str, str | int]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.app.meaning, "installed", lambda: None)
    assert await _asked(data, told)
    assert told == []
    assert not (data / "meaning").exists()


async def test_a_broken_extra_is_told_once_and_everything_else_goes_on(
    data: Path, tmp_path: Path, told: list[tuple[str, dict[str, str | int]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "weights.bin").write_bytes(b"broken")
    monkeypatch.setattr(bot.app.meaning, "installed", lambda: tmp_path / "weights.bin")
    assert await _asked(data, told)
    assert [message for message, _ in told] == ["error-semantic-unusable"]


async def test_the_extra_is_picked_up_and_its_vectors_are_kept(
    data: Path, tmp_path: Path, told: list[tuple[str, dict[str, str | int]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    model = write_model(tmp_path / "weights.bin")
    monkeypatch.setattr(bot.app.meaning, "installed", lambda: model)
    async with open_app(Config(data=str(data)), told=lambda message, /, **_: told.append((message, {}))) as app:
        (leg,) = app.desk.index._legs
        await leg.done()  # type: ignore[attr-defined]
        ranked = app.desk.index.search("shelters in Uman").matches
        assert "meaning" in {signal.name for match in ranked for signal in match.why}
    assert told[-1:] == [("cli-reading-meaning", {})]
    assert (data / "meaning").stat().st_size > 1_000
