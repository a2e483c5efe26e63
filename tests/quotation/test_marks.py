"""What is marked as a quote in a message, and how passages of a message and a text are aligned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quotation.alignment import align
from bot.quotation.marked import Mark, marks


def found(text: str) -> list[tuple[str, Mark]]:
    return [(text[part.span.start : part.span.end], part.mark) for part in marks(text)]


@pytest.mark.parametrize(
    "message",
    ['he said "a b c" yes', "he said “a b c” yes", "він каже «a b c» так", "er sagt „a b c“ ja", "「a b c」"],
)
def test_quotation_marks(message: str) -> None:
    assert found(message) == [("a b c", Mark.QUOTED)]


def test_nested_marks() -> None:
    assert found("“the left’s call to ‘end it’ is addressed to us”") == [
        ("the left’s call to ‘end it’ is addressed to us", Mark.QUOTED),
        ("end it", Mark.QUOTED),
    ]


def test_blocks_code_and_emphasis() -> None:
    assert ("> one two\n> three", Mark.BLOCK) in found("> one two\n> three")
    assert found("see `a b`") == [("a b", Mark.BLOCK)]
    assert found("||a b||") == [("a b", Mark.EMPHASIS)]
    assert found("*a b*") == [("a b", Mark.EMPHASIS)]
    assert found("it's 5 o'clock, don't") == []


@given(st.text(st.sampled_from('ab "“”«»„‘’`*_|>\n'), max_size=80))
def test_marks_are_inside_the_message(text: str) -> None:
    for part in marks(text):
        assert 0 <= part.span.start < part.span.end <= len(text)


WORDS = st.lists(
    st.sampled_from(["the", "old", "tree", "was", "not", "sold", "for", "three", "new", "boats", "in", "may"]),
    max_size=30,
)


@given(WORDS, WORDS)
def test_alignments_are_in_order_and_in_bounds(said: list[str], true: list[str]) -> None:
    seeds = [
        (at, place)
        for at in range(len(said) - 2)
        for place in range(len(true) - 2)
        if said[at : at + 3] == true[place : place + 3]
    ]
    taken: set[int] = set()
    for one in align(said, true, seeds):
        assert 0 <= one.start < one.end <= len(said)
        assert 0 <= one.first < one.last <= len(true)
        assert all(a[0] < b[0] and a[1] < b[1] for a, b in zip(one.pairs, one.pairs[1:], strict=False))
        assert not taken & set(range(one.start, one.end))
        taken |= set(range(one.start, one.end))
        if one.whole:
            assert len(one.pairs) == one.end - one.start == one.last - one.first
