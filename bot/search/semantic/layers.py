"""What a text becomes on its way through BERT's layers (Devlin et al. 2019), for whichever model the numbers are of.

All texts' pieces are one row, so that a layer's matrices are read once for all and nothing is padded; only attention
looks at each text by itself. A text's vector is the mean over its pieces, of length 1.
"""

import math
from collections.abc import Sequence
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.search.semantic.weights import Floats

Bounds = tuple[tuple[int, int], ...]
"""From where to where the pieces of each text stand."""

# Pieces that go through a layer's wide half at once: so their values stay in the processor's cache.
_TOGETHER = 256
_HALF = np.float32(math.sqrt(0.5))


class Row(NamedTuple):
    """Texts' pieces in one row: their numbers, each one's place in its own text, and where the texts stand."""

    numbers: NDArray[np.int64]
    places: NDArray[np.int64]
    bounds: Bounds

    @classmethod
    def of(cls, texts: Sequence[Sequence[int]]) -> "Row":
        """Put texts side by side."""
        numbers = np.fromiter(chain.from_iterable(texts), np.int64)
        places = np.concatenate([np.arange(len(text)) for text in texts])
        return cls(numbers, places, tuple(pairwise(accumulate(map(len, texts), initial=0))))


class Layer(NamedTuple):
    """A layer's matrices and vectors. Query, key and value stand side by side, so that they are one product."""

    attention: Floats
    attention_bias: Floats
    out: Floats
    out_bias: Floats
    attention_scale: Floats
    attention_shift: Floats
    inner: Floats
    inner_bias: Floats
    outer: Floats
    outer_bias: Floats
    scale: Floats
    shift: Floats

    def through(self, values: Floats, bounds: Bounds, heads: int, epsilon: float) -> Floats:
        """Take values through the layer: a row each of the texts' pieces."""
        seen = _times(self._attended(values, bounds, heads), self.out, self.out_bias)
        seen += values
        normalise(seen, self.attention_scale, self.attention_shift, epsilon)
        outer = np.empty_like(seen)
        for start in range(0, len(seen), _TOGETHER):
            part = slice(start, start + _TOGETHER)
            bent = _bent(_times(seen[part], self.inner, self.inner_bias))
            outer[part] = _times(bent, self.outer, self.outer_bias)
        outer += seen
        normalise(outer, self.scale, self.shift, epsilon)
        return outer

    def _attended(self, values: Floats, bounds: Bounds, heads: int) -> Floats:
        """Let every piece look at those of its own text."""
        width = values.shape[1]
        joined = _times(values, self.attention, self.attention_bias)
        joined[:, :width] *= np.float32(1 / math.sqrt(width // heads))
        attended = np.empty_like(values)
        for start, stop in bounds:
            # pieces × (query, key, value) × heads × values of a head, brought to (query, key, value), heads first
            own = joined[start:stop].reshape(stop - start, 3, heads, width // heads)
            query, key, value = own.transpose(1, 2, 0, 3)
            likeness = query @ key.swapaxes(1, 2)
            likeness -= likeness.max(-1, keepdims=True)
            np.exp(likeness, out=likeness)
            seen = likeness @ value
            seen /= likeness.sum(-1, keepdims=True)
            attended[start:stop] = seen.transpose(1, 0, 2).reshape(stop - start, width)
        return attended


def vectors(values: Floats, bounds: Bounds) -> Floats:
    """Give texts' vectors, of length 1, a row each: the mean over what their pieces became."""
    means = np.stack([values[start:stop].mean(0) for start, stop in bounds])
    found: Floats = means / np.linalg.norm(means, axis=1, keepdims=True)
    return found


def normalise(values: Floats, scale: Floats, shift: Floats, epsilon: float) -> None:
    """Bring every row to a mean of 0 and a spread of 1, then scale and shift it; in place."""
    values -= values.mean(-1, keepdims=True)
    spread = np.einsum("ij,ij->i", values, values)[:, None] / np.float32(values.shape[1])
    values /= np.sqrt(spread + np.float32(epsilon))
    values *= scale
    values += shift


def _times(values: Floats, matrix: Floats, bias: Floats) -> Floats:
    found: Floats = values @ matrix
    found += bias
    return found


def _bent(values: Floats) -> Floats:
    """Bend values as the model does (GELU): x/2 · (1 + erf(x/√2)).

    erf is that of Abramowitz and Stegun 7.1.26, whose error is below 1.5e-7: numpy has none of its own.
    """
    x = np.multiply(np.abs(values), _HALF, dtype=np.float32)
    t = np.reciprocal(1 + np.float32(0.3275911) * x)
    series = np.full_like(t, 1.061405429)
    for factor in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
        series *= t
        series += np.float32(factor)
    series *= t
    np.multiply(x, -x, out=x)
    series *= np.exp(x, out=x)
    # With y = |x|: x/2 · (1 ± (1 - series)) is (x + y)/2 - y/2 · series, for both signs.
    size = np.abs(values)
    bent: Floats = np.float32(0.5) * (values + size - size * series)
    return bent
