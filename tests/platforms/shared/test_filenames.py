"""What a file that somebody sent is called here."""

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.shared.filenames import plain


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("letter.md", "letter.md"),
        ("../../etc/passwd", "-..-etc-passw"),
        ("..", "text"),
        (".profile", "textprofile"),
        ("C:\\windows\\x.txt", "C:-windows-x.txt"),
        ("a" * 300 + ".txt", "a" * 100 + ".txt"),
    ],
)
def test_a_name_is_kept_where_it_is_one(name: str, called: str) -> None:
    assert plain(name) == called


@given(st.text(max_size=200))
def test_no_name_leads_anywhere(name: str) -> None:
    made = plain(name)
    assert len(made) <= 111
    assert PurePosixPath("folder", made).parent == PurePosixPath("folder")
    assert PureWindowsPath(made).name == made or ":" in made
    assert made not in ("", ".", "..")
