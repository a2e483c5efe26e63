"""The model for English: a file that is read in place, words cut into pieces, texts turned into vectors."""

import math
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import SemanticUnusable
from bot.search.semantic.english.encoder import English
from bot.search.semantic.english.numbers import Numbers
from bot.search.semantic.english.pieces import WordPieces
from bot.search.semantic.english.spoken import in_english
from bot.search.semantic.installed import installed_english, unusable
from bot.search.semantic.weights import Floats
from tests.search.semantic.english_file import LAYERS, PIECES, WIDTH, write_english

_HEADS = WIDTH // 32


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_english(tmp_path_factory.mktemp("english") / "model.onnx")


def encoder_of(file: Path) -> English:
    return English(file, WordPieces(PIECES))


@pytest.mark.parametrize("part", [0.0, 0.0001, 0.01, 0.3, 0.6, 0.9, 0.999])
def test_a_file_that_was_cut_off_is_refused(model: Path, tmp_path: Path, part: float) -> None:
    whole = model.read_bytes()
    (tmp_path / "half.onnx").write_bytes(whole[: int(part * len(whole))])
    with pytest.raises(SemanticUnusable) as told:
        encoder_of(tmp_path / "half.onnx")
    assert told.value.file == "half.onnx"


def test_a_file_that_is_missing_or_other_is_refused(model: Path, tmp_path: Path) -> None:
    with pytest.raises(SemanticUnusable):
        encoder_of(tmp_path / "none.onnx")
    for number, content in enumerate((b"\xff" * 100_000, b"\x3a\x03abc", b"x" * 50, b"\x3b")):
        (tmp_path / f"other{number}.onnx").write_bytes(content)
        with pytest.raises(SemanticUnusable):
            encoder_of(tmp_path / f"other{number}.onnx")
    without = model.read_bytes().replace(b"val_3_q", b"val_3_x")
    (tmp_path / "without.onnx").write_bytes(without)
    assert unusable(tmp_path / "without.onnx")
    # The pieces of the real model are more than this one has vectors of.
    assert unusable(model) == "IndexError"


@given(st.data())
def test_a_damaged_file_is_refused_or_read_and_nothing_else(model: Path, data: st.DataObject) -> None:
    whole = bytearray(model.read_bytes())
    for _ in range(3):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    damaged = model.with_name("damaged.onnx")
    damaged.write_bytes(whole)
    with suppress(SemanticUnusable), np.errstate(all="ignore"):
        assert np.isfinite(encoder_of(damaged).question("")).all()


def test_the_model_is_looked_for_without_importing_it() -> None:
    found = installed_english()
    assert found is None or found.name == "model.onnx"


def test_words_are_cut_into_the_longest_pieces() -> None:
    pieces = WordPieces(PIECES)

    def cut(text: str) -> list[str]:
        return [PIECES[number] for number in pieces.of(text, 99)]

    assert cut("Ships, SHIPPING?") == ["[CLS]", "ship", "##s", ",", "ship", "##ping", "?", "[SEP]"]
    assert cut("dýke") == ["[CLS]", "dyke", "[SEP]"]
    assert cut("shipment") == ["[CLS]", "[UNK]", "[SEP]"]
    assert cut("ship" * 26) == ["[CLS]", "[UNK]", "[SEP]"]
    assert cut("ship—ship") == ["[CLS]", "ship", "[UNK]", "ship", "[SEP]"]
    assert cut(" \n") == ["[CLS]", "[SEP]"]
    assert len(pieces.of("ship " * 300, 256)) == 256


@given(st.text(max_size=60))
def test_any_text_can_be_cut(text: str) -> None:
    found = WordPieces(PIECES).of(text, 40)
    assert found[0] == 2
    assert found[-1] == 3
    assert len(found) <= 40


def test_the_shipped_pieces_are_those_of_bert() -> None:
    pieces = WordPieces.shipped()
    assert len(pieces._ids) == 30_522
    # As the paper's own tokeniser cuts them.
    assert pieces.of("The unaffable café.", 99) == [101, 1996, 14477, 20961, 3468, 7668, 1012, 102]


def test_vectors_are_those_of_the_model_written_plainly(model: Path) -> None:
    encoder = encoder_of(model)
    for text in ("harbour", "ships, ships at the dyke", "", "harbour dyke " * 190):
        numbers = WordPieces(PIECES).of(text, 256)
        vector = encoder.passage(text)[0]
        assert vector == pytest.approx(_plainly(Numbers(model), numbers), abs=2e-5)
        assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)
        if len(numbers) < 96:
            assert encoder.question(text) == pytest.approx(vector, abs=1e-6)


def _plainly(model: Numbers, numbers: list[int]) -> Floats:
    """BERT as its paper writes it, a head and a piece at a time, with the error function of the standard library."""
    first = "inner.embeddings"
    words, places = (model.matrix(f"{first}.{name}_embeddings.weight") for name in ("word", "position"))
    kind = model.vector(f"{first}.token_type_embeddings.weight")[:WIDTH]
    x = _norm(words[numbers] + places[: len(numbers)] + kind, model, f"{first}.LayerNorm")
    for layer in range(LAYERS):
        inside = f"inner.encoder.layer.{layer}"
        query, key, value, out, inner, outer = (model.matrix(f"val_{6 * layer + at}") for at in range(6))
        own = f"{inside}.attention.self"
        q, k, v = (
            x @ matrix + model.vector(f"{own}.{name}.bias")
            for name, matrix in (("query", query), ("key", key), ("value", value))
        )
        heads = []
        for head in range(_HEADS):
            part = slice(32 * head, 32 * head + 32)
            likeness = np.exp(q[:, part] @ k[:, part].T / math.sqrt(32))
            heads.append(likeness / likeness.sum(1, keepdims=True) @ v[:, part])
        dense = np.concatenate(heads, 1) @ out + model.vector(f"{inside}.attention.output.dense.bias")
        x = _norm(x + dense, model, f"{inside}.attention.output.LayerNorm")
        wide = x @ inner + model.vector(f"{inside}.intermediate.dense.bias")
        wide = wide * (1 + np.vectorize(math.erf)(wide / math.sqrt(2))) / 2
        x = _norm(x + wide @ outer + model.vector(f"{inside}.output.dense.bias"), model, f"{inside}.output.LayerNorm")
    mean = x.mean(0)
    return mean / np.linalg.norm(mean)


def _norm(x: Floats, model: Numbers, name: str) -> Floats:
    spread = np.sqrt(x.var(1, keepdims=True) + 1e-12)
    return (x - x.mean(1, keepdims=True)) / spread * model.vector(f"{name}.weight") + model.vector(f"{name}.bias")


@pytest.mark.parametrize(
    ("question", "english"),
    [
        ("who warned of the flood before the dam broke", True),
        ("ceasefire", True),
        ("was it in the park", True),
        ("", True),
        ("Was sagen die Leute über den Hafen", False),
        ("De gevolgen van de oorlog voor het land", False),
        ("Qui a prévenu de l'inondation dans la ville", False),
        ("quién advirtió de la inundación", False),
        ("Хто попередив про повінь?", False),
        ("מי הזהיר מפני השיטפון?", False),
        ("the harbour гавань", False),
    ],
)
def test_a_question_is_taken_for_english_or_not(question: str, english: bool) -> None:
    assert in_english(question) is english
