"""Bodies and offices by their whole names, titles with full stops, he and she: small texts about names."""

import pytest
from test_whose_words import heard

from bot.corpus.bodies import whole_name
from bot.corpus.given_names import sex_of_given


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("The Chamber of Commerce called the ponds “a splash of courage”.", "Chamber of Commerce"),
        ("The Bank of Orrin said the boats were “full of rain”.", "Bank of Orrin"),
        ("“We row at night,” said the Ministry of Roads.", "Ministry of Roads"),
        ("“We row at night,” said the University of Orrin in a letter.", "University of Orrin"),
        ("“We row at night,” the Friends of the River Orrin wrote.", "Friends of the River Orrin"),
        ("The Orrin Chamber of Trade met.\n\nThe Chamber said that rain was “good for us”.", "Orrin Chamber of Trade"),
        # who holds an office is called by a name, whatever the office is of
        ("“They are filled,” said Head of Surfaces Barnaby Ludd, standing in the road.", "Barnaby Ludd"),
        ("“They are filled,” said Minister of Public Works Jo Dole.", "Jo Dole"),
        ("“It is so,” said Jo Dole of the Harbour Trust.", "Jo Dole"),
        # a full stop of a title ends no tag
        ("Jo Dole rows.\n\n“It was a locked gate,” Mr. Dole said. “We cut it.”", "Jo Dole"),
        ("Jo Dole rows.\n\n“It was a locked gate,” Prof. Dole told us. “We cut it.”", "Jo Dole"),
        # she is no Desmond, whoever was named before
        (
            "Desmond Pryce, 58, had denied it.\n\nProsecutor Helen Dole told the jury that he slept. Opening the case, "
            "she said: “Every warning was on his screen.”",
            "Helen Dole",
        ),
        ("Голова Верхньої Течії Остап Кметь наголосив: «Річка не знає, де її межа».", "Остап Кметь"),
        ("Архитектор Лев Котов не согласен. По его мнению, «башня простоит ещё сто лет».", "Лев Котов"),
        # Hebrew and Arabic: the name, not what stands beside it
        ('"ראיתי מגדל מעל החצר", אומרת ליאת ברק, יו"ר ועד ההורים.', "ליאת ברק"),
        ('ראש המועצה, יגאל ברק, שתק יום. לדבריו, "מי שרוצה לדבר צריך אנטנה במקום כלשהו".', "יגאל ברק"),
        ("من جهته قال المهندس رامي شاهين، مدير المشروع: «الصخر في الموقع متين».", "رامي شاهين"),
    ],
)
def test_a_name_is_given_whole_and_of_the_right_one(body: str, speaker: str) -> None:
    assert heard(body)[-1][0] == speaker


def test_a_report_by_a_body_is_the_bodys() -> None:
    assert heard("The Orrin Chamber of Trade argues that a toll is voluntary.", "indirect") == [
        ("Orrin Chamber of Trade", "a toll is voluntary")
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Мені сказали: «Чекайте понеділка».",
        "Нам ответили: «Ждите понедельника».",
        "قال لي: «الاعتراض مثل المظلة في البيت».",
        "قالت الوزيرة إن السد سيوفر الماء للناس. وأضافت: «لن نبني حجرا واحدا قبل الشتاء».",
        # whose life is told is not who spoke before
        "Her niece, Paloma Reid, came. “She hated gates,” Ms. Reid said.\n\nBorn in 1932, she was the fourth of seven. "
        "In a memoir, “Salt on the Stairs,” she wrote of her father: “He could not swim.”",
    ],
)
def test_to_whom_it_is_said_and_who_spoke_before_are_not_named(body: str) -> None:
    assert heard(body)[-1][0] is None


def test_the_title_of_a_memoir_is_nobodys_words() -> None:
    assert heard("In a memoir, “Salt on the Stairs,” Jo Dole wrote: “He could not swim.”") == [
        ("Jo Dole", "He could not swim.")
    ]


@pytest.mark.parametrize(
    ("words", "np", "whole"),
    [
        ("the Bank of Orrin said", "the Bank", "the Bank of Orrin"),
        ("Director of Human Resources Ann Lee said", "Director", "Ann Lee"),
        ("the Mayor of New York City said", "the Mayor", "the Mayor of New York City"),
        ("Director of Orrin Public Library said", "Director", "Director of Orrin Public Library"),
        ("Ann Lee of Orrin said", "Ann Lee", None),
        ("the Bank said", "the Bank", None),
    ],
)
def test_what_stands_behind_of_belongs_to_a_body_or_an_office(words: str, np: str, whole: str | None) -> None:
    assert whole_name(words, 0, len(np)) == whole


@pytest.mark.parametrize(
    ("name", "sex"),
    [("Helen Dole", "f"), ("Desmond Dole", "m"), ("Kim Dole", None), ("Jean Dole", None), ("Helen", None)],
)
def test_a_given_name_tells_he_or_she_only_where_it_is_of_one_kind(name: str, sex: str | None) -> None:
    assert sex_of_given(name) == sex
