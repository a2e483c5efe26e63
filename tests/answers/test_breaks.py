"""Where paragraphs and items begin in quoted words: seen by readers, and nothing of the words is changed by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.breaks import breaks, listed
from bot.answers.quoting import excerpt, quote_of
from bot.corpus.identity import assign
from bot.corpus.parsing import parse
from bot.corpus.parts import Raw
from bot.model import Document, Quote, Source

LETTER = Source("letter", "A letter", ("Ada Penn",), language="en")


def quotes(text: str, media: str = "md") -> list[Quote]:
    document = Document.of("letter", text)
    passages = assign(document, parse(Raw(text, media), LETTER).drafts).passages
    return [quote_of(excerpt(passage, document, LETTER), "Ada Penn", "A letter") for passage in passages]


@pytest.mark.parametrize("sign", ["- ", "* ", "• ", "1. ", "2) ", "  - ", "- **"])
def test_the_items_of_a_list_stand_on_lines_of_their_own(sign: str) -> None:
    closing = "**" if sign.endswith("**") else ""
    items = ("a second tap", "bins with lids", "a bench")
    text = "The garden asks for three things:\n\n" + "\n".join(f"{sign}{item}{closing}" for item in items)
    assert "\n".join(quote.shown for quote in quotes(text)) == "The garden asks for three things:\n" + "\n".join(items)


def test_paragraphs_that_share_a_passage_stand_on_lines_of_their_own() -> None:
    (quote,) = quotes("The pond is old. Nobody knows who dug it.\n\nIts frogs are known to all.\n")
    assert quote.shown == "The pond is old. Nobody knows who dug it.\nIts frogs are known to all."
    assert quote.text == "The pond is old. Nobody knows who dug it. Its frogs are known to all."


def test_lines_of_one_paragraph_are_one() -> None:
    (quote,) = quotes(
        "The pond is old, and its\nfrogs are known to all. Nobody\nknows who dug it - not even\nthe mayor."
    )
    assert quote.breaks == ()


def test_what_stands_on_the_page_between_two_parts_of_a_sentence_ends_no_paragraph() -> None:
    text = "The pond is old, and its frogs\n\n12\n\nare known to all. Nobody knows who dug it, and nobody asks."
    assert all("\n" not in quote.shown for quote in quotes(text, "txt"))


def test_a_quote_that_rights_cut_short_shows_the_breaks_that_are_left() -> None:
    (quote,) = quotes("The pond is old.\n\nIts frogs are known to all.\n\nNobody asks.\n")
    assert len(quote.breaks) == 2
    cut = Quote(**{name: getattr(quote, name) for name in Quote.__slots__} | {"text": "The pond is old."})
    assert cut.shown == "The pond is old."


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ("The pond is old. It needs:\n\n- a tap\n- a lid\n\nNobody asks.", [(1, 3)]),
        ("It needs:\n\n- a tap\n- a lid", [(0, 2)]),
        ("It needs:\n\na tap and a lid", []),
        ("It needs a tap.\n\nIt needs a lid.", []),
    ],
)
def test_what_leads_to_a_list_and_its_items_belong_together(text: str, lists: list[tuple[int, int]]) -> None:
    document = Document.of("letter", text)
    (passage,) = assign(document, parse(Raw(text, "md"), LETTER).drafts).passages
    assert list(listed(passage, document)) == lists


lines = st.text(st.sampled_from("ab1 .-*_>:()\u00a0\t“”é"), max_size=30)


@given(st.lists(lines, max_size=8).map("\n".join), st.sampled_from(["md", "txt"]))
def test_only_spaces_become_ends_of_lines(text: str, media: str) -> None:
    document = Document.of("letter", text)
    for passage in assign(document, parse(Raw(text, media), LETTER).drafts).passages:
        words = document.derive(passage.spans)
        places = breaks(passage, document, passage.spans)
        assert all(words[at] == " " for at in places)
        assert list(places) == sorted(set(places))
        assert all(0 <= first < last < len(passage.sentences) for first, last in listed(passage, document))
        quote = quote_of(excerpt(passage, document, LETTER), "Ada", "A letter")
        assert quote.shown.split("\n") == [part for part in quote.shown.split("\n") if part]
        assert "".join("\n" if at in places else char for at, char in enumerate(words)) == quote.shown
