"""What is indexed of passages, worked out for many of them at once: words are numbers, and counting is sorting."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.search.forms import Forms
from bot.search.pieces import Numbers


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
    standing = forms.standing(texts)
    words, stems = forms.lines(standing)
    between = np.flatnonzero(standing == 0)
    ends = between.tolist()
    letters = [
        forms.letters(standing[start + 1 : end]) if forms.lettered(number, line) else ""
        for number, line, start, end in zip(numbers, words, ends, ends[1:], strict=False)
    ]
    lengths = np.diff(between) - 1
    passages = np.repeat(np.arange(len(texts)), lengths)
    words_only = standing[standing > 0]
    again = _again(forms, passages, words_only, len(texts))
    weights = _weights(passages, forms.contents(words_only), len(texts))
    return list(map(Analysed, words, stems, letters, again, weights, lengths.tolist()))


def _again(forms: Forms, passages: Numbers, words: Numbers, many: int) -> list[str]:
    """Give each passage's terms for words that stand there again, with a space between them."""
    keys, bits = _sorted(passages, words)
    fresh = np.concatenate(([True], keys[1:] != keys[:-1])) if len(keys) else np.empty(0, bool)
    first = np.flatnonzero(fresh)
    others = np.flatnonzero(~fresh)
    times = others - first[np.searchsorted(first, others) - 1] + 1
    terms = list(map(forms.again, (keys[others] & ((1 << bits) - 1)).tolist(), times.tolist()))
    ends = np.searchsorted(keys[others] >> bits, np.arange(1, many + 1)).tolist()
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
    most = max(many / 2, 3)
    by_times = np.array([0.0, *(math.log(times) if times <= most else 0.0 for times in range(1, many + 1))])
    sums = np.bincount(there, by_times[having[stems]], many)
    weights: list[float] = (sums / (np.bincount(there, minlength=many) + 5)).tolist()
    return weights


def _sorted(passages: Numbers, numbers: Numbers) -> tuple[NDArray[np.integer], int]:
    """Join passages and numbers of what stands in them to one number each, sorted; the number has so many bits.

    Half as many bits in all are sorted in half the time.
    """
    bits = int(numbers.max(initial=0)).bit_length()
    keys = passages << bits | numbers
    small = bits + int(passages[-1] if len(passages) else 0).bit_length() < 32
    kept = keys.astype(np.int32) if small else keys
    kept.sort()
    return kept, bits
