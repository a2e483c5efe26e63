"""A file that only the bot's user reads is there whole, or not at all."""

import os
import stat
from pathlib import Path

import pytest

from bot.store.keeping import keep


def test_it_takes_the_place_of_another_and_nobody_else_reads_it(tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_bytes(b"former")
    keep(file, b"new")
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_what_cannot_be_written_leaves_the_former(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "key"
    keep(file, b"former")

    def full(_: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        keep(file, b"new")
    assert file.read_bytes() == b"former"
