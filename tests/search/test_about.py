"""Whether texts are about a question is told by its words and, in English, by how near a passage comes in meaning."""

from dataclasses import replace

import pytest

from bot.model import Source
from bot.search import Index
from bot.search.question import term_of
from bot.search.scale import Scale, Weighed
from bot.search.synonyms import grouped
from tests.fakes import FakeLibrary

# Each passage has more words than those in which meaning counts for the order, too (`sense.MOST_WORDS`).
ENGLISH = """The nurse came to the island by boat every Tuesday, with bandages and medicine for the children, and
she stayed until the tide turned. When she fell ill in the winter, nobody looked after the sick,
and two of the babies died.

Below the lighthouse the fishermen mend their nets in the afternoon, and in the evening they drink beer and quarrel
about the price of herring, which falls each year because the great trawlers bring more of it to the market.

At the school of the village there were nine pupils and one teacher, who taught reading in the morning and sums after
lunch. She kept a garden behind the house, where every child had a row of beans and carrots of its own.
"""
UKRAINIAN = """Учителька мала сад за школою, і кожна дитина садила там квасолю та моркву, а восени всі разом варили
юшку надворі й кликали до столу рибалок, які поверталися з моря мокрі, втомлені та голодні, мов вовки взимку.

Медсестра припливала на острів щовівторка, привозила ліки та бинти, сиділа біля хворих до ночі й поверталася
додому з останнім припливом, а взимку, коли лежав лід, ніхто не мав куди звернутися по допомогу з немовлям.
"""


async def opened(*languages: str) -> Index:
    texts = {"en": ENGLISH, "uk": UKRAINIAN}
    library = FakeLibrary(
        {language: texts[language] for language in languages},
        [Source(language, language, language=language) for language in languages],
    )
    return await Index.open(None, library)


@pytest.mark.parametrize("languages", [("en",), ("en", "uk")])
@pytest.mark.parametrize("asked", ["Which doctors treated sick infants?", "How many lessons did the teacher give?"])
async def test_what_is_said_in_other_words_is_there(asked: str, languages: tuple[str, ...]) -> None:
    index = await opened(*languages)
    found = index.search(asked)
    assert found.matches
    # What is kept of a question, with as many words that stand nowhere, is told the same.
    again = index.search(" ".join((*found.terms, *(f"{at:032}" for at in range(found.missing)))))
    assert [match.passage for match in again.matches] == [match.passage for match in found.matches]


@pytest.mark.parametrize(
    "asked",
    [
        "Which taxes does the government raise on beer?",
        "What did the minister of defence promise the village?",
        "Did the quarterback beat the tide of touchdowns?",
    ],
)
async def test_a_word_in_common_is_no_subject(asked: str) -> None:
    found = (await opened("en")).search(asked)
    assert not found.matches
    assert found.nearest


async def test_a_passage_in_another_script_is_told_by_its_words() -> None:
    index = await opened("en", "uk")
    assert index.search("Який сад мала учителька острова?").matches
    assert not index.search("Який палац мала королева острова?").matches


async def test_more_passages_must_come_nearer() -> None:
    near, far = (Scale.of([Weighed.of(term_of("dyke", ["en"]), 1, total)], (), 40.0) for total in (30, 3_000))
    assert near.near_enough / near.asked < far.near_enough / far.asked
    assert near.near_enough < replace(near, cut=True).near_enough


async def test_a_word_read_as_one_of_another_script_makes_no_question_short() -> None:
    texts = {"en": "A new bridge joins the two halves of the city.", "he": "הספינות חיכו בנמל שלושה שבועות."}
    library = FakeLibrary(texts, [Source(name, name, language=name) for name in texts])
    index = await Index.open(None, library, synonyms=grouped)
    assert index.search("עיר").matches
    found = index.search("בחירות ראש עיר")
    assert found.replaced == (("עיר", ("city",)),)
    assert not found.matches
