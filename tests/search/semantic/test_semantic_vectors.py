"""Vectors: kept by their texts' hash, in a file of which any part may be lost."""

import errno
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.semantic.nearest import CHOSEN, Nearest
from bot.search.semantic.vectors import Vectors, key_of, part_of
from bot.search.semantic.weights import Floats

WIDTH = 48


def some(count: int, seed: int = 1, width: int = WIDTH) -> Floats:
    found = np.random.default_rng(seed).normal(size=(count, width)).astype(np.float32)
    return found / np.linalg.norm(found, axis=1, keepdims=True)


def keys(count: int, first: int = 0) -> list[bytes]:
    return [key_of(str(number)) for number in range(first, first + count)]


def opened(file: Path | None, model: str = "one", *, may_write: bool = True) -> Vectors:
    return Vectors(file, WIDTH, model, may_write=may_write)


def vector(vectors: Vectors, key: bytes) -> Floats:
    row = vectors.row(key)
    found: Floats = vectors.values[row] * vectors.scales[row]
    return found


def test_what_was_put_is_there_again(tmp_path: Path) -> None:
    file, given_ = tmp_path / "deep" / "vectors", some(700)
    first = opened(file)
    first.put(keys(500), given_[:500])
    first.put(keys(200, 500), given_[500:])
    for vectors in (first, opened(file)):
        assert len(vectors) == 700
        for key, wanted in zip(keys(700), given_, strict=True):
            assert vector(vectors, key) @ wanted > 0.9998
            assert np.linalg.norm(vector(vectors, key)) == pytest.approx(1, abs=1e-5)
    assert key_of("else") not in first
    assert first.row(key_of("else")) == -1


