"""What reading a file gives: its text, its record, what was found in it, and the stamp to know the file again by."""

from dataclasses import dataclass
from pathlib import Path

from bot.corpus.parts import Raw, Structure
from bot.model import Source


@dataclass(frozen=True, slots=True)
class Imported:
    """A file that was read.

    `sha256` (hexadecimal), `size` (bytes) and `mtime_ns` are the file's. `declared` says that the source's id comes
    from a record; otherwise it was made of the title, and may be changed where another text has it
    (`catalog.distinct`).
    """

    path: Path
    raw: Raw
    source: Source
    structure: Structure
    sha256: str
    size: int
    mtime_ns: int
    declared: bool = False
