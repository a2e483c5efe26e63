"""Files that come in: what they are called leads nowhere, and nothing stays of them."""

import asyncio
import shutil
from contextlib import AsyncExitStack
from pathlib import Path
from time import sleep

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app.receiving import Receiving, safe_name
from bot.config import Config
from bot.errors import FileKindUnknown


@given(st.text(max_size=300), st.sampled_from([".md", ".PDF", ".txt", ".docx"]))
def test_a_safe_name_is_one_name_of_plain_letters(stem: str, ending: str) -> None:
    name = safe_name(f"{stem}x{ending}")
    assert Path(name).name == name
    assert name.endswith(ending.lower())
    assert name.isascii()
    assert not name.startswith((".", "-"))
    assert len(name) <= 70


@pytest.mark.parametrize("name", ["../../etc/passwd", "a.exe", "", "md", "..", "a.md/..", "nul\0"])
def test_only_what_can_be_read_has_a_name(name: str) -> None:
    with pytest.raises(FileKindUnknown):
        safe_name(name)


async def test_nothing_stays_of_a_file_on_its_way(tmp_path: Path) -> None:
    left = tmp_path / "incoming" / "left-by-a-process-that-was-killed"
    left.mkdir(parents=True)
    receiving = Receiving(Config(data=str(tmp_path)))
    async with receiving.folder() as folder:
        (folder / "essay.md").write_text("words")
        assert receiving.holds(folder / "essay.md")
        assert not receiving.holds(folder / ".." / ".." / "essay.md")
    assert list((tmp_path / "incoming").iterdir()) == []
    assert not receiving.holds(tmp_path / "essay.md")


async def test_who_comes_first_at_once_takes_nothing_from_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    receiving, remove, pauses = Receiving(Config(data=str(tmp_path))), shutil.rmtree, iter([0.05, 0.2])

    def slowly(folder: Path, ignore_errors: bool) -> None:
        if folder.name == "incoming":
            sleep(next(pauses))
        remove(folder, ignore_errors=ignore_errors)

    monkeypatch.setattr(shutil, "rmtree", slowly)
    async with AsyncExitStack() as stack:
        folders = [receiving.folder() for _ in range(2)]
        for made in await asyncio.gather(*(stack.enter_async_context(folder) for folder in folders)):
            assert made.is_dir()
