"""The model: a file that is read in place, words cut into pieces, texts turned into vectors."""

import hashlib
import math
import os
import re
import struct
from base64 import urlsafe_b64encode
from contextlib import suppress
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import SemanticUnusable
from bot.search.semantic.encoder import Encoder
from bot.search.semantic.installed import installed
from bot.search.semantic.parts import MOST, parts
from bot.search.semantic.pieces import Pieces
from bot.search.semantic.weights import Floats, Vocabulary, Weights
from tests.search.semantic.model_file import HEADS, INNER, LAYERS, WIDTH, write_model


def test_a_matrix_is_its_scales_times_its_nibbles(every_model: Path) -> None:
    weights = Weights(every_model)
    whole = weights.matrix("l0.fi.w", INNER, WIDTH)
    data = every_model.read_bytes()
    at, _ = weights._tensors["l0.fi.w"]
    (scale,) = struct.unpack_from("<e", data, at)
    for place in range(16):
        byte = data[at + 2 + place]
        assert whole[0, place] == pytest.approx(((byte & 15) - 8) * scale)
        assert whole[0, place + 16] == pytest.approx(((byte >> 4) - 8) * scale)
    rows = weights.matrix_rows("l0.fi.w", np.array([3, 0, 3]))
    assert np.array_equal(rows, whole[[3, 0, 3]])


@pytest.mark.parametrize("cut", [0, 7, 40, 200, 900, 2000])
def test_a_file_that_was_cut_off_is_refused(every_model: Path, tmp_path: Path, cut: int) -> None:
    (tmp_path / "half.bin").write_bytes(every_model.read_bytes()[:cut])
    with pytest.raises(SemanticUnusable):
        Encoder(tmp_path / "half.bin")


def test_a_file_that_is_missing_or_other_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SemanticUnusable):
        Encoder(tmp_path / "none.bin")
    os.mkfifo(tmp_path / "pipe.bin")
    with pytest.raises(SemanticUnusable):
        Encoder(tmp_path / "pipe.bin")
    (tmp_path / "other.bin").write_bytes(b"\xff" * 100_000)
    with pytest.raises(SemanticUnusable):
        Encoder(tmp_path / "other.bin")


@given(data=st.data())
def test_a_damaged_file_is_refused_or_read_and_nothing_else(every_model: Path, data: st.DataObject) -> None:
    whole = bytearray(every_model.read_bytes())
    at = data.draw(st.integers(0, data.draw(st.sampled_from([64, 1_500, 4_000, len(whole)])) - 1))
    whole[at : at + 4] = data.draw(st.sampled_from([b"\xff" * 4, b"\xff\xff\xff\x7f", b"\0" * 4, b"q"]))
    damaged = every_model.with_name("damaged.bin")
    damaged.write_bytes(whole)
    with suppress(SemanticUnusable), np.errstate(all="ignore"):
        assert Encoder(damaged).question("a harbour").shape == (WIDTH,)


@pytest.mark.parametrize(("damage", "refused"), [(0, False), (1, True)])
def test_weights_that_are_not_those_of_the_wheel_are_refused(tmp_path: Path, damage: int, refused: bool) -> None:
    """One bit in the middle of a matrix, which no form shows."""
    package = tmp_path / "tiny"
    package.mkdir()
    whole = bytearray(write_model(package / "weights.bin").read_bytes())
    hash_ = urlsafe_b64encode(hashlib.sha256(whole).digest()).rstrip(b"=").decode()
    (tmp_path / "tiny-1.0.dist-info").mkdir()
    (tmp_path / "tiny-1.0.dist-info" / "RECORD").write_text(
        f"tiny/__init__.py,,\ntiny/weights.bin,sha256={hash_},{len(whole)}\ntiny-1.0.dist-info/RECORD,,\n"
    )
    whole[-200] ^= damage
    (package / "weights.bin").write_bytes(whole)
    for load in (Encoder, Weights):
        if refused:
            with pytest.raises(SemanticUnusable, match="sha256"):
                load(package / "weights.bin")
        else:
            load(package / "weights.bin")


def test_the_extra_is_looked_for_without_importing_it() -> None:
    found = installed()
    assert found is None or found.name == "e5-small-q4.bin"


@given(st.text("abc", min_size=1, max_size=7))
def test_words_are_cut_in_the_likeliest_way(word: str) -> None:
    every = ("<s>", "</s>", "?", "\u2581", "a", "b", "c", "ab", "bc", "abc", "\u2581a", "\u2581ab", "ca")
    scores = np.array([0, 0, 0, -2.5, -3, -3.5, -4, -5.1, -6.2, -7.1, -4.3, -6.4, -7.7], np.float32)
    cutting = Pieces(Vocabulary(every, scores, {}, 0, 1, 2))
    found = cutting.of_word(word)
    assert "".join(every[number] for number in found) == "\u2581" + word
    assert sum(scores[list(found)]) == pytest.approx(max(_every_way("\u2581" + word, every, scores)), abs=1e-4)


