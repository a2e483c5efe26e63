"""Finding files: which, in which order, and what leads out."""

import os
from pathlib import Path

import pytest

from bot.corpus.reading import Limits, find_files
from bot.corpus.reading.files import fetch
from bot.errors import FileHostile, FileKindUnknown, FileOutside, FileTooLarge, FileUnreadable
from bot.words import Words

LIMITS = Limits()


def files(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("words", encoding="utf-8")


def test_folders_are_walked_in_order_and_the_rest_is_passed_over(tmp_path: Path) -> None:
    files(tmp_path, "b.md", "a/z.TXT", "a/y.html", ".hidden.txt", ".git/x.txt", "c.jpg", "catalog.yaml", "d.docx")
    skipped: list[Path] = []
    found = list(find_files([tmp_path], LIMITS, skipped.append))
    assert [path.relative_to(tmp_path).as_posix() for path in found] == ["a/y.html", "a/z.TXT", "b.md", "d.docx"]
    assert {path.name for path in skipped} == {".hidden.txt", ".git", "c.jpg", "catalog.yaml"}


def test_named_files_are_told_when_they_cannot_be_read(tmp_path: Path) -> None:
    files(tmp_path, "a.txt", "b.jpg")
    found = list(find_files([tmp_path / "a.txt", tmp_path / "b.jpg", tmp_path / "none.txt"], LIMITS))
    assert found[0] == tmp_path / "a.txt"
    assert isinstance(found[1], FileKindUnknown)
    assert isinstance(found[2], FileUnreadable)
    assert found[2].reason == "missing"


def test_an_operators_own_path_may_go_up(tmp_path: Path) -> None:
    files(tmp_path, "x/a.txt", "y/b.txt")
    assert len(list(find_files([tmp_path / "x" / ".." / "y"], LIMITS))) == 1


def test_links_that_lead_out_are_refused(tmp_path: Path) -> None:
    files(tmp_path, "inside/a.txt", "outside/b.txt", "outside/more/c.txt")
    inside = tmp_path / "inside"
    (inside / "b.txt").symlink_to(tmp_path / "outside" / "b.txt")
    (inside / "folder").symlink_to(tmp_path / "outside" / "more")
    (inside / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (inside / "self.txt").symlink_to(inside / "self.txt")
    found = list(find_files([inside], LIMITS))
    assert found[0] == inside / "a.txt"
    assert all(isinstance(item, FileOutside) for item in found[1:])
    assert len(found) == 5


def test_links_within_a_folder_are_followed_once(tmp_path: Path) -> None:
    files(tmp_path, "a/one.txt")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "again.txt").symlink_to(tmp_path / "a" / "one.txt")
    real = [path.resolve() for path in find_files([tmp_path, tmp_path / "a"], LIMITS) if isinstance(path, Path)]
    assert set(real) == {tmp_path / "a" / "one.txt"}


def test_a_folder_that_is_a_link_itself_is_walked(tmp_path: Path) -> None:
    files(tmp_path, "real/a.txt")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert list(find_files([tmp_path / "link"], LIMITS)) == [tmp_path / "link" / "a.txt"]


def test_endless_folders_end(tmp_path: Path) -> None:
    files(tmp_path, "a/a/a/a/a/a/deep.txt", "near.txt")
    found = list(find_files([tmp_path], Limits(nesting=3)))
    assert any(isinstance(item, FileHostile) for item in found)
    assert tmp_path / "near.txt" in found


def test_a_gigabyte_is_refused_by_its_size(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(1024**3)
    with pytest.raises(FileTooLarge) as refused:
        fetch(large, LIMITS)
    assert refused.value.limit == 64 * 1024 * 1024
    assert "more than 64 MB" in Words("en").explain(refused.value)
    assert "64 МБ" in Words("uk").explain(refused.value)


def test_what_is_no_plain_file_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    with pytest.raises(FileUnreadable, match="special"):
        fetch(pipe, LIMITS)
    with pytest.raises(FileUnreadable, match="folder"):
        fetch(tmp_path, LIMITS)
    with pytest.raises(FileUnreadable, match="missing"):
        fetch(tmp_path / "none.txt", LIMITS)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything, so a forbidden file cannot be made")
def test_a_forbidden_file_says_so(tmp_path: Path) -> None:
    files(tmp_path, "a.txt")
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(FileUnreadable, match="denied"):
        fetch(tmp_path / "a.txt", LIMITS)
