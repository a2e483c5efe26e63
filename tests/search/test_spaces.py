"""A word is found however its parts are parted: by a hyphen, an apostrophe, a space or nothing; and so are numbers."""

import asyncio
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import AskingError
from bot.model import Source
from bot.search import Found, Index
from bot.search.index import Grouped
from bot.search.synonyms import grouped
from tests.fakes import FakeLibrary

TEXT = """Send an e-mail to the lock keeper.

He sent an email by night.

Mrs O’Shea opened the sluice.

They want to re-elect the mayor.

The dam cost 84,500 coins.

The dyke cost 84 500 coins.

The wall cost 84500 coins.

Health care for dyke workers is free.

The bookshop by the gate is closed.

We'll dig. The keeper's cold won't last; it didn't rain.

The tower holds 12.5 bells, or 1.2 in winter.
"""
UKRAINIAN = "Об’єкт біля греблі відкрили.\n\nПодвіря біля шлюзу порожнє."


async def opened(*texts: tuple[str, str], synonyms: Grouped | None = None) -> Index:
    library = FakeLibrary()
    for language, text in texts or (("en", TEXT),):
        library.put(Source(f"text-{language}", language, language=language), text)
    return await Index.open(None, library, synonyms=synonyms)


def numbers(found: Found) -> set[int]:
    return {match.number for match in found.matches}


@pytest.mark.parametrize(
    ("asked", "passages"),
    [
        ("email", {1, 2}),
        ("e-mail", {1, 2}),
        ("e‑mail", {1, 2}),
        ("emails", {1, 2}),
        ("OShea", {3}),
        ("O'Shea", {3}),
        ("reelect", {4}),
        ("re-elect", {4}),
        ("reelected", {4}),
        ("healthcare", {8}),
        ("health-care", {8}),
        ("book-shop", {9}),
        ("book shop", {9}),
        *(
            (spelt, {5, 6, 7})
            for spelt in ("84500", "84,500", "84.500", "84’500", "84 500", "84\u00a0500", "84\u202f500")
        ),
        ("12.5", {11}),
        ("12,5", {11}),
        ("125", set()),
    ],
)
async def test_a_word_is_found_however_its_parts_are_parted(asked: str, passages: set[int]) -> None:
    found = (await opened()).search(asked)
    assert numbers(found) == passages
    # What is kept of a question finds the same again.
    again = (await opened()).search(" ".join(found.terms)) if found.terms else found
    assert [match.passage for match in again.matches] == [match.passage for match in found.matches]


async def test_a_part_of_another_number_is_left_as_it_is() -> None:
    index = await opened(("en", "Of 1200 bells 321 were new.\n\nOf 1200 boats none was."))
    assert index.search("321 200 or 1 200").terms == ("321", "1200")


async def test_an_answer_says_what_was_read_as_what() -> None:
    index = await opened()
    assert index.search("healthcare").replaced == (("healthcare", ("health care",)),)
    assert index.search("email").also == (("email", ("e mail",)),)


@pytest.mark.parametrize("asked", ["scold", "train", "keepers cold", "weld"])
async def test_what_stands_behind_an_apostrophe_is_no_part_of_the_next_word(asked: str) -> None:
    assert (await opened()).search(asked).replaced == ()


async def test_what_holds_sentences_together_is_no_part_of_a_word() -> None:
    index = await opened(("en", "The cook is not able to row, may be in a way."))
    assert not any(index.search(asked).replaced for asked in ("notable", "maybe", "inaway", "away"))


async def test_a_word_that_stands_there_in_both_ways_counts_alike() -> None:
    index = await opened(
        ("en", "One e-mail came today here.\n\nOne email came today here.\n\nOne ship came today here.")
    )
    first, second = index.search("email").matches
    assert {first.number, second.number} == {1, 2}
    assert index.search("email").matches[0].score == pytest.approx(index.search("e-mail").matches[0].score)


async def test_apostrophes_of_ukrainian_are_left_out_and_put_in() -> None:
    index = await opened(("uk", UKRAINIAN))
    assert numbers(index.search("обєкт")) == numbers(index.search("об'єкт")) == {1}
    assert numbers(index.search("подвіря")) == numbers(index.search("подвір'я")) == {2}


async def test_particles_of_hebrew_are_not_joined() -> None:
    index = await opened(("he", "לה היה סכר ליד הנהר.\n\nהמפתח ל-ה של השער."))
    assert numbers(index.search("ל-ה של השער")) >= {2}
    assert index.search("ל-ה של השער").terms == index.search("ל ה של השער").terms


async def test_what_stands_in_marks_is_looked_for_as_it_is() -> None:
    assert numbers((await opened()).search('"an e-mail"')) == {1}
    assert numbers((await opened()).search('"84,500 coins"')) == {5, 6}


async def test_groups_of_synonyms_come_first() -> None:
    index = await opened(("en", "A truce held.\n\nThe cease fire held."), synonyms=grouped)
    assert numbers(index.search("ceasefire")) == {1, 2}


@given(st.text("aeo-'’ 150,.\u00a0", max_size=40))
def test_whatever_is_asked_is_read(asked: str) -> None:
    index = _index()
    try:
        index.search(asked)
    except AskingError:
        return


@cache
def _index() -> Index:
    return asyncio.run(opened(("en", "A-e o'a 150 1,500 ae 15 000 eo'o.")))
