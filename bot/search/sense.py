"""How near words come to a question's without being the same: "children" beside "kids", for English.

A table gives pieces of words 256 numbers each; a text's vector is the sum of those of its words' pieces, and two texts
are as near as the cosine of theirs, stop words and all. The table is WordLlama's (Miller, 2024, MIT licence;
`sense.LICENSE`): its lower-case Latin pieces, in one byte a number. Pieces are joined as byte-pair encoding does it
(Sennrich, Haddow and Birch, 2016), the pair that stands first in the table before all others.

It weighs candidates and brings none: nothing of it is kept of a passage, and a library of any size costs the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # numpy comes with the first question in English, not with a start
    import numpy as np
    from numpy.typing import NDArray

LANGUAGE = "en"
# Passages with more words than that, on average, have enough words to be found by: nothing was gained there (note 172).
MOST_WORDS = 30
# What a passage gets that says just what a question does, in what the question's words weigh.
SHARE = 1.5
WIDTH = 256
_FILE = Path(__file__).with_name("sense.table")
# What stands for the space before a word.
SPACE = "\u2581"
_SIZE = 4
# A longer run of letters is no word of a language.
_LONGEST = 40
# Behind every row: a pair that is no piece.
_NONE = 1 << 30
# Words whose pieces are remembered: what a passage says is mostly said in others, too.
_REMEMBERED = 16_384


@dataclass(frozen=True, slots=True)
class Table:
    """Pieces with their rows, in the order in which they are joined, and the rows: pieces × 256 small whole numbers."""

    rows: dict[str, int]
    values: NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Sense:
    """What a question's words say together. `weight` is what these words weigh, each of them once.

    No other passage decides what a passage gets, and a question that is asked again with those of its words that stand
    in the texts gives the same.
    """

    words: tuple[str, ...] = ()
    weight: float = 0.0

    def values(self, passages: Sequence[str]) -> list[float]:
        """Give what each passage, a line of folded words, gets for being near."""
        return [SHARE * self.weight * near for near in self.nearness(passages)]

    def nearness(self, passages: Sequence[str]) -> list[float]:
        """Give how near each passage, a line of folded words, comes, from 0 to 1."""
        if not self.words or not passages:
            return [0.0] * len(passages)
        import numpy as np

        vectors, known = _vectors([" ".join(self.words), *passages])
        lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
        lengths[lengths == 0] = 1
        near = (vectors[1:] @ vectors[0]) / (lengths[1:] * lengths[0])
        found: list[float] = (np.maximum(near, 0) * known[1:]).tolist()
        return found


NO_SENSE = Sense()


def _vectors(texts: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Add up the rows of the pieces of each text's words; texts × 256, and the part of the words that have any.

    A word of another script has none.
    """
    import numpy as np

    told = [[_PIECES[word] for word in dict.fromkeys(text.split())] for text in texts]
    known = np.array([sum(map(bool, pieces)) / max(len(pieces), 1) for pieces in told], np.float32)
    cut = [list(chain.from_iterable(pieces)) for pieces in told]
    found = np.zeros((len(texts), WIDTH), np.float32)
    values = table().values
    for at, rows in enumerate(cut):
        if rows:
            found[at] = values[rows].sum(0, dtype=np.int32)
    return found, known


class _Pieces(dict[str, tuple[int, ...]]):
    """The rows of words' pieces, by folded word."""

    def __missing__(self, word: str) -> tuple[int, ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[word] = pieces_of(word)
        return found


_PIECES = _Pieces()


def pieces_of(word: str) -> tuple[int, ...]:
    """Cut a folded word into the table's pieces and give their rows; numbers, and letters in no piece, have none."""
    rows = table().rows
    if len(word) > _LONGEST or not word.isalpha():
        return ()
    pieces = [SPACE, *word]
    ranks = [rows.get(one + other, _NONE) for one, other in pairwise(pieces)]
    while ranks and (first := min(ranks)) != _NONE:
        at = ranks.index(first)
        pieces[at : at + 2] = [pieces[at] + pieces[at + 1]]
        # Only the pairs that the joined piece is in are others now.
        ranks[max(at - 1, 0) : at + 2] = [
            rows.get(one + other, _NONE) for one, other in pairwise(pieces[max(at - 1, 0) : at + 2])
        ]
    return tuple(rows[piece] for piece in pieces if piece in rows and piece != SPACE)


@cache
def table() -> Table:
    """Read the table; its numbers stay on the disk until they are needed."""
    import numpy as np

    with _FILE.open("rb") as file:
        count, size = (int.from_bytes(file.read(_SIZE), "little") for _ in range(2))
        pieces = file.read(size).decode().split("\n")
    values = np.memmap(_FILE, np.int8, "r", 2 * _SIZE + size, (count, WIDTH))
    return Table({piece: row for row, piece in enumerate(pieces)}, values)
