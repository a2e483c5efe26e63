"""A small model in the form of the real file of weights: random numbers, a few pieces, two layers."""

import struct
from pathlib import Path

import numpy as np

WIDTH, LAYERS, HEADS, INNER, PLACES = 32, 2, 2, 64, 520
_MARKS = ("<s>", "<pad>", "</s>", "<unk>")
_SPACE = "\u2581"


def pieces() -> list[str]:
    letters = "abcdefghijklmnopqrstuvwxyz:.,абвгд"
    words = ("query", "passage", "harbour", "dyke", "ship", "ships", "har", "bour", "гавань")
    return [
        *_MARKS,
        *letters,
        _SPACE,
        *(_SPACE + letter for letter in letters),
        *(_SPACE + word for word in words),
        *words,
    ]


def write_model(file: Path, seed: int = 1) -> Path:
    """Write such a model; whoever reads it gets vectors of 32 values."""
    chance = np.random.default_rng(seed)
    every = pieces()
    head = b"E5MODEL\0" + struct.pack("<7i", WIDTH, LAYERS, HEADS, INNER, len(every), PLACES, 1)
    head += struct.pack("<fi", 1e-12, 32) + struct.pack("<5i", len(every), 0, 2, 1, 3)
    blobs = [piece.encode() for piece in every]
    head += struct.pack("<Q", sum(map(len, blobs)))
    head += np.cumsum([0, *map(len, blobs)]).astype("<u4").tobytes()
    # A piece is the likelier the longer it is, for each of its letters: whole words win.
    head += np.array([-12.0 + 1.5 * len(piece) for piece in every], "<f4").tobytes()
    head += b"".join(blobs)
    replaced = b"".join(struct.pack("<IBI", ord(a), 1, ord(b)) for a, b in ("Aa", "Hh", "\u00a0 "))
    head += struct.pack("<iI", 3, len(replaced)) + replaced
    return _with_tensors(file, head, _tensors(chance, len(every)))


def _with_tensors(file: Path, head: bytes, tensors: dict[str, bytes]) -> Path:
    table = sum(2 + len(name) + 21 for name in tensors)
    at = (len(head) + 4 + table + 63) // 64 * 64
    listed, body = struct.pack("<i", len(tensors)), b""
    for name, data in tensors.items():
        listed += struct.pack("<H", len(name)) + name.encode() + struct.pack("<BIQQ", 0, 0, at + len(body), len(data))
        body += data
    file.write_bytes((head + listed).ljust(at, b"\0") + body)
    return file


def _tensors(chance: np.random.Generator, count: int) -> dict[str, bytes]:
    def matrix(rows: int, columns: int) -> bytes:
        blocks = rows * columns // 32
        scales = chance.uniform(0.02, 0.06, (blocks, 1)).astype("<f2").view(np.uint8)
        return np.concatenate([scales, chance.integers(0, 256, (blocks, 16), np.uint8)], axis=1).tobytes()

    def vector(length: int, middle: float = 0.0) -> bytes:
        return chance.normal(middle, 0.1, length).astype("<f4").tobytes()

    found = {"emb.word": matrix(count, WIDTH), "emb.pos": vector(PLACES * WIDTH), "emb.type": vector(WIDTH)}
    found |= {"emb.ln.w": vector(WIDTH, 1.0), "emb.ln.b": vector(WIDTH)}
    for number in range(LAYERS):
        shapes = {"q": (WIDTH, WIDTH), "k": (WIDTH, WIDTH), "v": (WIDTH, WIDTH), "ao": (WIDTH, WIDTH)}
        shapes |= {"fi": (INNER, WIDTH), "fo": (WIDTH, INNER)}
        for name, (rows, columns) in shapes.items():
            found[f"l{number}.{name}.w"] = matrix(rows, columns)
            found[f"l{number}.{name}.b"] = vector(rows)
        for name in ("aln", "oln"):
            found[f"l{number}.{name}.w"] = vector(WIDTH, 1.0)
            found[f"l{number}.{name}.b"] = vector(WIDTH)
    return found
