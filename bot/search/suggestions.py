"""The terms that are offered while somebody types: content words of the texts, as they stand there."""

import bisect
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import chain, islice

from bot.search.analysis import fold, stops_among, surfaces
from bot.search.subjects import is_subject

# How many terms are kept to offer, and how many are counted at most while texts are read.
KEPT = 5_000
COUNTED = 100_000
SHORTEST = 3
# A longer piece is looked at for words at once: a text that is written without spaces is one piece.
LONGEST_PIECE = 64

Spelt = tuple[str, str, int]
"""A word as it stands in texts, folded, and how often it stands so."""


class Tally:
    """Counts words as they stand in texts, within bounds of memory (rare ones are dropped when there are too many).

    What stands between spaces is counted, and looked at for words when all are counted.
    """

    def __init__(self) -> None:
        self._counts: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def count(self, pieces: Mapping[str, int], language: str) -> None:
        """Count pieces in a language that stand so often."""
        counts = self._counts[language]
        counts.update({piece: times for piece, times in pieces.items() if len(piece) <= LONGEST_PIECE})
        for piece, times in pieces.items():
            if len(piece) > LONGEST_PIECE:
                counts.update(surfaces(piece) * times)
        if len(counts) > COUNTED:
            self._counts[language] = Counter(dict(counts.most_common(COUNTED // 2)))

    def best(self) -> tuple[str, ...]:
        """Give the most frequent content words, each in the spelling that is most frequent.

        Which of them are stop words is asked only of the most frequent, unless too few of these are left.
        """
        found = {language: list(_spelt(counts)) for language, counts in self._counts.items()}
        all_times: defaultdict[str, int] = defaultdict(int)
        for _, word, times in chain.from_iterable(found.values()):
            all_times[word] += times
        bound = sorted(all_times.values(), reverse=True)[: 2 * KEPT][-1:]
        frequent = {word for word, times in all_times.items() if [times] >= bound}
        best, least = _best(found, frequent)
        surely = len(frequent) == len(all_times) or (len(best) == KEPT and least >= bound)
        return best if surely else _best(found, set(all_times))[0]


def _spelt(counts: Mapping[str, int]) -> Iterator[Spelt]:
    """Give the words of pieces that are long enough to be offered, folded as well, and how often their pieces stand."""
    for piece, times in counts.items():
        for spelt in (piece,) if piece.isalnum() and piece.isascii() else surfaces(piece):
            if len(spelt) >= SHORTEST and not spelt.isdecimal():
                yield spelt, spelt.lower() if spelt.isascii() and spelt.isalnum() else fold(spelt), times


def _best(found: Mapping[str, Sequence[Spelt]], among: Set[str]) -> tuple[tuple[str, ...], list[int]]:
    """Give the most frequent of some words that aren't stop words, and how often the rarest of them stands."""
    often: defaultdict[str, int] = defaultdict(int)
    spellings: defaultdict[str, set[str]] = defaultdict(set)
    for language, every in found.items():
        content = among - stops_among(among, language)
        for spelt, word, times in every:
            if word in content:
                often[spelt] += times
                spellings[word].add(spelt)
    totals = {word: sum(map(often.__getitem__, spelt)) for word, spelt in spellings.items()}
    least = sorted(totals.values(), reverse=True)[:KEPT][-1:]
    likely = [(-total, min(spellings[word]), word) for word, total in totals.items() if [total] >= least]
    best = (max(spellings[word], key=lambda spelt: (often[spelt], spelt)) for *_, word in sorted(likely)[:KEPT])
    return tuple(best), least


def merged(before: Iterable[str], fresh: Iterable[str], passages: Callable[[str], int]) -> tuple[tuple[str, int], ...]:
    """Join the terms that were kept with those of new texts; `passages` counts in how many passages a word stands."""
    spelling: dict[str, str] = {}
    for term in (*before, *fresh):
        spelling.setdefault(fold(term), term)
    counted = ((term, passages(word)) for word, term in spelling.items())
    return tuple(sorted((pair for pair in counted if pair[1]), key=lambda pair: (-pair[1], pair[0]))[:KEPT])


class Suggestions:
    """Terms to offer, found by how they begin, the most frequent first; before anything is typed, those that a text may
    speak of.
    """

    def __init__(self, terms: Sequence[tuple[str, int]]) -> None:
        self._terms = terms

    @cached_property
    def _ranked(self) -> list[tuple[str, int, str]]:
        """The terms by how they begin: sorted when somebody types, since an update must not wait for that."""
        return sorted((fold(term), -count, term) for term, count in self._terms)

    def spelt(self, word: str) -> str | None:
        """Give the spelling in which a folded word stands most often; None for one that isn't kept."""
        at = bisect.bisect_left(self._ranked, (word,))
        return self._ranked[at][2] if at < len(self._ranked) and self._ranked[at][0] == word else None

    def complete(self, typed: str, limit: int) -> list[str]:
        """Complete the last word of what is typed; the words before it stay as they are."""
        *before, last = typed.split(" ") if typed else [""]
        start = fold(last)
        if not start:
            found = list(islice((term for term, _ in self._terms if is_subject(term)), limit))
        else:
            first = bisect.bisect_left(self._ranked, (start,))
            past = bisect.bisect_left(self._ranked, (start + "\U0010ffff",))
            found = [term for _, _, term in sorted(self._ranked[first:past], key=lambda one: one[1:])[:limit]]
        return [" ".join((*before, term)) for term in found]
