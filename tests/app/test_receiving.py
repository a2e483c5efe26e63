"""Files that come in: what they are called leads nowhere, and nothing stays of them."""

from pathlib import Path

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
