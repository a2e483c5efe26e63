"""Many files at once: a folder of this computer, a zip as a folder, or several files. None of them is held in memory.

A zip is opened only where what it declares is within bounds (`corpus/reading/archives.py`); its files are unpacked one
by one, when their turn comes.
"""

import shutil
import struct
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from zlib import error as ZlibError  # noqa: N812 - it is a class

from bot.app.receiving import safe_name, way_of
from bot.corpus.reading.archives import Archive, archive
from bot.corpus.reading.files import KNOWN, SUFFIXES, fetch, find_files
from bot.corpus.reading.limits import Limits
from bot.errors import FileDamaged, FileHostile, FileKindUnknown, FileTooLarge, ReadingError

ZIP = "zip"
_ENDING = f".{ZIP}"
_END, _END_SIZE, _LONGEST_COMMENT = b"PK\x05\x06", 22, 65_535
_ENTRY = 400
"""Bytes that the table of a zip may have for each file that it may hold: names are seldom longer than a hundred."""
_NOT_THEIRS = ("__MACOSX",)


@dataclass(frozen=True, slots=True)
class Item:
    """One file among many: what it is called there, and how it is put into a folder; or why it can't be.

    `put` gives the file's new place, under a safe name. It raises the kinds of ReadingError.
    """

    name: str
    put: Callable[[Path], Path] | None = None
    error: ReadingError | None = None


def is_bundle(path: Path) -> bool:
    """Whether a path stands for many files."""
    return path.suffix.lower() == _ENDING or path.is_dir()


def bundle(paths: Sequence[Path], limits: Limits, stack: ExitStack) -> list[Item]:
    """Give the files that some paths stand for, in order; what has to stay open for them is closed with the stack.

    Hidden files are passed over; those of unknown kinds are told. Raises the kinds of ReadingError for a whole zip.
    """
    return [item for path in paths for item in _items(path, limits, stack)]


def _items(path: Path, limits: Limits, stack: ExitStack) -> Iterator[Item]:
    if path.is_dir():
        yield from _of_folder(path, limits)
    elif path.suffix.lower() == _ENDING:
        yield from _of_zip(path, limits, stack)
    else:
        yield Item(path.name, partial(_copied, path, path.name, limits))


def _of_folder(folder: Path, limits: Limits) -> Iterator[Item]:
    unknown: list[Path] = []
    root = folder.resolve()
    for found in find_files([folder], limits, unknown.append):
        if isinstance(found, ReadingError):
            found.file = _within(Path(found.file), root)
            yield Item(found.file, error=found)
        else:
            name = _within(found, root)
            yield Item(name, partial(_copied, found, name, limits))
    for path in unknown:
        if not path.name.startswith("."):
            name = _within(path, root)
            yield Item(name, error=FileKindUnknown(name, KNOWN))


def _within(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name


def _copied(path: Path, name: str, limits: Limits, folder: Path) -> Path:
    target = folder / safe_name(name)
    target.write_bytes(_fetched(path, name, limits))
    return target


def _fetched(path: Path, name: str, limits: Limits) -> bytes:
    """Read a file; what is wrong with it is told by its name among the others."""
    try:
        return fetch(path, limits)[0]
    except ReadingError as error:
        error.file = name
        raise


def _of_zip(path: Path, limits: Limits, stack: ExitStack) -> Iterator[Item]:
    data = _fetched(path, path.name, limits)
    _refuse_long_table(data, path.name, limits)
    opened = stack.enter_context(archive(data, path.name, limits))
    for name, size in sorted(opened.files()):
        way = way_of(name)
        if any(part.startswith(".") or part in _NOT_THEIRS for part in way.parts):
            continue
        if way.suffix.lower() not in SUFFIXES:
            yield Item(name, error=FileKindUnknown(name, KNOWN))
        elif size > limits.file_bytes:
            yield Item(name, error=FileTooLarge(name, limits.file_bytes))
        else:
            yield Item(name, partial(_unpacked, opened, name))


def _refuse_long_table(data: bytes, name: str, limits: Limits) -> None:
    """Refuse a zip whose table of files is too long to be read. Raises FileHostile, and FileDamaged without a table.

    zipfile reads the whole table before anything of it can be looked at, whatever number of files it declares.
    """
    at = data.rfind(_END, max(0, len(data) - _END_SIZE - _LONGEST_COMMENT))
    if at < 0 or at + _END_SIZE > len(data):
        raise FileDamaged(name, "archive")
    (size,) = struct.unpack_from("<I", data, at + 12)
    if size > limits.entries * _ENTRY:
        raise FileHostile(name, "entries")


def _unpacked(opened: Archive, name: str, folder: Path) -> Path:
    target = folder / safe_name(name)
    try:
        with opened.stream(name) as packed, target.open("wb") as file:
            shutil.copyfileobj(packed, file)
    except (zipfile.BadZipFile, NotImplementedError, ZlibError, EOFError, RuntimeError, ValueError):
        raise FileDamaged(name, "archive") from None
    return target
