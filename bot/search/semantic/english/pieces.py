"""From a text to the pieces that the model for English knows: the longest that fits, again and again (WordPiece).

Words are lower case without accents, and every punctuation mark is a word, as in BERT (Devlin et al. 2019). The 30,522
pieces are those of BERT's uncased vocabulary: `pieces.txt`, one a line, under the licence in `pieces.LICENSE`.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, groupby
from pathlib import Path

_FILE = Path(__file__).with_name("pieces.txt")
_UNKNOWN, _BEGIN, _END = "[UNK]", "[CLS]", "[SEP]"
# What stands before a piece that goes on with a word.
_ON = "##"
# A longer word is no word.
_LONGEST = 100


class WordPieces:
    """Cuts texts. The words that came lately are remembered: a text says most of its words more than once."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self._ids = {piece: number for number, piece in enumerate(pieces)}
        self._unknown, self._begin, self._end = (self._ids[mark] for mark in (_UNKNOWN, _BEGIN, _END))
        self._most = max(map(len, pieces))
        self.of_word = lru_cache(maxsize=16_384)(self._of_word)

    @classmethod
    def shipped(cls) -> "WordPieces":
        """Read BERT's pieces."""
        return cls(_FILE.read_text(encoding="utf-8").splitlines())

    def of(self, text: str, most: int) -> list[int]:
        """Give the numbers of a text's pieces between the marks of its beginning and end, at most so many."""
        found = list(chain.from_iterable(map(self.of_word, text.split())))
        return [self._begin, *found[: most - 2], self._end]

    def _of_word(self, word: str) -> tuple[int, ...]:
        """Cut what stands between two spaces."""
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        return tuple(chain.from_iterable(map(self._cut, _parted(plain))))

    def _cut(self, word: str) -> list[int]:
        """Take the longest piece that a word begins with, and so on; a word that doesn't end so is one unknown."""
        found: list[int] = []
        start = 0
        while start < len(word) <= _LONGEST:
            on = _ON if start else ""
            ends = range(min(len(word), start + self._most), start, -1)
            end = next((end for end in ends if on + word[start:end] in self._ids), None)
            if end is None:
                return [self._unknown]
            found.append(self._ids[on + word[start:end]])
            start = end
        return found or [self._unknown]


def _parted(word: str) -> Iterator[str]:
    """Part a word from its punctuation marks, each of which is one by itself."""
    for marked, run in groupby(word, _is_mark):
        letters = "".join(run)
        yield from letters if marked else (letters,)


def _is_mark(letter: str) -> bool:
    """Whether a letter is a mark: in ASCII whatever is neither letter nor digit, elsewhere what Unicode says."""
    if letter.isascii():
        return not letter.isalnum()
    return unicodedata.category(letter).startswith("P")
