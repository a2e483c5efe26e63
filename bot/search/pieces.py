"""Pieces of texts looked up by the thousand: what stands between spaces is found by its bytes, in arrays.

A dictionary would touch an object for each piece, in memory that no cache holds; here the processor waits for many of
them at once. Pieces are told apart by 64 bits that are mixed of all their bytes, so that two of a million different
ones are taken for one another once in tens of millions of libraries.
"""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Hashes = NDArray[np.uint64]

# The longest piece that has a hash, in bytes. Looking is done by so many bytes at once.
LONGEST = 64
_AT_ONCE = 8
_SPACE, _STOP = ord(" "), ord(".")
# What never stands inside of a word needn't be in its pieces.
_SPACED = bytes(_SPACE if chr(sign) in "\t\n\v\f\r,-" else sign for sign in range(256))
_MASKS = np.array([(1 << (8 * size)) - 1 for size in range(_AT_ONCE + 1)], np.uint64)
# Odd numbers without pattern (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
_ONE, _OTHER = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_FIRST_SIZE = 1 << 12


@dataclass(frozen=True, slots=True)
class Cut:
    """A text's pieces in order: where they begin in its bytes, how long they are, and their hashes (0: too long)."""

    text: bytes
    starts: Numbers
    lengths: Numbers
    hashes: Hashes

    def pieces(self, chosen: Numbers) -> Iterator[str]:
        """Give some of the pieces, as they stand there."""
        for start, length in zip(self.starts[chosen].tolist(), self.lengths[chosen].tolist(), strict=True):
            yield self.text[start : start + length].decode("utf-8", "surrogatepass")


def cut(text: str) -> Cut:
    """Cut a text at its spaces, and at what never stands inside of a word."""
    spaced = f" {text.replace('’', ' ')} ".encode("utf-8", "surrogatepass").translate(_SPACED)
    # A word of eight bytes is read from each byte where a piece begins.
    signs = np.frombuffer(bytearray(spaced + bytes(_AT_ONCE)), np.uint8)
    inside = signs[: len(spaced)] != _SPACE
    last = np.flatnonzero((signs[: len(spaced) - 1] == _STOP) & ~inside[1:])
    # "U.S." is spelt with its last stop: there is another before its last letter, which may have four bytes.
    inside[last[np.all([signs[last - back] != _STOP for back in range(2, 6)], axis=0)]] = False
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1
    starts, lengths = edges[::2], edges[1::2] - edges[::2]
    return Cut(spaced, starts, lengths, _hashes(signs, starts, lengths))


def _hashes(signs: NDArray[np.uint8], starts: Numbers, lengths: Numbers) -> Hashes:
    words: Hashes = np.ndarray((len(signs) - _AT_ONCE + 1,), "<u8", signs, strides=(1,))
    found = _mixed((words[starts] & _MASKS[np.minimum(lengths, _AT_ONCE)]) ^ (lengths.astype(np.uint64) * _ONE))
    past = _AT_ONCE
    others = np.flatnonzero((lengths > past) & (lengths <= LONGEST))
    while len(others):
        rest = np.minimum(lengths[others] - past, _AT_ONCE)
        found[others] = _mixed(found[others] ^ (words[starts[others] + past] & _MASKS[rest]))
        past += _AT_ONCE
        others = others[lengths[others] > past]
    found[found == 0] = 1
    found[lengths > LONGEST] = 0
    return found


def _mixed(numbers: Hashes) -> Hashes:
    numbers = (numbers ^ (numbers >> np.uint64(30))) * _ONE
    numbers = (numbers ^ (numbers >> np.uint64(27))) * _OTHER
    mixed: Hashes = numbers ^ (numbers >> np.uint64(31))
    return mixed


class Table:
    """Numbers by hashes. Each has the first free place from the one that its last bits name (open addressing)."""

    def __init__(self) -> None:
        self._size = 0
        self._room(_FIRST_SIZE)

    def __len__(self) -> int:
        return self._size

    def _room(self, places: int) -> None:
        self._hashes: Hashes = np.zeros(places, np.uint64)
        self._numbers: Numbers = np.zeros(places, np.int64)

    def _places(self, hashes: Hashes) -> Numbers:
        """Give the places where hashes are, or would be: the free ones where their search ends."""
        last = len(self._hashes) - 1
        places: Numbers = (hashes & np.uint64(last)).astype(np.int64)
        there = self._hashes[places]
        others = np.flatnonzero((there != hashes) & (there != 0))
        while len(others):
            places[others] = places[others] + 1 & last
            there = self._hashes[places[others]]
            others = others[(there != hashes[others]) & (there != 0)]
        return places

    def find(self, hashes: Hashes) -> tuple[Numbers, Numbers]:
        """Give the numbers of hashes, and which of them have none; 0 has none."""
        places = self._places(hashes)
        return self._numbers[places], np.flatnonzero((self._hashes[places] != hashes) | (hashes == 0))

    def add(self, hashes: Hashes, numbers: Numbers) -> None:
        """Add hashes that are not there, each once, and none of them 0."""
        self._size += len(hashes)
        if self._size * 2 > len(self._hashes):
            old = self._hashes, self._numbers
            self._room(1 << (self._size * 4).bit_length())
            there = np.flatnonzero(old[0])
            self._put(old[0][there], old[1][there])
        self._put(hashes, numbers)

    def _put(self, hashes: Hashes, numbers: Numbers) -> None:
        """Put each into its place. Where several have the same, one of them gets it, and the others look on."""
        while len(hashes):
            places = self._places(hashes)
            self._hashes[places] = hashes
            theirs = self._hashes[places] == hashes
            self._numbers[places[theirs]] = numbers[theirs]
            hashes, numbers = hashes[~theirs], numbers[~theirs]


class Written:
    """Words by number, in bytes, each with a space behind it and filled up to a multiple of eight with zeros.

    So words are copied eight bytes at a time, and the zeros left out of all of them at once. No word has zeros.
    """

    def __init__(self) -> None:
        self._bytes, self._ends = bytearray(), array("q", [0])

    def __len__(self) -> int:
        return len(self._ends) - 1

    def add(self, words: Sequence[str]) -> None:
        """Give words the next numbers, from 0."""
        given = np.frombuffer(bytearray("\0".join([*words, ""]).encode()), np.uint8)
        ends = np.flatnonzero(given == 0) + 1
        given[ends - 1] = _SPACE
        lengths = np.diff(ends, prepend=0)
        past = np.cumsum((lengths + _AT_ONCE - 1) // _AT_ONCE)
        filled = np.zeros(past[-1] * _AT_ONCE, np.uint8)
        moved = np.concatenate(([0], past[:-1])) * _AT_ONCE - (ends - lengths)
        filled[np.arange(len(given)) + np.repeat(moved, lengths)] = given
        self._ends.frombytes((past + self._ends[-1]).tobytes())
        self._bytes += filled.tobytes()

    def joined(self, numbers: Numbers) -> str:
        """Join words, each with a space behind it."""
        ends = np.frombuffer(self._ends, np.int64)
        starts = ends[numbers]
        lengths = ends[numbers + 1] - starts
        past = np.cumsum(lengths)
        places = np.repeat(starts - past + lengths, lengths)
        places += np.arange(len(places))
        chosen: Hashes = np.frombuffer(self._bytes, np.uint64)[places]
        return chosen.tobytes().translate(None, b"\0").decode()
