"""Long texts are cut between words; nothing is lost, and no character is torn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.discord.escaping import cost, escape, unescape
from bot.platforms.shared.splitting import characters, continued, shorten, shorten_start, shorten_within, size, split

sentences = st.lists(
    st.text(alphabet="abcdefgh*_.!? äщ漢😀\u0301\u200d👩🏽\n", min_size=1, max_size=12), max_size=60
).map(" ".join)
limits = st.integers(min_value=40, max_value=200)


@given(sentences, limits)
def test_parts_fit_and_are_the_text_again(text: str, limit: int) -> None:
    parts = split(text, limit)
    assert "".join(parts) == text
    assert all(part and size(part) <= limit for part in parts)


@given(sentences, limits)
def test_escaped_parts_fit_and_no_pair_is_torn(text: str, limit: int) -> None:
    parts = split(text, limit, cost)
    assert all(size(escape(part)) <= limit for part in parts)
    assert "".join(unescape(escape(part)) for part in parts) == text


@given(sentences, limits)
def test_words_stay_whole(text: str, limit: int) -> None:
    parts = split(text, limit)
    if all(size(word) < limit - 20 for word in text.split()):
        assert [word for part in parts for word in part.split()] == text.split()


def test_a_part_ends_after_a_sentence_where_it_can() -> None:
    text = "One short sentence. " * 3 + "Then one that does not fit any more."
    assert split(text, 70)[0] == "One short sentence. " * 3


def test_a_word_longer_than_a_part_is_cut_between_characters() -> None:
    family = "👨\u200d👩\u200d👧\u200d👦"
    parts = split(family * 10, 30)
    assert all(part.replace(family, "") == "" for part in parts)


def test_what_a_reader_sees_as_one_character() -> None:
    assert list(characters("e\u0301a🇺🇦🇩🇪👍🏽1\ufe0f\u20e3\r\nx")) == [
        "e\u0301",
        "a",
        "🇺🇦",
        "🇩🇪",
        "👍🏽",
        "1\ufe0f\u20e3",
        "\r\n",
        "x",
    ]


@given(st.text())
def test_characters_are_the_text(text: str) -> None:
    assert "".join(characters(text)) == text


@given(sentences, limits)
def test_shortened_texts_fit(text: str, limit: int) -> None:
    assert size(shorten(text, limit)) <= limit
    assert size(shorten_start(text, limit)) <= limit
    assert size(shorten_within(text, limit)) <= limit


def test_shortening_keeps_whole_words_and_tells() -> None:
    assert shorten("one two three, four", 12) == "one two…"
    assert shorten_start("one two three four", 12) == "… three four"
    assert shorten("one two", 12) == "one two"
    assert shorten_within("one two three four five six", 20) == "one two three… six"
    assert shorten_within("one two", 12) == "one two"


def test_sizes_are_counted_as_discord_may_count_them() -> None:
    assert (size("abc"), size("äщ"), size("😀")) == (3, 2, 2)


@pytest.mark.parametrize(
    ("parts", "marked"),
    [
        ([], []),
        (["whole"], ["whole"]),
        (["one", "two", "three"], ["one […]", "[…] two […]", "[…] three"]),
    ],
)
def test_what_goes_on_is_marked(parts: list[str], marked: list[str]) -> None:
    assert list(continued(parts)) == marked
