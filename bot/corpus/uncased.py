"""Patterns for which large and small letters are the same, where most words match none of many alternatives."""

import re
from collections.abc import Iterator
from functools import lru_cache

_LONGEST = 2_000  # code points of what is kept


class Uncased:
    """A pattern in small letters only, tried on the words in small letters.

    `re.IGNORECASE` tries every alternative of a pattern at every place; without it an alternative is passed over by its
    first letter, which is some five times faster (docs/decisions/016). What is found is given in small letters, and its
    places hold where no letter has two in small letters.
    """

    def __init__(self, pattern: str) -> None:
        bare = re.sub(r"\\.|\(\?P<\w+>", "", pattern)
        if bare != bare.lower():
            raise ValueError(f"capitals in a pattern for small letters: {pattern[:80]}")
        self.pattern = pattern
        self._form = re.compile(pattern)

    def match(self, words: str) -> re.Match[str] | None:
        """Find the pattern where the words begin."""
        return self._form.match(_low(words))

    def fullmatch(self, words: str) -> re.Match[str] | None:
        """Find the pattern in all of the words."""
        return self._form.fullmatch(_low(words))

    def search(self, words: str) -> re.Match[str] | None:
        """Find the pattern's first place in the words."""
        return self._form.search(_low(words))

    def finditer(self, words: str) -> Iterator[re.Match[str]]:
        """Find all places of the pattern."""
        return self._form.finditer(_low(words))


def _low(words: str) -> str:
    """The words in small letters; what is no ASCII is kept a while, as many patterns are tried on the same line."""
    return words.lower() if words.isascii() or len(words) > _LONGEST else _kept(words)


@lru_cache(maxsize=64)
def _kept(words: str) -> str:
    return words.lower()
