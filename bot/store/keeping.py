"""Files that only the bot's user reads: whole, or not at all."""

import os
from pathlib import Path


def keep(file: Path, data: bytes) -> None:
    """Write a file in the place of one that may be there; a crash leaves the one or the other. Raises OSError."""
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(handle, data)
        os.fsync(handle)
    finally:
        os.close(handle)
    fresh.replace(file)
