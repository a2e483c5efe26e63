"""The process that reads files: `python -m bot.corpus.reading.worker`, started by `Reader`.

It takes limits, then catalogs and paths, from its standard input, and answers each path on its standard output. It has
no network, starts nothing, writes nothing, and holds no more memory, time and files than the limits give it.
"""

import gc
import hashlib
import logging
import os
import resource
import signal
import warnings
from pathlib import Path
from typing import BinaryIO

from bot.confining import confine
from bot.corpus.catalog import Catalog
from bot.corpus.parsing import parse
from bot.corpus.reading.files import fetch, media_of
from bot.corpus.reading.frames import Answer, describe, pack, receive
from bot.corpus.reading.limits import Limits
from bot.corpus.reading.single import read_bytes
from bot.errors import CatalogBroken, FileDamaged, FileHostile, FileTooLarge, ReadingError

_OPEN_FILES = 64


def main() -> None:
    """Answer until the other side closes the pipe."""
    asked, told = _pipes()
    limits: Limits = receive(asked)
    _restrict(limits)
    catalog = Catalog.empty()
    gc.freeze()  # what was imported stays: there is nothing to collect in it after each file
    _send(told, pack(("ready", None)))
    while (word := receive(asked)) is not None:
        if isinstance(word, Catalog):
            catalog = word
            continue
        _allow_seconds(limits.seconds)
        packed = _packed(Path(word), limits, catalog)
        _send(told, packed or pack(("error", describe(FileTooLarge(str(word), limits.memory)))))


def _packed(path: Path, limits: Limits, catalog: Catalog) -> bytes | None:
    """Give the answer for a file; None where the memory is full. Only after this has returned there is room again."""
    try:
        return pack(_answer(path, limits, catalog))
    except MemoryError:
        return None


def _answer(path: Path, limits: Limits, catalog: Catalog) -> tuple[str, object]:
    try:
        return "file", _load(path, limits, catalog)
    except (ReadingError, CatalogBroken) as failed:
        return "error", describe(failed)
    except RecursionError:
        return "error", describe(FileHostile(str(path), "nesting"))
    except MemoryError:
        raise
    except Exception as failed:  # noqa: BLE001 - whatever a library meets in a file, the next file goes on
        return "error", describe(FileDamaged(str(path), type(failed).__name__))


def _load(path: Path, limits: Limits, catalog: Catalog) -> Answer:
    media = media_of(path)
    data, stamp = fetch(path, limits)
    raw = read_bytes(data, media, str(path), limits)
    known = catalog.known(raw.text, path)
    structure = parse(raw, known)
    source = known or catalog.printed(structure, path)
    digest = hashlib.sha256(data).hexdigest()
    return raw, source, structure, digest, stamp.st_size, stamp.st_mtime_ns, known is not None


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Keep the two pipes for answers alone: what a library prints goes nowhere."""
    asked, told = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    logging.disable()
    warnings.simplefilter("ignore")
    return asked, told


def _send(told: BinaryIO, packed: bytes) -> None:
    told.write(packed)
    told.flush()


def _restrict(limits: Limits) -> None:
    # Ctrl-C in a terminal reaches this process, too, and is meant for the bot, whose end closes the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (_OPEN_FILES, _OPEN_FILES))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    confine()


def _allow_seconds(seconds: int) -> None:
    """Let the next file have so much processor time: should the bot itself hang or die, this process ends alone."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime)
    resource.setrlimit(resource.RLIMIT_CPU, (spent + seconds + 5, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main()
