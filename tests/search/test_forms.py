"""Texts analysed piece by piece: the same words as letter by letter."""

from collections import Counter

from hypothesis import example, given
from hypothesis import strategies as st

from bot.search.analysis import is_stop, stems, words
from bot.search.forms import AGAIN, LONGEST_PIECE, Forms

_LATIN = ["harbour", "Harbours,", "U.S.", "end.A.B", "anti-flood", "Ada’s", "—", "don't", "³", "a.m."]
_PARTS = st.sampled_from([*_LATIN, "İzmir", "Ёлка", "שָׁלוֹם", "ΟΔΟΣ"])


@given(text=st.text(max_size=200) | st.lists(_PARTS, max_size=12).map(" ".join), language=st.sampled_from(["en", "uk"]))
@example(text="ΟΔΟΣ.Α, the U.S.-led", language="en")
@example(text="wall" * LONGEST_PIECE + ",dyke", language="en")
def test_a_text_has_the_same_words_in_pieces(text: str, language: str) -> None:
    expected = words(text)
    found = Forms(language).analysed(1, text)
    assert found.words.split() == expected
    assert found.stems.split() == stems(expected, language)
    assert found.length == len(expected)
    content = {word for word in expected if not is_stop(word, language)}
    assert found.content - {""} == set(stems(content, language))
    often = {word: times for word, times in Counter(expected).items() if times > 1}
    assert Counter(found.again.split()) == Counter(
        f"{word}{AGAIN}{time}" for word, times in often.items() for time in range(2, times + 1)
    )


def test_the_same_text_again_is_the_same() -> None:
    forms = Forms("en")
    text = "The harbour’s sluice gates, anti-flood walls and the harbour. " * 2
    assert forms.analysed(9, text) == forms.analysed(9, text)


def test_what_is_remembered_stays_within_bounds() -> None:
    forms = Forms("en")
    for word in range(100_002):
        forms[str(word)]
    forms.trim()
    assert not forms
    forms.analysed(1, "x" * (LONGEST_PIECE + 1))
    assert not forms


def test_runs_are_indexed_of_a_sample_and_wherever_they_are_searched() -> None:
    assert Forms("en").analysed(64, "harbour").letters.split() == ["_har", "harb", "arbo", "rbou", "bour"]
    assert Forms("en").analysed(65, "harbour").letters == ""
    assert Forms("en").analysed(65, "harbour נמל").letters
    assert Forms("uk").analysed(65, "гребля").letters
