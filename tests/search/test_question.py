"""Questions are read without any parser: nothing that somebody types can be an operator."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import AskingError, QuestionEmpty, QuestionTooLong, QuestionUnsearchable
from bot.search.question import LONGEST_QUESTION, ask, untagged


@pytest.mark.parametrize("about", ["", "   ", "*", '"', "?!…", "👍🏽 🕊️", "\u200f\u202e", "— –", '""', "***:^~"])
def test_nothing_asked(about: str) -> None:
    with pytest.raises(QuestionEmpty):
        ask(about, ["en"])


@pytest.mark.parametrize(
    ("about", "language"), [("the of and", "en"), ("what does she say", "en"), ("що це", "uk"), ("и это", "ru")]
)
def test_only_stop_words(about: str, language: str) -> None:
    with pytest.raises(QuestionUnsearchable):
        ask(about, [language])


def test_too_long() -> None:
    with pytest.raises(QuestionTooLong) as refused:
        ask("a" * 5_000, ["en"])
    assert refused.value.length == 5_000
    assert refused.value.limit == LONGEST_QUESTION


@pytest.mark.parametrize(
    ("about", "terms"),
    [
        ('" OR 1=1 --', ["1"]),
        ("NEAR(", ["near"]),
        ("NOT dyke AND (sluice", ["dyke", "sluice"]),
        ("title:dyke^9 -sluice~2", ["title", "dyke", "9", "sluice", "2"]),
        ("'; DROP TABLE dykes; --", ["drop", "table", "dykes"]),
        ("{dyke TO sluice]", ["dyke", "sluice"]),
    ],
)
def test_hostile_questions_are_words(about: str, terms: list[str]) -> None:
    question = ask(about, ["en"])
    assert [term.word for term in question.terms] == terms
    assert question.phrases == ()


@pytest.mark.parametrize("marks", ["“”", '""', "«»", "„“"])
def test_phrases_keep_their_stop_words(marks: str) -> None:
    question = ask(f"dyke {marks[0]}The Edge of the Sea{marks[1]}", ["en"])
    assert question.phrases == (("the", "edge", "of", "the", "sea"),)
    assert [term.word for term in question.terms] == ["dyke", "edge", "sea"]


@pytest.mark.parametrize("left_out", ["…", " ... ", " […] ", "....", " (...) "])
def test_what_a_copied_quote_leaves_out_parts_it(left_out: str) -> None:
    question = ask(f"“The dam of the sea{left_out}held for a year…”", ["en"])
    assert question.phrases == (("the", "dam", "of", "the", "sea"), ("held", "for", "a", "year"))


@pytest.mark.parametrize(
    ("tag", "spaced"),
    [
        ("#OpenTheDam", "Open The Dam"),
        ("who asks for #dam2031now?", "who asks for dam 2031 now?"),
        ("#ВідкрийтеГреблю #sea", "Відкрийте Греблю sea"),
        ("#פתחו_את_הסכר", "פתחו_את_הסכר"),
        ("#НАТО and C# at #1", "НАТО and C# at 1"),
    ],
)
def test_words_of_a_tag_are_words(tag: str, spaced: str) -> None:
    assert untagged(tag) == spaced


def test_a_phrase_of_stop_words_can_be_asked() -> None:
    assert ask('"to be or not to be"', ["en"]).phrases == (("to", "be", "or", "not", "to", "be"),)


def test_unbalanced_marks_are_punctuation() -> None:
    assert ask('the 5" dyke', ["en"]).phrases == ()


def test_what_is_told_asks_the_same_again() -> None:
    question = ask('mill "old dyke" sluice', ["en"])
    told = question.told(["old", "dyke", "sluice"])
    assert told == ('"old dyke"', "sluice")
    again = ask(" ".join(told), ["en"])
    assert again.phrases == question.phrases


def test_phrases_that_stand_nowhere_are_not_told() -> None:
    question = ask('mill "old dyke" sluice', ["en"])
    assert question.told(["old", "sluice"], standing=False) == ("old", "sluice")


@given(st.text(max_size=400))
def test_any_text_is_a_question_or_refused(about: str) -> None:
    try:
        question = ask(about, ["en", "uk", "ar"])
    except AskingError:
        return
    assert question.terms or question.phrases
    for term in question.terms:
        assert term.stems
        assert not any(character.isspace() for stem in term.stems for character in stem)
