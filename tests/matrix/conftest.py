"""Matrix tests run on a real homeserver, and are skipped with a loud reason where there is none."""

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio

from tests.matrix.between import Between, between
from tests.matrix.bot_process import Bot, House, running
from tests.matrix.people import Person
from tests.matrix.synapse import MISSING, installed, shared


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents and "house" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.blackbox)
            item.add_marker(pytest.mark.timeout(180))
            if not installed():
                item.add_marker(pytest.mark.skip(reason=MISSING))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory, shipped_store: Path) -> AsyncIterator[House]:
    """The homeserver, and the bots and people of one file's tests."""
    async with aiohttp.ClientSession() as session:
        made = House(await shared(), session, tmp_path_factory.mktemp("matrix"), shipped_store)
        try:
            yield made
        finally:
            await made.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def line(house: House) -> AsyncIterator[Between]:
    """What stands between a bot and its homeserver, where one is told to go through it."""
    async with between(house.synapse, house.session) as made:
        yield made


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(house: House) -> AsyncIterator[Bot]:
    """A bot as it comes; files that want another one have their own."""
    async with running(await house.bot()) as started:
        yield started


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def ada(house: House) -> Person:
    """Somebody who asks."""
    return await house.person()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def room(house: House, bot: Bot, ada: Person) -> str:
    """A room of the two."""
    return await house.room(bot, ada)
