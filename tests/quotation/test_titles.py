"""Words of titles: quoted, they are told for what they are."""

import pytest

from bot.quotation.titles import headings_with, titles_with

TITLES = ("Ada Brook: «A well is a library, too»", "We asked people on the market square", "Salt")


@pytest.mark.parametrize(
    ("wording", "found"),
    [
        ("a WELL is a library, too!", TITLES[:1]),
        ("Ada Brook: “A well is a library, too”", TITLES[:1]),
        ("people on the market square", TITLES[1:2]),
        ("We asked people on the village square", ()),
        ("asked people on market square", ()),
        ("market square", ()),
        ("Salt", ()),
        ("", ()),
    ],
)
def test_a_title_has_the_words_in_their_order_or_not(wording: str, found: tuple[str, ...]) -> None:
    assert titles_with(wording, TITLES) == found


def test_a_heading_comes_with_its_text() -> None:
    headings = (("wells", "What the rain brought"), ("salt", "What the rain left"), ("salt", "The price"))
    assert headings_with("the RAIN left", headings) == headings[1:2]
    assert headings_with("What the rain", headings) == headings[:2]
    assert headings_with("the price", headings) == ()
