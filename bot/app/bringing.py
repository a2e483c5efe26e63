"""Bringing in many files one after the other: each text whole or not at all, whatever happens in between."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path, PurePath

from bot.app.bundles import Item, bundle
from bot.app.receiving import Receiving
from bot.app.shelving import Shelving
from bot.app.texts import catalog_for, limits_of
from bot.commands.desk.curating import Became, Brought, Outcome
from bot.corpus.freshness import hash_file
from bot.corpus.labelling import labelled
from bot.corpus.reading import Reader
from bot.corpus.reading.imported import Imported
from bot.corpus.slugs import suffixed
from bot.errors import (
    CommonplaceError,
    LabelInvalid,
    ReadingError,
    StoreError,
    TextElsewhere,
    TextExists,
    TextWithdrawn,
)
from bot.model import Progress, Source

_FOLLOWED = 500
"""After so many texts the index follows: they are found meanwhile, and little of that is left for the end."""


class Bringing:
    """One run over many files, as new texts or (`updating`) as new editions of those there are.

    What a former run has brought in already is passed over by its bytes, so that one that was stopped can be repeated.
    """

    def __init__(
        self, shelving: Shelving, receiving: Receiving, standpoint: str | None, by: str, *, updating: bool
    ) -> None:
        self._shelving = shelving
        self._library = shelving.library
        self._receiving = receiving
        self._label = (standpoint, by)
        self._relabels = updating and standpoint is not None
        self._take_as = self._updated if updating else self._added
        self._limits = limits_of(shelving.texts.config)
        self._catalog = catalog_for(shelving.texts.config, [])
        self._outcomes: list[Outcome] = []
        self._changes = Counter[str]()
        stamps = {text.source.id: self._library.stamp(text.source.id) for text in self._library.sources()}
        self._here = {stamp.sha256: name for name, stamp in stamps.items() if stamp is not None}
        self._seen: dict[str, str] = {}
        self._taken: set[str] = set()
        self._behind = 0

    async def run(self, files: Sequence[Path], progress: Progress) -> Brought:
        """Take every file; `progress` may say that it is enough.

        Raises LabelInvalid, the StoreErrors, and the kinds of ReadingError for what is wrong with a zip as a whole.
        However it ends, what was brought in until then stays, and is found.
        """
        with ExitStack() as stack:
            items = await asyncio.to_thread(bundle, files, self._limits, stack)
            try:
                async with Reader(self._limits) as reader, self._receiving.folder() as folder:
                    done = await self._all(items, reader, folder, progress)
            finally:
                await self._follow()
        return Brought(tuple(self._outcomes), dict(self._changes), len(items) - done)

    async def _all(self, items: Sequence[Item], reader: Reader, folder: Path, progress: Progress) -> int:
        """Take one after the other; gives how many were taken."""
        for done, item in enumerate(items):
            if not progress(done, len(items), item.name):
                return done
            self._outcomes.append(await self._one(item, reader, folder))
            if self._behind >= _FOLLOWED:
                await self._follow()
        progress(len(items), len(items), "")
        return len(items)

    async def _follow(self) -> None:
        if self._behind:
            self._behind = 0
            await self._shelving.follow()

    async def _one(self, item: Item, reader: Reader, folder: Path) -> Outcome:
        """Take a file. What is wrong with it is told of it by its own name, and the others go on."""
        if item.put is None:
            return Outcome(item.name, Became.SKIPPED, error=item.error)
        try:
            file, sha256 = await asyncio.to_thread(_put, item.put, folder)
            try:
                return self._known(item.name, sha256) or await self._read(item.name, file, reader)
            finally:
                file.unlink(missing_ok=True)
        except (StoreError, LabelInvalid):  # the others would fail by it, too
            raise
        except CommonplaceError as error:
            if isinstance(error, ReadingError):
                error.file = item.name
            return Outcome(item.name, Became.SKIPPED, error=error)

    def _known(self, name: str, sha256: str) -> Outcome | None:
        """Tell of a file whose bytes are a text's already, or those of another file of this run."""
        first = self._seen.setdefault(sha256, name)
        if first != name:
            return Outcome(name, Became.TWICE, first)
        text = None if self._relabels else self._here.get(sha256)
        return Outcome(name, Became.UNCHANGED, text) if text is not None else None

    async def _read(self, name: str, file: Path, reader: Reader) -> Outcome:
        imported = await reader.load(file, self._catalog)
        async with self._shelving.turn:
            outcome = await self._take_as(name, imported)
        if outcome.became in (Became.ADDED, Became.UPDATED) and outcome.text is not None:
            self._taken.add(outcome.text)
            self._behind += 1
        return outcome

    async def _added(self, name: str, imported: Imported) -> Outcome:
        source = labelled(imported.source, None, *self._label)
        stamp = self._library.stamp(source.id)
        if stamp is not None and stamp.sha256 == imported.sha256:  # somebody else has brought it meanwhile
            return Outcome(name, Became.UNCHANGED, source.id)
        source = self._free(source, name, declared=imported.declared)
        await self._shelving.shelve(imported, source)
        return Outcome(name, Became.ADDED, source.id)

    async def _updated(self, name: str, imported: Imported) -> Outcome:
        """Give the text that a file is called after, by what it says or by its name, a new edition."""
        names = (imported.source.id, PurePath(name).stem.lower())
        text = next((one for one in names if self._library.stamp(one) is not None), None)
        if text is None:
            self._refuse_withdrawn(names[0])
            return Outcome(name, Became.UNKNOWN)
        if text in self._taken:
            return Outcome(name, Became.TWICE, text)
        shelved = self._library.source(text)
        if not self._shelving.is_own(shelved):
            raise TextElsewhere(text)
        self._changes += await self._shelving.shelve(imported, labelled(shelved.source, None, *self._label))
        return Outcome(name, Became.UPDATED, text)

    def _free(self, source: Source, name: str, *, declared: bool) -> Source:
        """Give a text an id that no other one has: of two of a run that are called the same, the second is marked.

        Raises TextExists, and TextWithdrawn.
        """
        ids = [source.id]
        if source.id in self._taken and not declared:
            ids += [suffixed(source.id, PurePath(name).name), suffixed(source.id, name)]
        for one in ids:
            self._refuse_withdrawn(one)
            if self._library.stamp(one) is None:
                return replace(source, id=one)
        raise TextExists(source.id)

    def _refuse_withdrawn(self, text: str) -> None:
        if any(gone.source.id == text for gone in self._library.withdrawn()):
            raise TextWithdrawn(text)


def _put(put: Callable[[Path], Path], folder: Path) -> tuple[Path, str]:
    """Put a file into a folder, and hash it."""
    file = put(folder)
    return file, hash_file(file)
