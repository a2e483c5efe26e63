"""Asking on Matrix: by prefix, by name, in direct rooms, by number; where answers stand and whom they notify."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.matrix.bot_process import Bot, House
from tests.matrix.people import Person, answers_to

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(house: House) -> AsyncIterator[Bot]:
    started = await (await house.bot()).start()
    yield started
    assert await started.stop() == 0, started.output()
    assert "Traceback" not in started.output()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def ada(house: House) -> Person:
    return await house.person()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def room(house: House, bot: Bot, ada: Person) -> str:
    return await house.room(bot, ada)


async def test_a_command_with_the_prefix(bot: Bot, ada: Person, room: str) -> None:
    answer = await ada.ask(room, "!quote ceasefire count=1", bot.person)
    content = answer["content"]
    assert content["msgtype"] == "m.notice"
    assert content["m.mentions"] == {}
    assert "<blockquote>" in content["formatted_body"]
    assert "interview-digest." in content["body"]
    assert content["org.commonplace.choices"][0].startswith("context ")
