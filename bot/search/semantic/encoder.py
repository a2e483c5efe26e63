"""From a text to a vector that is near to those of texts that mean the same, in whatever language: e5's forward pass.

The model is multilingual-e5-small (Wang et al. 2024, arXiv 2402.05672): twelve layers of BERT (Devlin et al. 2019),
the mean over a text's pieces, normalised. It was trained on texts that begin with "query: " or "passage: ".
"""

import math
from collections.abc import Sequence
from itertools import accumulate, chain, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np

from bot.search.semantic.parts import parts
from bot.search.semantic.pieces import Pieces
from bot.search.semantic.weights import Floats, Weights

Bounds = tuple[tuple[int, int], ...]
"""From where to where the pieces of each text stand."""

# Version of what the vectors are: those of another one are computed again.
MODEL = "multilingual-e5-small-q4/1"

# Pieces of a text that are read: what the model was made for.
_MOST = 512
# A question says what it is about in its first words; more would cost time.
_MOST_ASKED = 96
# Pieces that go through a layer's wide half at once: so their values stay in the processor's cache.
_TOGETHER = 256
_HALF = np.float32(math.sqrt(0.5))


class _Layer(NamedTuple):
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


class Encoder:
    """Makes vectors of texts. It holds 90 MB of numbers, and 40 MB of pieces."""

    def __init__(self, path: Path) -> None:
        """Load the model. Raises SemanticUnusable."""
        self._weights = Weights(path)
        self.width = self._weights.sizes.width
        self._pieces = Pieces(self._weights.vocabulary)
        self._places = self._weights.vector("emb.pos").reshape(-1, self.width)
        self._places += self._weights.vector("emb.type")[: self.width]
        self._first = (self._weights.vector("emb.ln.w"), self._weights.vector("emb.ln.b"))
        self._layers = [_layer(self._weights, number) for number in range(self._weights.sizes.layers)]

    def question(self, text: str) -> Floats:
        """Give a question's vector, of length 1."""
        vector: Floats = self._encoded([self._pieces.of(f"query: {text}", _MOST_ASKED)])[0]
        return vector

    def passage(self, text: str) -> Floats:
        """Give the vectors, of length 1, of a passage and then of each of its sentences, a row each."""
        return self.passages([text, *parts(text)])

    def passages(self, texts: Sequence[str]) -> Floats:
        """Give passages' vectors, of length 1, a row each."""
        return self._encoded([self._pieces.of(f"passage: {text}", _MOST) for text in texts])

    def _encoded(self, texts: Sequence[Sequence[int]]) -> Floats:
        """Take all texts' pieces as one row, so that a layer's matrices are read once for all and nothing is padded."""
        numbers = np.fromiter(chain.from_iterable(texts), np.int64)
        places = np.concatenate([np.arange(len(text)) for text in texts])
        bounds = tuple(pairwise(accumulate(map(len, texts), initial=0)))
        values = self._weights.matrix_rows("emb.word", numbers) + self._places[places]
        _normalise(values, *self._first, self._weights.epsilon)
        for layer in self._layers:
            values = self._through(layer, values, bounds)
        means = np.stack([values[start:stop].mean(0) for start, stop in bounds])
        found: Floats = means / np.linalg.norm(means, axis=1, keepdims=True)
        return found

    def _through(self, layer: _Layer, values: Floats, bounds: Bounds) -> Floats:
        epsilon = self._weights.epsilon
        seen = _times(self._attended(layer, values, bounds), layer.out, layer.out_bias)
        seen += values
        _normalise(seen, layer.attention_scale, layer.attention_shift, epsilon)
        outer = np.empty_like(seen)
        for start in range(0, len(seen), _TOGETHER):
            part = slice(start, start + _TOGETHER)
            bent = _bent(_times(seen[part], layer.inner, layer.inner_bias))
            outer[part] = _times(bent, layer.outer, layer.outer_bias)
        outer += seen
        _normalise(outer, layer.scale, layer.shift, epsilon)
        return outer

    def _attended(self, layer: _Layer, values: Floats, bounds: Bounds) -> Floats:
        """Let every piece look at those of its own text."""
        width, heads = self.width, self._weights.sizes.heads
        joined = _times(values, layer.attention, layer.attention_bias)
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


def _layer(weights: Weights, number: int) -> _Layer:
    width, inner = weights.sizes.width, weights.sizes.inner

    def matrix(name: str, rows: int, columns: int) -> Floats:
        return np.ascontiguousarray(weights.matrix(f"l{number}.{name}", rows, columns).T)

    def vector(name: str) -> Floats:
        return weights.vector(f"l{number}.{name}")

    return _Layer(
        np.concatenate([matrix(f"{one}.w", width, width) for one in "qkv"], axis=1),
        np.concatenate([vector(f"{one}.b") for one in "qkv"]),
        matrix("ao.w", width, width),
        vector("ao.b"),
        vector("aln.w"),
        vector("aln.b"),
        matrix("fi.w", inner, width),
        vector("fi.b"),
        matrix("fo.w", width, inner),
        vector("fo.b"),
        vector("oln.w"),
        vector("oln.b"),
    )


def _times(values: Floats, matrix: Floats, bias: Floats) -> Floats:
    found: Floats = values @ matrix
    found += bias
    return found


def _normalise(values: Floats, scale: Floats, shift: Floats, epsilon: float) -> None:
    values -= values.mean(-1, keepdims=True)
    spread = np.einsum("ij,ij->i", values, values)[:, None] / np.float32(values.shape[1])
    values /= np.sqrt(spread + np.float32(epsilon))
    values *= scale
    values += shift


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
