"""Persons in Hebrew and Arabic: titles show a name behind the small words that are written together with them."""

import pytest

from bot.corpus.abjads import named


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ('הם פנו לד"ר דנה לוי, וד"ר רון כהן ענה', ["דנה לוי", "רון כהן"]),
        ("كتبت الدكتورة ليلى حداد", ["ليلى حداد"]),
        ("جاء سالم والدكتورة ليلى حداد", ["ليلى حداد"]),
    ],
)
def test_a_title_shows_a_name_with_and_without_small_words_before_it(words: str, names: list[str]) -> None:
    assert [name for name, _ in named(words)] == names
