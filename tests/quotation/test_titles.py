"""Words of titles: quoted, they are told for what they are."""

import pytest

from bot.quotation.titles import Titles

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
    having = Titles.of(("a-text", title) for title in TITLES).having(wording)
    assert tuple(title for _, title in having) == found


def test_a_heading_comes_with_its_text() -> None:
    headings = (("wells", "What the rain brought"), ("salt", "What the rain left"), ("salt", "The price"))
    having = Titles.of((*headings, *headings)).having
    assert having("the RAIN left") == headings[1:2]
    assert having("What the rain") == headings[:2]
    assert having("the price") == ()
