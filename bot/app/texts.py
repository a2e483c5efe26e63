"""The store and its texts, opened from a configuration and brought up to date with files."""

import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bot import shipped
from bot.app.receiving import own_texts
from bot.config import Config
from bot.corpus import catalog as catalogs
from bot.corpus.catalog import Catalog
from bot.corpus.importing import Report, sync
from bot.corpus.library import Library
from bot.corpus.reading import Limits, Reader
from bot.errors import StoreMissing, StoreOlder
from bot.model import Rights
from bot.store.database import Database

CATALOG = "catalog.yaml"

Progress = Callable[[int, int, str], object]
"""Is told how far a long work is: files done, files in all, the file's name."""


class Told(Protocol):
    """Says something on the side: the id of a sentence in `locales/`, and its values."""

    def __call__(self, message: str, /, **values: str | int) -> None:
        """Say it."""
        ...


@dataclass(frozen=True, slots=True)
class Texts:
    """The store and its texts, without what answers questions. `writable` is False beside a running bot."""

    config: Config
    database: Database
    library: Library
    writable: bool

    async def take(self, paths: Sequence[Path], progress: Progress | None = None) -> Report:
        """Import files and folders: what is new or changed is read, in a worker process that starts only then.

        Raises CatalogBroken, DuplicateSource and the StoreErrors; what is wrong with one file is in the report.
        """
        catalog = catalog_for(self.config, paths)
        async with Reader(limits_of(self.config)) as reader:
            return await sync(self.library, paths, reader, catalog, progress)

    async def take_configured(self) -> Report:
        """Bring in what comes with the bot and the configured folder; unchanged files are only looked at."""
        if not self.config.texts.shipped:
            await self._withdraw_shipped()
        return await self.take(configured_paths(self.config))

    async def _withdraw_shipped(self) -> None:
        for entry in self.library.sources():
            if entry.file is not None and Path(entry.file).parent == shipped.seeds().resolve():
                await self.library.remove(entry.source.id)


@asynccontextmanager
async def open_texts(config: Config, *, read_only: bool = False) -> AsyncIterator[Texts]:
    """Open the store and the library.

    `read_only` works beside a running bot; where there is no store yet, it is made. Raises the StoreErrors.
    """
    database = await _read_only(config) if read_only else None
    writable = database is None
    async with database or await Database.open(config.database) as opened:
        texts = Texts(config, opened, await Library.open(opened), writable)
        if read_only and writable:
            await texts.take_configured()
        yield texts


async def _read_only(config: Config) -> Database | None:
    """Open the store for reading; None where it is missing, or older than this version and has to be written first."""
    with suppress(StoreMissing, StoreOlder):
        return await Database.open(config.database, read_only=True)
    return None


def configured_paths(config: Config) -> list[Path]:
    """Give the folders that are read at each start, the bot's own copies of what was added by command among them."""
    paths = [shipped.seeds()] if config.texts.shipped else []
    if config.texts.folder:
        paths.append(Path(config.texts.folder).expanduser())
    own = own_texts(config)
    return [*paths, own] if own.is_dir() else paths


def limits_of(config: Config) -> Limits:
    """Give what reading one file may cost."""
    return Limits.of(config.reading.megabytes, config.reading.seconds)


def shipped_catalog(config: Config) -> Catalog:
    """Give what is known of the texts that come with the bot, and of their originals."""
    rights = Rights(words_per_answer=config.texts.words_per_answer, words_per_day=config.texts.words_per_day)
    return catalogs.load(shipped.seeds() / CATALOG).with_default_rights(rights)


def catalog_for(config: Config, paths: Sequence[Path]) -> Catalog:
    """Join the shipped catalog with those that lie in the folders of `paths`. Raises CatalogBroken, DuplicateSource."""
    catalog = shipped_catalog(config)
    folders = dict.fromkeys((path if path.is_dir() else path.parent).resolve() for path in paths)
    for folder in folders:
        if folder != shipped.seeds().resolve() and os.path.lexists(folder / CATALOG):
            catalog = catalog.merge(catalogs.load(folder / CATALOG))
    return catalog
