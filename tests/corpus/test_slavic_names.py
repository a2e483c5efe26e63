"""The genitive of Ukrainian and Russian names, and of which names words can be one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.slavic_names import agrees, genitives, is_genitive, of_office, past_place

NAMES = (
    "Іван Лозовий", "Ганна Кметь", "Тарас Гринь", "Олег Демченко", "Нина Дёмина", "Пётр Котов", "Илья Берг",
    "Анна Сорока", "Олена Шевчук", "Юрій Бойко", "Ольга Орлова", "Мария Толстая", "Лев Долинский", "Олег Черных",
    "Марія Вовчанська",
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "genitive"),
    [
        ("Іван Лозовий", "Івана Лозового"),
        ("Ганна Кметь", "Ганни Кметь"),
        ("Тарас Гринь", "Тараса Гриня"),
        ("Павло Демченко", "Павла Демченка"),
        ("Олег Демченко", "Олега Демченко"),
        ("Нина Дёмина", "Нины Дёминой"),
        ("Пётр Котов", "Петра Котова"),
        ("Илья Берг", "Ильи Берга"),
        ("Марія Вовчанська", "Марії Вовчанської"),
        ("Мария Толстая", "Марии Толстой"),
        ("Ірина Коваль", "Ірини Коваль"),
        ("Іван Заєць", "Івана Зайця"),
        ("Олег Черных", "Олега Черных"),
    ],
)
def test_a_name_is_found_by_its_genitive(name: str, genitive: str) -> None:
    assert is_genitive(genitive.split(), name)
    assert is_genitive(genitive.split()[-1:], name)


def test_a_mans_genitive_is_no_womans_name() -> None:
    assert not is_genitive(["Котова"], "Анна Котова")
    assert not is_genitive(["Дёмина"], "Нина Дёмина")
    assert not is_genitive(["Кметь"], "Іван Кметь")
    assert is_genitive(["Кметя"], "Іван Кметь")


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_no_name_has_the_genitive_of_another(one: str, other: str) -> None:
    for given_name in genitives(one)[0]:
        for family in genitives(one)[1]:
            assert is_genitive([given_name, family], other) == (one == other)


@given(st.text(max_size=40))
def test_any_words_are_borne(words: str) -> None:
    forms = genitives(words)
    assert forms == () or len(forms) == len(words.split())
    assert past_place(words) in (words, " ".join(words.split()[-2:]))


def test_verbs_tell_whose_they_are() -> None:
    assert agrees("Ганна Кметь", "f")
    assert not agrees("Ганна Кметь", "m")
    assert agrees("Микола Кметь", "m")
    assert not agrees("Івана Котова", "m")
    assert agrees("Іван Котов", None)


def test_offices_in_the_genitive() -> None:
    assert "мера" in of_office("мер")
    assert "речниці" in of_office("речниця")
    assert "слідчого" in of_office("слідчий")
    assert "мерії" not in of_office("мер")


def test_a_place_before_a_name_is_no_part_of_it() -> None:
    assert past_place("Стіни Іван Кметь") == "Іван Кметь"
    assert past_place("Іван Петрович Кметь") == "Іван Петрович Кметь"
    assert past_place("Mary Ann Brook") == "Mary Ann Brook"
