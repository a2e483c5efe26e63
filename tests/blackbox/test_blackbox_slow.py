"""Deferring, as the strict local Discord sees it: in time, as private as it was declared, in order."""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest_asyncio

from tests.blackbox.house import REPOSITORY


@pytest_asyncio.fixture
async def dc(tmp_path: Path) -> AsyncIterator[Any]:
    from localcord import BotProcess, Localcord

    async with Localcord() as dc:
        script = str(Path(__file__).with_name("slow_bot.py"))
        bot = BotProcess(dc, [sys.executable, script], env={"PYTHONPATH": ""}, log=str(tmp_path / "bot.log"))
        bot.env["PYTHONPATH"] = f"{Path(sys.modules['localcord'].__file__ or '').parent / 'inject'}:{REPOSITORY}"
        await bot.start(wait_sync=True)
        yield dc
        await bot.stop()
        dc.assert_clean()


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
