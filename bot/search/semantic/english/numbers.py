"""The numbers of a model in a file of the form ONNX, read in place.

Such a file is a protocol buffer (onnx.ai, `onnx.proto3`). What is read of it are the tensors that the model begins
with: field 7 of the file is the graph, field 5 of that a tensor, and of a tensor 1 are its sizes, 2 is the kind of its
numbers, 8 its name, 9 its bytes. A matrix of weights is kept in an int8 each with a float32 scale for each column (of
embeddings, for each row), in tensors that are called like it with `_q` and `_scale` behind.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.errors import SemanticUnusable
from bot.search.semantic.mapped import mapped
from bot.search.semantic.weights import Floats

_GRAPH, _TENSOR = 7, 5
_SIZES, _KIND, _NAME, _BYTES = 1, 2, 8, 9
_FLOATS, _BYTE_EACH = 1, 3
_QUANTISED, _SCALE = "_q", "_scale"

# What a field holds (protocol buffers' wire types): a number, eight bytes, so many bytes as a number says, four bytes.
_NUMBER, _EIGHT, _COUNTED, _FOUR = 0, 1, 2, 5
_BITS = 63


class _Tensor(NamedTuple):
    kind: int
    sizes: tuple[int, ...]
    at: slice


class Numbers:
    """The tensors of a file. It stays mapped, and its pages can be dropped."""

    def __init__(self, path: Path) -> None:
        """Open the file. Raises SemanticUnusable where it is missing, damaged or not of this form."""
        self._bytes = mapped(path)
        try:
            self._tensors = dict(self._read())
        except (ArithmeticError, ValueError, IndexError, KeyError) as error:
            raise SemanticUnusable(path.name, type(error).__name__) from None

    def vector(self, name: str) -> Floats:
        """Give a tensor that is stored as it is, flat. Raises KeyError and ValueError where there is no such one."""
        tensor = self._tensors[name]
        if tensor.kind != _FLOATS:
            raise ValueError(name)
        return np.frombuffer(self._bytes, "<f4", _length(tensor.at) // 4, tensor.at.start).astype(np.float32)

    def matrix(self, name: str) -> Floats:
        """Give a matrix, rows × columns. Raises KeyError and ValueError where there is no such one."""
        scales = self._tensors[name + _SCALE]
        found: Floats = self.stored(name) * self.vector(name + _SCALE).reshape(scales.sizes)
        return found

    def stored(self, name: str) -> NDArray[np.int8]:
        """Give a matrix as it is stored, before it is scaled. Raises KeyError and ValueError."""
        tensor = self._tensors[name + _QUANTISED]
        if tensor.kind != _BYTE_EACH:
            raise ValueError(name)
        found = np.frombuffer(self._bytes, np.int8, _length(tensor.at), tensor.at.start)
        return found.reshape(tensor.sizes)

    def matrices(self) -> tuple[str, ...]:
        """Name the matrices that are stored so, in the order of the file."""
        every = (name for name, tensor in self._tensors.items() if tensor.kind == _BYTE_EACH)
        return tuple(name.removesuffix(_QUANTISED) for name in every if name.endswith(_QUANTISED))

    def _read(self) -> Iterator[tuple[str, _Tensor]]:
        for graph in self._parts(slice(0, len(self._bytes)), _GRAPH):
            for tensor in self._parts(graph, _TENSOR):
                name, found = self._tensor(tensor)
                if found.at.stop > len(self._bytes):
                    raise ValueError(name)
                yield name, found

    def _tensor(self, within: slice) -> tuple[str, _Tensor]:
        sizes, kind, name, at = list[int](), 0, "", slice(0, 0)
        for field, value in self._fields(within):
            if field == _SIZES and isinstance(value, int):
                sizes.append(value)
            elif field == _KIND and isinstance(value, int):
                kind = value
            elif field == _NAME and isinstance(value, slice):
                name = self._bytes[value].decode("utf-8")
            elif field == _BYTES and isinstance(value, slice):
                at = value
        return name, _Tensor(kind, tuple(sizes), at)

    def _parts(self, within: slice, wanted: int) -> Iterator[slice]:
        return (part for field, part in self._fields(within) if field == wanted and isinstance(part, slice))

    def _fields(self, within: slice) -> Iterator[tuple[int, int | slice]]:
        """Give fields by their numbers: a number itself, and where bytes stand."""
        at = within.start
        while at < within.stop:
            head, at = self._number(at)
            form = head & 7
            if form == _NUMBER:
                value, at = self._number(at)
                yield head >> 3, value
            else:
                length, at = self._number(at) if form == _COUNTED else ({_EIGHT: 8, _FOUR: 4}[form], at)
                yield head >> 3, slice(at, at + length)
                at += length

    def _number(self, at: int) -> tuple[int, int]:
        """Read a number of seven bits a byte, the lowest first, and where it ends."""
        found, shift = 0, 0
        while (byte := self._bytes[at]) & 0x80:
            found |= (byte & 0x7F) << shift
            at, shift = at + 1, shift + 7
            if shift > _BITS:
                raise ValueError
        return found | byte << shift, at + 1


def _length(at: slice) -> int:
    found: int = at.stop - at.start
    return found
