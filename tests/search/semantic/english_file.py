"""A small model in the form of the real file for English: random numbers, a few pieces, two layers."""

from pathlib import Path

import numpy as np

WIDTH, LAYERS, INNER, PLACES = 64, 2, 96, 300
SHIPPED = 30_522
PIECES = (
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    *"abcdefghijklmnopqrstuvwxyz.,?",
    "harbour",
    "ship",
    "##s",
    "##ping",
    "dyke",
)
_MATRICES = ((WIDTH, WIDTH),) * 4 + ((WIDTH, INNER), (INNER, WIDTH))
_FLOATS, _BYTES = 1, 3


def write_english(file: Path, words: int = len(PIECES), seed: int = 1) -> Path:
    """Write such a model with vectors of so many pieces; whoever reads it gets vectors of 64 values."""
    chance = np.random.default_rng(seed)
    graph = _field(1, _field(1, b"in") + _field(4, b"MatMul"))  # a step of the graph, which nobody reads
    for name, values in _vectors(chance).items():
        graph += _tensor(name, values)
    rows = {"word_embeddings": words, "position_embeddings": PLACES}
    for name, count in rows.items():
        graph += _matrix(chance, f"inner.embeddings.{name}.weight", (count, WIDTH), (count, 1))
    for number, sizes in enumerate(_MATRICES * LAYERS):
        graph += _matrix(chance, f"val_{number}", sizes, (1, sizes[1]))
    head = b"\x08\x08" + b"\x0d\0\0\0\0" + b"\x11" + b"\0" * 8  # numbers of one, four and eight bytes
    file.write_bytes(head + _field(7, graph))
    return file


def _vectors(chance: np.random.Generator) -> dict[str, np.ndarray]:
    names = {"inner.embeddings.LayerNorm.weight": WIDTH, "inner.embeddings.LayerNorm.bias": WIDTH}
    for number in range(LAYERS):
        layer = f"inner.encoder.layer.{number}"
        names |= {f"{layer}.attention.self.{one}.bias": WIDTH for one in ("query", "key", "value")}
        names |= {f"{layer}.{one}.bias": WIDTH for one in ("attention.output.dense", "output.dense")}
        names |= {f"{layer}.intermediate.dense.bias": INNER}
        for norm in ("attention.output.LayerNorm", "output.LayerNorm"):
            names |= {f"{layer}.{norm}.weight": WIDTH, f"{layer}.{norm}.bias": WIDTH}
    found = {name: chance.normal(name.endswith("weight"), 0.1, size).astype("<f4") for name, size in names.items()}
    return found | {"inner.embeddings.token_type_embeddings.weight": chance.normal(0, 0.1, (2, WIDTH)).astype("<f4")}


def _matrix(chance: np.random.Generator, name: str, sizes: tuple[int, int], scales: tuple[int, int]) -> bytes:
    stored = chance.integers(-127, 128, sizes).astype(np.int8)
    return _tensor(f"{name}_q", stored) + _tensor(f"{name}_scale", chance.uniform(0.001, 0.003, scales).astype("<f4"))


def _tensor(name: str, values: np.ndarray) -> bytes:
    kind = _BYTES if values.dtype == np.int8 else _FLOATS
    sizes = b"".join(b"\x08" + _number(size) for size in values.shape)
    return _field(5, sizes + b"\x10" + _number(kind) + _field(8, name.encode()) + _field(9, values.tobytes()))


def _field(number: int, data: bytes) -> bytes:
    return _number(number << 3 | 2) + _number(len(data)) + data


def _number(value: int) -> bytes:
    found = b""
    while value > 0x7F:
        found += bytes([value & 0x7F | 0x80])
        value >>= 7
    return found + bytes([value])
