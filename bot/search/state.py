"""What the index's folder says of itself: of which texts it was built, and whether its files are whole."""

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path

from bot.search.library import Shelved
from bot.search.records import FILE as RECORDS
from bot.search.schema import VERSION

_FILE = "commonplace.json"
_PARTS = "meta.json"
_CHUNK = 1 << 20

# A passage's place is its text's ordinal and its number in one number. Ordinals leave room between them, so that a new
# text finds its place by id among the others without any of them being indexed again.
_NUMBER_BITS = 20
_LAST_ORDINAL = 1 << 44
_STEP = 1 << 28


@dataclass(frozen=True, slots=True)
class State:
    """Of which texts an index was built: by source id, a fingerprint of what was indexed and the ordinal it got.

    `kept` counts the records in its folder, those of passages that went as well.
    """

    generation: int
    fingerprints: Mapping[str, str]
    ordinals: Mapping[str, int]
    terms: tuple[tuple[str, int], ...]
    kept: int = 0


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
    said = (shelved.edition, shelved.passages, shelved.words, source.title, source.language, shelved.rules)
    return blake2b(repr(said).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def save(state: State, folder: Path) -> None:
    """Write down the state, with a checksum of each of the index's files.

    Files of a part of the index never change, and a name is never used again: what was summed up before still holds,
    or the file is damaged, which the old sum shows. Records are only added to.
    """
    files, records = _summed_up(folder)
    sums = {"files": _checksums(folder, files), "records": _checksum(folder / RECORDS, *records)}
    written = {"version": VERSION, **sums, **asdict(state)}
    fresh = folder / f"{_FILE}.new"
    fresh.write_text(json.dumps(written, ensure_ascii=False), encoding="utf-8")
    fresh.replace(folder / _FILE)


def load(folder: Path) -> State | None:
    """Read the state back; None where it is missing, of another version, or any file isn't what it was."""
    try:
        said = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        if said["version"] != VERSION or said["files"] != _checksums(folder, {}):
            return None
        if said["records"] != list(_checksum(folder / RECORDS)):
            return None
        terms = tuple((str(term), int(count)) for term, count in said["terms"])
        return State(
            int(said["generation"]), dict(said["fingerprints"]), dict(said["ordinals"]), terms, int(said["kept"])
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _summed_up(folder: Path) -> tuple[dict[str, int], tuple[int, int]]:
    """Give the sums that were written down before, but for the list of the parts: it is the one that changes."""
    try:
        said = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        size, total = said["records"]
        return {str(name): int(sum_) for name, sum_ in said["files"].items() if name != _PARTS}, (int(size), int(total))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}, (0, 0)


def _checksums(folder: Path, known: Mapping[str, int]) -> dict[str, int]:
    """Sum up tantivy's files; locks and the list of files that may be deleted come and go."""
    files = (file for file in folder.iterdir() if not file.name.startswith((".", _FILE, RECORDS)))
    return {file.name: known.get(file.name) or _checksum(file)[1] for file in sorted(files) if file.is_file()}


def _checksum(file: Path, size: int = 0, total: int = 0) -> tuple[int, int]:
    """Give a file's size and sum, where those of its first `size` bytes are known."""
    with file.open("rb") as opened:
        opened.seek(size)
        while part := opened.read(_CHUNK):
            size, total = size + len(part), zlib.crc32(part, total)
    return size, total
