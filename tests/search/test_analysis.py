"""Words, folding and stems."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.analysis import fold, is_stop, stem, stems_of, stops_among, surfaces, tokens, words


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Dyke", "dyke"),
        ("Café", "cafe"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("Ёлка", "елка"),
        ("ЙОРЖ", "йорж"),
        ("Їжак", "їжак"),
        ("שָׁלוֹם", "שלום"),
        ("سَلَام", "سلام"),
        ("ＡＢＣ", "abc"),
        ("ﬁn", "fin"),
        ("İzmir", "izmir"),
    ],
)
def test_folding(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_words_inside_hyphens_and_apostrophes() -> None:
    assert words("Ada’s anti-flood walls") == ["ada", "s", "anti", "flood", "walls"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the U.S. navy", ["the", "u.s", "navy"]),
        ("in the U.S", ["in", "the", "u.s"]),
        ("J.R.R. Wells, e.g., wrote", ["j.r.r", "wells", "e.g", "wrote"]),
        ("С.С.С.Р. и т.д.", ["с.с.с.р", "и", "т.д"]),
        ("Mr. A. Byron", ["mr", "a", "byron"]),
        ("end.A.B starts", ["end", "a", "b", "starts"]),
        ("at t.example and 3.5", ["at", "t", "example", "and", "3", "5"]),
    ],
)
def test_letters_with_full_stops_are_one_word(text: str, found: list[str]) -> None:
    assert words(text) == found
    assert [fold(word) for word in found] == found


_SIGNS = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u2060\u2068\ufe0f\ufeff"


@pytest.mark.parametrize("sign", _SIGNS)
@pytest.mark.parametrize("word", ["harbour", "гребля", "שלום", "سلام", "café", "1984"])
def test_what_nobody_sees_makes_no_difference_to_a_word(word: str, sign: str) -> None:
    assert words(f"the {sign}{word[:2]}{sign}{word[2:]}{sign} wall") == words(f"the {word} wall")
    assert [token.word for token in tokens(f"{word[:2]}{sign}{word[2:]}")] == words(word)
    assert fold(f"{word[:2]}{sign}{word[2:]}") == fold(word)


def test_where_no_spaces_are_written_one_without_width_parts_words() -> None:
    assert len(words("กก\u200bขข")) == 2
    assert words("กก\u2060ขข") == ["กก", "ขข"]


def test_marks_do_not_break_words() -> None:
    assert len(words("שָׁלוֹם עֲלֵיכֶם")) == 2
    assert len(words("हिन्दी")) == 1


@pytest.mark.parametrize(
    ("word", "language", "stemmed"),
    [("dykes", "en", "dyke"), ("плотины", "ru", "плотин"), ("греблі", "uk", "гребл"), ("dykes", "he", "dykes")],
)
def test_stems(word: str, language: str, stemmed: str) -> None:
    assert stem(word, language) == stemmed


def test_stop_words_are_of_their_language() -> None:
    assert is_stop("the", "en")
    assert is_stop(fold("إلى"), "ar")
    assert is_stop("die", "de")
    assert not is_stop("die", "en")


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("мати", "uk"),
        ("час", "uk"),
        ("стали", "uk"),
        ("стали", "ru"),
        ("часто", "ru"),
        ("won", "en"),
        ("שם", "he"),
        ("علي", "ar"),
    ],
)
def test_what_is_another_word_as_well_is_looked_for(word: str, language: str) -> None:
    assert not is_stop(fold(word), language)


_WORDS = st.sampled_from(["the", "dykes", "die", "плотины", "إلى", "a", "was"]) | st.text().map(words).filter(len).map(
    min
)


@given(st.lists(_WORDS), st.sampled_from(["en", "de", "ru", "ar", "uk", "he"]))
def test_many_words_are_as_each_alone(folded: list[str], language: str) -> None:
    assert stems_of(folded, language) == [stem(word, language) for word in folded]
    assert stops_among(folded, language) == {word for word in folded if is_stop(word, language)}


_UNSEEN = st.text("aé1.ʼ \u00ad\u200b\u0301ก", max_size=24)


@given(st.text(max_size=200) | _UNSEEN)
def test_tokens_stand_where_they_say(text: str) -> None:
    found = tokens(text)
    assert [text[token.start : token.end] for token in found] == surfaces(text)
    assert [token.word for token in found] == words(text)
    assert all(token.word and not any(c.isspace() for c in token.word) for token in found)


@given(st.text(min_size=1, max_size=30) | _UNSEEN)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    for word in words(text):
        assert words(word) == [word]


@given(st.one_of(st.text(), st.text(st.characters(codec="ascii")), st.text("aZ9.,_ -'\n", max_size=12), _UNSEEN))
def test_the_short_way_through_ascii_finds_the_same_words(text: str) -> None:
    assert words(text) == [fold(word) for word in surfaces(text)]


@pytest.mark.parametrize(
    ("asking", "language"),
    [
        ("хто скільки звідки навіщо чий якому щодо сталося", "uk"),
        ("почему сколько откуда какова чья случилось", "ru"),
        ("כמה כיצד איזה איזו היכן קרה", "he"),
        ("كم أي أين لماذا هل حدث", "ar"),
        ("who how why which where against happened", "en"),
        ("doesn wasn wouldn anybody something nowhere another already despite toward", "en"),
        ("яку цю своєю нами нікого будь-хто може мають через серед вже", "uk"),
        ("какую котором этими своим никто могут будут также против вместо", "ru"),
        ("מאיפה אותם שלהם איתו הללו כאשר בגלל יהיו אינה משהו", "he"),
        ("له فيها عليهم هؤلاء كانوا ليس سوف لأن بينما بدون", "ar"),
    ],
)
def test_words_that_only_ask_are_looked_for_nowhere(asking: str, language: str) -> None:
    assert all(is_stop(word, language) for word in words(asking))
