"""Finding files and taking their bytes, within the folder that was given and within the limits."""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bot.corpus.reading.limits import Limits
from bot.errors import FileHostile, FileKindUnknown, FileOutside, FileTooLarge, FileUnreadable, ReadingError

SUFFIXES = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".epub": "epub",
    ".docx": "docx",
}
KNOWN = ("txt", "md", "html", "pdf", "epub", "docx")

Skip = Callable[[Path], None]


def media_of(path: Path) -> str:
    """Tell a file's kind by its suffix. Raises FileKindUnknown."""
    media = SUFFIXES.get(path.suffix.lower())
    if media is None:
        raise FileKindUnknown(str(path), KNOWN)
    return media


def fetch(path: Path, limits: Limits) -> tuple[bytes, os.stat_result]:
    """Read a file's bytes, refusing by its size before a byte is read.

    Raises FileUnreadable (reasons: missing, denied, folder, special) and FileTooLarge.
    """
    try:
        # Without O_NONBLOCK, opening a named pipe waits for its other end.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as failed:
        raise FileUnreadable(str(path), _reason(failed)) from None
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise FileUnreadable(str(path), "folder" if stat.S_ISDIR(found.st_mode) else "special")
        if found.st_size > limits.file_bytes:
            raise FileTooLarge(str(path), limits.file_bytes)
        with os.fdopen(handle, "rb", closefd=False) as file:
            data = file.read(limits.file_bytes + 1)
    except OSError as failed:
        raise FileUnreadable(str(path), _reason(failed)) from None
    finally:
        os.close(handle)
    if len(data) > limits.file_bytes:
        raise FileTooLarge(str(path), limits.file_bytes)
    return data, found


def find_files(paths: Sequence[Path], limits: Limits, skipped: Skip | None = None) -> Iterator[Path | ReadingError]:
    """Find the readable files among paths: folders through all their levels, sorted, each file once.

    Hidden files and unknown kinds inside folders are passed over (`skipped` is told); a file that was named itself must
    be of a known kind. A symbolic link that leads out of its folder gives FileOutside.
    """
    seen: set[Path] = set()
    for path in paths:
        if path.is_dir():
            yield from _Walk(path.resolve(), limits, seen, skipped or _ignore).walk(path, 0)
        else:
            yield _named(path)


def _named(path: Path) -> Path | ReadingError:
    if not path.exists():
        return FileUnreadable(str(path), "missing")
    return path if path.suffix.lower() in SUFFIXES else FileKindUnknown(str(path), KNOWN)


class _Walk:
    """One folder's walk: `seen` has the real places that were met, so that loops and second links end."""

    def __init__(self, root: Path, limits: Limits, seen: set[Path], skipped: Skip) -> None:
        self.root = root
        self.limits = limits
        self.seen = seen
        self.skipped = skipped

    def walk(self, folder: Path, depth: int) -> Iterator[Path | ReadingError]:
        """Give the files of a folder and of the folders in it, in the order of their names."""
        if depth > self.limits.nesting:
            yield FileHostile(str(folder), "nesting")
            return
        if not self._first_time(folder):
            return
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as failed:
            yield FileUnreadable(str(folder), _reason(failed))
            return
        for entry in entries:
            yield from self._entry(folder / entry.name, entry, depth)

    def _entry(self, path: Path, entry: os.DirEntry[str], depth: int) -> Iterator[Path | ReadingError]:
        if entry.name.startswith("."):
            self.skipped(path)
        elif entry.is_symlink() and self._leads_out(path):
            yield FileOutside(str(path))
        elif entry.is_dir():
            yield from self.walk(path, depth + 1)
        elif path.suffix.lower() not in SUFFIXES:
            self.skipped(path)
        elif not entry.is_symlink() or self._first_time(path):
            yield path

    def _leads_out(self, path: Path) -> bool:
        try:
            return not path.resolve(strict=True).is_relative_to(self.root)
        except (OSError, RuntimeError):  # a link to nothing, or to itself
            return True

    def _first_time(self, path: Path) -> bool:
        place = path.resolve()
        if place in self.seen:
            return False
        self.seen.add(place)
        return True


def _ignore(path: Path) -> None:
    """Let a file pass that nobody asked about."""


def _reason(failed: OSError) -> str:
    if isinstance(failed, FileNotFoundError):
        return "missing"
    return "denied" if isinstance(failed, PermissionError) else str(failed.strerror)
