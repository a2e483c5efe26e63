"""Work beside other things: it ends with them, and doesn't fail unseen."""

import asyncio
import json

import pytest

from bot import logs
from bot.background import beside
from bot.config import Log


async def test_it_goes_on_and_is_broken_off_at_the_end() -> None:
    began, ended = asyncio.Event(), asyncio.Event()

    async def work() -> None:
        began.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    async with beside(work()):
        await began.wait()
        assert not ended.is_set()
    assert ended.is_set()


async def test_what_it_fails_by_is_told_at_once_and_raised_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure(Log(format="json"))

    async def work() -> None:
        raise ValueError("canary")

    async def going_on() -> None:
        async with beside(work()):
            for _ in range(3):
                await asyncio.sleep(0)
            told = json.loads(capsys.readouterr().err)
            assert (told["error"], told["level"]) == ("ValueError", "error")
            assert "canary" not in str(told)

    with pytest.raises(ValueError, match="canary"):
        await going_on()


async def test_work_that_is_done_needs_no_breaking_off() -> None:
    done: list[int] = []

    async def work() -> None:
        done.append(1)

    async with beside(work()):
        await asyncio.sleep(0)
    assert done == [1]


async def test_what_fails_in_the_context_breaks_it_off_too() -> None:
    ended = asyncio.Event()

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    async def failing() -> None:
        async with beside(work()):
            await asyncio.sleep(0)
            raise KeyError

    with pytest.raises(KeyError):
        await failing()
    assert ended.is_set()
