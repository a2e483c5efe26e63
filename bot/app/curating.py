"""Adding, changing, withdrawing and restoring texts while the bot runs: the index and all that answers keep up."""

import contextlib
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from bot.app.bringing import Bringing
from bot.app.bundles import is_bundle
from bot.app.receiving import Receiving, copied
from bot.app.shelving import Shelving
from bot.app.texts import Texts, catalog_for, limits_of
from bot.commands.desk.curating import Brought, Updated
from bot.corpus.labelling import labelled
from bot.corpus.reading import Reader
from bot.corpus.reading.imported import Imported
from bot.corpus.shelf import Shelved
from bot.errors import ReadingError, StoreReadOnly, TextElsewhere, TextExists, TextWithdrawn
from bot.model import Progress, Source
from bot.search import Index
from bot.store.withholding import Withholding


class Curating:
    """What changes the texts. One change after the other; answers go on meanwhile, from the texts as they were."""

    def __init__(self, texts: Texts, index: Index, wishes: Withholding) -> None:
        self._texts = texts
        self._library = texts.library
        self._shelving = Shelving(texts, index, wishes)
        self._limits = limits_of(texts.config)
        self._receiving = Receiving(texts.config)

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
        async with self._shelving.turn, self._read(file) as imported:
            source = labelled(imported.source, title, standpoint, by)
            if self._library.stamp(source.id) is not None:
                raise TextExists(source.id)
            if any(text.source.id == source.id for text in self.withdrawn()):
                raise TextWithdrawn(source.id)
            await self._shelving.shelve(imported, source)
            await self._shelving.follow()
            return self._library.source(source.id).source

    async def update(self, wanted: str, file: Path, standpoint: str | None, by: str) -> Updated:
        """Give a text a new edition from a file, and a standpoint where one is given; `by` is who gives it.

        Raises UnknownSource, TextElsewhere, LabelInvalid and the kinds of ReadingError.
        """
        async with self._shelving.turn:
            shelved = self._library.source(wanted)
            if not self._shelving.is_own(shelved):
                raise TextElsewhere(shelved.source.id)
            async with self._read(file) as imported:
                source = labelled(shelved.source, None, standpoint, by)
                changes = await self._shelving.shelve(imported, source)
            await self._shelving.follow()
            return Updated(source, changes)

    def many(self, files: Sequence[Path]) -> bool:
        """Whether this is more than one file: several, a folder, or a zip."""
        return len(files) > 1 or any(is_bundle(file) for file in files)

    async def bring(
        self, files: Sequence[Path], standpoint: str | None, by: str, progress: Progress, *, updating: bool
    ) -> Brought:
        """Add many texts, or give many a new edition. Raises the StoreErrors, and ReadingErrors of a zip as a whole."""
        self._refuse_read_only()
        return await Bringing(self._shelving, self._receiving, standpoint, by, updating=updating).run(files, progress)

    async def withdraw(self, wanted: str) -> Source:
        """Take a text out of every answer until it is restored. Raises UnknownSource."""
        async with self._shelving.turn:
            source = self._library.source(wanted).source
            await self._library.withdraw(source.id)
            await self._shelving.follow()
            return source

    async def restore(self, wanted: str) -> Source:
        """Bring a withdrawn text back, as its file has it by now. Raises NotWithdrawn."""
        async with self._shelving.turn:
            known = {text.source.title.casefold(): text.source.id for text in self.withdrawn()}
            shelved = await self._library.restore(known.get(wanted.casefold(), wanted))
            if _there(shelved.file):
                await self._texts.take([Path(str(shelved.file))])
            await self._shelving.follow()
            return shelved.source

    def _refuse_read_only(self) -> None:
        """Refuse before anything is put on its way: another process may have files of its own there."""
        if not self._texts.writable:
            raise StoreReadOnly(str(self._texts.database.file))

    @asynccontextmanager
    async def _read(self, file: Path) -> AsyncIterator[Imported]:
        """Read a copy of a file, in the worker. What is wrong with it is told of the file by its name alone."""
        self._refuse_read_only()
        async with self._receiving.folder() as folder:
            with _named(file.name):
                copy = await copied(file, folder, self._limits)
                async with Reader(self._limits) as reader:
                    imported = await reader.load(copy, catalog_for(self._texts.config, []))
            yield imported


def _there(file: str | None) -> bool:
    return file is not None and Path(file).exists()


@contextlib.contextmanager
def _named(name: str) -> Iterator[None]:
    """Tell errors of a file by a name: where the bot has put it is nobody's business."""
    try:
        yield
    except ReadingError as error:
        error.file = name
        raise
