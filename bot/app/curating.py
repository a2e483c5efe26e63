"""Adding, changing, withdrawing and restoring texts while the bot runs: the index and all that answers keep up."""

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path

from bot.app.receiving import Receiving, copied, own_texts
from bot.app.texts import Texts, catalog_for, limits_of
from bot.commands.desk.curating import Updated
from bot.corpus.labelling import labelled, sidecar_of
from bot.corpus.reading import Reader
from bot.corpus.reading.imported import Imported
from bot.corpus.shelf import Shelved
from bot.errors import ReadingError, TextElsewhere, TextExists, TextWithdrawn
from bot.model import Source
from bot.search import Index
from bot.store.withholding import Withholding

_SIDECAR = ".yaml"


class Curating:
    """What changes the texts. One change after the other; answers go on meanwhile, from the texts as they were."""

    def __init__(self, texts: Texts, index: Index, wishes: Withholding) -> None:
        self._texts = texts
        self._library = texts.library
        self._index = index
        self._wishes = wishes
        self._limits = limits_of(texts.config)
        self._receiving = Receiving(texts.config)
        self._turn = asyncio.Lock()

    @property
    def curators(self) -> frozenset[str]:
        """The communities whose moderators may change the texts."""
        return frozenset(self._texts.config.texts.curators or ())

    @property
    def most(self) -> int:
        """Bytes that a file may have."""
        return self._limits.file_bytes

    def receiving(self) -> AbstractAsyncContextManager[Path]:
        """Give a folder for a file that is on its way; it is removed afterwards."""
        return self._receiving.folder()

    def received(self, file: Path) -> bool:
        """Whether a platform has put a file into such a folder."""
        return self._receiving.holds(file)

    def withdrawn(self) -> Sequence[Shelved]:
        """Give the texts that can be restored."""
        return self._library.withdrawn()

    async def add(self, file: Path, title: str | None, standpoint: str | None, by: str) -> Source:
        """Add a text from a file, of which a copy is kept; `by` is who gives the standpoint.

        Raises the kinds of ReadingError, TextExists, TextWithdrawn, LabelInvalid.
        """
        async with self._turn, self._read(file) as imported:
            source = labelled(imported.source, title, standpoint, by)
            if self._library.stamp(source.id) is not None:
                raise TextExists(source.id)
            if any(text.source.id == source.id for text in self.withdrawn()):
                raise TextWithdrawn(source.id)
            await self._shelve(imported, source)
            await self._index.refresh(self._library)
            return self._library.source(source.id).source

    async def update(self, wanted: str, file: Path) -> Updated:
        """Give a text a new edition from a file. Raises UnknownSource, TextElsewhere and the kinds of ReadingError."""
        async with self._turn:
            shelved = self._library.source(wanted)
            if not self._is_own(shelved):
                raise TextElsewhere(shelved.source.id)
            async with self._read(file) as imported:
                changes = await self._shelve(imported, shelved.source)
            await self._follow()
            return Updated(shelved.source, changes)

    async def withdraw(self, wanted: str) -> Source:
        """Take a text out of every answer until it is restored. Raises UnknownSource."""
        async with self._turn:
            source = self._library.source(wanted).source
            await self._library.withdraw(source.id)
            await self._index.refresh(self._library)
            return source

    async def restore(self, wanted: str) -> Source:
        """Bring a withdrawn text back, as its file has it by now. Raises UnknownSource."""
        async with self._turn:
            known = {text.source.title.casefold(): text.source.id for text in self.withdrawn()}
            shelved = await self._library.restore(known.get(wanted.casefold(), wanted))
            if _there(shelved.file):
                await self._texts.take([Path(str(shelved.file))])
            await self._follow()
            return shelved.source

    async def _follow(self) -> None:
        """Let what is withheld and the index follow a new edition."""
        await self._wishes.renew()
        await self._index.refresh(self._library)

    def _is_own(self, shelved: Shelved) -> bool:
        """Whether a text is not read from a file of the operator's: it is a copy of the bot's, or its file is gone."""
        if not _there(shelved.file):
            return True
        return Path(str(shelved.file)).parent == own_texts(self._texts.config).resolve()

    @asynccontextmanager
    async def _read(self, file: Path) -> AsyncIterator[Imported]:
        """Read a copy of a file, in the worker. What is wrong with it is told of the file by its name alone."""
        async with self._receiving.folder() as folder:
            with _named(file.name):
                copy = await copied(file, folder, self._limits)
                async with Reader(self._limits) as reader:
                    imported = await reader.load(copy, catalog_for(self._texts.config, []))
            yield imported

    async def _shelve(self, imported: Imported, source: Source) -> Counter[str]:
        """Put what was read in the place of the text's copy, and on the shelf: both, or neither."""
        folder = own_texts(self._texts.config)
        target = folder / f"{source.id}{imported.path.suffix}"
        before = self._library.stamp(source.id)
        former = Path(before.file) if before is not None and before.file is not None else None
        kept = await asyncio.to_thread(_put, imported.path, target, sidecar_of(source))
        try:
            moved = replace(imported, path=target, source=source, declared=True)
            assignment = await self._library.add(moved)
        except BaseException:
            await asyncio.to_thread(_put_back, target, kept, new=before is None)
            raise
        if former is not None and former != target.resolve() and former.parent == folder.resolve():
            former.unlink(missing_ok=True)
        return Counter(str(change.kind) for change in assignment.changes)


def _there(file: str | None) -> bool:
    return file is not None and Path(file).exists()


def _put(read: Path, target: Path, sidecar: str) -> bytes | None:
    """Put a file and its record in their place; gives what stood there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    kept = target.read_bytes() if target.exists() else None
    target.with_suffix(_SIDECAR).write_text(sidecar, encoding="utf-8")
    read.replace(target)
    return kept


def _put_back(target: Path, kept: bytes | None, *, new: bool) -> None:
    if kept is not None:
        target.write_bytes(kept)
        return
    target.unlink(missing_ok=True)
    if new:
        target.with_suffix(_SIDECAR).unlink(missing_ok=True)


@contextlib.contextmanager
def _named(name: str) -> Iterator[None]:
    """Tell errors of a file by a name: where the bot has put it is nobody's business."""
    try:
        yield
    except ReadingError as error:
        error.file = name
        raise
