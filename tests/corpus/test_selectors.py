"""Selectors find words again exactly, or not at all."""

from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.selectors import CONTEXT, anchor, select, to_json
from bot.model import Document, Passage, Role, Selector, Span, Speaker

TEXT = "The well was dug in spring. It gave no water. Then the rain came, and the well was full. It gave no rest."


def passage(document: Document, *spans: Span) -> Passage:
    return Passage("t.abc", "t", document.edition, 1, spans, (spans,), Speaker(None, Role.UNCLEAR))


def test_a_selector_has_the_words_their_place_and_their_surroundings() -> None:
    document = Document.of("t", TEXT)
    made = select(document, passage(document, Span(28, 45)))
    assert (made.exact, made.prefix, made.start, made.end) == ("It gave no water.", TEXT[:28], 28, 45)
    assert made.suffix == TEXT[45 : 45 + CONTEXT]
    assert anchor(document, made) == Span(28, 45)


def test_a_passage_of_several_spans_is_selected_from_its_start_to_its_end() -> None:
    document = Document.of("t", TEXT)
    made = select(document, passage(document, Span(0, 8), Span(28, 45)))
    assert made.exact == TEXT[:45]


def test_words_are_found_again_where_text_was_put_before_them() -> None:
    old, new = Document.of("t", TEXT), Document.of("t", "A line on top, longer than any context is.\n\n" + TEXT)
    made = select(old, passage(old, Span(46, 88)))
    found = anchor(new, made)
    assert found is not None
    assert new.text[found.start : found.end] == made.exact


def test_nothing_is_guessed() -> None:
    old = Document.of("t", TEXT)
    made = select(old, passage(old, Span(46, 88)))
    assert anchor(Document.of("t", TEXT.replace("rain came", "rain  came")), made) is None, "other words"
    assert anchor(Document.of("t", TEXT.replace("no water", "no wine")), made) is None, "another context"
    assert anchor(Document.of("t", TEXT + TEXT), made) is None, "two places"
    assert anchor(Document(old.source, old.edition, TEXT[1:]), made) is None, "a text that is not its edition"
    assert anchor(Document.of("t", "x"), Selector("", "", "", 0, 0, "e")) is None, "no words"


def test_the_json_form_names_both_selectors_and_the_edition() -> None:
    document = Document.of("t", TEXT)
    made = to_json(select(document, passage(document, Span(28, 45))))
    assert made["source"] == f"urn:sha256:{document.edition}"
    assert [part["type"] for part in made["selector"]] == ["TextQuoteSelector", "TextPositionSelector"]  # type: ignore[attr-defined]


@given(st.text(min_size=1, max_size=60), st.text(max_size=40), st.data())
def test_an_anchor_always_has_exactly_the_selected_words(text: str, other: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    document = Document.of("t", text)
    made = select(document, passage(document, Span(start, end)))
    assert anchor(document, made) == Span(start, end)
    for changed in (other + text, text + other, other):
        found = anchor(Document.of("t", changed), made)
        assert found is None or changed[found.start : found.end] == made.exact
