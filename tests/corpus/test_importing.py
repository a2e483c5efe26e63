"""Files are read once and looked at after that; what fails is told and harms no other."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from plain_reader import PlainReader

from bot import shipped
from bot.corpus import importing, shelving
from bot.corpus.catalog import Catalog
from bot.corpus.importing import sync
from bot.corpus.library import Library
from bot.errors import CatalogBroken, DuplicateSource, FileEmpty, FileUnreadable, StoreFull
from bot.model import Rights
from bot.store.database import Database

PARTS = [
    f"Passage {number} of this text says how {thing} was carried over the mountains by people whom nobody had asked."
    for number, thing in enumerate(["salt", "a piano", "the news", "an old bell", "a flock of geese", "glass"], start=1)
]


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    async with await Database.open(tmp_path / "store" / "store.db") as database:
        yield await Library.open(database)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in ("bell", "glass", "salt"):
        write(folder / f"{name}.md", name.title(), *PARTS)
    return folder


def write(file: Path, title: str, *parts: str) -> Path:
    file.write_text(f"# {title}\n\n" + "\n\n".join(parts) + "\n")
    return file


def sidecar(file: Path, **fields: object) -> None:
    lines = [f"{key}: {value}" for key, value in {"id": file.stem, "title": '"A title"', **fields}.items()]
    file.with_suffix(".yaml").write_text("\n".join(lines) + "\n")


async def test_new_changed_and_unchanged_files(library: Library, folder: Path) -> None:
    reader, told = PlainReader(), []
    report = await sync(library, [folder], reader, Catalog.empty(), lambda *step: told.append(step))
    assert report.added == ("bell", "glass", "salt")
    assert told == [(0, 3, "bell.md"), (1, 3, "glass.md"), (2, 3, "salt.md"), (3, 3, "")]
    write(folder / "glass.md", "Glass", *PARTS[1:], "It ended.")
    os.utime(folder / "salt.md", ns=(5, 5))  # touched: the same bytes
    generation, reader.loaded = library.generation(), []
    report = await sync(library, [folder], reader, Catalog.empty())
    assert (report.added, report.changed, report.unchanged) == ((), ("glass",), ("bell", "salt"))
    assert reader.loaded == ["glass.md"]
    assert library.generation() == generation + 1
    held = library.held_by(str(folder / "salt.md"))
    assert held is not None
    assert held[1].mtime_ns == 5
    report = await sync(library, [folder], reader, Catalog.empty(), again=True)
    assert report.changed == ("bell", "glass", "salt")


async def test_unchanged_files_are_not_opened(library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    await sync(library, [folder], PlainReader(), Catalog.empty())
    monkeypatch.setattr(importing, "hash_file", None)
    report = await sync(library, [folder], PlainReader(), Catalog.empty())
    assert len(report.unchanged) == 3


async def test_the_file_of_a_withdrawn_text_brings_nothing_back_and_is_told_as_that(
    library: Library, folder: Path
) -> None:
    await sync(library, [folder], PlainReader(), Catalog.empty())
    await library.withdraw("salt")
    (folder / "copy").mkdir()
    (folder / "copy" / "salt.md").write_bytes((folder / "salt.md").read_bytes())
    for again in (False, True):
        report = await sync(library, [folder], PlainReader(), Catalog.empty(), again=again)
        assert report.withdrawn == ("salt",)
        assert "salt" not in (*report.added, *report.changed, *report.unchanged)
    assert library.stamp("salt") is None
    await library.restore("salt")
    assert (await sync(library, [folder / "salt.md"], PlainReader(), Catalog.empty())).unchanged == ("salt",)


async def test_a_file_that_fails_is_told_and_the_others_go_on(library: Library, folder: Path) -> None:
    (folder / "empty.md").write_text("")
    (folder / "broken.yaml").write_text("id: 3\n")
    write(folder / "broken.md", "Broken", *PARTS)
    report = await sync(library, [folder, folder / "none.md"], PlainReader(), Catalog.empty())
    assert report.added == ("bell", "glass", "salt")
    assert {(Path(file).name, type(error)) for file, error in report.failed} == {
        ("empty.md", FileEmpty),
        ("broken.md", CatalogBroken),
        ("none.md", FileUnreadable),
    }


async def test_a_full_store_ends_it_all(library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def full(_: object) -> None:
        raise StoreFull("store.db")

    monkeypatch.setattr(library, "add", full)
    with pytest.raises(StoreFull):
        await sync(library, [folder], PlainReader(), Catalog.empty())


async def test_two_files_that_claim_one_id(library: Library, folder: Path) -> None:
    sidecar(folder / "bell.md", id="one")
    sidecar(folder / "glass.md", id="one")
    report = await sync(library, [folder], PlainReader(), Catalog.empty())
    assert report.added == ("one", "salt")
    ((file, error),) = report.failed
    assert Path(file).name == "glass.md"
    assert isinstance(error, DuplicateSource)
    again = await sync(library, [folder], PlainReader(), Catalog.empty())
    assert (again.unchanged, len(again.failed)) == (("one", "salt"), 1)


async def test_a_copy_of_a_file_beside_it_is_told(library: Library, folder: Path) -> None:
    shutil.copy(folder / "bell.md", folder / "zz-copy.md")
    report = await sync(library, [folder], PlainReader(), Catalog.empty())
    assert report.added == ("bell", "glass", "salt")
    assert [(Path(file).name, type(error)) for file, error in report.failed] == [("zz-copy.md", DuplicateSource)]


async def test_an_upgrade_at_another_place_brings_its_own_shipped_texts(
    library: Library, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("bell", "glass", "salt"):
        sidecar(folder / f"{name}.md", id=name)
    await sync(library, [folder], PlainReader(), Catalog.empty())
    newer = tmp_path / "newer" / "seeds"
    shutil.copytree(folder, newer)
    (newer / "bell.md").write_text((newer / "bell.md").read_text("utf-8") + "\n\nA bell is rung.\n", "utf-8")
    monkeypatch.setattr(shipped, "seeds", lambda: newer)
    for module in (importing, shelving):  # so that the same bytes are read again, too
        monkeypatch.setattr(module, "rules", lambda: "of another version")
    report = await sync(library, [newer], PlainReader(), Catalog.empty())
    assert (set(report.changed), report.failed) == ({"bell", "glass", "salt"}, ())
    assert {Path(str(text.file)).parent for text in library.sources()} == {newer}


async def test_different_texts_with_one_title_both_get_an_id(library: Library, folder: Path) -> None:
    write(folder / "tune.md", "Bell", "Quite another text about a bell, with nothing in common but its title at all.")
    names: list[str] = []
    for _ in range(2):
        await sync(library, [folder], PlainReader(), Catalog.empty())
        names = [shelved.source.id for shelved in library.sources()]
        assert len(names) == 4
        assert names[0] == "bell"
        assert names[1].startswith("bell-")
    write(folder / "tune.md", "Bell", "Quite another text about a bell, with nothing in common but its title, or so.")
    report = await sync(library, [folder], PlainReader(), Catalog.empty())
    assert report.changed == (names[1],)


async def test_an_edit_of_the_title_keeps_the_id_and_another_text_gets_its_own(library: Library, folder: Path) -> None:
    await sync(library, [folder], PlainReader(), Catalog.empty())
    before = [passage.id for passage in await library.of_source("bell")]
    write(folder / "bell.md", "The Old Bell", *PARTS)
    report = await sync(library, [folder], PlainReader(), Catalog.empty())
    assert report.changed == ("bell",)
    assert library.source("bell").source.title == "The Old Bell"
    assert [passage.id for passage in await library.of_source("bell")] == before
    write(
        folder / "bell.md", "A Wholly New Thing", "Nothing that stood here before stands here now, as anybody can see."
    )
    report = await sync(library, [folder], PlainReader(), Catalog.empty())
    assert report.added == ("a-wholly-new-thing",)
    assert library.source("bell").file is None
    assert (await library.document("bell", library.source("bell").edition)).intact


async def test_a_moved_folder_is_no_news(library: Library, folder: Path, tmp_path: Path) -> None:
    await sync(library, [folder], PlainReader(), Catalog.empty())
    generation = library.generation()
    folder.rename(tmp_path / "elsewhere")
    report = await sync(library, [tmp_path / "elsewhere"], PlainReader(), Catalog.empty())
    assert (report.unchanged, report.failed) == (("bell", "glass", "salt"), ())
    assert library.generation() == generation
    assert library.source("bell").file == str((tmp_path / "elsewhere" / "bell.md").resolve())


async def test_a_record_that_changes_is_taken_over(library: Library, folder: Path) -> None:
    await sync(library, [folder], PlainReader(), Catalog.empty())
    capped = Catalog.empty(Rights(words_per_answer=50))
    report = await sync(library, [folder], reader := PlainReader(), capped)
    assert report.changed == ("bell", "glass", "salt")
    assert reader.loaded == []
    assert library.source("bell").source.rights.words_per_answer == 50
    assert len(await library.of_source("bell")) == 6
    sidecar(folder / "bell.md", title='"Of bells"', outlet='"The Ringer"')
    await sync(library, [folder], reader, capped)
    assert (library.source("bell").source.title, reader.loaded) == ("Of bells", [])
    sidecar(folder / "bell.md", id="bells", kind="letter")
    report = await sync(library, [folder], reader, capped)
    assert report.added == ("bells",)
    assert [shelved.source.id for shelved in library.sources()] == ["bells", "glass", "salt"]


async def test_many_files_go_through(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(300):
        write(folder / f"text{number:03}.md", f"Text number {number}", *PARTS[:2])
    report = await sync(library, [folder], PlainReader(), Catalog.empty())
    assert len(report.added) == 300
    report = await sync(library, [folder], PlainReader(), Catalog.empty())
    assert len(report.unchanged) == 300


async def test_other_rules_read_every_file_again_and_ids_stay(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = PlainReader()
    await sync(library, [folder], reader, Catalog.empty())
    before = {shelved.source.id: await library.of_source(shelved.source.id) for shelved in library.sources()}
    for module in ("importing", "shelving"):
        monkeypatch.setattr(f"bot.corpus.{module}.rules", lambda: "other")
    reader.loaded = []
    report = await sync(library, [folder], reader, Catalog.empty())
    assert report.changed == tuple(before)
    assert len(reader.loaded) == 3
    assert {name: await library.of_source(name) for name in before} == before
    assert (await sync(library, [folder], reader, Catalog.empty())).unchanged == tuple(before)
