"""Other forms of asked words are found in Ukrainian, Hebrew and Arabic, and count for less than the word itself."""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import Source
from bot.search import Index
from bot.search.analysis import fold, stem
from bot.search.inflection import Form, kin
from tests.fakes import FakeLibrary

UKRAINIAN = """Біля мосту будували нову греблю.

Уночі річка вийшла з берегів, і року того ніхто не забув.

Мовою пісень тут говорили всі.
"""
HEBREW = """הספינות חיכו בנמל שלושה שבועות.

המכתב הגיע לכפר בבוקר.

הסכר נפרץ בלילה.
"""
ARABIC = """انتظرت السفن في المرفأ ثلاثة أسابيع.

وصلت رسالة إلى قرية بعيدة.

انهار السد ليلا.
"""


async def opened(language: str, text: str) -> Index:
    library = FakeLibrary()
    library.put(Source("text", "1", language=language), text)
    return await Index.open(None, library)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("uk", "мова", "мовою"),
        ("uk", "мови", "мова"),
        ("uk", "рік", "року"),
        ("uk", "міст", "мосту"),
        ("uk", "ніч", "ночі"),
        ("uk", "нова", "нового"),
        ("uk", "річці", "річка"),
        ("uk", "книга", "книзі"),
        ("uk", "нозі", "нога"),
        ("uk", "муха", "мусі"),
        ("uk", "жінок", "жінка"),
        ("uk", "вікно", "вікон"),
        ("uk", "ранку", "ранок"),
        ("he", "בית", "בבית"),
        ("he", "מהבית", "לבית"),
        ("he", "ממשלה", "הממשלה"),
        ("he", "ולממשלה", "הממשלה"),
        ("ar", "بيت", "والبيت"),
        ("ar", "لبيت", "البيت"),
    ],
)
def test_forms_of_one_word_are_kin(language: str, one: str, other: str) -> None:
    assert Form(other, stem(other, language)) in kin(one, language)


@pytest.mark.parametrize(
    ("language", "word"), [("en", "harbour"), ("ru", "мова"), ("uk", "harbour"), ("he", "мова"), ("uk", "1914")]
)
def test_languages_with_stemmers_and_other_scripts_have_no_kin(language: str, word: str) -> None:
    assert kin(word, language) == ()


@given(st.text(max_size=30).map(fold), st.sampled_from(["ar", "en", "he", "ru", "uk"]))
def test_no_word_is_its_own_kin_and_none_has_many(word: str, language: str) -> None:
    found = kin(word, language)
    assert stem(word, language) not in {form.stem for form in found}
    assert len(set(found)) == len(found) <= 200


@pytest.mark.parametrize(
    ("language", "text", "asked", "passage"),
    [
        ("uk", UKRAINIAN, "міст", "text-1"),
        ("uk", UKRAINIAN, "рік", "text-2"),
        ("uk", UKRAINIAN, "мова", "text-3"),
        ("he", HEBREW, "נמל", "text-1"),
        ("he", HEBREW, "מהכפר", "text-2"),
        ("he", HEBREW, "וסכר", "text-3"),
        ("ar", ARABIC, "والسفن", "text-1"),
        ("ar", ARABIC, "لقرية", "text-2"),
    ],
)
async def test_another_form_finds(language: str, text: str, asked: str, passage: str) -> None:
    index = await opened(language, text)
    found = index.search(asked)
    assert [match.passage for match in found.matches][:1] == [passage]
    assert found.corrected == ()
    assert index.fitting(asked) == ["text"]


async def test_a_word_itself_comes_before_its_other_forms() -> None:
    index = await opened("uk", "Мовою пісень говорили тут.\n\nМова пісень лунала тут.\n\nМову пісень забули тут.")
    assert next(match.passage for match in index.search("мова").matches) == "text-2"
    assert len(index.search("мова").matches) == 3


async def test_what_is_kept_of_a_question_finds_the_same() -> None:
    index = await opened("he", HEBREW)
    found = index.search("מהכפר הגיע אתמול")
    assert index.search(" ".join(found.terms)).matches == found.matches


WORDS = ("мова", "мовою", "рік", "року", "міст", "вулик", "комір", "בית", "בבית", "מהבית", "סכר")
LINES = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join), min_size=1, max_size=4)


@given(LINES, st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join), st.sampled_from(["uk", "he"]))
@settings(max_examples=40, deadline=None)
def test_fitting_texts_are_those_that_searching_finds(lines: list[str], asked: str, language: str) -> None:
    library = FakeLibrary()
    for at, line in enumerate(lines):
        library.put(Source(f"text{at}", str(at), language=language), line)
    index = asyncio.run(Index.open(None, library))
    found = index.search(asked, limit=100)
    if found.matches:
        assert index.fitting(asked) == sorted({match.source for match in found.matches})
    again = index.search(" ".join(found.terms), limit=100) if found.terms else found
    assert {match.passage for match in again.matches} >= {match.passage for match in found.matches}
