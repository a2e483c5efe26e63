"""Drawing by chance so that a seed tells everything that was drawn."""

import struct
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")

_BLOCK = struct.Struct("<8Q")


class Chance:
    """Numbers that follow from a seed alone: BLAKE2b of the seed and of how often it was asked, eight numbers at once.

    `random.Random` takes as long to be made as a whole draw: it fills 624 words for the three or four that are used.
    """

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._block = 0
        self._numbers: list[int] = []

    def below(self, most: int) -> int:
        """Draw a whole number from 0 on that is less than `most`, each as likely as the others (to 2⁻⁴⁰)."""
        if not self._numbers:
            self._numbers = list(_BLOCK.unpack(blake2b(b"%d:%d" % (self._seed, self._block)).digest()))
            self._block += 1
        return self._numbers.pop() % most

    def choice(self, things: Sequence[T]) -> T:
        """Draw one of some things."""
        return things[self.below(len(things))]

    def order(self, things: Sequence[T]) -> Iterator[T]:
        """Draw one after the other until none is left."""
        left = list(things)
        while left:
            yield left.pop(self.below(len(left)))
