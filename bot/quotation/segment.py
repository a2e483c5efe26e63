"""A part of the index: some passages with their words, and where each run of three words stands in them.

Everything is one array or one buffer, no object a passage: a passage of 45 words takes about 750 bytes, its text
included. A run's place is the number of its first word, counted over the whole segment.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from bot.model import Speaker
from bot.quotation.folding import fold
from bot.quotation.letters import loosen
from bot.quotation.shingles import RUN, Numbers, number, shingles
from bot.quotation.voices import Statement, Voices

Places = npt.NDArray[np.int64]
Alive = npt.NDArray[np.bool_]

_CHUNK = 1 << 20
# A word's number is kept while a segment is built, for as many different words.
_REMEMBERED = 200_000


@dataclass(slots=True)
class Strings:
    """Many strings in one buffer of UTF-8."""

    data: bytes | bytearray
    ends: Places

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, at: int) -> str:
        start = int(self.ends[at - 1]) if at else 0
        return self.data[start : int(self.ends[at])].decode("utf-8", "surrogatepass")

    @classmethod
    def of(cls, strings: Iterable[str]) -> "Strings":
        """Put strings into one buffer."""
        data, ends = bytearray(), array("q")
        for string in strings:
            data += string.encode("utf-8", "surrogatepass")
            ends.append(len(data))
        return cls(data, np.array(ends, np.int64))


@dataclass(slots=True)
class Segment:
    """`runs` are the runs' numbers in order, `places` where each of them begins; `starts` the passages' first words.

    `alive` tells which passages have not been removed, `asides` which are captions, headings and other interruptions of
    the running text, `owners` of which source (a place in `sources`) each is. A
    source's passages follow each other.
    """

    runs: Numbers
    places: Numbers
    starts: Numbers
    ids: Strings
    texts: Strings
    owners: Numbers
    sources: list[str]
    voices: Voices
    asides: Alive
    alive: Alive
    living: int = field(init=False)

    def __post_init__(self) -> None:
        self.living = int(self.alive.sum())

    def __len__(self) -> int:
        return len(self.ids)

    def remove(self, source: str) -> int:
        """Take a source's passages out of what is found; gives how many there were."""
        if source not in self.sources:
            return 0
        gone = (self.owners == self.sources.index(source)) & self.alive
        self.alive &= ~gone
        self.living -= int(gone.sum())
        return int(gone.sum())

    def present(self) -> set[str]:
        """Give the sources that have passages here."""
        return {self.sources[owner] for owner in np.unique(self.owners[self.alive]).tolist()}

    def beside(self, at: int, step: int, *, running: bool = False) -> int | None:
        """Give the passage before (-1) or after (1) another of the same source; `running` passes over captions."""
        other = at + step
        while 0 <= other < len(self) and self.owners[other] == self.owners[at] and self.alive[other]:
            if not (running and self.asides[other]):
                return other
            other += step
        return None


class Builder:
    """Takes passages one by one and makes a segment of them."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._words = array("I")
        self._starts = array("I")
        self._ids, self._id_ends = bytearray(), array("q")
        self._texts, self._text_ends = bytearray(), array("q")
        self._owners = array("I")
        self._sources: dict[str, int] = {}
        self._voices = Voices.none()
        self._asides = bytearray()

    def __len__(self) -> int:
        return len(self._starts)

    def add(
        self, source: str, passage: str, words: str, speaker: Speaker, statements: tuple[Statement, ...], *, aside: bool
    ) -> None:
        """Add a passage; the passages of a source have to follow each other in reading order."""
        self._starts.append(len(self._words))
        self._words.extend([self._number(word) for word in fold(words).words])
        self._ids += passage.encode("utf-8", "surrogatepass")
        self._id_ends.append(len(self._ids))
        self._texts += words.encode("utf-8", "surrogatepass")
        self._text_ends.append(len(self._texts))
        self._owners.append(self._sources.setdefault(source, len(self._sources)))
        self._voices.add(speaker, statements)
        self._asides.append(aside)

    def _number(self, word: str) -> int:
        found = self._numbers.get(word)
        if found is None:
            found = number(loosen(word))
            if len(self._numbers) < _REMEMBERED:
                self._numbers[word] = found
        return found

    def finish(self) -> Segment:
        """Make the segment. The builder is empty afterwards, as its memory is needed."""
        self._numbers.clear()
        starts = np.array(self._starts, np.uint32)
        words = np.frombuffer(self._words, np.uint32) if self._words else np.empty(0, np.uint32)
        self._words = array("I")
        runs, places = _sorted(_runs(words, starts), words)
        return Segment(
            runs,
            places,
            starts,
            Strings(self._ids, np.array(self._id_ends, np.int64)),
            Strings(self._texts, np.array(self._text_ends, np.int64)),
            np.array(self._owners, np.uint32),
            list(self._sources),
            self._voices,
            np.frombuffer(bytes(self._asides), np.bool_),
            np.ones(len(starts), np.bool_),
        )


def _runs(words: Numbers, starts: Numbers) -> Alive:
    """Tell at which words a run begins that ends in the same passage."""
    inside = np.ones(max(0, len(words) - RUN + 1), np.bool_)
    for back in range(1, RUN):
        edges = starts[starts >= back].astype(np.int64) - back
        inside[edges[edges < len(inside)]] = False
    return inside


def _sorted(inside: Alive, words: Numbers) -> tuple[Numbers, Numbers]:
    """Number the runs and order them by number; number and place are sorted as one integer, which needs no index."""
    count = int(inside.sum())
    joined = np.empty(count, np.uint64)
    filled = 0
    for first in range(0, len(inside), _CHUNK):
        chosen = np.flatnonzero(inside[first : first + _CHUNK])
        found = shingles(words[first : first + _CHUNK + RUN - 1])[chosen]
        part = joined[filled : filled + len(chosen)]
        part[:] = found
        part <<= np.uint64(32)
        part |= (chosen + first).astype(np.uint64)
        filled += len(chosen)
    return _split(joined)


def _split(joined: npt.NDArray[np.uint64]) -> tuple[Numbers, Numbers]:
    joined.sort()
    places = joined.astype(np.uint32)
    for first in range(0, len(joined), _CHUNK):
        joined[first : first + _CHUNK] >>= np.uint64(32)
    return joined.astype(np.uint32), places


def again(segments: Sequence[Segment]) -> Segment:
    """Make one segment of the living passages of several, in their order."""
    builder = Builder()
    for segment in segments:
        for at in np.flatnonzero(segment.alive).tolist():
            source = segment.sources[int(segment.owners[at])]
            aside = bool(segment.asides[at])
            builder.add(source, segment.ids[at], segment.texts[at], *segment.voices.about(at), aside=aside)
    return builder.finish()
