"""Of short paragraphs that share a passage, those without what is asked stay out of a summary about it."""

import re

import pytest

from bot.answers.choosing import choose
from bot.answers.themes import beside
from bot.model import Document, Passage, Role, Source, Span, Speaker

MILL = "The mill stands at the weir. Nobody has turned its wheel since the flood. The miller moved to the coast."
SCHOOL = "The school has one room for all. Pupils paint the walls in June. A stove keeps the room warm in winter."
MORE = "These walls were white before. Pupils chose the colour by a vote. Parents paid for all of the paint."
SHORT = "The school has one room for all. Pupils put paint on its walls in June."
MLYN = (
    "Млин стоїть біля греблі. Жорна цілі, але колесо не крутиться від повені. Старий мірошник переїхав до самого моря."
)
SHKOLA = "Школа має одну класну кімнату на всіх. Учні фарбують стіни щороку в червні. Піч гріє кімнату всю довгу зиму."


def passage(*paragraphs: str) -> tuple[Passage, Document, Source]:
    text = "\n\n".join(paragraphs)
    document = Document.of("s", text)
    sentences = tuple((Span(*found.span()),) for found in re.finditer(r"\w[^.?]*[.?]", text))
    spans = tuple(Span(*found.span()) for found in re.finditer(r"[^\n]+", text))
    made = Passage("p", "s", document.edition, 1, spans, sentences, Speaker("Ada", Role.AUTHOR))
    return made, document, Source("s", "S", language="uk" if re.search("[а-я]", text) else "en")


def chosen(asked: str, *paragraphs: str, budget: int = 120) -> str:
    return " ".join(unit.text for unit in choose([passage(*paragraphs)], [asked], {"p": 1.0}, budget).units)


@pytest.mark.parametrize(("mill", "school", "asked"), [(MILL, SCHOOL, "miller"), (MLYN, SHKOLA, "мірошник")])
def test_a_paragraph_of_other_things_stays_out(mill: str, school: str, asked: str) -> None:
    told = chosen(asked, school, mill)
    assert asked in told.lower()
    assert not any(sentence in told for sentence in school.split(". "))
    assert len(told.split()) > 10  # what stands around it in its own paragraph comes along


def test_what_goes_on_with_what_was_asked_stays_in() -> None:
    assert "vote" in chosen("school", SCHOOL, MORE)  # it leans on what is above
    on_paint = "The paint was a gift of the harbour. Nobody sent a bill for the brushes."
    assert "gift" in chosen("school", SHORT, on_paint)  # short, and with a word of what is above


@pytest.mark.parametrize(
    ("short", "other"), [(SHORT, MILL), (MILL, SHORT), (SHORT, "A buyer for the mill came in May.")]
)
def test_a_short_paragraph_without_a_word_of_the_one_above_speaks_of_other_things(short: str, other: str) -> None:
    asked = "school" if short == SHORT else "miller"
    told = chosen(asked, short, other)
    assert asked in told
    assert not any(sentence in told for sentence in other.split(". "))


def test_where_what_has_the_words_cannot_be_quoted_nothing_stands_in_for_it() -> None:
    assert chosen("school", "Where did the school go?", MILL) == ""


def test_where_no_paragraph_has_the_words_nothing_is_told_apart() -> None:
    found, document, _ = passage(MILL, SCHOOL)
    assert beside(found, document, [], "en") == frozenset()
    assert beside(found, document, [1], "en") == {3, 4, 5}
    assert beside(found, document, [0, 5], "en") == frozenset()
    assert "weir" in chosen("", MILL, SCHOOL)
