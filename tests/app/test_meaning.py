"""The extra `semantic`: picked up when it is there, told once when it can't be used, and never needed."""

from pathlib import Path

import pytest

import bot.app.meaning
from bot.app import open_app
from bot.config import Config
from tests.search.semantic.english_file import SHIPPED, write_english
from tests.search.semantic.model_file import write_model


@pytest.fixture(autouse=True)
def neither(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.app.meaning, "installed", lambda: None)
    monkeypatch.setattr(bot.app.meaning, "installed_english", lambda: None)


@pytest.fixture
def told() -> list[tuple[str, dict[str, str | int]]]:
    return []


async def _asked(data: Path, told: list[tuple[str, dict[str, str | int]]]) -> int:
    def tell(message: str, /, **values: str | int) -> None:
        told.append((message, values))

    async with open_app(Config(data=str(data)), told=tell) as app:
        return len(app.desk.index.search("shelters in Uman").matches)


async def test_without_the_extra_nothing_is_said(data: Path, told: list[tuple[str, dict[str, str | int]]]) -> None:
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


async def test_the_model_for_english_joins_the_other_and_reads_after_it(
    data: Path, tmp_path: Path, told: list[tuple[str, dict[str, str | int]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    every, english = write_model(tmp_path / "weights.bin"), write_english(tmp_path / "model.onnx", SHIPPED)
    monkeypatch.setattr(bot.app.meaning, "installed", lambda: every)
    monkeypatch.setattr(bot.app.meaning, "installed_english", lambda: english)
    async with open_app(Config(data=str(data)), told=lambda message, /, **_: told.append((message, {}))) as app:
        for leg in app.desk.index._legs:
            await leg.done()  # type: ignore[attr-defined]
        ranked = app.desk.index.search("shelters in Uman").matches
        assert {"meaning", "english"} <= {signal.name for match in ranked for signal in match.why}
        beside = app.desk.index.search("сховища в Uman").matches
        assert "english" not in {signal.name for match in beside for signal in match.why}
    assert [message for message, _ in told][-2:] == ["cli-reading-meaning", "cli-reading-english"]
    assert (data / "meaning-english").stat().st_size > 1_000


async def test_a_broken_model_for_english_costs_it_alone(
    data: Path, tmp_path: Path, told: list[tuple[str, dict[str, str | int]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    every = write_model(tmp_path / "weights.bin")
    (tmp_path / "model.onnx").write_bytes(b"broken")
    monkeypatch.setattr(bot.app.meaning, "installed", lambda: every)
    monkeypatch.setattr(bot.app.meaning, "installed_english", lambda: tmp_path / "model.onnx")

    def tell(message: str, /, **values: str | int) -> None:
        told.append((message, values))

    async with open_app(Config(data=str(data)), told=tell) as app:
        every, english = app.desk.index._legs
        assert (every.name, every.share("en") > 0) == ("meaning", True)
        assert (english.name, english.share("en")) == ("english", 0)
        assert app.desk.index.search("shelters in Uman").matches
    broken = [values for message, values in told if message == "error-semantic-unusable"]
    assert [values["file"] for values in broken] == ["model.onnx"]
