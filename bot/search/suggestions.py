"""The terms that are offered while somebody types: content words of the texts, as they stand there."""

import bisect
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from bot.search.analysis import fold
from bot.search.forms import Form

# How many terms are kept to offer, and how many are counted at most while texts are read.
KEPT = 5_000
COUNTED = 100_000
SHORTEST = 3


class Tally:
    """Counts words as they stand in texts, within bounds of memory (rare ones are dropped when there are too many)."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def count(self, passages: Iterable[Sequence[str]], forms: Mapping[str, Form]) -> None:
        """Count the content words among the words of some passages."""
        counts = self._counts
        for word, times in Counter(chain.from_iterable(passages)).items():
            if word in counts or (len(word) >= SHORTEST and not word.isdecimal() and forms[word].content):
                counts[word] += times
        if len(self._counts) > COUNTED:
            self._counts = Counter(dict(self._counts.most_common(COUNTED // 2)))

    def best(self) -> tuple[str, ...]:
        """Give the most frequent words, each in the spelling that is most frequent."""
        spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for word, times in self._counts.items():
            spellings[fold(word)][word] += times
        ordered = sorted(spellings.values(), key=lambda spelt: (-spelt.total(), min(spelt)))
        return tuple(max(spelt, key=lambda word: (spelt[word], word)) for spelt in ordered[:KEPT])


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
        self._ranked = sorted((fold(term), -count, term) for term, count in terms)
        self._frequent = tuple(term for term, _ in terms)

    def complete(self, typed: str, limit: int) -> list[str]:
        """Complete the last word of what is typed; the words before it stay as they are."""
        *before, last = typed.split(" ") if typed else [""]
        start = fold(last)
        if not start:
            found = list(self._frequent[:limit])
        else:
            first = bisect.bisect_left(self._ranked, (start,))
            past = bisect.bisect_left(self._ranked, (start + "\U0010ffff",))
            found = [term for _, _, term in sorted(self._ranked[first:past], key=lambda one: one[1:])[:limit]]
        return [" ".join((*before, term)) for term in found]
