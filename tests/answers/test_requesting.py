"""Words that ask the bot to find something are not looked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.asking import telling
from bot.answers.quote import quote
from bot.answers.requesting import requested
from bot.search import Index
from tests.fakes import FakeLibrary


@pytest.mark.parametrize(
    ("about", "left"),
    [
        ("find me quotes about the dyke", "the dyke"),
        ("Please show me passages on the dyke", "the dyke"),
        ("I am looking for something about the dyke", "the dyke"),
        ("can you give me a quote on what the engineer said", "what the engineer said"),
        ("I'd like to read about gulls", "gulls"),
        ("quotes on gulls", "gulls"),
        ("знайди мені цитату про греблю", "греблю"),
        ("шукаю що-небудь про греблю", "греблю"),
        ("покажите отрывки о дамбе", "дамбе"),
        ("хочу почитать о дамбе", "дамбе"),
        ("תמצא לי ציטוט על הסכר", "הסכר"),
        ("אני רוצה לקרוא על הסכר", "הסכר"),
        ("ابحث عن اقتباس عن السد", "السد"),
        ("أريد شيئا عن السد", "السد"),
    ],
)
def test_what_is_to_be_found_is_left(about: str, left: str) -> None:
    assert requested(about) == left


@pytest.mark.parametrize(
    "about",
    [
        "the dyke",
        "show trials on the island",
        "places of worship",
        "need for water on the island",
        "find",
        "quotes about",
        "attacks on ships",
        "what people want to read about",
        "find “quotes about gulls”",
        "пошук про",
        "хотят мира",
    ],
)
def test_what_is_no_request_is_left_as_it_is(about: str) -> None:
    assert requested(about) == about


@given(st.text("find me quotesabouton theшукаюпро ", max_size=40))
def test_something_is_left_of_whatever_says_something(about: str) -> None:
    left = requested(about)
    assert " ".join(about.split()).endswith(" ".join(left.split()))
    assert bool(telling(left)) == bool(telling(about))


async def test_a_request_is_answered_as_what_it_asks_for() -> None:
    library = FakeLibrary({"log": "The dyke broke in March.\n\nMe, I would find a quote in any passage of a book."})
    index = await Index.open(None, library)
    asked = await quote(library, index, "Find me a quote about the dyke and the sluice in March")
    plain = await quote(library, index, "the dyke and the sluice in March")
    assert [one.passage.id for one in asked.excerpts] == ["log-1"]
    assert not asked.near
    assert asked.trace == plain.trace
