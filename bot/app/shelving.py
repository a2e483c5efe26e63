"""Putting a text that was read on the shelf, with a copy and a record of its own: all of it or nothing."""

import asyncio
import os
from collections import Counter
from dataclasses import replace
from pathlib import Path

from bot.app.receiving import own_texts
from bot.app.texts import Texts
from bot.corpus.labelling import sidecar_of
from bot.corpus.reading.imported import Imported
from bot.corpus.shelf import Shelved
from bot.model import Source
from bot.search import Index
from bot.store.withholding import Withholding

_SIDECAR = ".yaml"


class Shelving:
    """The one way in which texts come and change while the bot runs. `turn` is held while one does."""

    def __init__(self, texts: Texts, index: Index, wishes: Withholding) -> None:
        self.texts = texts
        self.library = texts.library
        self.turn = asyncio.Lock()
        self._index = index
        self._wishes = wishes
        self._folder = own_texts(texts.config)

    def is_own(self, shelved: Shelved) -> bool:
        """Whether a text is not read from a file of the operator's: it is a copy of the bot's, or its file is gone."""
        if shelved.file is None or not Path(shelved.file).exists():
            return True
        return Path(shelved.file).parent == self._folder.resolve()

    async def shelve(self, imported: Imported, source: Source) -> Counter[str]:
        """Put what was read in the place of the text's copy, and on the shelf; counts what became of its passages."""
        target = self._folder / f"{source.id}{imported.path.suffix}"
        former = self._former(source.id, target)
        kept = await asyncio.to_thread(_put, imported.path, target, sidecar_of(source), former)
        try:
            moved = replace(imported, path=target, source=source, declared=True)
            assignment = await self.library.add(moved)
        except BaseException:  # whatever it was, or cancelled: the folder is as it was
            new = self.library.stamp(source.id) is None
            await asyncio.to_thread(_put_back, target, kept, former, new=new)
            raise
        if former is not None:
            _aside(former).unlink(missing_ok=True)
        return Counter(str(change.kind) for change in assignment.changes)

    def _former(self, source: str, target: Path) -> Path | None:
        """Give the copy that a text has so far, where that is of another kind than the new one."""
        stamp = self.library.stamp(source)
        file = Path(stamp.file) if stamp is not None and stamp.file is not None else None
        if file is None or file == target.resolve() or file.parent != self._folder.resolve() or not file.exists():
            return None
        return file

    async def follow(self) -> None:
        """Let what is withheld and the index follow the texts."""
        await self._wishes.renew()
        await self._index.refresh(self.library)


def _put(read: Path, target: Path, sidecar: str, former: Path | None) -> bytes | None:
    """Put a file and its record in their place; gives what stood there. A copy of another kind goes aside."""
    target.parent.mkdir(parents=True, exist_ok=True)
    kept = target.read_bytes() if target.exists() else None
    # Written beside and moved: half a record would keep the next start from reading a text that was there before.
    beside = target.with_suffix(f"{_SIDECAR}.{os.getpid()}.new")
    beside.write_text(sidecar, encoding="utf-8")
    beside.replace(target.with_suffix(_SIDECAR))
    if former is not None:
        former.replace(_aside(former))
    read.replace(target)
    return kept


def _aside(former: Path) -> Path:
    """Give the name under which no start reads a copy."""
    return former.with_name(f"{former.name}.former")


def _put_back(target: Path, kept: bytes | None, former: Path | None, *, new: bool) -> None:
    if former is not None:
        _aside(former).replace(former)
    if kept is not None:
        target.write_bytes(kept)
        return
    target.unlink(missing_ok=True)
    if new:
        target.with_suffix(_SIDECAR).unlink(missing_ok=True)
