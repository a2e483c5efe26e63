"""What answers a question of an interview is told of the question's words, though it doesn't say them itself."""

import pytest

from bot.answers.comparison import compare
from bot.answers.summary import summary
from bot.model import Source
from bot.search import Index
from tests.fakes import FakeLibrary

TALK = """What do the lodgers say about your rooster?

Ida Moss: Half the street brings corn for the bird on Sundays.

And how did the quarrel with the bakery end?

Ida Moss: The baker gave us a cake, and we gave the baker an egg."""
OTHER = "The harbour has a rooster on its weather vane since the storm of that winter.\n\nNobody quarrels with a vane."


async def opened(talk: str = TALK) -> tuple[FakeLibrary, Index]:
    library = FakeLibrary(
        {"talk": talk, "vane": OTHER},
        [Source("talk", "Talk", (), language="en"), Source("vane", "Vane", ("Ada Penn",), language="en")],
    )
    return library, await Index.open(None, library)


async def test_an_answer_is_told_for_a_word_of_its_question() -> None:
    library, index = await opened()
    found = await summary(library, index, "lodgers", words=60)
    (part,) = found.parts
    (quote,) = part.excerpts
    assert quote.text == "Half the street brings corn for the bird on Sundays."
    assert quote.speaker.name == "Ida Moss"
    assert [(signal.name, signal.terms) for signal in quote.why] == [("question", ("lodgers",))]
    assert quote.score == quote.why[0].value > 0
    assert found.trace.hits[0].why == quote.why


async def test_an_answer_stands_beside_another_text() -> None:
    library, index = await opened()
    found = await compare(library, index, "rooster")
    told = {side.source.id: [quote.text for quote in side.excerpts] for side in found.sides}
    assert told["talk"] == ["Half the street brings corn for the bird on Sundays."]
    assert "rooster" in told["vane"][0]
    assert not found.silent


@pytest.mark.parametrize("talk", [TALK.replace("rooster?", "rooster."), TALK.replace("Ida Moss: Half", "Half")])
async def test_what_asks_nothing_or_is_followed_by_nobody_else_brings_nothing(talk: str) -> None:
    library, index = await opened(talk)
    found = await summary(library, index, "lodgers", words=60, source="talk")
    assert not any("Sundays" in quote.text for part in found.parts for quote in part.excerpts)


async def test_an_answer_that_was_found_nearer_keeps_how() -> None:
    library, index = await opened(TALK.replace("for the bird", "for the rooster"))
    found = await summary(library, index, "rooster corn street", words=60, source="talk")
    quotes = {quote.passage.number: quote for part in found.parts for quote in part.excerpts}
    assert "text" in [signal.name for signal in quotes[2].why]
