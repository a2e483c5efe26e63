"""Which model a file of weights is of."""

from pathlib import Path
from typing import Protocol

from bot.search.semantic.weights import Floats

_ENGLISH = ".onnx"


class Model(Protocol):
    """What makes vectors of texts: `width` values each, of length 1."""

    width: int

    def passage(self, text: str) -> Floats:
        """Give a passage's vector, and after it those of its parts if the model is asked about them; a row each."""
        ...


def load(path: Path) -> Model:
    """Load the model whose weights a file has. Raises SemanticUnusable."""
    # Here, so that the process that reads passages has one model in memory, and not the pieces of both.
    if path.suffix == _ENGLISH:
        from bot.search.semantic.english.encoder import English

        return English(path)
    from bot.search.semantic.encoder import Encoder

    return Encoder(path)
