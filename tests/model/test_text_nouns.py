"""Spans, documents and the words that are derived from them."""

import dataclasses
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import Document, Span, words_in

TEXTS = st.text(max_size=300)


@given(TEXTS)
def test_a_document_is_intact_until_a_character_changes(text: str) -> None:
    document = Document.of("a", text)
    assert document.intact
    assert not dataclasses.replace(document, text=text + "x").intact


@given(TEXTS, st.lists(st.integers(0, 300), min_size=2, max_size=8))
def test_glued_spans_that_follow_on_one_another_are_the_text_itself(text: str, cuts: list[int]) -> None:
    places = sorted({min(cut, len(text)) for cut in cuts})
    spans = [Span(a, b, glued=True) for a, b in itertools.pairwise(places)]
    assert Document.of("a", text).derive(spans) == text[places[0] : places[-1]]


def test_spans_join_with_one_space_unless_glued() -> None:
    document = Document.of("a", "self-\n\ndefence of [towns](#)")
    assert document.derive([Span(0, 5), Span(7, 14, glued=True)]) == "self-defence"
    assert document.derive([Span(7, 18), Span(19, 24, glued=True)]) == "defence of towns"
    assert document.derive([Span(7, 14), Span(19, 24)]) == "defence towns"
    assert document.derive([]) == ""


def test_a_span_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Span(0, 1).start = 3  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("one two", 2),
        ("don't re-read it", 3),
        ("don’t — stop…", 2),
        ("71 percent, or 4,000", 4 + 1),
        ("Мир і спокій", 3),
        ("שלום לכולם", 2),
        ("a_b", 2),
    ],
)
def test_words_are_counted(text: str, count: int) -> None:
    assert words_in(text) == count
