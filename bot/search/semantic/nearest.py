"""The passages that are nearest to a question: by the signs of their vectors first, where they are many.

A vector's sign code has a bit for each of its values: whether it is above that value's mean. Codes that differ in few
bits are of vectors that point the same way (Charikar 2002), and 64 bits are compared at once. The likeliest are then
measured by their values.
"""

import numpy as np
from numpy.typing import NDArray

from bot.search.semantic.vectors import Bytes
from bot.search.semantic.weights import Floats

# Passages that are measured by their values: all of few, and of many those that their signs have chosen.
CHOSEN = 2_000
_CHUNK = 16_384
_WORD = 8

Rows = NDArray[np.int64]


class Compared:
    """Vectors of passages, to be compared with a question's. It is made again when there are more of them."""

    def __init__(self, values: Bytes, scales: Floats, rows: Rows) -> None:
        """Take all vectors, and the row of each passage's own; -1 stands for a passage that has none."""
        self._values = values
        self._scales = scales
        self._rows = rows
        self._places = np.flatnonzero(rows >= 0)
        own = rows[self._places]
        sums = np.zeros(values.shape[1], np.float32)
        for start in range(0, len(own), _CHUNK):
            sums += self._scales[own[start : start + _CHUNK]] @ values[own[start : start + _CHUNK]].astype(np.float32)
        self._middle = sums * np.float32(1 / max(len(own), 1))

    def cosines(self, question: Floats, rows: Rows) -> Floats:
        """Give how near rows are to a question's vector, both of length 1."""
        found: Floats = (self._values[rows].astype(np.float32) @ question) * self._scales[rows]
        return found

    def vectors(self, rows: Rows) -> Floats:
        """Give rows' vectors, of length 1."""
        found: Floats = self._values[rows].astype(np.float32) * self._scales[rows][:, None]
        return found

    def usual(self, question: Floats) -> float:
        """Give the mean cosine of all passages with a question's vector: some questions are near to everything."""
        return float(self._middle @ question)


class Nearest(Compared):
    """Finds the nearest vectors, too."""

    def __init__(self, values: Bytes, scales: Floats, rows: Rows) -> None:
        """Take all vectors, and the row of each passage's own; -1 stands for a passage that has none."""
        super().__init__(values, scales, rows)
        if len(self._places) > CHOSEN:
            own = rows[self._places]
            self._means = values[own].mean(0, dtype=np.float32)
            self._codes = np.zeros((len(rows), -(-values.shape[1] // (8 * _WORD))), np.uint64)
            for start in range(0, len(own), _CHUNK):
                self._codes[self._places[start : start + _CHUNK]] = self._code(values[own[start : start + _CHUNK]])

    def ready(self, within: slice) -> Rows:
        """Give the places of the passages there that have a vector."""
        if within.start == 0 and within.stop == len(self._rows):
            return self._places
        there: Rows = np.flatnonzero(self._rows[within] >= 0) + within.start
        return there

    def likeliest(self, question: Floats, places: Rows) -> Rows:
        """Give those places that are worth being measured, in order."""
        if len(places) <= CHOSEN:
            return places
        # The question as it would stand among the rows: their values are not scaled.
        code = self._code((question / self._scales.mean())[None, :])[0]
        codes = self._codes if len(places) == len(self._codes) else self._codes[places]
        apart = np.bitwise_count(codes ^ code).sum(1, dtype=np.uint16)
        return places[np.sort(np.argpartition(apart, CHOSEN)[:CHOSEN])]

    def _code(self, values: Bytes | Floats) -> NDArray[np.uint64]:
        packed = np.packbits(values > self._means, axis=1)
        return np.pad(packed, ((0, 0), (0, -packed.shape[1] % _WORD))).view(np.uint64)
