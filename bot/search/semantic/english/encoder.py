"""From an English text to a vector that is near to those of texts that mean the same.

The model is all-MiniLM-L6-v2: six layers of BERT (`layers.py`), distilled (Wang et al. 2020, arXiv 2002.10957) and then
trained on a billion pairs of English texts that belong together (Reimers and Gurevych 2019, arXiv 1908.10084).
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bot.search.semantic.english.numbers import Numbers
from bot.search.semantic.english.pieces import WordPieces
from bot.search.semantic.layers import Layer, Row, normalise, vectors
from bot.search.semantic.mapped import refusing
from bot.search.semantic.weights import Floats

# Version of what the vectors are: those of another one are computed again.
MODEL = "all-MiniLM-L6-v2-int8/1"

# Pieces of a text that are read: as many as the model's makers read.
_MOST = 256
# A question says what it is about in its first words; more would cost time.
_MOST_ASKED = 96
_EPSILON = 1e-12
_HEAD = 32
_EMBEDDINGS, _ENCODER = "inner.embeddings", "inner.encoder.layer"
_WORDS, _PLACES = f"{_EMBEDDINGS}.word_embeddings.weight", f"{_EMBEDDINGS}.position_embeddings.weight"
# A layer's matrices stand in this order, without names: query, key, value, out, inner, outer.
_MATRICES = 6


class English:
    """Makes vectors of English texts. It holds 44 MB of numbers, and 5 MB of pieces; their vectors stay in the file."""

    def __init__(self, path: Path, pieces: WordPieces | None = None) -> None:
        """Load the model; its pieces are BERT's where no others are given. Raises SemanticUnusable."""
        self._numbers = Numbers(path)
        self._pieces = pieces or WordPieces.shipped()
        with refusing(path):
            self._load()
            self._try()

    def _load(self) -> None:
        numbers = self._numbers
        self._words, self._scales = numbers.stored(_WORDS), numbers.vector(f"{_WORDS}_scale")[:, None]
        self.width = self._words.shape[1]
        self._places = numbers.matrix(_PLACES)
        self._places += numbers.vector(f"{_EMBEDDINGS}.token_type_embeddings.weight")[: self.width]
        first = f"{_EMBEDDINGS}.LayerNorm"
        self._first = (numbers.vector(f"{first}.weight"), numbers.vector(f"{first}.bias"))
        named = [name for name in numbers.matrices() if name not in (_WORDS, _PLACES)]
        parts = [named[start : start + _MATRICES] for start in range(0, len(named), _MATRICES)]
        self._layers = [_layer(numbers, number, part) for number, part in enumerate(parts)]

    def _try(self) -> None:
        """See whether it all fits together, and gives numbers."""
        if not np.isfinite(self.question("")).all():
            raise ValueError

    def question(self, text: str) -> Floats:
        """Give a question's vector, of length 1."""
        vector: Floats = self._encoded([self._pieces.of(text, _MOST_ASKED)])[0]
        return vector

    def passage(self, text: str) -> Floats:
        """Give a passage's vector, of length 1, as the only row."""
        return self._encoded([self._pieces.of(text, _MOST)])

    def _encoded(self, texts: Sequence[Sequence[int]]) -> Floats:
        row = Row.of(texts)
        values = self._words[row.numbers] * self._scales[row.numbers] + self._places[row.places]
        normalise(values, *self._first, _EPSILON)
        for layer in self._layers:
            values = layer.through(values, row.bounds, self.width // _HEAD, _EPSILON)
        return vectors(values, row.bounds)


def _layer(numbers: Numbers, number: int, matrices: Sequence[str]) -> Layer:
    query, key, value, out, inner, outer = map(numbers.matrix, matrices)

    def bias(name: str) -> Floats:
        """Give what a part of the layer adds."""
        return numbers.vector(f"{_ENCODER}.{number}.{name}.bias")

    def scale(name: str) -> Floats:
        """Give what a part of the layer multiplies by."""
        return numbers.vector(f"{_ENCODER}.{number}.{name}.weight")

    return Layer(
        np.concatenate([query, key, value], axis=1),
        np.concatenate([bias(f"attention.self.{one}") for one in ("query", "key", "value")]),
        out,
        bias("attention.output.dense"),
        scale("attention.output.LayerNorm"),
        bias("attention.output.LayerNorm"),
        inner,
        bias("intermediate.dense"),
        outer,
        bias("output.dense"),
        scale("output.LayerNorm"),
        bias("output.LayerNorm"),
    )
