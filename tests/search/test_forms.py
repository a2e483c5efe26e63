"""Texts analysed piece by piece, many at once: the same words as letter by letter, one by one."""

import math
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.search.analysed import Analysed, analyse
from bot.search.analysis import is_stop, stems, words
from bot.search.forms import Forms
from bot.search.pieces import LONGEST
from bot.search.schema import AGAIN

_LATIN = [
    "harbour",
    "Harbours,",
    "U.S.",
    "end.A.B",
    "anti-flood",
    "Ada’s",
    "—",
    "don't",
    "³",
    "a.m.",
    "\0",
    "\n",
    "the",
]
_PARTS = st.sampled_from([*_LATIN, "the", "İzmir", "Ёлка", "שָׁלוֹם", "ΟΔΟΣ"])
_TEXTS = st.lists(st.text(max_size=120) | st.lists(_PARTS, max_size=12).map(" ".join), max_size=6)


def alone(text: str, number: int = 1, language: str = "en") -> Analysed:
    (found,) = analyse(Forms(language), [number], [text])
    return found


@given(texts=_TEXTS, language=st.sampled_from(["en", "uk"]))
@example(texts=["ΟΔΟΣ.Α, the U.S.-led"], language="en")
@example(texts=["wall" * LONGEST + ",dyke"] * 2, language="en")
@example(texts=["", "\0", "dyke \0 dyke"], language="uk")
@example(texts=["the dyke and the sluice " * 30, *["the dyke", "sluice the sluice"] * 6], language="en")
def test_texts_have_the_same_words_in_pieces(texts: list[str], language: str) -> None:
    found = analyse(Forms(language), range(1, len(texts) + 1), texts)
    for text, one in zip(texts, found, strict=True):
        expected = words(text)
        assert one.words == f" {' '.join(expected)} "
        assert one.stems == f" {' '.join(stems(expected, language))} "
        assert one.length == len(expected)
        often = {word: times for word, times in Counter(expected).items() if times > 1}
        assert Counter(one.again.split()) == Counter(
            f"{word}{AGAIN}{time}" for word, times in often.items() for time in range(2, times + 1)
        )


@given(texts=_TEXTS)
def test_passages_weigh_what_they_share_with_the_others(texts: list[str]) -> None:
    found = [set(stems([word for word in words(text) if not is_stop(word, "en")], "en")) for text in texts]
    having = Counter(stem for one in found for stem in one)
    most = max(len(texts) / 2, 3)
    weight = {stem: math.log(times) if times <= most else 0.0 for stem, times in having.items()}
    expected = [sum(weight[stem] for stem in one) / (len(one) + 5) for one in found]
    assert [one.weight for one in analyse(Forms("en"), [1] * len(texts), texts)] == pytest.approx(expected)


def test_the_same_texts_again_are_the_same() -> None:
    forms = Forms("en")
    texts = ["The harbour’s sluice gates, anti-flood walls and the harbour. " * 2, "", "Ships."]
    assert analyse(forms, [9, 10, 11], texts) == analyse(forms, [9, 10, 11], texts)


def test_what_is_remembered_stays_within_bounds() -> None:
    forms = Forms("en")
    analyse(forms, [1], [" ".join(map(str, range(100_002)))])
    assert len(forms) > 100_000
    assert forms.full()
    forms.forget()
    assert len(forms) == 1
    analyse(forms, [1], ["x" * (LONGEST + 1)])
    assert len(forms) == 1


def test_what_texts_without_spaces_bring_stays_within_bounds() -> None:
    forms = Forms("en")
    for _ in range(3):
        analyse(forms, [1], ["to/be/or/not/" * 10_000])
    assert forms.full()
    forms.forget()
    assert alone("to/be") == analyse(forms, [1], ["to/be"])[0]
    assert len(forms) == 2


def test_pieces_are_counted_as_they_are_spelt() -> None:
    forms = Forms("en")
    telling = "The dyke, the U.S. dyke and A. Dyke’s quay."
    analyse(forms, [1, 65, 64], [telling, "Nobody counts this.", "Quay."])
    once = dict.fromkeys(["The", "the", "U.S.", "and", "A", "Dyke", "s", "quay", "Quay"], 1)
    assert forms.counted() == {**once, "dyke": 2}
    assert forms.counted() == {}
    analyse(forms, [1], ["А Ш.А. quay"])
    assert forms.counted() == {"А": 1, "Ш.А.": 1, "quay": 1}


def test_runs_are_indexed_of_a_sample_and_wherever_they_are_searched() -> None:
    assert alone("harbour", 64).letters.split() == ["_har", "harb", "arbo", "rbou", "bour"]
    assert alone("harbour", 65).letters == ""
    assert alone("harbour נמל", 65).letters
    assert alone("гребля", 65, "uk").letters
