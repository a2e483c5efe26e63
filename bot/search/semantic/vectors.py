"""Vectors of texts, kept by the texts' hash in a file: a cache, of which any part may be lost.

The file is a head that names the model, and records of one length: 16 bytes of hash (the last two number the text's
parts), float32 scale, the vector's values in an int8 each, and a checksum of all that. A record that was cut off by a
crash, or damaged, is passed over and its text is read again. Records are only added; a file with more dead records than
live ones is written anew.
"""

import zlib
from collections.abc import Collection, Sequence
from hashlib import blake2b
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.search.semantic.weights import Floats

_KEY = 16
_PART = 2
_LEVELS = 127.0

Key = bytes
Bytes = NDArray[np.int8]


def key_of(text: str) -> Key:
    """Give the hash by which a text's vector is kept."""
    return part_of(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_KEY).digest(), 0)


def part_of(key: Key, number: int) -> Key:
    """Give the hash by which the vector of a text's part is kept; number 0 is the text itself."""
    return key[:-_PART] + number.to_bytes(_PART, "big")


class Vectors:
    """Vectors of length 1 by their texts' hashes, in memory and in a file where one is given."""

    def __init__(self, file: Path | None, width: int, model: str, *, may_write: bool = True) -> None:
        """Read what the file holds; the next `put` writes one anew that is missing, damaged, or of another model.

        Without `may_write` the file is another process's, and only read. Raises OSError where it can't be read.
        """
        self.width = width
        self._file = file if may_write else None
        self._head = blake2b(f"{model} {width}".encode(), digest_size=_KEY).digest()
        self._kind = np.dtype([("key", f"S{_KEY}"), ("scale", "<f4"), ("values", "i1", (width,)), ("sum", "<u4")])
        self._rows: dict[Key, int] = {}
        self._values = np.empty((0, width), np.int8)
        self._scales = np.empty(0, np.float32)
        self._written: int | None = None
        if file is not None and file.exists():
            self._load(file.read_bytes())

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, key: Key) -> bool:
        return key in self._rows

    @property
    def values(self) -> Bytes:
        """The vectors' values, a row each: times `scales`, they are of length 1."""
        return self._values[: len(self._rows)]

    @property
    def scales(self) -> Floats:
        """What each row's values are multiplied by."""
        return self._scales[: len(self._rows)]

    def row(self, key: Key) -> int:
        """Give the row of a text's vector; -1 where there is none."""
        return self._rows.get(key, -1)

    def rows(self, key: Key) -> list[int]:
        """Give the rows of a text's vector and of those of its parts, in order; none where there are none."""
        found: list[int] = []
        while (row := self._rows.get(part_of(key, len(found)))) is not None:
            found.append(row)
        return found

    def put(self, keys: Sequence[Key], vectors: Floats) -> None:
        """Keep vectors, in memory and then in the file. Raises OSError where the file can't be written.

        They are written with the next ones then.
        """
        scales = (np.abs(vectors).max(1) / _LEVELS).astype(np.float32)
        values = np.rint(vectors / scales[:, None]).astype(np.int8)
        # The rounded vector's own length, so that every one is of length 1 again.
        self._take(keys, values, (1 / np.linalg.norm(values.astype(np.float32), axis=1)).astype(np.float32))
        self._write()

    def keep(self, keys: Collection[Key]) -> bool:
        """Forget the vectors of other texts, where they are most; whether that changed what row is whose.

        What is in memory and not in the file, as after a disk was full, is written now. Raises OSError where that can't
        be.
        """
        kept = [key for key in self._rows if part_of(key, 0) in keys]
        if len(self._rows) <= 2 * len(kept) + 1_000:
            if len(self) > (self._written or 0):
                self._write()
            return False
        rows = [self._rows[key] for key in kept]
        self._values, self._scales = self._values[rows], self._scales[rows]
        self._rows = {key: row for row, key in enumerate(kept)}
        self._written = None
        self._write()
        return True

    def _write(self) -> None:
        """Write the rows that the file doesn't have behind those that it has; all of them where it isn't whole."""
        file = self._file
        if file is None:
            return
        first = self._written or 0
        at = _KEY + first * self._kind.itemsize
        if first and file.exists() and file.stat().st_size >= at:
            with file.open("r+b") as opened:
                opened.seek(at)  # what is there already was cut off by a disk that was full
                opened.write(self._records(first))
                opened.truncate()
        else:
            # Only one process writes: what is there of that name was left behind by one that was killed.
            beside = file.with_name(f"{file.name}.new")
            file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(self._head + self._records(0))
            beside.replace(file)
        self._written = len(self)

    def _records(self, first: int) -> bytes:
        """Give the rows from `first` on as the file has them."""
        found = np.zeros(len(self) - first, self._kind)
        found["values"], found["scale"] = self.values[first:], self.scales[first:]
        for record, key in zip(found, islice(self._rows, first, None), strict=True):
            record["key"] = key
            record["sum"] = zlib.crc32(record.tobytes()[:-4])
        return found.tobytes()

    def _load(self, data: bytes) -> None:
        if data[:_KEY] != self._head:
            return
        whole, rest = divmod(len(data) - _KEY, self._kind.itemsize)
        records = np.frombuffer(data, self._kind, whole, _KEY)
        sound = np.fromiter((record["sum"] == zlib.crc32(record.tobytes()[:-4]) for record in records), bool, whole)
        records = records[sound]
        self._take([_padded(key) for key in records["key"]], records["values"], records["scale"])
        # Only where every record is whole, and none is there twice, can more be added behind them.
        if not rest and len(self) == whole:
            self._written = whole

    def _take(self, keys: Sequence[Key], values: Bytes, scales: Floats) -> None:
        self._grow(len(self._rows) + len(keys))
        for key, value, scale in zip(keys, values, scales, strict=True):
            row = self._rows.setdefault(key, len(self._rows))
            self._values[row], self._scales[row] = value, scale

    def _grow(self, rows: int) -> None:
        """Make room; twice as much as before, so that adding one by one stays cheap."""
        if rows > len(self._values):
            room = max(rows, 2 * len(self._values), 256)
            values, scales = np.empty((room, self.width), np.int8), np.empty(room, np.float32)
            values[: len(self._rows)], scales[: len(self._rows)] = self.values, self.scales
            self._values, self._scales = values, scales


def _padded(key: bytes) -> Key:
    """Give back the zeros at a hash's end, which numpy drops."""
    return key.ljust(_KEY, b"\0")
