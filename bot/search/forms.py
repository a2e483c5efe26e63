"""The words of a language by number, each with what is indexed of it: millions of words are a few ten thousand forms.

A text is cut at its white space into pieces ("harbour,", "anti-war"), which repeat as words do. Which words are in a
piece is remembered, so that of most of a text no letter is looked at; and what is done with words afterwards is done
with their numbers, those of many passages at once.
"""

from array import array
from collections.abc import Iterable
from itertools import chain

import numpy as np

from bot.search.analysis import stemmed, stemming, stopping, words
from bot.search.letters import attaching, terms_of
from bot.search.pieces import Cut, Numbers, Table, Written, cut
from bot.search.schema import AGAIN

# Pieces that are remembered while texts are written: memory must stay flat.
_REMEMBERED = 100_000
# So many passages of a text tell how rare runs of letters are, and of the others one in so many: where words have
# stemmers, runs only weigh, and a sample of them weighs as well.
_TOLD = 64
_ONE_IN = 8
# What stands before, between and after texts, and between lines of their words. No word has such signs.
_BETWEEN, _LINE = "\0", "\n"


class Forms:
    """The numbers of a language's words, by the pieces in which they stand; from -1 downwards of what isn't one word.

    Number 0 is no word: it stands before, between and after passages.
    """

    def __init__(self, language: str) -> None:
        self._attached = not stemmed(language)
        self._stem, self._stops = stemming(language), stopping(language)
        self._forget()

    def _forget(self) -> None:
        self._pieces = Table()
        self._pieces.add(cut(_BETWEEN).hashes, np.zeros(1, np.int64))
        self._words, self._letters, self._contents = [_LINE], [""], array("q", [0])
        self._in_words, self._in_stems = Written(), Written()
        self._in_words.add(_LINE)
        self._in_stems.add(_LINE)
        self._numbers: dict[str, int] = {}
        self._roots: dict[str, int] = {}
        self._several: list[tuple[int, ...]] = []
        self._in_several = 0

    def __len__(self) -> int:
        """Count the pieces that are remembered."""
        return len(self._pieces)

    def _numbered(self, piece: str) -> int:
        found = (piece,) if piece.isascii() and piece.isalnum() else words(piece)
        numbers = tuple(map(self._number, found))
        if len(numbers) == 1:
            return numbers[0]
        self._several.append(numbers)
        self._in_several += len(numbers)
        return -len(self._several)

    def _number(self, word: str) -> int:
        known = self._numbers.get(word)
        if known is None:
            known = self._numbers[word] = len(self._words)
            root = self._stem(word)
            self._words.append(word)
            self._in_words.add(word)
            self._in_stems.add(root)
            self._letters.append("")
            self._contents.append(0 if self._stops(word) else self._roots.setdefault(root, len(self._roots) + 1))
        return known

    def standing(self, texts: Iterable[str]) -> Numbers:
        """Give the numbers of texts' words, in order, with 0 before, between and after the texts."""
        found = cut(f" {_BETWEEN} ".join(["", *(text.replace(_BETWEEN, " ") for text in texts), ""]).lower())
        numbers, unknown = self._pieces.find(found.hashes)
        if len(unknown):
            numbers[unknown] = self._learned(found, unknown)
        several = np.flatnonzero(numbers < 0)
        return self._spread(numbers, several) if len(several) else numbers

    def _learned(self, found: Cut, unknown: Numbers) -> Numbers:
        """Give the numbers of pieces that were unknown, and remember those that have a hash."""
        hashes, first, which = np.unique(found.hashes[unknown], return_index=True, return_inverse=True)
        numbers: Numbers = np.fromiter(map(self._numbered, found.pieces(unknown[first])), np.int64, len(first))
        self._pieces.add(hashes[hashes > 0], numbers[hashes > 0])
        numbers = numbers[which]
        long = np.flatnonzero(found.hashes[unknown] == 0)
        numbers[long] = list(map(self._numbered, found.pieces(unknown[long])))
        return numbers

    def _spread(self, found: Numbers, several: Numbers) -> Numbers:
        """Put the words of pieces that aren't one word into their places."""
        parts = [self._several[-number - 1] for number in found[several].tolist()]
        lengths = np.ones(len(found), np.int64)
        lengths[several] = list(map(len, parts))
        spread: Numbers = np.repeat(found, lengths)
        spread[spread < 0] = list(chain.from_iterable(parts))
        return spread

    def contents(self, standing: Numbers) -> Numbers:
        """Give the numbers of words' stems; 0 for stop words, and for what is no word."""
        found: Numbers = np.frombuffer(self._contents, np.int64)[standing]
        return found

    def lines(self, standing: Numbers) -> tuple[list[str], list[str]]:
        """Give the words and the stems of each text, in order, with a space before and after each of them."""
        return _lines(self._in_words.joined(standing)), _lines(self._in_stems.joined(standing))

    def again(self, number: int, time: int) -> str:
        """Give the term for a word that stands in a passage for that time."""
        return f"{self._words[number]}{AGAIN}{time}"

    def lettered(self, number: int, line: str) -> bool:
        """Whether runs of letters are indexed of a text's passage with that number, of whose words that is the line.

        They are searched where a language has no stemmer or writes particles on to words; elsewhere they only weigh.
        """
        return self._attached or self.telling(number) or _particles(line)

    def letters(self, standing: Numbers) -> str:
        """Give the runs of letters of words."""
        return " ".join(map(self._runs, set(standing.tolist())))

    def _runs(self, number: int) -> str:
        known = self._letters[number]
        if not known:
            known = self._letters[number] = terms_of(self._words[number])
        return known

    @staticmethod
    def telling(number: int) -> bool:
        """Whether a text's passage with that number tells what is frequent and what is rare in it."""
        return number <= _TOLD or number % _ONE_IN == 0

    def trim(self) -> None:
        """Forget everything where it has become too much."""
        if max(len(self), len(self._words), self._in_several) > _REMEMBERED:
            self._forget()


def _lines(joined: str) -> list[str]:
    return [line if len(line) > 1 else "  " for line in joined.split(_LINE)[1:-1]]


def _particles(line: str) -> bool:
    """Whether a line's first words are in a script that writes particles on to them."""
    return not line.isascii() and attaching(" ".join(line.split()[:_ONE_IN]))
