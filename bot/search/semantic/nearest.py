"""The vectors that are nearest to one: exactly among few, by their signs first among many.

A vector's sign code has a bit for each of its values: whether it is above that value's mean. Codes that differ in few
bits are of vectors that point the same way (Charikar 2002), and 64 bits are compared at once. The likeliest are then
measured by their values.
"""

import numpy as np
from numpy.typing import NDArray

from bot.search.semantic.vectors import Bytes
from bot.search.semantic.weights import Floats

# Rows that are all measured by their values: about 10 ms.
EXACT = 24_000
# Rows that are measured by their values when signs have chosen them.
_CHOSEN = 2_000
_BITS = 8

Rows = NDArray[np.int64]


class Nearest:
    """Compares vectors with a question's. It is made again when there are more vectors."""

    def __init__(self, values: Bytes, scales: Floats) -> None:
        self._values = values
        self._scales = scales
        self._whole = values.astype(np.float32) if len(values) <= EXACT else None
        if self._whole is None:
            self._means = np.stack([values[:, at].mean() for at in range(values.shape[1])]).astype(np.float32)
            self._codes = self._code(values)

    def __len__(self) -> int:
        return len(self._scales)

    def cosines(self, question: Floats, rows: Rows) -> Floats:
        """Give how near rows are to a question's vector, both of length 1."""
        if self._whole is not None and len(rows) > len(self) // 2:
            return (self._whole @ question)[rows] * self._scales[rows]
        found: Floats = (self._values[rows].astype(np.float32) @ question) * self._scales[rows]
        return found

    def likeliest(self, question: Floats, rows: Rows) -> NDArray[np.int64]:
        """Give the places in `rows` that are worth being measured: all of few, of many those with the nearest signs."""
        if self._whole is not None or len(rows) <= _CHOSEN:
            return np.arange(len(rows))
        # The question as it would stand among the rows: means are of values before they are scaled.
        code = self._code((question / self._scales.mean())[None, :])[0]
        codes = self._codes if np.array_equal(rows, np.arange(len(self))) else self._codes[rows]
        apart = np.bitwise_count(codes ^ code).sum(1, dtype=np.uint16)
        return np.argpartition(apart, _CHOSEN)[:_CHOSEN]

    def _code(self, values: Bytes | Floats) -> NDArray[np.uint64]:
        packed = np.concatenate(
            [np.packbits(values[start : start + EXACT] > self._means, axis=1) for start in range(0, len(values), EXACT)]
        )
        bits = -(-packed.shape[1] // _BITS) * _BITS
        return np.pad(packed, ((0, 0), (0, bits - packed.shape[1]))).view(np.uint64)
