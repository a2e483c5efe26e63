"""What is indexed of a word, worked out once for each: millions of words are a few ten thousand forms.

A text is cut at its white space into pieces ("harbour,", "anti-war"), which repeat as words do. Which words are in a
piece is remembered, so that of most of a text no letter is looked at.
"""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple, cast

from bot.search.analysis import is_stop, stemmed, stemming, words
from bot.search.letters import attaching, terms_of

# Pieces that are remembered while texts are written, and the longest of them in characters: memory must stay flat, and
# a text that is written without spaces is one long piece.
_REMEMBERED = 100_000
LONGEST_PIECE = 64
# So many passages of a text tell how rare runs of letters are, and of the others one in so many: where words have
# stemmers, runs only weigh, and a sample of them weighs as well.
_TOLD = 64
_ONE_IN = 8
# A term of the field `again`: the word stands (at least) that many times in the passage. Counting the passages of
# "war·2", "war·3" … beside those of "war" gives how often "war" stands in all texts, without reading any of them.
AGAIN = "·"


class Form(NamedTuple):
    """A word as it is indexed: folded, its stem, and its stem again unless it is a stop word."""

    word: str
    stem: str
    content: str


class Analysed(NamedTuple):
    """What is indexed of a passage's text: words and stems in order with a space before and after each, runs of
    letters, the terms for words that stand there again, the stems of what are no stop words, and the number of words.
    """

    words: str
    stems: str
    letters: str
    again: str
    content: set[str]
    length: int


_NOTHING = Analysed("  ", "  ", "", "", set(), 0)


class _Letters(dict[str, str]):
    """The runs of letters of words."""

    def __missing__(self, word: str) -> str:
        found = self[word] = terms_of(word)
        return found


class Forms(dict[str, Form | None]):
    """The forms of a language's words, by the pieces in which they stand; None for a piece that isn't one word."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._stem = stemming(language)
        self._words: dict[str, Form] = {}
        self._letters = _Letters()

    def __missing__(self, piece: str) -> Form | None:
        if piece.isascii() and piece.isalnum():
            form: Form | None = self._form(piece)
        else:
            found = self._of(piece)
            form = found[0] if len(found) == 1 else None
        if len(piece) <= LONGEST_PIECE:
            self[piece] = form
        return form

    def _of(self, piece: str) -> list[Form]:
        return [self._form(word) for word in words(piece)]

    def _form(self, word: str) -> Form:
        known = self._words.get(word)
        if known is None:
            root = self._stem(word)
            root = word if root == word else root  # one object: what is looked at millions of times lies together
            known = self._words[word] = Form(word, root, "" if is_stop(word, self._language) else root)
        return known

    def analysed(self, number: int, text: str) -> Analysed:
        """Analyse a text's passage with that number."""
        standing = self._standing(text)
        if not standing:
            return _NOTHING
        words, stems, contents = zip(*standing, strict=True)
        letters = " ".join(map(self._letters.__getitem__, set(words))) if self._lettered(number, words) else ""
        return Analysed(
            f" {' '.join(words)} ", f" {' '.join(stems)} ", letters, _again(words), set(contents), len(words)
        )

    def _standing(self, text: str) -> list[Form]:
        """Give the forms of a text's words, in order. What never stands inside of a word needn't be in its pieces."""
        pieces = text.lower().replace(",", " ").replace(". ", " ").replace("-", " ").replace("’", " ").split()
        found = list(map(self.__getitem__, pieces))
        if None not in found:
            return cast(list[Form], found)
        several = ((form,) if form else self._of(piece) for piece, form in zip(pieces, found, strict=True))
        return list(chain.from_iterable(several))

    def _lettered(self, number: int, words: Sequence[str]) -> bool:
        """Whether the runs of letters of a text's passage with that number are indexed.

        They are searched where a language has no stemmer or writes particles on to words; elsewhere they only weigh.
        """
        searched = not stemmed(self._language) or attaching(" ".join(words[:_ONE_IN]))
        return searched or self.telling(number)

    @staticmethod
    def telling(number: int) -> bool:
        """Whether a text's passage with that number tells what is frequent and what is rare in it."""
        return number <= _TOLD or number % _ONE_IN == 0

    def trim(self) -> None:
        """Forget everything where it has become too much."""
        if len(self) > _REMEMBERED or len(self._words) > _REMEMBERED:
            self.clear()
            self._words.clear()
            self._letters.clear()


def _again(words: Iterable[str]) -> str:
    times: dict[str, int] = {}
    seen = set[str]()
    found: list[str] = []
    for word in [word for word in words if word in seen or seen.add(word)]:  # type: ignore[func-returns-value]
        times[word] = time = times.get(word, 1) + 1
        found.append(f"{word}{AGAIN}{time}")
    return " ".join(found)
