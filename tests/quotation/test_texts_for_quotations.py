"""The index of quotations: texts come and go, it is saved and loaded, and a damaged one is refused."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import Passage
from bot.quotation import Texts, check, spot
from bot.quotation.keeping import INDEX, Damaged
from tests.quotation.chat import Quoter
from tests.quotation.material import passages, shelf

HELD = passages()
SOURCES = sorted({passage.source for passage, _ in HELD})
ASKED = [message["text"] for message in Quoter(HELD, seed=3).messages(4)]


def of(sources: Sequence[str]) -> list[tuple[Passage, str]]:
    return [(passage, text) for passage, text in HELD if passage.source in sources]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.sampled_from(SOURCES)), max_size=14))
def test_adding_and_removing_equals_building(steps: list[tuple[bool, str]]) -> None:
    texts = Texts.build(of(SOURCES[:4]))
    there = set(SOURCES[:4])
    for adding, source in steps:
        if adding:
            texts.add(source, of([source]))
            there.add(source)
        else:
            assert texts.remove(source) == len(of([source])) * (source in there)
            there.discard(source)
    built = Texts.build(of(sorted(there)))
    assert len(texts) == len(built)
    assert texts.sources == built.sources == there
    for message in ASKED[::5]:
        assert check(message, texts) == check(message, built)


def test_a_text_that_is_added_again_replaces_itself() -> None:
    texts = shelf()
    before = len(texts)
    texts.add("orchard", of(["orchard"])[:2])
    assert len(texts) == before - len(of(["orchard"])) + 2


def test_many_small_texts_become_few_segments() -> None:
    texts = Texts()
    for round_ in range(3):
        for source in SOURCES:
            texts.add(source, of([source]))
        assert len(texts) == len(HELD), round_
    assert len(list(texts.handles())) == len(HELD)


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    texts = shelf()
    texts.generation = 7
    texts.remove("le moulin")
    texts.save(tmp_path)
    texts.save(tmp_path)
    loaded = Texts.load(tmp_path)
    assert loaded.generation == 7
    assert loaded.sources == texts.sources
    for message in ASKED[::3]:
        assert check(message, loaded) == check(message, texts)
        assert spot(message, loaded) == spot(message, texts)


def test_an_empty_index_is_saved_too(tmp_path: Path) -> None:
    Texts().save(tmp_path)
    assert len(Texts.load(tmp_path)) == 0


def test_a_missing_index_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Damaged):
        Texts.load(tmp_path / "nowhere")


@pytest.mark.parametrize("where", [0.0, 0.01, 0.3, 0.7, 0.999])
def test_one_changed_byte_is_refused(tmp_path: Path, where: float) -> None:
    shelf().save(tmp_path)
    file = next(tmp_path.glob("*.segment"))
    data = bytearray(file.read_bytes())
    data[int(where * (len(data) - 1))] ^= 0x41
    file.write_bytes(data)
    with pytest.raises(Damaged):
        Texts.load(tmp_path)


@pytest.mark.parametrize("rest", [0, 10, 1000])
def test_a_file_that_was_cut_off_is_refused(tmp_path: Path, rest: int) -> None:
    shelf().save(tmp_path)
    file = next(tmp_path.glob("*.segment"))
    file.write_bytes(file.read_bytes()[:rest])
    with pytest.raises(Damaged):
        Texts.load(tmp_path)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"version": 1}', "\x00"])
def test_a_broken_list_of_segments_is_refused(tmp_path: Path, content: str) -> None:
    shelf().save(tmp_path)
    (tmp_path / INDEX).write_text(content, encoding="utf-8")
    with pytest.raises(Damaged):
        Texts.load(tmp_path)


def test_another_version_is_refused(tmp_path: Path) -> None:
    shelf().save(tmp_path)
    state = json.loads((tmp_path / INDEX).read_text(encoding="utf-8"))
    (tmp_path / INDEX).write_text(json.dumps(state | {"version": 0}), encoding="utf-8")
    with pytest.raises(Damaged):
        Texts.load(tmp_path)


def test_a_segment_that_is_gone_is_refused(tmp_path: Path) -> None:
    shelf().save(tmp_path)
    next(tmp_path.glob("*.segment")).unlink()
    with pytest.raises(Damaged):
        Texts.load(tmp_path)
