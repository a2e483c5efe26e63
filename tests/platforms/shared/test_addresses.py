"""Which addresses may stand in a link."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.shared.addresses import LONGEST_ADDRESS, address


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a/b?c=d&e=f#g",
        "http://example.org",
        "https://sub.example.org:8443/path_with_underscores",
    ],
)
def test_plain_addresses_may_be_links(url: str) -> None:
    assert address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "example.org",
        "javascript:alert(1)",
        "ftp://example.org",
        "https://",
        "https://user:word@example.org",
        "https://exa mple.org",
        "https://localhost/",
        "https://[::1]/",
        "https://example.org:99999/",
        "https://xn--/\u202e",
        "https://пример.org/",
        "https://example.org/" + "a" * LONGEST_ADDRESS,
    ],
)
def test_other_addresses_may_not(url: str | None) -> None:
    assert address(url) is None


@given(st.text(max_size=60))
def test_an_address_can_not_end_its_link(path: str) -> None:
    made = address(f"https://example.org/{path}")
    assert made is None or (made.isascii() and not re.search(r"[\s()<>\[\]*`|\\]", made))
