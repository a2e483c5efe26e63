"""Whom a text quotes to answer them is not quoted without the answer."""

import pytest

from bot.answers.quoting import covered
from bot.answers.rebuttals import denied, rebutted
from bot.answers.sentences import units
from bot.corpus.identity import assign
from bot.corpus.parsing import parse
from bot.corpus.parts import Raw
from bot.model import Document, Kind, Passage, Source, Span


def read(text: str, kind: Kind = Kind.OP_ED, language: str = "en") -> tuple[Passage, Document, Source]:
    source = Source("wells", "On wells", ("Ada Penn",), kind=kind, language=language)
    document = Document.of("wells", text)
    (passage,) = assign(document, parse(Raw(text, "md"), source).drafts).passages
    return passage, document, source


OPEN = "The wells of this town belong to the town and to nobody else. "
CLAIM = "“A free well runs dry within a year,” says Tom Reed of the mill. "
ANSWER = "The free well of the next town has been full for ninety years."


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        (OPEN + CLAIM + ANSWER, [1]),
        (OPEN + CLAIM + "\n\n" + ANSWER, []),  # another paragraph
        (OPEN + CLAIM + "Nobody in the council looked up from the table.", []),
        (OPEN + CLAIM + "“My well is full,” says Ida Moss of the bakery.", []),  # another's words, not the author's
        (OPEN + ANSWER, []),
    ],
)
def test_an_answer_takes_up_what_was_said(text: str, answered: list[int]) -> None:
    assert sorted(rebutted(*read(text))) == answered


@pytest.mark.parametrize("kind", [Kind.REPORT, Kind.REPORT_DIGEST, Kind.INTERVIEW])
def test_news_sets_words_beside_words_and_answers_nobody(kind: Kind) -> None:
    assert not rebutted(*read(OPEN + CLAIM + ANSWER, kind))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Колодязі належать місту. «Безкоштовний колодязь висохне за рік», — каже Петро Мельник. У сусідньому місті "
         "колодязь повний уже дев'яносто років.", "uk"),
        ("Колодцы принадлежат городу. «Бесплатный колодец высохнет за год», — говорит Пётр Мельников. В соседнем "
         "городе колодец полон уже девяносто лет.", "ru"),
    ],
)  # fmt: skip
def test_in_other_languages_too(text: str, language: str) -> None:
    assert sorted(rebutted(*read(text, language=language))) == [1]


def test_the_answer_comes_with_what_it_answers() -> None:
    told = [unit.text for unit in units(*read(OPEN + CLAIM + ANSWER))]
    assert f"{CLAIM}{ANSWER}" in told
    assert CLAIM.strip() not in told


def test_how_much_of_a_run_stands_in_others() -> None:
    assert covered([Span(0, 4), Span(6, 10)], [Span(2, 8)]) == 0.5
    assert covered([], [Span(2, 8)]) == 0.0


@pytest.mark.parametrize(
    ("claim", "denial"),
    [
        ("Everybody on the quay holds that the pilot steers.", "He doesn't, he points."),
        ("Some say that the lamp was sold to the mill.", "That is not true: it hangs in the school."),
        ("The old guides tell of a bell below the weir.", "In reality it was a pot."),
        ("На причалі кажуть, що маяк продали на дрова.", "Це неправда: він стоїть досі."),
        ("На причале говорят, что маяк продали на дрова.", "На самом деле он стоит до сих пор."),
        ("בנמל אומרים שהמגדלור נמכר לאיש עשיר מאוד.", "זה לא נכון, הוא עומד שם עד היום."),
        ("يقول الناس في الميناء إن المنارة بيعت لتاجر.", "هذا غير صحيح، فهي قائمة حتى اليوم."),
    ],
)
def test_what_is_denied_in_so_many_words_brings_the_denial(claim: str, denial: str) -> None:
    told = [unit.text for unit in units(*read(f"{claim} {denial}"))]
    assert f"{claim} {denial}" in told
    assert claim not in told


@pytest.mark.parametrize(
    "text",
    [
        "A gull flies over the quay at noon. She doesn't need a lamp.",
        "The pilot steers by the old lamp. It isn't far from the weir.",
        "Маяк стоїть на старому причалі. Це не дуже далеко звідси.",
    ],
)
def test_a_sentence_that_only_goes_on_with_a_not_denies_nothing(text: str) -> None:
    assert denied(text.split(". ")) == frozenset()
