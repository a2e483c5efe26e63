"""What is tried again, what is given up, and that neither is told with words of people."""

from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
import pytest

from bot.platforms.discord import delivering
from bot.platforms.discord.delivering import Outcome, deliver
from bot.platforms.discord.pausing import Pauses


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivering, "_BEFORE_TRYING_AGAIN", 0)


def refusal(status: int, code: int) -> discord.HTTPException:
    response: Any = SimpleNamespace(status=status, reason="")
    kind = {403: discord.Forbidden, 404: discord.NotFound}.get(status, discord.HTTPException)
    return kind(response, {"code": code, "message": "what somebody wrote"})


class Line:
    """A line that fails in the given ways, one after the other, and then works."""

    def __init__(self, *failures: BaseException) -> None:
        self.failures = list(failures)
        self.tried = 0

    async def send(self) -> None:
        self.tried += 1
        if self.failures:
            raise self.failures.pop(0)


RESET = ConnectionResetError(104, "reset")
GONE = aiohttp.ServerDisconnectedError()


@pytest.mark.parametrize(
    ("failures", "again", "outcome", "tried"),
    [
        ((), True, Outcome.DONE, 1),
        ((RESET,), True, Outcome.DONE, 2),
        ((GONE,), True, Outcome.DONE, 2),
        ((RESET,), False, Outcome.LOST, 1),
        ((RESET, RESET), True, Outcome.LOST, 2),
        ((TimeoutError(),), True, Outcome.DONE, 2),
        ((refusal(400, 40060),), True, Outcome.LOST, 1),
        ((RESET, refusal(400, 40060)), True, Outcome.DONE, 2),
        ((refusal(404, 10062),), True, Outcome.LOST, 1),
        ((refusal(401, 50027),), True, Outcome.LOST, 1),
        ((refusal(403, 50013),), True, Outcome.LOST, 1),
        ((refusal(500, 0),), True, Outcome.LOST, 1),
    ],
)
async def test_what_becomes_of_a_delivery(
    failures: tuple[BaseException, ...], again: bool, outcome: Outcome, tried: int
) -> None:
    line = Line(*failures)
    assert await deliver(line.send, Pauses(), "1", again=again) is outcome
    assert line.tried == tried


async def test_a_limit_of_the_whole_address_begins_a_silence() -> None:
    pauses = Pauses()
    await deliver(Line(refusal(429, 0)).send, pauses, "1", again=True)
    assert not pauses.allows("2")


async def test_a_channel_that_refuses_is_left_alone() -> None:
    pauses = Pauses()
    for _ in range(3):
        await deliver(Line(refusal(403, 50013)).send, pauses, "1", again=True)
    assert not pauses.allows("1")
    assert pauses.allows("2")


async def test_nothing_of_an_error_s_words_is_logged(capsys: pytest.CaptureFixture[str]) -> None:
    await deliver(Line(refusal(400, 50035)).send, Pauses(), "1", again=True)
    assert "what somebody wrote" not in capsys.readouterr().out
