"""Short names of titles in any script."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.slugs import LONGEST, slug, suffixed


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("The Garden's Year: A Diary", "the-gardens-year-a-diary"),
        ("Straße über Łódź", "strasse-uber-lodz"),
        ("Чому мовчить місто?", "chomu-movchyt-misto"),
        ("Їжак і ґанок", "izhak-i-ganok"),
        ("שלום לגן", "shlvm-lgn"),
        ("كتاب المدينة", "ktab-almdyna"),
        ("A title of very many words that goes on and on", "a-title-of-very-many-words-that-goes-on"),
    ],
)
def test_titles_stay_pronounceable(title: str, expected: str) -> None:
    assert slug(title) == expected


def test_titles_without_known_letters_are_named_by_their_hash() -> None:
    assert re.fullmatch(r"text-[a-z2-7]{8}", slug("庭の一年"))
    assert slug("庭の一年") != slug("庭の二年")


@given(st.text(max_size=200))
def test_every_title_has_a_name_that_a_catalog_takes(title: str) -> None:
    for name in (slug(title), suffixed(slug(title), title)):
        assert re.fullmatch(r"[a-z0-9][a-z0-9-]*", name)
        assert len(name) <= LONGEST
