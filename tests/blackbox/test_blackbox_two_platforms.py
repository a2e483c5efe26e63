"""Discord and Matrix in one process: both answer, and what ends Matrix does not end Discord."""

import asyncio
from pathlib import Path

import aiohttp
import pytest

from tests.blackbox.house import House
from tests.matrix import bot_process
from tests.matrix.synapse import MISSING, installed, shared

pytestmark = pytest.mark.skipif(not installed(), reason=MISSING)
READY = bot_process.READY


async def test_both_answer_and_discord_goes_on_when_matrix_is_refused(tmp_path: Path, data: Path) -> None:
    from localcord import Localcord

    synapse = await shared()
    async with Localcord() as dc, aiohttp.ClientSession() as session:
        rooms = bot_process.House(synapse, session, tmp_path, data)
        matrix = await rooms.bot(MATRIX_PASSWORD="")
        more = {"COMMONPLACE_MATRIX__HOMESERVER": synapse.url, "MATRIX_TOKEN": await matrix.new_token()}
        house = House(dc, tmp_path, **more)
        try:
            await house.start()
            ada = await rooms.person()
            room = await rooms.room(matrix, ada)
            assert "digest" in (await ada.ask(room, "!sources", matrix.person))["content"]["body"]
            assert (await house.answers()).error is None
            await matrix.revoked()
            for _ in range(200):
                if "a platform has ended" in house.bot.output():
                    break
                await asyncio.sleep(0.1)
            assert "a platform has ended" in house.bot.output()
            assert (await house.answers()).error is None
            assert await house.bot.stop() == 0
        finally:
            await house.bot.stop()
            await rooms.close()
