"""What many tests start from: settings for hypothesis, and a data folder with the shipped texts in it."""

import asyncio
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says how busy the machine is, and nothing about the code.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture(scope="session")
def shipped_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the shipped texts and their index; copy it before you use it."""
    # Imported here, so that tests of one part don't load and need all of them.
    from bot.app import open_app
    from bot.config import Config

    folder = tmp_path_factory.mktemp("shipped") / "data"

    async def build() -> None:
        async with open_app(Config(data=str(folder))):
            pass

    asyncio.run(build())
    return folder


@pytest.fixture
def data(shipped_store: Path, tmp_path: Path) -> Path:
    """A data folder of the test's own, with the shipped texts in it."""
    return Path(shutil.copytree(shipped_store, tmp_path / "data"))
