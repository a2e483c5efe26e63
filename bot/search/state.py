"""What the index's folder says of itself: of which texts it was built, and whether its files are whole."""

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from bot.search.library import Library, Shelved
from bot.search.records import FILE as RECORDS
from bot.search.schema import VERSION

_FILE = "commonplace.json"
_PARTS = "meta.json"
# What tantivy may delete one day: it doesn't open an index where it can't read that.
_MANAGED = ".managed.json"
_CHUNK = 1 << 20

# A passage's place is its text's ordinal and its number in one number. Ordinals leave room between them, so that a new
# text finds its place by id among the others without any of them being indexed again.
_NUMBER_BITS = 20
_LAST_ORDINAL = 1 << 44
_STEP = 1 << 28


@dataclass(frozen=True, slots=True)
class Sums:
    """Checksums of a folder's files, by name; and of the records, with how many bytes it is of."""

    files: Mapping[str, int]
    records: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class State:
    """Of which texts an index was built: by source id, a fingerprint of what was indexed and the ordinal it got.

    `kept` counts the records in its folder, those of passages that went as well. `sums` are those of its files when it
    was written down last.
    """

    generation: int
    fingerprints: Mapping[str, str]
    ordinals: Mapping[str, int]
    terms: tuple[tuple[str, int], ...]
    kept: int = 0
    sums: Sums = Sums({})


def place(ordinal: int, number: int) -> int:
    """Give a passage's place in reading order: texts by id, passages by number."""
    return ordinal << _NUMBER_BITS | min(number, (1 << _NUMBER_BITS) - 1)


def ordinals_for(sources: Iterable[str], known: Mapping[str, int]) -> dict[str, int] | None:
    """Give each source its ordinal, keeping those that are known; None where no room is left between two of them."""
    ordered = sorted(sources)
    kept = [known.get(source) for source in ordered]
    following, after = [_LAST_ORDINAL] * len(kept), _LAST_ORDINAL
    for at in range(len(kept) - 1, -1, -1):
        following[at] = after
        after = kept[at] or after
    found: dict[str, int] = {}
    before = 0
    for source, own, upper in zip(ordered, kept, following, strict=True):
        ordinal = own or min((before + upper) // 2, before + _STEP)
        if ordinal <= before:
            return None
        found[source] = before = ordinal
    return found


def fingerprint(shelved: Shelved) -> str:
    """Give what changes whenever a text must be indexed again."""
    source = shelved.source
    return _hashed(shelved.edition, shelved.passages, shelved.words, source.title, source.language, shelved.rules)


@lru_cache(maxsize=16_384)
def _hashed(*said: str | int | None) -> str:
    return blake2b(repr(said).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def save(state: State, folder: Path) -> State:
    """Write down the state, with a checksum of each of the index's files; gives the state with these.

    Files of a part of the index never change, and a name is never used again: what was summed up before still holds,
    or the file is damaged, which the old sum shows. Records are only added to.
    """
    sums = Sums(_checksums(folder, state.sums.files), _checksum(folder / RECORDS, *state.sums.records))
    said = {
        "version": VERSION,
        "files": sums.files,
        "records": sums.records,
        "generation": state.generation,
        "fingerprints": state.fingerprints,
        "ordinals": state.ordinals,
        "terms": state.terms,
        "kept": state.kept,
    }
    fresh = folder / f"{_FILE}.new"
    fresh.write_text(json.dumps({**said, "sum": _sum(said)}, ensure_ascii=False), encoding="utf-8")
    fresh.replace(folder / _FILE)
    return replace(state, sums=sums)


def load(folder: Path) -> State | None:
    """Read the state back; None where it is missing, of another version, or any file isn't what it was."""
    try:
        said = dict(json.loads((folder / _FILE).read_text(encoding="utf-8")))
        if said.pop("sum") != _sum(said):
            return None
        sums = Sums(_checksums(folder, {}), _checksum(folder / RECORDS))
        if (said["version"], said["files"], said["records"]) != (VERSION, sums.files, list(sums.records)):
            return None
        terms = tuple((str(term), int(count)) for term, count in said["terms"])
        counts = int(said["generation"]), int(said["kept"])
        return State(counts[0], dict(said["fingerprints"]), dict(said["ordinals"]), terms, counts[1], sums)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def fingerprints(library: Library) -> dict[str, str]:
    """Give the fingerprint of each text that a library has."""
    return {shelved.source.id: fingerprint(shelved) for shelved in library.sources()}


def later(state: State, library: Library) -> bool:
    """Whether an index is of a later generation than the library: of another store, or of before a backup came back.

    Texts that are the same there may have passages of other ids, which would be found and never stand anywhere.
    """
    return state.generation > library.generation()


def current(state: State, library: Library) -> bool:
    """Whether an index is of exactly the texts that a library has."""
    return state.fingerprints == fingerprints(library) and not later(state, library)


def stands(state: State, folder: Path) -> bool:
    """Whether a folder's parts are still those of a state that was read of it; cheap. Raises OSError."""
    return _checksum(folder / _PARTS)[1] == state.sums.files.get(_PARTS)


def _sum(said: Mapping[str, object]) -> int:
    """Sum up what is said: a wrong fingerprint or ordinal would have passages found twice, or in another order."""
    return zlib.crc32(json.dumps(said).encode())


def _checksums(folder: Path, known: Mapping[str, int]) -> dict[str, int]:
    """Sum up tantivy's files, but for those that are known: only its two lists ever change. Locks come and go."""
    others = (file for file in folder.iterdir() if not file.name.startswith((".", _FILE, RECORDS)))
    files = [*others, *folder.glob(_MANAGED)]
    unchanged = {name: total for name, total in known.items() if name not in (_PARTS, _MANAGED)}
    return {file.name: unchanged.get(file.name) or _checksum(file)[1] for file in sorted(files) if file.is_file()}


def _checksum(file: Path, size: int = 0, total: int = 0) -> tuple[int, int]:
    """Give a file's size and sum, where those of its first `size` bytes are known."""
    with file.open("rb") as opened:
        opened.seek(size)
        while part := opened.read(_CHUNK):
            size, total = size + len(part), zlib.crc32(part, total)
    return size, total
