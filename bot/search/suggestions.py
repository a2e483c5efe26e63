"""The terms that are offered while somebody types: content words of the texts, as they stand there."""

import bisect
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from bot.search.analysis import fold, stopping, surfaces

# How many terms are kept to offer, and how many are counted at most while texts are read.
KEPT = 5_000
COUNTED = 100_000
SHORTEST = 3
# A longer piece is looked at for words at once: a text that is written without spaces is one piece.
LONGEST_PIECE = 64


class Tally:
    """Counts words as they stand in texts, within bounds of memory (rare ones are dropped when there are too many).

    What stands between spaces is counted, and looked at for words when all are counted.
    """

    def __init__(self) -> None:
        self._counts: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def count(self, passages: Iterable[Sequence[str]], language: str) -> None:
        """Count the pieces of some passages in a language."""
        counts = self._counts[language]
        pieces = list(chain.from_iterable(passages))
        if max(map(len, pieces), default=0) > LONGEST_PIECE:
            counts.update(chain.from_iterable(surfaces(piece) for piece in pieces if len(piece) > LONGEST_PIECE))
            pieces = [piece for piece in pieces if len(piece) <= LONGEST_PIECE]
        counts.update(pieces)
        if len(counts) > COUNTED:
            self._counts[language] = Counter(dict(counts.most_common(COUNTED // 2)))

    def best(self) -> tuple[str, ...]:
        """Give the most frequent content words, each in the spelling that is most frequent."""
        often: defaultdict[str, int] = defaultdict(int)
        spellings: defaultdict[str, set[str]] = defaultdict(set)
        for language, counts in self._counts.items():
            for spelt, word, times in _content(counts, language):
                often[spelt] += times
                spellings[word].add(spelt)
        totals = {word: sum(map(often.__getitem__, spelt)) for word, spelt in spellings.items()}
        least = sorted(totals.values(), reverse=True)[:KEPT][-1:]
        likely = [(-total, min(spellings[word]), word) for word, total in totals.items() if [total] >= least]
        return tuple(
            max(spellings[word], key=lambda spelt: (often[spelt], spelt)) for *_, word in sorted(likely)[:KEPT]
        )


def _content(counts: Mapping[str, int], language: str) -> Iterator[tuple[str, str, int]]:
    """Give the words of pieces in a language that can be offered, folded as well, and how often their pieces stand."""
    stops = stopping(language)
    for piece, times in counts.items():
        for spelt in (piece,) if piece.isalnum() and piece.isascii() else surfaces(piece):
            word = spelt.lower() if spelt.isascii() and spelt.isalnum() else fold(spelt)
            if len(spelt) >= SHORTEST and not spelt.isdecimal() and not stops(word):
                yield spelt, word, times


def merged(before: Iterable[str], fresh: Iterable[str], passages: Callable[[str], int]) -> tuple[tuple[str, int], ...]:
    """Join the terms that were kept with those of new texts; `passages` counts in how many passages a word stands."""
    spelling: dict[str, str] = {}
    for term in (*before, *fresh):
        spelling.setdefault(fold(term), term)
    counted = ((term, passages(word)) for word, term in spelling.items())
    return tuple(sorted((pair for pair in counted if pair[1]), key=lambda pair: (-pair[1], pair[0]))[:KEPT])


class Suggestions:
    """Terms to offer, found by how they begin, the most frequent first."""

    def __init__(self, terms: Sequence[tuple[str, int]]) -> None:
        self._terms = terms

    @cached_property
    def _ranked(self) -> list[tuple[str, int, str]]:
        """The terms by how they begin: sorted when somebody types, since an update must not wait for that."""
        return sorted((fold(term), -count, term) for term, count in self._terms)

    def complete(self, typed: str, limit: int) -> list[str]:
        """Complete the last word of what is typed; the words before it stay as they are."""
        *before, last = typed.split(" ") if typed else [""]
        start = fold(last)
        if not start:
            found = [term for term, _ in self._terms[:limit]]
        else:
            first = bisect.bisect_left(self._ranked, (start,))
            past = bisect.bisect_left(self._ranked, (start + "\U0010ffff",))
            found = [term for _, _, term in sorted(self._ranked[first:past], key=lambda one: one[1:])[:limit]]
        return [" ".join((*before, term)) for term in found]
