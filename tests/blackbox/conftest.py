"""Black-box tests are marked, and skipped with a loud reason where there is no local Discord."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from tests.blackbox.house import LOCALCORD, MISSING, House


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.blackbox)
            item.add_marker(pytest.mark.timeout(120))
            if not LOCALCORD.is_dir():
                item.add_marker(pytest.mark.skip(reason=MISSING))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[House]:
    """One bot for all tests of a file."""
    from localcord import Localcord

    async with Localcord() as dc:
        started = await House(dc, tmp_path_factory.mktemp("house")).start()
        yield started
        await started.stop()
        started.assert_clean()


@pytest.fixture
async def new_house(tmp_path: Path) -> AsyncIterator[Callable[..., House]]:
    """Makes houses for tests that break them; what still runs at the end is stopped."""
    from localcord import Localcord

    made: list[House] = []
    async with Localcord() as dc:

        def make() -> House:
            made.append(House(dc, tmp_path))
            return made[-1]

        yield make
        for one in made:
            await one.bot.stop()
