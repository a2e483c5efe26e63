"""The index of quotations follows the library, and comes back from its folder or is built again."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from plain_reader import PlainReader

from bot.corpus.catalog import Catalog
from bot.corpus.importing import sync
from bot.corpus.library import Library
from bot.model import VerdictKind
from bot.quotation import check
from bot.quotation.provider import SEEN, Quotations
from bot.store.database import Database

BELL = "The old bell was carried over the mountains by seven people whom nobody had asked."
GLASS = "Whoever sold glass in that valley had to pay a toll in butter at every bridge."


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    async with await Database.open(tmp_path / "store" / "store.db") as database:
        yield await Library.open(database)


async def bring(library: Library, folder: Path, **texts: str | None) -> None:
    folder.mkdir(exist_ok=True)
    for name, words in texts.items():
        if words is None:
            await library.remove(name)
        else:
            (folder / f"{name}.md").write_text(f"# {name.title()}\n\n{words}\n", encoding="utf-8")
    await sync(library, [folder], PlainReader(), Catalog.empty())


async def verdict(quotations: Quotations, wording: str) -> VerdictKind:
    return check(wording, await quotations.texts()).verdict


async def test_it_follows_the_library(library: Library, tmp_path: Path) -> None:
    quotations = Quotations(library, tmp_path / "quotations")
    assert await verdict(quotations, BELL) is VerdictKind.NOT_FOUND or not len(await quotations.texts())
    await bring(library, tmp_path / "texts", bell=BELL)
    before = await quotations.texts()
    assert await verdict(quotations, BELL) is VerdictKind.EXACT
    assert await verdict(quotations, GLASS) is VerdictKind.NOT_FOUND
    await bring(library, tmp_path / "texts", glass=GLASS, bell=BELL.replace("seven", "nine"))
    assert await verdict(quotations, GLASS) is VerdictKind.EXACT
    assert await verdict(quotations, BELL) is VerdictKind.ALTERED
    assert await quotations.texts() is not before
    assert await quotations.texts() is await quotations.texts()
    await bring(library, tmp_path / "texts", bell=None)
    assert (await quotations.texts()).sources == {"glass", "bell"}  # its file is still there, so it came back


async def test_titles_follow_the_library(library: Library, tmp_path: Path) -> None:
    quotations = Quotations(library, None)
    await bring(library, tmp_path / "texts", a_bell_of_iron=BELL)
    titles, _ = await quotations.titles()
    assert titles.having("a BELL of iron!") == (("a-bell-of-iron", "A_Bell_Of_Iron"),)
    assert await quotations.titles() is await quotations.titles()
    await bring(library, tmp_path / "texts", glass=GLASS)
    assert {text for text, _ in (await quotations.titles())[0].given} == {"a-bell-of-iron", "glass"}


async def test_it_comes_back_from_its_folder(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    await bring(library, tmp_path / "texts", bell=BELL, glass=GLASS)
    await Quotations(library, tmp_path / "quotations").texts()

    async def build(self: Quotations) -> None:
        raise AssertionError

    monkeypatch.setattr(Quotations, "_build", build)
    assert await verdict(Quotations(library, tmp_path / "quotations"), BELL) is VerdictKind.EXACT


@pytest.mark.parametrize("damage", ["seen", "index", "segment", "list", "gone"])
async def test_what_is_damaged_is_built_again(library: Library, tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "quotations"
    await bring(library, tmp_path / "texts", bell=BELL)
    await Quotations(library, folder).texts()
    match damage:
        case "seen":
            (folder / SEEN).write_text("{")
        case "list":
            (folder / SEEN).write_text(json.dumps(["bell"]))
        case "index":
            (folder / "quotations.json").write_text("[]")
        case "segment":
            segment = next(folder.glob("*.segment"))
            segment.write_bytes(segment.read_bytes()[:-9])
        case "gone":
            (folder / SEEN).unlink()
    assert await verdict(Quotations(library, folder), BELL) is VerdictKind.EXACT
    assert json.loads((folder / SEEN).read_text()).keys() == {"bell"}


async def test_without_a_folder_that_can_be_written_it_stays_in_memory(library: Library, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    await bring(library, tmp_path / "texts", bell=BELL)
    for folder in (None, tmp_path / "file" / "quotations"):
        assert await verdict(Quotations(library, folder), BELL) is VerdictKind.EXACT


async def test_many_new_texts_are_read_in_one_go(library: Library, tmp_path: Path) -> None:
    quotations = Quotations(library, tmp_path / "quotations")
    await bring(library, tmp_path / "texts", bell=BELL)
    await quotations.texts()
    await bring(library, tmp_path / "texts", **{f"t{n}": GLASS.replace("valley", f"valley {n}") for n in range(25)})
    assert len((await quotations.texts()).sources) == 26