def _every_way(word: str, every: tuple[str, ...], scores: Floats) -> list[float]:
    found: list[float] = []
    for cuts in product((False, True), repeat=len(word) - 1):
        ends = [at + 1 for at, cut in enumerate(cuts) if cut] + [len(word)]
        parts = [word[a:b] for a, b in zip([0, *ends[:-1]], ends, strict=True)]
        if all(part in every for part in parts):
            found.append(sum(float(scores[every.index(part)]) for part in parts))
    return found


def test_letters_that_no_piece_has_are_one_unknown(every_model: Path) -> None:
    pieces = Pieces(Weights(every_model).vocabulary)
    assert pieces.of_word("😀字x").count(3) == 1
    assert pieces.of("HArbour\u00a0dyke", 512) == pieces.of("harbour dyke", 512)
    assert pieces.of("", 512) == [0, 2]
    assert len(pieces.of("harbour " * 900, 512)) == 512


def test_vectors_are_those_of_the_model_written_plainly(every_model: Path) -> None:
    encoder = Encoder(every_model)
    for text in ("harbour", "ships at the dyke, at night", "гавань", "😀", ""):
        numbers = Pieces(Weights(every_model).vocabulary).of(f"query: {text}", 96)
        assert encoder.question(text) == pytest.approx(_plainly(Weights(every_model), numbers), abs=2e-5)


@given(st.lists(st.text(max_size=40), min_size=1, max_size=5))
def test_a_text_has_the_same_vector_alone_and_among_others(every_model: Path, texts: list[str]) -> None:
    encoder = Encoder(every_model)
    together = encoder.passages(texts)
    assert np.linalg.norm(together, axis=1) == pytest.approx(1, abs=1e-5)
    for text, vector in zip(texts, together, strict=True):
        assert encoder.passages([text])[0] == pytest.approx(vector, abs=1e-4)


def test_long_texts_that_are_read_together_have_the_vectors_of_the_model(every_model: Path) -> None:
    texts = ("harbour dyke " * 190, "ships at the dyke", "гавань " * 90)
    cutting = Pieces(Weights(every_model).vocabulary)
    for text, vector in zip(texts, Encoder(every_model).passages(texts), strict=True):
        assert vector == pytest.approx(_plainly(Weights(every_model), cutting.of(f"passage: {text}", 512)), abs=2e-5)


def _plainly(weights: Weights, numbers: list[int]) -> Floats:
    """BERT as its paper writes it, a head and a piece at a time, with the error function of the standard library."""
    places = weights.vector("emb.pos").reshape(-1, WIDTH)[: len(numbers)]
    x = weights.matrix_rows("emb.word", np.array(numbers)) + places + weights.vector("emb.type")[:WIDTH]
    x = _norm(x, weights, "emb.ln")
    for layer in range(LAYERS):
        q, k, v = (_dense(x, weights, f"l{layer}.{name}", WIDTH) for name in "qkv")
        heads = []
        for head in range(HEADS):
            own = slice(head * WIDTH // HEADS, (head + 1) * WIDTH // HEADS)
            likeness = np.exp(q[:, own] @ k[:, own].T / math.sqrt(WIDTH // HEADS))
            heads.append(likeness / likeness.sum(1, keepdims=True) @ v[:, own])
        x = _norm(x + _dense(np.concatenate(heads, 1), weights, f"l{layer}.ao", WIDTH), weights, f"l{layer}.aln")
        inner = _dense(x, weights, f"l{layer}.fi", INNER)
        inner = inner * (1 + np.vectorize(math.erf)(inner / math.sqrt(2))) / 2
        x = _norm(x + _dense(inner, weights, f"l{layer}.fo", WIDTH), weights, f"l{layer}.oln")
    mean = x.mean(0)
    return mean / np.linalg.norm(mean)


def _dense(x: Floats, weights: Weights, name: str, rows: int) -> Floats:
    return x @ weights.matrix(f"{name}.w", rows, x.shape[1]).T + weights.vector(f"{name}.b")


def _norm(x: Floats, weights: Weights, name: str) -> Floats:
    spread = np.sqrt(x.var(1, keepdims=True) + 1e-12)
    return (x - x.mean(1, keepdims=True)) / spread * weights.vector(f"{name}.w") + weights.vector(f"{name}.b")


@given(st.text("ab .!?…\n”", max_size=120))
def test_sentences_hold_a_whole_passage_or_there_are_none(text: str) -> None:
    found = parts(text)
    assert len(found) != 1
    assert all(len(part) >= 25 for part in found)
    if found and len(found) < MOST:
        assert "".join("".join(found).split()) == "".join(re.sub(r"(?<=[.!?…])[\"”’»)\]]+(?=\s)", "", text).split())
