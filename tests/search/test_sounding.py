"""Names are found in another script than they are asked in, and ordinary words are left alone."""

import pytest

from bot.model import Source
from bot.search import Index
from tests.fakes import FakeLibrary

ENGLISH = (
    "Volodymyr Zelensky met Benjamin Netanyahu and Emmanuel Macron in Jerusalem.\n\nA button was lost in the garden."
)


async def opened() -> Index:
    library = FakeLibrary()
    library.put(Source("news", "News", language="en"), ENGLISH)
    library.put(Source("visti", "Вісті", language="uk"), "Греблю оглянув Сиверський.")
    library.put(Source("talk", "A talk", language="en"), "Olha Kishchuk and Ilya Bezruchko spoke of the dam.")
    return await Index.open(None, library)


@pytest.mark.parametrize(
    ("asked", "used"),
    [
        ("Зеленський", "zelensky"),
        ("زيلينسكي", "zelensky"),
        ("זלנסקי", "zelensky"),
        ("Нетаньягу", "netanyahu"),
        ("נתניהו", "netanyahu"),
        ("Макрон", "macron"),
        ("Syverskyi", "сиверський"),
        ("קישצ'וק", "kishchuk"),
        ("בזרוצ׳קו", "bezruchko"),
        ("לבזרוצ'קו", "bezruchko"),
        ("ומזלנסקי", "zelensky"),
        ("وزيلينسكي", "zelensky"),
        ("للزيلينسكي", "zelensky"),
    ],
)
async def test_a_name_in_another_script_is_read_as_it_stands(asked: str, used: str) -> None:
    found = (await opened()).search(asked)
    assert [to for _, to in found.corrected] == [used]
    assert found.matches


async def test_a_name_that_is_written_otherwise_in_its_script_is_read_by_its_sound() -> None:
    found = (await opened()).search("Сіверскій")
    assert found.corrected == (("сіверскій", "сиверський"),)
    assert [match.passage for match in found.matches] == ["visti-1"]


@pytest.mark.parametrize("asked", ["Путін", "батон", "огород", "дім", "לחם", "bread", "гвинтокрил", "northern"])
async def test_words_that_only_share_consonants_are_not_read_as_others(asked: str) -> None:
    assert (await opened()).search(asked).corrected == ()


async def test_a_word_that_two_languages_share_is_found_by_its_sound() -> None:
    library = FakeLibrary({"text": "A new system was built by the university."})
    assert (await Index.open(None, library)).search("университет").corrected == (("университет", "university"),)


@pytest.mark.parametrize("asked", ["שילד", "פקט", "ויזואל"])
async def test_a_common_word_of_the_texts_is_nobodys_name(asked: str) -> None:
    library = FakeLibrary({"text": "A visual packet should be sent at once."})
    assert (await Index.open(None, library)).search(asked).corrected == ()


@pytest.mark.parametrize(
    ("asked", "used"),
    [
        ("Hnatenko", "гнатенко"),  # an h for which sounding has no class, and a letter of its own in Ukrainian
        ("Gnatenko", "гнатенко"),
        ("Sergiyenko", "сергієнко"),
        ("גולופקו", "голофко"),  # a letter for p and f
        ("Кастелян", "castelyan"),  # who stands above the words, not in them
        ("Castellyan", "castelyan"),
        ("Castelayn", "castelyan"),
    ],
)
async def test_names_are_found_in_either_spelling_and_above_their_words(asked: str, used: str) -> None:
    library = FakeLibrary()
    library.put(Source("visti", "Вісті", language="uk"), "Греблю оглянули Гнатенко, Голофко і Сергієнко.")
    library.put(Source("letter", "A letter", ("Mia Castelyan",), language="en"), "The dyke broke at night.")
    found = (await Index.open(None, library)).search(asked)
    assert [to for _, to in found.corrected] == [used]
    assert found.matches


@pytest.mark.parametrize(
    ("text", "asked", "used"),
    [
        ("Прийшов пан Лідин.", "לידין", "лідин"),  # is spelt as names are
        ("Його назвали людиною.", "לדון", None),
        ("They lost the marina.", "מרינו", None),
        ("The mayor is Marino.", "מרינו", "marino"),
        ("בוריס הלך הביתה.", "Борис", "בוריס"),  # has the same consonants
        ("מיליון הלכו הביתה.", "Милан", None),  # numerals are nobody's name
        ("כלנית הלכה הביתה.", "kolonka", None),
    ],
)
async def test_where_vowels_do_not_tell_few_consonants_are_no_name(text: str, asked: str, used: str | None) -> None:
    language = {"И": "uk", "П": "uk", "Й": "uk", "T": "en"}.get(text[0], "he")
    library = FakeLibrary()
    library.put(Source("text", "Text", language=language), text)
    found = (await Index.open(None, library)).search(asked)
    assert found.corrected == (((asked.casefold(), used),) if used else ())
