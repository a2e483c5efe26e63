"""What many tests start from: settings for hypothesis, and a data folder with the shipped texts in it."""

import asyncio
import logging
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says how busy the machine is, and nothing about the code.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def _logging_as_it_was() -> Iterator[None]:
    """Take back what a command set up: its handler writes to the standard error of its test alone."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level


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


@pytest.fixture(scope="session")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, str], Path]:
    """Give a folder with one text, and make `data` a folder that has read it: a process is started for each text once.

    The folder of the text is shared: nobody may change what is in it.
    """
    from bot.app import open_app
    from bot.config import Config, Texts

    made: dict[str, Path] = {}

    async def build(folder: Path) -> None:
        async with open_app(
            Config(data=str(folder / "data"), texts=Texts(shipped=False, folder=str(folder / "texts")))
        ):
            pass

    def read(data: Path, text: str) -> Path:
        if text not in made:
            folder = tmp_path_factory.mktemp("read")
            (folder / "texts").mkdir()
            (folder / "texts" / "text.md").write_text(text, encoding="utf-8")
            asyncio.run(build(folder))
            made[text] = folder
        shutil.copytree(made[text] / "data", data)
        return made[text] / "texts"

    return read


@pytest.fixture
def data(shipped_store: Path, tmp_path: Path) -> Path:
    """A data folder of the test's own, with the shipped texts in it."""
    return Path(shutil.copytree(shipped_store, tmp_path / "data"))
