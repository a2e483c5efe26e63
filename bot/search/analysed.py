"""What is indexed of passages, worked out for many of them at once: words are numbers, and counting is sorting."""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.search.forms import Forms
from bot.search.pieces import Numbers

# Passages are sorted one by one in so many times the room that their words need, at most.
_ROOM = 4


class Analysed(NamedTuple):
    """What is indexed of a passage's text: words and stems in order with a space before and after each, runs of
    letters, and the terms for words that stand there again. `weight` says how much it speaks of what the passages
    around it speak of, `length` how many words it has.
    """

    words: str
    stems: str
    letters: str
    again: str
    weight: float
    length: int


def analyse(forms: Forms, numbers: Sequence[int], texts: Sequence[str]) -> list[Analysed]:
    """Analyse passages of a text, which have those numbers and texts."""
    if not texts:
        return []
    pieces = forms.pieces(texts)
    told = np.array([False, *map(forms.telling, numbers)])
    forms.count(pieces[told[np.cumsum(pieces == 0) % (len(texts) + 1)]])
    standing = forms.standing(pieces)
    words, stems = forms.lines(standing)
    between = np.flatnonzero(standing == 0)
    lengths = np.diff(between) - 1
    passages = np.repeat(np.arange(len(texts)), lengths)
    words_only = standing[standing > 0]
    there, found, times = _counted(passages, words_only)
    letters = _letters(forms, np.array(list(map(forms.lettered, numbers, words))), there, found, times)
    again = _again(forms, there, found, times, len(texts))
    weights = _weights(passages, forms.contents(words_only), len(texts))
    return list(map(Analysed, words, stems, letters, again, weights, lengths.tolist()))


def _counted(passages: Numbers, words: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Sort words by passage: the passages, the words, and for which time each stands there."""
    keys, bits = _sorted(passages, words)
    order = np.arange(len(keys))
    first = order.copy()
    first[1:][keys[1:] == keys[:-1]] = 0
    times = order - np.maximum.accumulate(first) + 1
    return keys >> bits, keys & ((1 << bits) - 1), times


def _letters(forms: Forms, lettered: NDArray[np.bool_], passages: Numbers, words: Numbers, times: Numbers) -> list[str]:
    """Give the runs of letters of the words of those passages that are `lettered`, and nothing of the others."""
    chosen = np.flatnonzero(lettered[passages] & (times == 1))
    ends = np.cumsum(np.bincount(passages[chosen], minlength=len(lettered)))
    return forms.letters(words[chosen], ends)


def _again(forms: Forms, passages: Numbers, words: Numbers, times: Numbers, many: int) -> list[str]:
    """Give each passage's terms for words that stand there again, with a space between them."""
    others = np.flatnonzero(times > 1)
    terms = forms.again(words[others], times[others])
    ends = np.searchsorted(passages[others], np.arange(1, many + 1)).tolist()
    return [" ".join(terms[start:end]) for start, end in zip([0, *ends], ends, strict=False)]


def _weights(passages: Numbers, contents: Numbers, many: int) -> list[float]:
    """Weigh passages by how much they speak of what the others speak of (after Nenkova's SumBasic, 2005).

    A stem weighs the logarithm of the number of passages that have it, unless more than half of them do; a passage
    weighs the mean of its stems, of which it has five that weigh nothing besides.
    """
    telling = contents > 0
    keys, bits = _sorted(passages[telling], contents[telling])
    if not len(keys):
        return [0.0] * many
    once = keys[np.concatenate(([True], keys[1:] != keys[:-1]))]
    stems, there = once & ((1 << bits) - 1), once >> bits
    having = np.bincount(stems)
    by_times = _by_times(many)
    sums = np.bincount(there, by_times[having[stems]], many)
    weights: list[float] = (sums / (np.bincount(there, minlength=many) + 5)).tolist()
    return weights


@lru_cache(maxsize=1)
def _by_times(many: int) -> NDArray[np.float64]:
    """Give what a stem weighs by how many of so many passages have it."""
    most = max(many / 2, 3)
    return np.array([0.0, *(math.log(times) if times <= most else 0.0 for times in range(1, many + 1))])


def _sorted(passages: Numbers, numbers: Numbers) -> tuple[NDArray[np.integer], int]:
    """Join passages and numbers of what stands in them to one number each, sorted; the number has so many bits.

    Half as many bits in all are sorted in half the time, and each passage alone in a tenth, as long as their lengths
    differ so little that rows as long as the longest have room for all of them.
    """
    bits = int(numbers.max(initial=0)).bit_length()
    keys = passages << bits | numbers
    small = bits + int(passages[-1] if len(passages) else 0).bit_length() < 32
    kept = keys.astype(np.int32) if small else keys
    lengths = np.bincount(passages)
    longest = int(lengths.max(initial=0))
    if len(lengths) * longest > _ROOM * len(kept):
        kept.sort()
        return kept, bits
    filled = np.arange(longest) < lengths[:, None]
    rows = np.full(filled.shape, np.iinfo(kept.dtype).max, kept.dtype)
    rows[filled] = kept
    rows.sort(axis=1)
    return rows[filled], bits
