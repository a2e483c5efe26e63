"""Of short paragraphs that share a passage, those without what is asked stay out of a summary about it."""

import re

import pytest

from bot.answers.choosing import choose
from bot.answers.themes import beside
from bot.model import Document, Passage, Role, Source, Span, Speaker

MILL = "The mill stands at the weir. Nobody has turned its wheel since the flood. The miller moved to the coast."
SCHOOL = "The school has one room for all. Pupils paint the walls in June. A stove keeps the room warm in winter."
MORE = "These walls were white before. Pupils chose the colour by a vote. Parents paid for all of the paint."
SHORT = "The school has one room for all. Pupils paint the walls in June."
MLYN = (
    "Млин стоїть біля греблі. Жорна цілі, але колесо не крутиться від повені. Старий мірошник переїхав до самого моря."
)
SHKOLA = "Школа має одну класну кімнату на всіх. Учні фарбують стіни щороку в червні. Піч гріє кімнату всю довгу зиму."


def passage(*paragraphs: str) -> tuple[Passage, Document, Source]:
    text = "\n\n".join(paragraphs)
    document = Document.of("s", text)
    sentences = tuple((Span(*found.span()),) for found in re.finditer(r"\w[^.]*\.", text))
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
    assert "weir" in chosen("school", SHORT, MILL)  # too short to have a subject of its own


def test_where_no_paragraph_has_the_words_nothing_is_told_apart() -> None:
    found, document, _ = passage(MILL, SCHOOL)
    assert beside(found, document, []) == frozenset()
    assert beside(found, document, [1]) == {3, 4, 5}
    assert beside(found, document, [0, 5]) == frozenset()
    assert "weir" in chosen("", MILL, SCHOOL)
