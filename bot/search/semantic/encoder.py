"""From a text to a vector that is near to those of texts that mean the same, in whatever language: e5's forward pass.

The model is multilingual-e5-small (Wang et al. 2024, arXiv 2402.05672): twelve layers of BERT (Devlin et al. 2019),
the mean over a text's pieces, normalised. It was trained on texts that begin with "query: " or "passage: ".
"""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bot.search.semantic.parts import parts
from bot.search.semantic.pieces import Pieces
from bot.search.semantic.weights import Floats, Weights

# Version of what the vectors are: those of another one are computed again.
MODEL = "multilingual-e5-small-q4/1"

# Pieces of a text that are read: what the model was made for.
_MOST = 512
# A question says what it is about in its first words; more would cost time.
_MOST_ASKED = 96
_FAR = np.float32(-1e9)
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
        # One at a time is fastest: its numbers stay in the processor's cache.
        return np.concatenate([self.passages([one]) for one in (text, *parts(text))])

    def passages(self, texts: Sequence[str]) -> Floats:
        """Give passages' vectors, of length 1, a row each."""
        return self._encoded([self._pieces.of(f"passage: {text}", _MOST) for text in texts])

    def _encoded(self, texts: Sequence[Sequence[int]]) -> Floats:
        longest = max(map(len, texts))
        numbers: NDArray[np.int64] = np.zeros((len(texts), longest), np.int64)
        present = np.zeros((len(texts), longest), np.float32)
        for row, text in enumerate(texts):
            numbers[row, : len(text)] = text
            present[row, : len(text)] = 1
        words = self._weights.matrix_rows("emb.word", numbers.ravel()).reshape(*numbers.shape, self.width)
        values = _normalised(words + self._places[:longest], *self._first, self._weights.epsilon)
        hidden = ((1 - present) * _FAR)[:, None, None, :]
        for layer in self._layers:
            values = self._through(layer, values, hidden)
        means = (values * present[:, :, None]).sum(1) / present.sum(1, keepdims=True)
        found: Floats = means / np.linalg.norm(means, axis=1, keepdims=True)
        return found

    def _through(self, layer: _Layer, values: Floats, hidden: Floats) -> Floats:
        epsilon = self._weights.epsilon
        seen = _times(self._attended(layer, values, hidden), layer.out, layer.out_bias)
        values = _normalised(values + seen, layer.attention_scale, layer.attention_shift, epsilon)
        inner = _bent(_times(values, layer.inner, layer.inner_bias))
        outer = _times(inner, layer.outer, layer.outer_bias)
        return _normalised(values + outer, layer.scale, layer.shift, epsilon)

    def _attended(self, layer: _Layer, values: Floats, hidden: Floats) -> Floats:
        texts, length, width = values.shape
        heads = self._weights.sizes.heads
        joined = _times(values, layer.attention, layer.attention_bias)
        # texts × pieces × (query, key, value) × heads × values of a head, brought to (query, key, value) first
        query, key, value = joined.reshape(texts, length, 3, heads, width // heads).transpose(2, 0, 3, 1, 4)
        likeness = query @ key.swapaxes(2, 3)
        likeness *= np.float32(1 / math.sqrt(width // heads))
        likeness += hidden
        likeness -= likeness.max(-1, keepdims=True)
        np.exp(likeness, out=likeness)
        likeness /= likeness.sum(-1, keepdims=True)
        attended: Floats = (likeness @ value).transpose(0, 2, 1, 3).reshape(texts, length, width)
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
    """Multiply all pieces of all texts in one product."""
    flat = values.reshape(-1, values.shape[-1]) @ matrix
    flat += bias
    return flat.reshape(*values.shape[:-1], matrix.shape[1])


def _normalised(values: Floats, scale: Floats, shift: Floats, epsilon: float) -> Floats:
    values = values - values.mean(-1, keepdims=True)
    spread = np.einsum("...i,...i->...", values, values)[..., None] / np.float32(values.shape[-1])
    values /= np.sqrt(spread + np.float32(epsilon))
    values *= scale
    values += shift
    return values


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
