"""Which rules texts are read by, so that a bot with other rules reads its files again."""

import hashlib
from functools import cache
from pathlib import Path


@cache
def rules() -> str:
    """Name the rules: a hash of the code of this layer, so that no change of it can be forgotten.

    A release that changes any of it reads every text once more at its first start; ids of passages are carried over.
    """
    folder = Path(__file__).resolve().parent
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*.py")):
        digest.update(file.relative_to(folder).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]
