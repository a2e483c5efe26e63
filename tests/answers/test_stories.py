"""What authors have lived through is told from what they hold and ask, in five languages, and counts less unasked."""

import re

import pytest

from bot.answers.choosing import choose
from bot.answers.stories import lived, stories
from bot.answers.themes import paragraphs
from bot.model import Document, Passage, Role, Source, Span, Speaker

OPINION = """The council plans to sell the lighthouse of the island to a hotel. Nobody asked the island.

I was born under that lighthouse in a cold March. My mother counted its flashes with me. Snow lay on the pier.

The lighthouse of the island must stay with the council. A hotel would close its stairs to the island."""


@pytest.mark.parametrize(
    "text",
    [
        "I was born in the back room of a bakery.",
        "My father repaired clocks until he was blind.",
        "I remember the smell of tar in his coat.",
        "Я виросла над пекарнею, біля самої брами.",
        "Мій дід лагодив годинники, поки не осліп.",
        "Я помню запах смолы на причале.",
        "Мой отец чинил лодки, а мать продавала рыбу.",
        "נולדתי מעל מאפייה קטנה ליד השער.",
        "סבא שלי תיקן שעונים כל חייו.",
        "ولدت فوق مخبز صغير قرب البوابة.",
        "كان أبي يصلح القوارب في الميناء.",
    ],
)
def test_what_somebody_lived_through(text: str) -> None:
    assert lived(text)


@pytest.mark.parametrize(
    "text",
    [
        "I believe that the pier was sold too early.",
        "My town must keep what it has built.",
        "I ask the council to open the stairs again.",
        "The pier was sold in 1987 for one crown.",
        '"I was born here," says the keeper.',
        "My neighbours are tired of waiting.",
        "Я вважаю, що причал продали зарано.",
        "Моє місто повинно зберегти те, що збудувало.",
        "Причал продали за одну крону.",
        "Я считаю, что причал продали слишком рано.",
        "אני חושבת שהמזח נמכר מוקדם מדי.",
        "המזח נמכר בשנת 1987.",
        "أعتقد أن الرصيف بيع باكرا، ويجب أن يعود.",
        "بيع الرصيف قبل ثلاثين سنة.",
    ],
)
def test_what_is_held_or_told_of_others(text: str) -> None:
    assert not lived(text)


def opened(text: str, role: Role = Role.AUTHOR, number: int = 1) -> tuple[Passage, Document, Source]:
    document = Document.of("talk", text)
    sentences = tuple((Span(*found.span()),) for found in re.finditer(r"\w[^.]*\.", text))
    spans = tuple(Span(*found.span()) for found in re.finditer(r"[^\n]+", text))
    made = Passage("p", "talk", document.edition, number, spans, sentences, Speaker("Ada Penn", role))
    return made, document, Source("talk", "Talk", ("Ada Penn",), language="en")


def test_a_paragraph_of_life_is_a_story_with_the_snow_in_it() -> None:
    own = opened(OPINION)
    assert paragraphs(*own[:2]) == [(0, 2), (2, 5), (5, 7)]
    assert stories([own]) == {("p", 2), ("p", 3), ("p", 4)}


@pytest.mark.parametrize("role", [Role.INTERVIEWEE, Role.QUOTED])
def test_who_was_asked_for_it_tells_no_story_aside(role: Role) -> None:
    assert stories([opened(OPINION, role)]) == frozenset()


def test_a_text_that_asks_for_nothing_is_its_story() -> None:
    assert stories([opened(OPINION.replace("must stay", "stayed"))]) == frozenset()


def test_what_a_text_opens_with_is_its_subject() -> None:
    first, story, last = OPINION.split("\n\n")
    assert stories([opened(f"{story}\n\n{first}\n\n{last}")]) == frozenset()
    assert stories([opened(f"{story}\n\n{first}\n\n{last}", number=2)]) != frozenset()


def test_where_nothing_is_asked_an_opinion_is_told_by_what_it_asks_for() -> None:
    own = opened(OPINION.replace("under that lighthouse in a cold March", "on the island in a March of snow and wind"))
    told = choose([own], (), {"p": 1.0}, 28).units
    assert sorted(unit.first for unit in told) == [0, 6]
    assert 2 in [unit.first for unit in choose([own], ["born"], {"p": 1.0}, 28).units]
