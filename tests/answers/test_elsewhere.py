"""What stands near a passage in other texts: grouped by text, without the passage's own, the silent ones named."""

import pytest

from bot.answers.elsewhere import WORDS, elsewhere
from bot.errors import SourceChanged, UnknownPassage
from bot.model import Source
from bot.search import Index
from tests.fakes import FakeLibrary

TEXTS = {
    "for": "The harbour council should raise the dyke before the winter tide.\n\nThe tower bell is old.",
    "against": (
        "The harbour council should not raise the dyke before the winter. A higher dyke only moves the tide along.\n\n"
        "Merchants sell salt on Mondays."
    ),
    "silent": "A lantern maker lives in the third street.\n\nGulls sleep on roofs.",
}


@pytest.fixture
def library() -> FakeLibrary:
    return FakeLibrary(TEXTS)


@pytest.fixture
async def index(library: FakeLibrary) -> Index:
    return await Index.open(None, library)


async def test_those_who_say_the_opposite_are_quoted_and_the_silent_named(library: FakeLibrary, index: Index) -> None:
    found = await elsewhere(library, index, "for-1")
    assert [voice.source.id for voice in found.voices] == ["against"]
    assert [source.id for source in found.silent] == ["silent"]
    assert found.others == 2
    (voice,) = found.voices
    assert voice.excerpts[0].passage.id == "against-1"
    assert "should not raise" in voice.excerpts[0].text
    assert sum(quote.words for quote in voice.excerpts) <= 2 * WORDS
    assert found.asked.passage.id == "for-1"
    assert found.trace.choices == (("passage", "for-1"),)
    assert found.trace.terms == ()
    assert {hit.passage for hit in found.trace.hits} == {"for-1", "against-1"}


async def test_nobody_speaks_of_it(library: FakeLibrary, index: Index) -> None:
    found = await elsewhere(library, index, "silent-2")
    assert found.voices == ()
    assert {source.id for source in found.silent} == {"for", "against"}


async def test_one_text_alone() -> None:
    library = FakeLibrary({"only": TEXTS["for"]})
    found = await elsewhere(library, await Index.open(None, library), "only-1")
    assert (found.voices, found.silent, found.others) == ((), (), 0)


async def test_quotation_marks_in_a_passage_make_no_phrase() -> None:
    library = FakeLibrary(
        {
            "one": "The council calls the dyke “a wall of shame against the whole sea” in its letter.",
            "two": "A letter of the council calls the dyke a wall that nobody needs.",
        }
    )
    found = await elsewhere(library, await Index.open(None, library), "one-1")
    assert [voice.source.id for voice in found.voices] == ["two"]


async def test_many_texts_are_searched_at_once_and_what_has_no_room_is_counted() -> None:
    said = "The keeper of the harbour lit the great lamp of the tower in {}."
    months = "March April June July August October November December January May June February Spring Autumn".split()  # noqa: SIM905
    library = FakeLibrary({f"text{n:02}": said.format(month) for n, month in enumerate(months)})
    found = await elsewhere(library, await Index.open(None, library), "text00-1")
    assert len(found.voices) == 8
    assert found.left_out + len(found.voices) + len(found.silent) == found.others == 13


async def test_changed_texts_are_left_out_and_an_unknown_passage_is_told(library: FakeLibrary, index: Index) -> None:
    library.changed.add("for")
    with pytest.raises(SourceChanged):
        await elsewhere(library, index, "for-1")
    with pytest.raises(UnknownPassage):
        await elsewhere(library, index, "nowhere-1")


async def test_another_language_has_nothing_near(library: FakeLibrary) -> None:
    library.put(Source("uk", "UK", language="uk"), "Рада порту мовчить про дамбу вже третю зиму.")
    found = await elsewhere(library, await Index.open(None, library), "uk-1")
    assert found.voices == ()


async def test_a_few_words_of_a_long_sentence_are_not_near_to_it() -> None:
    long = (
        "In the third year of the drought the council of Tolm dug forty wells, borrowed pumps from the mine, rationed "
        "water by the street, forbade washing of carts and paid divers who cleaned the cistern under the market"
    )
    library = FakeLibrary(
        {
            "one": f"{long}.",
            "near": "Nothing helped: the council of Tolm dug wells and rationed water by the street.",
            "far": "The council of the choir met for a third year, and sang in the market hall until midnight.",
            **{f"other-{at}": f"A ship of {at} masts lay in the bay, and nobody knew her name." for at in range(5)},
        }
    )
    found = await elsewhere(library, await Index.open(None, library), "one-1")
    assert [voice.source.id for voice in found.voices] == ["near"]
