"""Records beside tantivy's files: read as they were written, summed up as they grow, and not kept for ever."""

import json
import zlib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import Source
from bot.search import Index, state
from bot.search.beside import Beside
from bot.search.records import FILE, Records
from tests.fakes import FakeLibrary

_PARTS = st.lists(st.lists(st.binary(max_size=40), max_size=4), max_size=4)


@given(parts=_PARTS, in_memory=st.booleans())
def test_every_record_is_read_as_it_was_written(parts: list[list[bytes]], in_memory: bool) -> None:
    with TemporaryDirectory() as folder:
        records = Records(None if in_memory else Path(folder))
        written = [(place, one) for part in parts for place, one in zip(records.append(part), part, strict=True)]
        assert [records.read(place) for place, _ in written] == [one for _, one in written]


def test_records_are_read_while_others_are_written(tmp_path: Path) -> None:
    reading = Records(tmp_path)
    (first,) = Records(tmp_path).append([b"sluice"])
    (second,) = Records(tmp_path).append([b"gate"])
    assert (reading.read(first), reading.read(second)) == (b"sluice", b"gate")


async def test_only_what_was_added_is_summed_up(tmp_path: Path) -> None:
    folder, library = tmp_path / "index", FakeLibrary({"letter": "The dyke broke."})
    index = await Index.open(folder, library)
    library.put(Source("diary", "Diary", language="en"), "The lantern went out.")
    (folder / FILE).write_bytes(b"\0" + (folder / FILE).read_bytes()[1:])
    await index.refresh(library)
    assert state.load(folder) is None


@pytest.mark.parametrize("damage", [b"", b"\0"])
async def test_a_damaged_file_of_records_is_built_anew(tmp_path: Path, damage: bytes) -> None:
    folder, library = tmp_path / "index", FakeLibrary({"letter": "The dyke broke."})
    before = (await Index.open(folder, library)).search("dyke")
    (folder / FILE).write_bytes((folder / FILE).read_bytes()[:-1] + damage)
    assert state.load(folder) is None
    assert (await Index.open(folder, library)).search("dyke") == before


@pytest.mark.parametrize("kind", [Index, Beside])
async def test_a_file_of_records_that_is_written_over_meanwhile_is_built_anew(
    tmp_path: Path, kind: type[Index]
) -> None:
    folder, library = tmp_path / "index", FakeLibrary({"letter": "The dyke broke."})
    await Index.open(folder, library)
    index = await kind.open(folder, library)
    before = index.search("dyke")
    with (folder / FILE).open("r+b") as file:
        file.write(bytes((folder / FILE).stat().st_size))
    assert not index.damaged
    index._turn()
    with pytest.raises(ValueError, match=r".+"):
        index.search("dyke")
    assert index.damaged
    await index.refresh(library)
    assert index.search("dyke") == before
    assert not index.damaged
    assert (state.load(folder) is not None) == (kind is Index)  # what another process writes is left to it


@pytest.mark.parametrize("on_disk", [True, False])
async def test_records_of_passages_that_went_are_not_kept_for_ever(tmp_path: Path, on_disk: bool) -> None:
    library = FakeLibrary()
    index = await Index.open(tmp_path / "index" if on_disk else None, library)
    sizes = []
    for day in range(12):
        text = "\n\n".join(f"On day {day} the ferry crossed {crossing} times." for crossing in range(200))
        library.put(Source("log", "Log", language="en"), text)
        await index.refresh(library)
        assert index.search(f"day {day}").matches
        sizes.append((tmp_path / "index" / FILE).stat().st_size if on_disk else 0)
    assert max(sizes) < 8 * max(sizes[0], 1)
    assert not on_disk or zlib.crc32((tmp_path / "index" / FILE).read_bytes()) == _said(tmp_path / "index")


def _said(folder: Path) -> int:

    return int(json.loads((folder / "commonplace.json").read_text())["records"][1])
