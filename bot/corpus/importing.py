"""Bringing the library up to date with files: new and changed ones are read, the others cost a look at their time."""

import asyncio
import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from bot.corpus.catalog import Catalog, distinct, sidecar
from bot.corpus.freshness import hash_file
from bot.corpus.library import Library
from bot.corpus.reading.files import find_files
from bot.corpus.reading.imported import Imported
from bot.corpus.reading.limits import Limits
from bot.corpus.rules import rules
from bot.corpus.shelf import Shelved
from bot.corpus.shelving import stamp_of
from bot.corpus.slugs import suffixed
from bot.errors import CommonplaceError, DuplicateSource, FileUnreadable, ReadingError, StoreError
from bot.model import Document, Source
from bot.store.texts import Stamp

Progress = Callable[[int, int, str], object]


class Loading(Protocol):
    """What loads files: `bot.corpus.reading.Reader`."""

    @property
    def limits(self) -> Limits:
        """What reading one file may cost."""
        ...

    async def load(self, path: Path, catalog: Catalog) -> Imported:
        """Read and understand a file; raises a CommonplaceError."""
        ...


@dataclass(frozen=True, slots=True)
class Report:
    """What became of files: ids of the sources that were added, changed or as before; files that failed, and why.

    `withdrawn` are texts that were withdrawn and stay so, although a file of theirs is there.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    failed: tuple[tuple[str, CommonplaceError], ...] = ()
    withdrawn: tuple[str, ...] = ()


async def sync(
    library: Library,
    paths: Sequence[Path],
    reader: Loading,
    catalog: Catalog,
    progress: Progress | None = None,
    *,
    again: bool = False,
) -> Report:
    """Import the new and changed files among `paths` (files and folders); `again` reads all of them anew.

    `progress(done, total, name)` is called before each file and once at the end. A file that fails leaves the library
    as it was and the others go on; only a StoreError ends it all. Texts whose files are gone stay.
    """
    found = await asyncio.to_thread(lambda: list(find_files(paths, reader.limits)))
    tell = progress or _silent
    run = _Run(library, reader, catalog, again)
    try:
        for done, item in enumerate(found):
            tell(done, len(found), str(item.name if isinstance(item, Path) else item.file))
            await run.take(item)
            await asyncio.sleep(0)
        await run.finish()
    finally:
        await run.stop()
    tell(len(found), len(found), "")
    withdrawn = tuple(dict.fromkeys(run.withdrawn))
    return Report(tuple(run.added), tuple(run.changed), tuple(run.unchanged), tuple(run.failed), withdrawn)


@dataclass(slots=True)
class _Run:
    """One run over many files. The next file is read while the one before is written; no more than these two are held.

    `seen` says which file of this run gave each source.
    """

    library: Library
    reader: Loading
    catalog: Catalog
    again: bool
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[tuple[str, CommonplaceError]] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)
    coming: tuple[Path, asyncio.Task[Imported]] | None = None

    async def take(self, item: Path | CommonplaceError) -> None:
        """Take the next file: pass over it if the library has it as it is, else begin to read it."""
        if isinstance(item, ReadingError):
            self.failed.append((item.file, item))
        elif isinstance(item, Path):
            with self._noting(item):
                if self.again or not await self._known(item):
                    reading = asyncio.create_task(self.reader.load(item, self.catalog))
                    before, self.coming = self.coming, (item, reading)
                    await self._shelve(before)

    async def finish(self) -> None:
        """Write what was still being read."""
        last, self.coming = self.coming, None
        await self._shelve(last)

    async def stop(self) -> None:
        """Let go of what is still being read, after an error."""
        if self.coming is not None:
            self.coming[1].cancel()
            await asyncio.gather(self.coming[1], return_exceptions=True)

    @contextlib.contextmanager
    def _noting(self, path: Path) -> Iterator[None]:
        try:
            yield
        except StoreError:
            raise
        except CommonplaceError as error:
            self.failed.append((str(path), error))

    async def _known(self, path: Path) -> bool:
        """Whether the library has the file as it is; its record and its stamp are brought up to date."""
        place = _place(path)
        withdrawn = next((text for text in self.library.withdrawn() if text.file == place), None)
        if withdrawn is not None:  # a file that is still there brings no text back
            self.withdrawn.append(withdrawn.source.id)
            return True
        held = self.library.held_by(place)
        if held is None or held[1].rules != rules():
            return False
        shelved, stamp = held
        mtime_ns = await _unchanged(path, stamp)
        if mtime_ns is None:
            return False
        expected = _expected(shelved, path, self.catalog)
        if expected is None:
            return False
        name = shelved.source.id
        self.seen[name] = place
        if expected != shelved.source:
            await self.library.relabel(expected)
        (self.unchanged if expected == shelved.source else self.changed).append(name)
        if mtime_ns != stamp.mtime_ns:
            await self.library.restamp(name, replace(stamp, mtime_ns=mtime_ns))
        return True

    async def _shelve(self, reading: tuple[Path, asyncio.Task[Imported]] | None) -> None:
        if reading is None:
            return
        path, task = reading
        with self._noting(path):
            imported = await task
            stamp = stamp_of(imported)
            former = self.library.held_by(str(stamp.file))
            imported = await self._named(imported, stamp, former)
            if any(text.source.id == imported.source.id for text in self.library.withdrawn()):
                self.withdrawn.append(imported.source.id)
                return
            if not await self._moved(imported, stamp):
                await self._add(imported, stamp)
            if former is not None and former[0].source.id != imported.source.id and former[1].sha256 == stamp.sha256:
                await self.library.remove(former[0].source.id)  # the same bytes under a record that names them better

    async def _add(self, imported: Imported, stamp: Stamp) -> None:
        name = imported.source.id
        first = self.seen.get(name)
        if first is not None and first != stamp.file:
            raise DuplicateSource(name, first, str(stamp.file))
        held = self.library.stamp(name)
        await self.library.add(imported)
        self.seen[name] = str(stamp.file)
        (self.added if held is None else self.changed).append(name)

    async def _moved(self, imported: Imported, stamp: Stamp) -> bool:
        """Whether the library has these bytes from another place: a folder that was moved, another checkout."""
        name = imported.source.id
        held = self.library.stamp(name)
        if held is None or self.again or name in self.seen or held.file == stamp.file:
            return False
        if (held.sha256, held.rules) != (stamp.sha256, stamp.rules):
            return False
        if self.library.source(name).source != imported.source:
            return False
        await self.library.restamp(name, stamp)
        self.seen[name] = str(stamp.file)
        self.unchanged.append(name)
        return True

    async def _named(self, imported: Imported, stamp: Stamp, former: tuple[Shelved, Stamp] | None) -> Imported:
        """Give a text whose id is only made of its title the id that it had, or one that no other text has."""
        if imported.declared:
            return imported
        if former is not None and await _is_edit(self.library, former[0], imported):
            known = former[0].source
            keeps = known if known.id in self.catalog.records else replace(imported.source, id=known.id)
            return replace(imported, source=keeps)
        name, path = imported.source.id, imported.path
        possible = (name, suffixed(name, path.name), suffixed(name, path.as_posix()))
        taken = [each for each in possible if self._is_taken(each, stamp)]
        return replace(imported, source=distinct(imported.source, path, taken))

    def _is_taken(self, name: str, stamp: Stamp) -> bool:
        held = self.library.stamp(name)
        if held is None or held.sha256 == stamp.sha256 or held.file == stamp.file:
            return False
        return name in self.seen or (held.file is not None and Path(held.file).exists())


def _place(path: Path) -> str:
    return str(path.resolve())


async def _unchanged(path: Path, stamp: Stamp) -> int | None:
    """Give the time of a file's last change if it has the bytes of its stamp, by size and time or else by its hash."""
    try:
        seen = _look(path)
        if seen.st_size != stamp.size:
            return None
        if seen.st_mtime_ns == stamp.mtime_ns or await asyncio.to_thread(hash_file, path) == stamp.sha256:
            return seen.st_mtime_ns
        return None
    except OSError as error:
        reason = "missing" if isinstance(error, FileNotFoundError) else "denied"
        raise FileUnreadable(str(path), reason) from None


