"""Segments as files: a line of JSON that says what follows, then the arrays, then a checksum of it all.

A folder has `quotations.json`, which names the segments' files; it is written last, so that a save that breaks off
leaves the one before.
"""

import json
import os
import zlib
from array import array
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from bot.model import Role, Speaker
from bot.quotation.segment import Segment, Strings
from bot.quotation.voices import Voices

VERSION = 1
INDEX = "quotations.json"

_ARRAYS = {
    "runs": "uint32", "places": "uint32", "starts": "uint32", "owners": "uint32", "asides": "bool", "alive": "bool",
    "id_ends": "int64", "text_ends": "int64", "ids": "uint8", "texts": "uint8", "speakers": "uint32",
}  # fmt: skip


class Damaged(Exception):
    """The folder has no index, one of another version, or a damaged one: it has to be built again."""


def save(folder: Path, segments: Sequence[Segment], generation: int) -> None:
    """Write segments into a folder; the files of the save before go last."""
    folder.mkdir(parents=True, exist_ok=True)
    names = []
    for segment in segments:
        head, parts = _parts(segment)
        names.append(_write(folder, head, parts))
    state = {"version": VERSION, "generation": generation, "segments": names}
    fresh = folder / f"{INDEX}.new"
    fresh.write_text(json.dumps(state | {"checksum": _sum(state)}), encoding="utf-8")
    fresh.replace(folder / INDEX)
    for file in folder.glob("*.segment"):
        if file.name not in names:
            file.unlink()


def load(folder: Path) -> tuple[list[Segment], int]:
    """Read the segments of a folder, and the generation that they were saved with. Raises Damaged."""
    try:
        state = json.loads((folder / INDEX).read_text(encoding="utf-8"))
        checksum = state.pop("checksum")
        if state["version"] != VERSION or checksum != _sum(state):
            raise Damaged(INDEX)
        return [_read(folder / name) for name in state["segments"]], int(state["generation"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise Damaged(str(error)) from error


def _sum(state: dict[str, Any]) -> int:
    return zlib.crc32(json.dumps(state, sort_keys=True).encode())


def _parts(segment: Segment) -> tuple[dict[str, Any], list[bytes]]:
    voices = segment.voices
    arrays = {
        "runs": segment.runs,
        "places": segment.places,
        "starts": segment.starts,
        "owners": segment.owners,
        "asides": segment.asides,
        "alive": segment.alive,
        "id_ends": segment.ids.ends,
        "text_ends": segment.texts.ends,
        "ids": np.frombuffer(segment.ids.data, np.uint8),
        "texts": np.frombuffer(segment.texts.data, np.uint8),
        "speakers": np.frombuffer(voices.of, np.uint32) if voices.of else np.empty(0, np.uint32),
    }
    head = {
        "lengths": {name: len(arrays[name]) for name in _ARRAYS},
        "sources": segment.sources,
        "speakers": [asdict(speaker) for speaker in voices.speakers],
        "statements": [
            [at, [[start, end, asdict(speaker)] for start, end, speaker in found]]
            for at, found in voices.statements.items()
        ],
    }
    return head, [arrays[name].tobytes() for name in _ARRAYS]


def _write(folder: Path, head: dict[str, Any], parts: Sequence[bytes]) -> str:
    first = json.dumps(head).encode() + b"\n"
    checksum = zlib.crc32(first)
    for part in parts:
        checksum = zlib.crc32(part, checksum)
    name = f"{checksum:08x}-{sum(len(part) for part in parts):x}.segment"
    fresh = folder / f"{name}.new"
    with fresh.open("wb") as file:
        for part in (first, *parts, checksum.to_bytes(4, "big")):
            file.write(part)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(folder / name)
    return name


def _read(path: Path) -> Segment:
    arrays: dict[str, Any] = {}
    with path.open("rb") as file:
        first = file.readline()
        head = json.loads(first)
        checksum = zlib.crc32(first)
        for name, kind in _ARRAYS.items():
            arrays[name] = np.fromfile(file, kind, int(head["lengths"][name]))
            if len(arrays[name]) != head["lengths"][name]:
                raise Damaged(path.name)
            checksum = zlib.crc32(arrays[name], checksum)
        if file.read() != checksum.to_bytes(4, "big"):
            raise Damaged(path.name)
    voices = Voices([_speaker(told) for told in head["speakers"]], array("I", arrays["speakers"].tobytes()), {})
    for at, found in head["statements"]:
        voices.statements[at] = tuple((start, end, _speaker(told)) for start, end, told in found)
    ids = Strings(arrays["ids"].tobytes(), arrays["id_ends"])
    texts = Strings(arrays["texts"].tobytes(), arrays["text_ends"])
    plain = {name: arrays[name] for name in ("runs", "places", "starts", "owners", "asides", "alive")}
    return Segment(ids=ids, texts=texts, sources=head["sources"], voices=voices, **plain)


def _speaker(told: dict[str, Any]) -> Speaker:
    return Speaker(told["name"], Role(told["role"]), told["via"])
