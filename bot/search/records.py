"""What ranking reads of passages, one after the other in a file beside tantivy's files, or in memory.

tantivy would keep it compressed in blocks that it maps into memory: a block would be unpacked for each passage, and
all of them stay resident once many questions were asked. Here a passage costs one read, and nothing of it stays.
What was written never changes; records of passages that went are left out when the index is built anew.
"""

import os
import weakref
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

import tantivy

from bot.search.schema import Record, schema

FILE = "records"
# Where a record is, in one number: from which byte, and how many. No passage comes near the longest that this can say.
_LENGTH_BITS = 24
_LONGEST = (1 << _LENGTH_BITS) - 1


class Records:
    """The records in a folder, or in memory where there is none."""

    def __init__(self, folder: Path | None) -> None:
        self.damaged = False
        """Whether a record was met that is none: somebody wrote over the file since it was opened."""
        self._memory = bytearray()
        self._file = folder / FILE if folder else None
        self._opened = os.open(self._file, os.O_RDONLY | os.O_CREAT, 0o644) if self._file else -1
        if self._file:
            weakref.finalize(self, os.close, self._opened)

    def append(self, packed: Sequence[bytes]) -> list[int]:
        """Write records behind the others; gives where each of them is."""
        kept = [one[:_LONGEST] for one in packed]
        if self._file is None:
            first = len(self._memory)
            self._memory += b"".join(kept)
        else:
            with self._file.open("ab") as file:
                first = file.tell()
                file.write(b"".join(kept))
        starts = accumulate(map(len, kept), initial=first)
        return [start << _LENGTH_BITS | len(one) for start, one in zip(starts, kept, strict=False)]

    def read(self, place: int) -> bytes:
        """Read the record that is there."""
        start, length = place >> _LENGTH_BITS, place & _LONGEST
        if self._file is None:
            return bytes(self._memory[start : start + length])
        return os.pread(self._opened, length, start)


@dataclass(frozen=True, slots=True)
class Held:
    """tantivy's index with the records beside it."""

    index: tantivy.Index
    records: Records

    @classmethod
    def made(cls, folder: Path | None) -> "Held":
        """Make an empty one in an empty folder; None: in memory."""
        made = tantivy.Index(schema(), str(folder), reuse=False) if folder else tantivy.Index(schema())
        return cls(made, Records(folder))

    @classmethod
    def opened(cls, folder: Path) -> "Held":
        """Open the one in a folder. Raises ValueError or OSError where that may not be."""
        return cls(tantivy.Index.open(str(folder)), Records(folder))

    def searcher(self) -> "Searcher":
        """Take what was committed so far to search it."""
        self.index.config_reader("manual")
        self.index.reload()
        return Searcher(self.index.searcher(), self.records)


class Searcher:
    """What can be searched at one moment: tantivy's searcher, and the records of its passages."""

    def __init__(self, searcher: tantivy.Searcher, records: Records) -> None:
        self._searcher, self._records = searcher, records
        self.search, self.doc_freq = searcher.search, searcher.doc_freq
        self.terms_with_prefix, self.num_docs = searcher.terms_with_prefix, searcher.num_docs

    def records(self, hits: Iterable[tuple[Any, tantivy.DocAddress]]) -> list[Record]:
        """Read what is kept of passages for ranking, in their order. Raises ValueError where one is damaged."""
        places: list[Any] = self._searcher.fast_field_values("record", [at for _, at in hits])
        try:
            return [Record.of(self._records.read(place)) for place in places]
        except ValueError:
            self._records.damaged = True
            raise
