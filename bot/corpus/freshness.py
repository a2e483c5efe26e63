"""Whether a file on disk still is the one that was read."""

import asyncio
import hashlib
import os
from pathlib import Path

from bot.store.texts import Stamp


def hash_file(path: Path) -> str:
    """Give the sha256 (hexadecimal) of a file's bytes, read piece by piece. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Freshness:
    """Compares files with their stamps: a stat (2 µs) each time, the bytes only where its time is another."""

    def __init__(self) -> None:
        self._hashed: dict[str, tuple[tuple[int, int], str]] = {}

    async def fresh(self, stamp: Stamp) -> bool:
        """Whether the file still holds the stamp's bytes. One that is gone can't differ: the store has its text."""
        if stamp.file is None:
            return True
        seen = _look(stamp.file)
        if seen is None:
            return True
        size, mtime_ns = seen
        if size != stamp.size:
            return False
        return mtime_ns == stamp.mtime_ns or await self._hash(Path(stamp.file), seen) == stamp.sha256

    async def _hash(self, path: Path, seen: tuple[int, int]) -> str | None:
        known = self._hashed.get(str(path))
        if known is not None and known[0] == seen:
            return known[1]
        try:
            found = await asyncio.to_thread(hash_file, path)
        except OSError:
            return None  # a file that can't be read can't be shown to be the same
        self._hashed[str(path)] = (seen, found)
        return found


def _look(path: str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - a Path takes twice as long to make as its file to look at
    except FileNotFoundError:
        return None
    except OSError:
        return (-1, 0)
    return found.st_size, found.st_mtime_ns
