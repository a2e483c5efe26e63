"""What is known to be a word, and what is one word in two spellings."""

import pytest

from bot.search.lexicon import is_word, spelt_alike


@pytest.mark.parametrize("word", ["price", "prices", "text", "bread", "house", "houses", "organised", "weapons"])
def test_frequent_words_and_their_forms_are_known(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize("word", ["pryce", "recieve", "goverment", "weapnos", "zelensky", "школа", "חומה", "1998", ""])
def test_misspelt_words_names_and_other_scripts_are_not(word: str) -> None:
    assert not is_word(word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("colour", "color"),
        ("centres", "centers"),
        ("organisations", "organizations"),
        ("defence", "defense"),
        ("dialogue", "dialog"),
        ("travelling", "traveling"),
    ],
)
def test_british_and_american_spelling_are_one(one: str, other: str) -> None:
    assert spelt_alike(one, other)
    assert spelt_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("price", "prime"), ("hour", "hor"), ("fence", "fens"), ("rise", "rize"), ("hence", "hens")]
)
def test_other_words_are_two(one: str, other: str) -> None:
    assert not spelt_alike(one, other)
