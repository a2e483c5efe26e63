"""The words of a language by number, each with what is indexed of it: millions of words are a few ten thousand forms.

A text is cut at its white space into pieces ("harbour,", "anti-war"), which repeat as words do. Which words are in a
piece is remembered, so that of most of a text no letter is looked at; and what is done with words afterwards is done
with their numbers, those of many passages at once.
"""

from array import array
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import chain, count

import numpy as np

from bot.search.analysis import stemmed, stems_of, stops_among, words
from bot.search.letters import attaching, terms_of
from bot.search.pieces import Cut, Numbers, Table, Written, cut
from bot.search.schema import AGAIN

# Pieces that are remembered while texts are written: memory must stay flat.
_REMEMBERED = 100_000
# Signs of all of them for each that may be remembered.
_SIGNS = 16
# So many passages of a text tell how rare runs of letters are, and of the others one in so many: where words have
# stemmers, runs only weigh, and a sample of them weighs as well.
_TOLD = 64
_ONE_IN = 8
# What stands before, between and after texts, and between lines of their words. No word has such signs.
_BETWEEN, _LINE = "\0", "\n"
# A word's number and for which time it stands are one number, with so many bits for the times.
_TIMES = 32


class Forms:
    """The numbers of a language's pieces, and those of the words that stand in them; below 0 of what isn't one word.

    Number 0 is no piece and no word: it stands before, between and after passages.
    """

    def __init__(self, language: str) -> None:
        self._attached = not stemmed(language)
        self._stemming, self._stopping = partial(stems_of, language=language), partial(stops_among, language=language)
        self.forget()

    def forget(self) -> None:
        """Forget everything."""
        self._pieces = Table()
        self._pieces.add(cut(_BETWEEN).hashes, np.zeros(1, np.int64))
        self._spelt, self._signs, self._in_pieces = [_BETWEEN], 0, array("q", [0])
        self._times = np.zeros(1, np.int64)
        self._words, self._runs, self._contents = [_LINE], array("q", [0]), array("q", [0])
        self._in_words, self._in_stems, self._in_runs = Written(), Written(), Written()
        for written in (self._in_words, self._in_stems, self._in_runs):
            written.add([_LINE])
        self._again: dict[int, str] = {}
        self._numbers: dict[str, int] = {}
        self._roots: dict[str, int] = {}
        self._several: list[tuple[int, ...]] = []
        self._in_several = 0

    def __len__(self) -> int:
        """Count the pieces that are remembered."""
        return len(self._pieces)

    def pieces(self, texts: Iterable[str]) -> Numbers:
        """Give the numbers of texts' pieces, in order, with 0 before, between and after the texts."""
        found = cut(f" {_BETWEEN} ".join(["", *(text.replace(_BETWEEN, " ") for text in texts), ""]))
        numbers, unknown = self._pieces.find(found.hashes)
        if len(unknown):
            numbers[unknown] = self._learned(found, unknown)
        return numbers

    def _learned(self, found: Cut, unknown: Numbers) -> Numbers:
        """Give pieces that were unknown the next numbers, and remember those that have a hash."""
        hashes, first, which = np.unique(found.hashes[unknown], return_index=True, return_inverse=True)
        numbers = self._numbered(found.pieces(unknown[first]))
        self._pieces.add(hashes[hashes > 0], numbers[hashes > 0])
        numbers = numbers[which]
        long = np.flatnonzero(found.hashes[unknown] == 0)
        numbers[long] = self._numbered(found.pieces(unknown[long]))
        return numbers

    def _numbered(self, pieces: Iterable[str]) -> Numbers:
        spelt = list(pieces)
        found = [(piece.lower(),) if piece.isascii() and piece.isalnum() else words(piece) for piece in spelt]
        self._learn([word for word in dict.fromkeys(chain.from_iterable(found)) if word not in self._numbers])
        first = len(self._spelt)
        self._spelt += spelt
        self._signs += sum(map(len, spelt))
        self._in_pieces.extend(map(self._number, found))
        return np.arange(first, len(self._spelt))

    def _number(self, found: Sequence[str]) -> int:
        if len(found) == 1:
            return self._numbers[found[0]]
        self._several.append(tuple(map(self._numbers.__getitem__, found)))
        self._in_several += len(found)
        return -len(self._several)

    def _learn(self, fresh: Sequence[str]) -> None:
        """Give words that are not known the next numbers."""
        if not fresh:
            return
        stops, roots = self._stopping(fresh), self._stemming(fresh)
        self._numbers.update(zip(fresh, count(len(self._words)), strict=False))
        self._words += fresh
        self._in_words.add(fresh)
        self._in_stems.add(roots)
        numbered = self._roots
        self._contents.extend(
            0 if word in stops else numbered.setdefault(root, len(numbered) + 1)
            for word, root in zip(fresh, roots, strict=True)
        )
        self._runs.extend([0] * len(fresh))

    def standing(self, pieces: Numbers) -> Numbers:
        """Give the numbers of pieces' words, in order, with 0 where pieces have 0."""
        numbers: Numbers = np.frombuffer(self._in_pieces, np.int64)[pieces]
        several = np.flatnonzero(numbers < 0)
        return self._spread(numbers, several) if len(several) else numbers

    def count(self, pieces: Numbers) -> None:
        """Count pieces, as they are spelt."""
        if len(self._times) < len(self._spelt):
            self._times = np.concatenate((self._times, np.zeros(len(self._spelt), np.int64)))
        np.add.at(self._times, pieces, 1)

    def counted(self) -> dict[str, int]:
        """Give how often pieces were counted, and count from 0 again."""
        there = np.flatnonzero(self._times[1:]) + 1
        times = self._times[there].tolist()
        self._times[:] = 0
        return dict(zip(map(self._spelt.__getitem__, there.tolist()), times, strict=True))

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

    def again(self, words: Numbers, times: Numbers) -> list[str]:
        """Give the terms for words that stand in a passage for that time."""
        terms = self._again
        return [terms.get(key) or self._term(key) for key in (words.astype(np.int64) << _TIMES | times).tolist()]

    def _term(self, key: int) -> str:
        term = self._again[key] = f"{self._words[key >> _TIMES]}{AGAIN}{key & (1 << _TIMES) - 1}"
        return term

    def lettered(self, number: int, line: str) -> bool:
        """Whether runs of letters are indexed of a text's passage with that number, of whose words that is the line.

        They are searched where a language has no stemmer or writes particles on to words; elsewhere they only weigh.
        """
        return self._attached or self.telling(number) or _particles(line)

    def letters(self, words: Numbers, ends: Numbers) -> list[str]:
        """Give the runs of letters of words, those up to each of the `ends` together."""
        runs = np.frombuffer(self._runs, np.int64)[words]
        unknown = sorted(set(words[runs == 0].tolist()))
        if unknown:
            for number, place in zip(unknown, count(len(self._in_runs)), strict=False):
                self._runs[number] = place
            self._in_runs.add([terms_of(self._words[number]) for number in unknown])
            runs = np.frombuffer(self._runs, np.int64)[words]
        lines = self._in_runs.joined(np.insert(runs, ends, 0)).split(_LINE)[:-1]
        return list(map(str.strip, lines))

    @staticmethod
    def telling(number: int) -> bool:
        """Whether a text's passage with that number tells what is frequent and what is rare in it."""
        return number <= _TOLD or number % _ONE_IN == 0

    def full(self) -> bool:
        """Whether what is remembered has become too much."""
        remembered = len(self), len(self._words), len(self._again), self._in_several, self._signs // _SIGNS
        return max(remembered) > _REMEMBERED


def _lines(joined: str) -> list[str]:
    return [line if len(line) > 1 else "  " for line in joined.split(_LINE)[1:-1]]


def _particles(line: str) -> bool:
    """Whether a line's first words are in a script that writes particles on to them."""
    return not line.isascii() and attaching(" ".join(line.split()[:_ONE_IN]))