def _look(path: Path) -> os.stat_result:
    return path.stat()


def _expected(shelved: Shelved, path: Path, catalog: Catalog) -> Source | None:
    """Give the record that a text should have by now; None where the file has to be read again to know it."""
    now = shelved.source
    record = sidecar(path) or catalog.records.get(catalog.files.get(path.resolve(), now.id))
    if record is None:
        return replace(now, rights=catalog.default_rights)
    wanted = record.source(catalog.default_rights)
    same = (wanted.id, wanted.kind, wanted.authors, wanted.reports, wanted.language)
    return wanted if same == (now.id, now.kind, now.authors, now.reports, now.language) else None


async def _is_edit(library: Library, shelved: Shelved, imported: Imported) -> bool:
    """Whether a file's new text is the one that it held, edited: a third of its passages stand in both."""
    before = await library.stored(shelved.source.id)
    if before is None:
        return False
    document = Document.of(shelved.source.id, imported.raw.text)
    had = {before.derive(passage.spans) for passage in await library.of_source(shelved.source.id)}
    has = [document.derive(draft.spans) for draft in imported.structure.drafts]
    return 3 * sum(words in had for words in has) >= min(len(has), len(had)) > 0


def _silent(_done: int, _total: int, _name: str) -> None:
    """Say nothing."""
