"""Folding: what counts as the same, what never does, and the way back to the original's code points."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.quotation.folding import ellipses, fold
from bot.quotation.letters import loosen

MESSAGES = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("aZ5 .,'’“”\"«»–—-*_`|~>\u200b\u0301\u05b0іїйßﬁＡ½¹%$€…\n🙏"),
    ),
    max_size=120,
)


@settings(max_examples=300)
@given(MESSAGES)
def test_the_way_back_is_in_order_and_in_bounds(text: str) -> None:
    folded = fold(text)
    spans = folded.spans()
    assert len(spans) == len(folded.words) == len(folded.keys)
    at = 0
    for start, end in spans:
        assert at <= start < end <= len(text)
        at = max(at, start)
    ends = [end for _, end in spans]
    assert ends == sorted(ends)


@settings(max_examples=200)
@given(MESSAGES)
def test_a_word_folds_to_itself(text: str) -> None:
    folded = fold(text)
    for word, (start, end) in zip(folded.words, folded.spans(), strict=True):
        alone = fold(text[start:end]).words
        assert alone == [] or word in alone or loosen(word)[:1] == loosen(alone[0])[:1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The State’s “right”", 'the STATE\'s "right"'),
        ("self–defense", "self-defense"),
        ("**bold** and _soft_ and `code`", "bold and soft and code"),
        ("poli**tic**al", "political"),
        ("parti\u200bcularly", "particularly"),
        ("a <:wow:123456789012345678> b", "a b"),
        ("a <@123> b https://example.org/x c", "a b c"),
        ("||hidden||", "hidden"),
        ("one\u00a0two\nthree", "one two three"),
        ("ﬁne Ｗide", "fine wide"),
        ("за́мок", "замок"),
        ("cafe\u0301", "café"),
        ("שָׁלוֹם", "שלום"),
        ("كِتَاب", "كتاب"),
        ("−5 degrees", "-5 degrees"),
        ("п’ять", "п'ять"),
    ],
)
def test_looks_do_not_count(one: str, other: str) -> None:
    assert fold(one).words == fold(other).words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("can't", "can"),
        ("can't", "cant"),
        ("1.5", "15"),
        ("1.5", "1,5"),
        ("10", "l0"),
        ("10", "1О"),
        ("10⁶", "106"),
        ("1½", "11/2"),
        ("U.S.", "us"),
        ("5%", "5"),
        ("$5", "€5"),
        ("-5", "5"),
        ("it was -5", "it was 5"),
        ("re-sign", "resign"),
        ("оf", "of"),
        ("r3search", "research"),
        ("año", "ano"),
        ("всё", "все"),
        ("мій", "міи"),
        ("do ~~not~~ go", "do not go"),
        ("> 5", "≥ 5"),
        ("a <5", "a >5"),
        ("C++", "C"),
        ("٣", "3"),
        ("AR15%", "AR15"),
    ],
)
def test_what_means_something_else_stays_apart(one: str, other: str) -> None:
    assert fold(one).words != fold(other).words


@pytest.mark.parametrize(
    ("disguised", "word"),
    [
        ("r3s34rch", "research"), ("оf", "of"), ("Ukrаіnе", "ukraine"), ("can't", "cant"), ("U.S", "us"),
        ("50,000", "50000"), ("año", "ano"),
    ],
)  # fmt: skip
def test_disguises_are_seen_through_to_find_a_word(disguised: str, word: str) -> None:
    assert loosen(disguised.casefold()) == word


def test_other_scripts_stay_what_they_are() -> None:
    assert [loosen(word) for word in ("україна", "російська", "שלום", "سلام", "10")] == [
        "україна",
        "російська",
        "שלום",
        "سلام",
        "10",
    ]


def test_signs_without_spaces_are_words() -> None:
    assert fold("日本語です").words == list("日本語です")


@pytest.mark.parametrize("mark", ["…", "...", "[...]", "(…)", ". . .", "[snip]"])
def test_ellipses_are_found(mark: str) -> None:
    assert list(ellipses(f"one {mark} two")) == [(4, 4 + len(mark))]
