"""Deferring, as the strict local Discord sees it: in time, as private as it was declared, in order."""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest_asyncio

from tests.blackbox.house import REPOSITORY


@pytest_asyncio.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Any]:
    from localcord import BotProcess, Localcord

    async with Localcord() as dc:
        script = str(Path(__file__).with_name("slow_bot.py"))
        bot = BotProcess(dc, [sys.executable, script], env={"PYTHONPATH": ""}, log=str(tmp_path / "bot.log"))
        bot.env["PYTHONPATH"] = f"{Path(sys.modules['localcord'].__file__ or '').parent / 'inject'}:{REPOSITORY}"
        await bot.start(wait_sync=True)
        yield bot
        await bot.stop()
        dc.assert_clean()


@pytest_asyncio.fixture
async def dc(bot: Any) -> Any:
    return bot.server


async def test_slow_answers(dc: Any) -> None:
    at_once, deferred, private, long = await asyncio.gather(
        dc.slash("slow", {"tenths": 5}, settle=1.5),
        dc.slash("slow", {"tenths": 25}),
        dc.slash("slow", {"tenths": 25, "what": "private"}, settle=1.5),
        dc.slash("slow", {"tenths": 20, "what": "long"}, settle=2.0),
    )
    assert not at_once.deferred
    assert deferred.deferred
    assert not deferred.ephemeral
    assert "waited 25" in deferred.text
    assert private.deferred
    assert private.message is None
    assert [message["flags"] & 64 for message in private.followups] == [64]
    assert long.deferred
    assert len(long.followups) >= 3
    read = " ".join(part for part in long.text.replace("\\[…\\]", "").replace("> ", "").split() if part)
    assert read.index("number 0 of") < read.index("number 200 of") < read.index("number 399 of")


async def test_a_line_that_breaks_after_the_deferral(dc: Any) -> None:
    dc.faults.add("drop_response", "update_original_webhook_message", times=1)
    result = await dc.slash("slow", {"tenths": 20}, settle=1.0)
    assert result.error is None
    assert "waited 20" in result.text


async def test_who_asks_while_texts_are_read_is_told_and_answered_later(bot: Any, dc: Any) -> None:
    await bot.stop()
    bot.env["READS_FOR"] = "4.5"
    await bot.start()
    early = await dc.slash("slow", {"tenths": 1})
    assert early.error is None
    assert early.ephemeral
    assert "still reading" in early.text
    assert early.latency_ms < 2_500
    await asyncio.sleep(0.5)
    waiting = await dc.slash("slow", {"tenths": 1})  # near enough to the end: it waits, or is told again
    assert waiting.error is None
    await asyncio.sleep(4.0)
    assert "waited 1" in (await dc.slash("slow", {"tenths": 1})).text
