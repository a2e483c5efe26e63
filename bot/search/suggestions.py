"""The terms that are offered while somebody types: content words of the texts, as they stand there."""

import bisect
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain

from bot.search.analysis import fold, is_stop, surfaces
from bot.search.forms import LONGEST_PIECE

# How many terms are kept to offer, and how many are counted at most while texts are read.
KEPT = 5_000
COUNTED = 100_000
SHORTEST = 3


class Tally:
    """Counts words as they stand in texts, within bounds of memory (rare ones are dropped when there are too many).

    Pieces of texts are counted, as in `forms.py`, and looked at for words when all are counted.
    """

    def __init__(self) -> None:
        self._counts: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def count(self, passages: Iterable[Sequence[str]], language: str) -> None:
        """Count the pieces of some passages in a language."""
        counts = self._counts[language]
        fresh = Counter(chain.from_iterable(passages))
        for piece in [piece for piece in fresh if len(piece) > LONGEST_PIECE]:
            counts.update(surfaces(piece) * fresh.pop(piece))
        counts.update(fresh)
        if len(counts) > COUNTED:
            self._counts[language] = Counter(dict(counts.most_common(COUNTED // 2)))

    def best(self) -> tuple[str, ...]:
        """Give the most frequent content words, each in the spelling that is most frequent."""
        spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for spelt, language, times in self._words():
            word = fold(spelt)
            if not is_stop(word, language):
                spellings[word][spelt] += times
        ordered = sorted(spellings.values(), key=lambda spelt: (-spelt.total(), min(spelt)))
        return tuple(max(spelt, key=lambda word: (spelt[word], word)) for spelt in ordered[:KEPT])

    def _words(self) -> Iterator[tuple[str, str, int]]:
        for language, counts in self._counts.items():
            for piece, times in counts.items():
                for word in surfaces(piece):
                    if len(word) >= SHORTEST and not word.isdecimal():
                        yield word, language, times


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
