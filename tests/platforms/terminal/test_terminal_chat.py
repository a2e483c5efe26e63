"""A conversation at a prompt, with the keys that people press."""

import io
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.app import open_app
from bot.config import Config
from bot.platforms.terminal import chat as chatting
from bot.platforms.terminal.console import Console


class Screen(Console):
    """A console that takes itself for a terminal, and keeps what is printed."""

    def __init__(self, height: int) -> None:
        super().__init__(width=100)
        self.file = io.StringIO()
        self._force_terminal = True
        self._height = height

    @property
    def seen(self) -> str:
        assert isinstance(self.file, io.StringIO)
        return self.file.getvalue()


async def talk(data: Path, monkeypatch: pytest.MonkeyPatch, keys: str, *, height: int = 200) -> str:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    screen = Screen(height)
    with create_pipe_input() as typed, create_app_session(input=typed, output=DummyOutput()):
        typed.send_text(keys)
        async with open_app(Config(data=str(data))) as app:
            await chatting.chat(app.dispatch, app.desk, "en", screen)
    return screen.seen


async def test_a_sitting(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = await talk(data, monkeypatch, "quote ceasefire count=1\r1\r\rquit\r")
    assert "3 texts" in seen
    assert "1 Context" in seen
    assert "2 More" in seen
    assert "1 Earlier" in seen
    assert "Goodbye." in seen


async def test_the_keys_that_end_and_interrupt(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = await talk(data, monkeypatch, "half a li\x03\x04")
    assert "“quit” or Ctrl-D leaves" in seen
    assert "Goodbye." in seen


async def test_a_long_reply_opens_in_the_pager(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paged: list[str] = []
    monkeypatch.setattr("rich.pager.SystemPager.show", lambda _self, content: paged.append(content))
    seen = await talk(data, monkeypatch, "privacy\rquit\r", height=20)
    assert "Kept for good" in paged[0]
    assert "Kept for good" not in seen


async def test_the_page_of_moderators_is_told_of_but_not_served(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = await talk(data, monkeypatch, "review page\rquit\r")
    assert "commonplace run" in seen
    assert "/enter/" not in seen
