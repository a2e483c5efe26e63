"""Files that come in while the bot runs: where they are put, what they may be called, and that nothing stays of them.

What is only on its way lies in `incoming/` inside the data folder, the copies that texts are quoted from in `texts/`.
"""

import asyncio
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path, PurePosixPath
from tempfile import mkdtemp
from threading import Lock

from bot.config import Config
from bot.corpus.reading.files import fetch, media_of
from bot.corpus.reading.limits import Limits
from bot.errors import FileUnreadable

_LONGEST = 60
_UNSAFE = re.compile(r"[^a-z0-9]+")


def own_texts(config: Config) -> Path:
    """Give the folder of the texts that were added by command."""
    return Path(config.data).expanduser() / "texts"


def way_of(name: str) -> PurePosixPath:
    """Read what somebody calls a file: it may have the slashes of any system."""
    return PurePosixPath(name.replace("\\", "/"))


def safe_name(name: str) -> str:
    """Make a file's name of what somebody calls it: letters, digits and hyphens, and the ending by which it is read.

    Raises FileKindUnknown.
    """
    # What stands before the last slash is a way to somewhere, and no name.
    last = Path(way_of(name).name)
    media_of(last)
    stem = _UNSAFE.sub("-", last.stem.lower()).strip("-")[:_LONGEST].strip("-")
    return f"{stem or 'text'}{last.suffix.lower()}"


class Receiving:
    """The folder of files on their way; whatever a former process left in it is cleared away at first use."""

    def __init__(self, config: Config) -> None:
        self._folder = Path(config.data).expanduser() / "incoming"
        self._cleared = False
        self._clearing = Lock()

    @asynccontextmanager
    async def folder(self) -> AsyncIterator[Path]:
        """Give a folder of one's own, which is removed with everything in it."""
        made = await asyncio.to_thread(self._make)
        try:
            yield made
        finally:
            await asyncio.to_thread(shutil.rmtree, made, ignore_errors=True)

    def holds(self, file: Path) -> bool:
        """Whether a file lies in such a folder: then a platform has put it there, and nobody has named a path."""
        return file.resolve().is_relative_to(self._folder.resolve())

    def _make(self) -> Path:
        with self._clearing:  # two may come first at once, each on a thread of its own
            if not self._cleared:
                shutil.rmtree(self._folder, ignore_errors=True)
                self._cleared = True
        self._folder.mkdir(parents=True, exist_ok=True)
        return Path(mkdtemp(dir=self._folder))


async def copied(file: Path, folder: Path, limits: Limits) -> Path:
    """Copy a file into a folder, under a safe name. Raises the kinds of ReadingError, with the file's own name."""

    def copy() -> Path:
        """Copy it, on a thread of its own: a file may be large, or its disk slow."""
        if not file.exists():  # rather than that a name without an ending is of no kind
            raise FileUnreadable(str(file), "missing")
        target = folder / safe_name(file.name)
        data, _ = fetch(file, limits)
        target.write_bytes(data)
        return target

    return await asyncio.to_thread(copy)
