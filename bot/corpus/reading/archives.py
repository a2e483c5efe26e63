"""Opening EPUB and DOCX files, which are zip archives, without being unpacked to death or led out of the archive.

All caps are checked on what the archive declares, before anything is unpacked. That is enough: zipfile never gives more
bytes of an entry than it declares.
"""

import posixpath
import re
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import IO
from zlib import error as ZlibError  # noqa: N812 - it is a class

from lxml import etree

from bot.corpus.reading.limits import Limits
from bot.errors import FileDamaged, FileHostile, FileUnreadable

_ENCRYPTED = 0x1
# Entries below this size may have any ratio: a page of blanks packs to nothing.
_SMALL = 1_000_000


@contextmanager
def archive(data: bytes, file: str, limits: Limits) -> Iterator["Archive"]:
    """Open an archive.

    Raises FileDamaged (archive), FileHostile (entries, unpacked, path) and FileUnreadable (password).
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as opened:
            _check(opened.infolist(), file, limits)
            yield Archive(opened, file, limits)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, ZlibError, EOFError, UnicodeDecodeError):
        raise FileDamaged(file, "archive") from None


def _check(entries: list[zipfile.ZipInfo], file: str, limits: Limits) -> None:
    if len(entries) > limits.entries:
        raise FileHostile(file, "entries")
    if sum(entry.file_size for entry in entries) > limits.unpacked_bytes:
        raise FileHostile(file, "unpacked")
    for entry in entries:
        if entry.file_size > _SMALL and entry.file_size > limits.ratio * max(entry.compress_size, 1):
            raise FileHostile(file, "unpacked")
        if _leads_out(entry.filename) or stat.S_ISLNK(entry.external_attr >> 16):
            raise FileHostile(file, "path")
        if entry.flag_bits & _ENCRYPTED:
            raise FileUnreadable(file, "password")


def _leads_out(name: str) -> bool:
    parts = re.split(r"[/\\]", name)
    return ".." in parts or name.startswith(("/", "\\")) or ":" in parts[0]


class Archive:
    """An archive whose caps were checked: its entries by name, as bytes or as XML."""

    def __init__(self, opened: zipfile.ZipFile, file: str, limits: Limits) -> None:
        self._opened = opened
        self.file = file
        self.limits = limits

    def names(self) -> list[str]:
        """List the names of all entries."""
        return self._opened.namelist()

    def files(self) -> Iterator[tuple[str, int]]:
        """Give the entries that are files, each with the bytes that it unpacks to."""
        return ((entry.filename, entry.file_size) for entry in self._opened.infolist() if not entry.is_dir())

    def stream(self, name: str) -> IO[bytes]:
        """Open an entry, to be unpacked piece by piece. Raises what zipfile raises."""
        return self._opened.open(name)

    def has(self, name: str) -> bool:
        """Whether there is an entry of that name."""
        return name in self._opened.NameToInfo

    def bytes(self, name: str) -> bytes:
        """Unpack an entry. Raises FileDamaged (content) where there is none, FileHostile (path) for a way out."""
        if _leads_out(name):
            raise FileHostile(self.file, "path")
        try:
            return self._opened.read(name)
        except KeyError:
            raise FileDamaged(self.file, "content") from None
        except (ValueError, OSError):  # an entry that says it begins before the archive
            raise FileDamaged(self.file, "archive") from None

    def xml(self, name: str) -> etree._Element:
        """Parse an entry. Raises FileHostile (entity, nesting: deeper than 256) and FileDamaged where it is no XML."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(self.bytes(name), parser)
        except etree.XMLSyntaxError as broken:
            if broken.code == etree.ErrorTypes.ERR_RESOURCE_LIMIT and "depth" in str(broken.msg):
                raise FileHostile(self.file, "nesting") from None
            raise FileDamaged(self.file, "content") from None
        refuse_entities(root, self.file)
        return root

    def joined(self, base: str, reference: str) -> str:
        """Resolve a reference in the entry `base` to an entry's name. Raises FileHostile (path) for a way out."""
        name = posixpath.normpath(posixpath.join(posixpath.dirname(base), reference))
        if _leads_out(name):
            raise FileHostile(self.file, "path")
        return name


def refuse_entities(root: etree._Element, file: str) -> None:
    """Refuse XML whose DTD declares entities: they multiply, or reach for other files."""
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise FileHostile(file, "entity")
