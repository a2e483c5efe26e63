"""What a reply's blocks tell those who draw them."""

import pytest

from bot.model import KeywordLine, Span


@pytest.mark.parametrize(
    ("left", "key", "right", "gaps"),
    [
        (("the well ", Span(0, 9)), Span(9, 14), (" is deep", Span(14, 22)), (" ", " ")),
        (("the well", Span(0, 8)), Span(9, 14), ("is deep", Span(15, 22)), (" ", " ")),  # spaces outside the runs
        (("the “", Span(0, 5)), Span(5, 10), ("” is", Span(10, 14)), ("", "")),
        (("", Span(0, 0)), Span(4, 9), ("", Span(12, 12)), ("", "")),  # nothing beyond it
        (("  ", Span(0, 2)), Span(2, 7), ("\n", Span(7, 8)), ("", "")),
    ],
)
def test_a_key_word_has_a_space_where_the_text_has_one_and_words_beyond(
    left: tuple[str, Span], key: Span, right: tuple[str, Span], gaps: tuple[str, str]
) -> None:
    line = KeywordLine("p", "s", "e", left[1], key, right[1], left[0], "water", right[0], "A Title")
    assert line.gaps == gaps