@given(st.data())
def test_any_damage_costs_only_what_it_hits(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    file = tmp_path_factory.mktemp("vectors") / "vectors"
    opened(file).put(keys(20), some(20))
    whole = bytearray(file.read_bytes())
    record = (len(whole) - 16) // 20
    hit = data.draw(st.integers(16, len(whole) - 1))
    if data.draw(st.booleans()):
        whole[hit] ^= data.draw(st.integers(1, 255))
        lost = {(hit - 16) // record}
    else:
        whole = whole[:hit]
        lost = set(range((hit - 16) // record, 20))
    file.write_bytes(whole)
    after = opened(file)
    assert [key in after for key in keys(20)] == [number not in lost for number in range(20)]
    after.put(keys(3, 20), some(3))
    again = opened(file)
    assert [key in again for key in keys(23)] == [number not in lost for number in range(23)]


def test_vectors_of_another_model_are_not_taken(tmp_path: Path) -> None:
    file = tmp_path / "vectors"
    opened(file).put(keys(5), some(5))
    other = opened(file, "two")
    assert len(other) == 0
    other.put(keys(2), some(2))
    assert len(opened(file, "two")) == 2
    assert len(opened(file)) == 0


def test_a_file_of_another_process_is_only_read(tmp_path: Path) -> None:
    file = tmp_path / "vectors"
    opened(file).put(keys(5), some(5))
    file.write_bytes(file.read_bytes()[:-3])
    before = file.read_bytes()
    reader = opened(file, may_write=False)
    reader.put(keys(1, 9), some(1))
    assert len(reader) == 5
    assert file.read_bytes() == before


def test_what_is_not_needed_any_more_is_forgotten_when_it_is_most(tmp_path: Path) -> None:
    file, given_ = tmp_path / "vectors", some(3000)
    vectors = opened(file)
    vectors.put(keys(3000), given_)
    assert not vectors.keep(frozenset(keys(1500)))
    assert vectors.keep(frozenset(keys(10, 100)))
    for one in (vectors, opened(file)):
        assert len(one) == 10
        assert vector(one, keys(1, 104)[0]) @ given_[104] > 0.9998


def test_a_folder_that_cannot_be_written_keeps_them_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    vectors = opened(tmp_path / "file" / "vectors")
    with pytest.raises(OSError, match=r".+"):
        vectors.put(keys(1), some(1))
    assert len(vectors) == 1


def test_what_a_full_disk_cut_off_is_written_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, given_ = tmp_path / "vectors", some(9)
    vectors = opened(file)
    vectors.put(keys(3), given_[:3])

    def full(self: Vectors, first: int) -> bytes:
        with file.open("ab") as half:
            half.write(b"half a record")
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr(Vectors, "_records", full)
        with pytest.raises(OSError, match="full"):
            vectors.put(keys(3, 3), given_[3:6])
        assert len(opened(file)) == 3
        with pytest.raises(OSError, match="full"):
            vectors.keep(frozenset(keys(9)))
    assert not vectors.keep(frozenset(keys(9)))
    assert len(opened(file)) == 6
    vectors.put(keys(3, 6), given_[6:])
    again = opened(file)
    assert [vector(again, key) @ one > 0.9998 for key, one in zip(keys(9), given_, strict=True)] == [True] * 9


def test_a_damaged_file_that_cannot_be_written_is_read_all_the_same(tmp_path: Path) -> None:
    file = tmp_path / "vectors"
    opened(file).put(keys(5), some(5))
    file.write_bytes(file.read_bytes()[:-3])
    (tmp_path / "vectors.new").mkdir()  # nothing can be written there
    vectors = opened(file)
    assert len(vectors) == 4
    with pytest.raises(OSError, match=r".+"):
        vectors.put(keys(1, 9), some(1))
    (tmp_path / "vectors.new").rmdir()
    vectors.put(keys(1, 10), some(1))
    assert len(opened(file)) == 6


def test_a_file_that_was_taken_away_is_written_whole(tmp_path: Path) -> None:
    file = tmp_path / "vectors"
    vectors = opened(file)
    vectors.put(keys(3), some(3))
    file.unlink()
    vectors.put(keys(2, 3), some(2))
    assert len(opened(file)) == 5
    assert [path.name for path in tmp_path.iterdir()] == ["vectors"]


def test_parts_are_kept_and_forgotten_with_their_text(tmp_path: Path) -> None:
    vectors = opened(tmp_path / "vectors")
    vectors.put([part_of(key_of("text"), number) for number in (2, 1, 0)], some(3))
    vectors.put(keys(1500), some(1500))
    assert vectors.rows(key_of("text")) == [2, 1, 0]
    assert vectors.rows(key_of("else")) == []
    assert vectors.keep({key_of("text")})
    assert len(opened(tmp_path / "vectors").rows(key_of("text"))) == 3


def test_among_few_all_are_measured() -> None:
    given_, asked = some(400), some(1, 2)[0]
    vectors = opened(None)
    vectors.put(keys(400), given_)
    rows = np.arange(500)
    rows[400:] = -1
    near = Nearest(vectors.values, vectors.scales, rows)
    places = near.likeliest(asked, near.ready(slice(0, 500)))
    assert np.array_equal(places, rows[:400])
    assert near.cosines(asked, places) == pytest.approx(given_ @ asked, abs=0.01)
    assert near.ready(slice(390, 450)).tolist() == list(range(390, 400))


def test_among_many_signs_find_the_nearest() -> None:
    # As a model's vectors do, all point somewhat the same way, and those of a topic more so.
    middle, topics = some(1, 4, 384)[0], some(1000, 6, 384)
    about = np.arange(25_000) % len(topics)
    given_ = some(len(about), 5, 384) + topics[about] + middle
    given_ /= np.linalg.norm(given_, axis=1, keepdims=True)
    vectors = Vectors(None, 384, "one")
    vectors.put(keys(len(given_)), given_)
    near, found = Nearest(vectors.values, vectors.scales, np.arange(len(given_))), 0
    for wanted in np.random.default_rng(3).integers(0, len(given_), 20):
        asked = given_[wanted] + 0.5 * some(1, int(wanted), 384)[0]
        asked /= np.linalg.norm(asked)
        places = near.likeliest(asked, near.ready(slice(0, len(given_))))
        assert len(places) == CHOSEN
        assert wanted in places
        found += len(np.intersect1d(np.argsort(-(given_ @ asked))[:10], places))
        assert len(near.likeliest(asked, near.ready(slice(7, 300)))) == 293
    assert found >= 190
