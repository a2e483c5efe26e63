"""From a text to a vector that is near to those of texts that mean the same, in whatever language: e5's forward pass.

The model is multilingual-e5-small (Wang et al. 2024, arXiv 2402.05672): twelve layers of BERT (`layers.py`). It was
trained on texts that begin with "query: " or "passage: ".
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bot.search.semantic.layers import Layer, Row, normalise, vectors
from bot.search.semantic.mapped import refusing
from bot.search.semantic.parts import parts
from bot.search.semantic.pieces import Pieces
from bot.search.semantic.weights import Floats, Weights

# Version of what the vectors are: those of another one are computed again.
MODEL = "multilingual-e5-small-q4/1"

# Pieces of a text that are read: what the model was made for.
_MOST = 512
# A question says what it is about in its first words; more would cost time.
_MOST_ASKED = 96


class Encoder:
    """Makes vectors of texts. It holds 90 MB of numbers, and 40 MB of pieces."""

    def __init__(self, path: Path) -> None:
        """Load the model. Raises SemanticUnusable."""
        self._weights = Weights(path)
        self.width = self._weights.sizes.width
        with refusing(path):
            self._load()
            self._try()

    def _load(self) -> None:
        weights = self._weights
        self._pieces = Pieces(weights.vocabulary)
        self._places = weights.vector("emb.pos").reshape(-1, self.width)
        self._places += weights.vector("emb.type")[: self.width]
        self._first = (weights.vector("emb.ln.w"), weights.vector("emb.ln.b"))
        self._layers = [_layer(weights, number) for number in range(weights.sizes.layers)]

    def _try(self) -> None:
        """See whether it all fits together, and gives numbers: every piece and every place has its own."""
        known = self._weights.vocabulary
        self._weights.matrix_rows("emb.word", np.array([len(known.pieces) - 1, known.unknown]))
        if len(self._places) < _MOST or not np.isfinite(self.question("")).all():
            raise ValueError

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
        sizes, epsilon, row = self._weights.sizes, self._weights.epsilon, Row.of(texts)
        values = self._weights.matrix_rows("emb.word", row.numbers) + self._places[row.places]
        normalise(values, *self._first, epsilon)
        for layer in self._layers:
            values = layer.through(values, row.bounds, sizes.heads, epsilon)
        return vectors(values, row.bounds)


def _layer(weights: Weights, number: int) -> Layer:
    width, inner = weights.sizes.width, weights.sizes.inner

    def matrix(name: str, rows: int, columns: int) -> Floats:
        """Give a matrix of the layer so that rows can be multiplied with it."""
        return np.ascontiguousarray(weights.matrix(f"l{number}.{name}", rows, columns).T)

    def vector(name: str) -> Floats:
        """Give a vector of the layer."""
        return weights.vector(f"l{number}.{name}")

    return Layer(
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
