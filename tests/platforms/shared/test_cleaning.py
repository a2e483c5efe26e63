"""What a terminal would carry out is removed; what a reader copies stays."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.shared.cleaning import clean, isolated, safe

AWKWARD = st.text(
    st.sampled_from("ab \t\n\r\x00\x07\x08\x1b[31m\x7f\x85\x9b\u200b\u200e\u202e\u2066\u2067\u2068\u2069אבع")
)


@given(st.text() | AWKWARD)
def test_no_control_character_is_left(text: str) -> None:
    assert all(sign == "\n" or unicodedata.category(sign) != "Cc" for sign in safe(text))


@given(st.text() | AWKWARD)
def test_everything_else_stays_in_order(text: str) -> None:
    kept = [
        sign
        for sign in text.replace("\r\n", "\n").replace("\t", " ")
        if unicodedata.category(sign) != "Cc" or sign == "\n"
    ]
    assert clean(text) == "".join(kept)


@given(AWKWARD)
def test_direction_never_leaks_out(text: str) -> None:
    for line in safe(text).split("\n"):
        depth = 0
        for sign in line:
            if sign in "\u2066\u2067\u2068":
                depth += 1
            elif sign == "\u2069":
                depth -= 1
            assert depth >= 0
        assert depth == 0


@given(st.text(st.characters(codec="ascii", min_codepoint=32, max_codepoint=126)))
def test_plain_words_get_nothing_invisible(text: str) -> None:
    assert isolated(text) == text


def test_an_escape_sequence_loses_what_makes_it_one() -> None:
    assert clean("a\x1b]0;title\x07b\x9b31mc") == "a]0;titleb31mc"
