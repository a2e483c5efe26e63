"""Why a file cannot be read as a text."""

from dataclasses import dataclass

from bot.errors.root import CommonplaceError


@dataclass(eq=False)
class ReadingError(CommonplaceError):
    """A file that cannot be read as a text; `file` is its name as the operator gave it."""

    file: str


@dataclass(eq=False)
class FileUnreadable(ReadingError):
    """The file may not be opened, or not without a key.

    `reason` is missing, denied, name (it has bytes that are no UTF-8), folder, special (a pipe, a device), password,
    pictures (scanned pages without text) or the operating system's own words.
    """

    reason: str


@dataclass(eq=False)
class FileEmpty(ReadingError):
    """No words are in the file."""


@dataclass(eq=False)
class FileTooLarge(ReadingError):
    """The file, what it unpacks to, or the memory to read it has more than `limit` bytes; people are told megabytes."""

    limit: int

    @property
    def data(self) -> dict[str, str | int]:
        """The fields, and the limit in whole megabytes."""
        return {**super().data, "megabytes": max(1, round(self.limit / 1024**2))}


@dataclass(eq=False)
class FileBinary(ReadingError):
    """The file is not text although its name says so."""


@dataclass(eq=False)
class FileEncoding(ReadingError):
    """The file's encoding cannot be told (`offset` is -1), or the byte at `offset`, counted from 0, does not fit it."""

    offset: int = -1


@dataclass(eq=False)
class FileKindUnknown(ReadingError):
    """The file's kind is none that can be read; `known` has those that can."""

    known: tuple[str, ...]


@dataclass(eq=False)
class FileHostile(ReadingError):
    """The file is built to hurt: `reason` is unpacked, entries (too many), entity, path, line, nesting or columns."""

    reason: str


@dataclass(eq=False)
class FileOutside(ReadingError):
    """The path leads out of the folder that was given, by `..` or a symbolic link."""


@dataclass(eq=False)
class FileDamaged(ReadingError):
    """The file is broken: `reason` is archive, content (a part is missing), crash, or a reader's words."""

    reason: str


@dataclass(eq=False)
class FileTimeout(ReadingError):
    """Reading took longer than `seconds`."""

    seconds: int
