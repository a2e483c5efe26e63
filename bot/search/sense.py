"""How near words come to a question's without being the same: "children" beside "kids", for English.

A table gives pieces of words 256 numbers each; a text's vector is the sum of those of its words' pieces, and two texts
are as near as the cosine of theirs, stop words and all. The table is WordLlama's (Miller, 2024, MIT licence;
`sense.LICENSE`): its lower-case Latin pieces, in one byte a number. Pieces are joined as byte-pair encoding does it
(Sennrich, Haddow and Birch, 2016), the pair that stands first in the table before all others.

It weighs candidates and brings none: nothing of it is kept of a passage, and a library of any size costs the same.

Vectors are added as whole numbers of 512 bytes, two for each of their numbers. So the few passages that a question is
held against take no numpy, which would cost twenty megabytes and a tenth of a second of the first question.
"""

import math
import mmap
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

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
# Words whose sums are remembered, by what they take: what a passage says is mostly said in others, too.
_REMEMBERED = 16_384
# Passages from which on numpy is worth its while.
_MANY = 16
# Two bytes have room for as many pieces. A number of a piece lies 128 higher than it is, one of a sum 256 times that.
_MOST, _HIGHER = 256, 128
_ZERO = _MOST * _HIGHER
_NOWHERE = (_ZERO,) * WIDTH
_SIGNS = int.from_bytes(b"\x80" * WIDTH, "little")
_EVEN = int.from_bytes(b"\xff\x00" * (WIDTH // 2), "little")
_ONES = int.from_bytes(b"\x01\x00" * WIDTH, "little")


@dataclass(frozen=True, slots=True)
class Table:
    """Pieces with their rows, in the order in which they are joined, and the file: from `start` on, rows of 256 small
    whole numbers, a byte each.
    """

    rows: dict[str, int]
    file: mmap.mmap
    start: int

    def row(self, at: int) -> bytes:
        """Give the numbers of a piece, those below nought as they stand in a byte."""
        begin = self.start + at * WIDTH
        return self.file[begin : begin + WIDTH]


class _Sum(NamedTuple):
    """Rows of `pieces` added up in one whole number: the numbers that stand at even places, then the others."""

    total: int = 0
    pieces: int = 0

    def numbers(self) -> "array[int]":
        """Give the numbers, each as much higher than it is as `_ZERO` is."""
        higher = (_MOST - self.pieces) * _HIGHER * _ONES
        return array("H", (self.total + higher).to_bytes(2 * WIDTH, "little"))


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
        asked, _ = _vector(self.words)
        vectors, known = zip(*(_vector(passage.split()) for passage in passages), strict=True)
        cosines = _of_many(asked, vectors) if len(vectors) >= _MANY else _of_few(asked, vectors)
        return [max(cosine, 0.0) * part for cosine, part in zip(cosines, known, strict=True)]


NO_SENSE = Sense()


def _of_few(asked: Sequence[int], vectors: Sequence[Sequence[int]]) -> list[float]:
    """Give the cosines of one vector and others by the law of cosines: the math module knows distances."""
    length = math.dist(asked, _NOWHERE)
    lengths = [math.dist(vector, _NOWHERE) for vector in vectors]
    return [
        (length**2 + own**2 - math.dist(asked, vector) ** 2) / (2 * length * own) if length and own else 0.0
        for vector, own in zip(vectors, lengths, strict=True)
    ]


def _of_many(asked: Sequence[int], vectors: Sequence[Sequence[int]]) -> list[float]:
    """Give the same for many of them at once."""
    import numpy as np

    one, others = (np.array(of, np.float64) - _ZERO for of in (asked, vectors))
    lengths = np.sqrt(np.einsum("ij,ij->i", others, others) * (one @ one))
    lengths[lengths == 0] = 1
    found: list[float] = (others @ one / lengths).tolist()
    return found


def _vector(words: Iterable[str]) -> tuple[Sequence[int], float]:
    """Add up the rows of the pieces of words, each word once, and tell the part of the words that have any.

    A word of another script has none.
    """
    told = [_WORDS[word] for word in dict.fromkeys(words)]
    vectors = [one.numbers() for one in _parts(told)]
    known = sum(one.pieces > 0 for one in told) / max(len(told), 1)
    if len(vectors) == 1:
        return vectors[0], known
    return [sum(numbers) - (len(vectors) - 1) * _ZERO for numbers in zip(*vectors, strict=True)], known


def _parts(words: Iterable[_Sum]) -> Iterator[_Sum]:
    """Add up what words are, as many of them as two bytes have room for; what is more is another part."""
    total = pieces = 0
    for word in words:
        if pieces + word.pieces > _MOST:
            yield _Sum(total, pieces)
            total = pieces = 0
        total, pieces = total + word.total, pieces + word.pieces
    yield _Sum(total, pieces)


class _Words(dict[str, _Sum]):
    """What the pieces of words add up to, by folded word."""

    def __missing__(self, word: str) -> _Sum:
        if len(self) >= _REMEMBERED:
            self.clear()
        total, rows = 0, pieces_of(word)
        for row in rows:
            # In a byte, what is below nought stands 256 higher: with the highest bit turned, all stand 128 higher.
            numbers = int.from_bytes(table().row(row), "little") ^ _SIGNS
            total += (numbers & _EVEN) + ((numbers >> 8 & _EVEN) << 8 * WIDTH)
        found = self[word] = _Sum(total, len(rows))
        return found


_WORDS = _Words()


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
    with _FILE.open("rb") as file:
        _, size = (int.from_bytes(file.read(_SIZE), "little") for _ in range(2))
        pieces = file.read(size).decode().split("\n")
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    return Table({piece: row for row, piece in enumerate(pieces)}, mapped, 2 * _SIZE + size)
