"""The process that reads passages for their meaning: `python -m bot.search.semantic.worker FILE`, started by `reading`.

It takes texts from its standard input and answers each with its vectors on its standard output. It runs on one thread
of the lowest priority, has no network, starts nothing and writes nothing.
"""

import os
import struct
import sys
from pathlib import Path
from typing import BinaryIO

from bot.confining import confine
from bot.errors import SemanticUnusable
from bot.search.semantic.models import load

# Before a text, and before what is answered: its bytes. An answer of no bytes says that the model can't be used.
LENGTH = struct.Struct("<I")
_LOWEST = 19


def main() -> None:
    """Answer until the other side closes the pipe."""
    asked, told = sys.stdin.buffer, sys.stdout.buffer
    _be_modest()
    try:
        encoder = load(Path(sys.argv[1]))
    except SemanticUnusable:
        _tell(told, b"")
        return
    _tell(told, encoder.width.to_bytes(4, "little"))
    while (text := _receive(asked)) is not None:
        _tell(told, encoder.passage(text).tobytes())


def _be_modest() -> None:
    os.nice(_LOWEST)
    confine()


def _receive(asked: BinaryIO) -> str | None:
    head = asked.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    return asked.read(LENGTH.unpack(head)[0]).decode("utf-8", "surrogatepass")


def _tell(told: BinaryIO, answer: bytes) -> None:
    told.write(LENGTH.pack(len(answer)) + answer)
    told.flush()


if __name__ == "__main__":
    main()
