"""Sides have the same words, silent texts are named, and nobody is always first."""

from datetime import date, timedelta

from bot.answers.comparison import MOST_SIDES, compare
from bot.search import Index
from tests.fakes import FakeLibrary


async def test_sides_and_silence(library: FakeLibrary, index: Index) -> None:
    found = await compare(library, index, "dyke")
    assert {side.source.id for side in found.sides} == {"letter", "report"}
    assert [source.id for source in found.silent] == ["diary"]
    assert found.silent_count == 1
    assert found.following is None
    assert all("dyke" in side.excerpts[0].text.lower() for side in found.sides)


async def test_every_side_keeps_to_the_same_words(library: FakeLibrary, index: Index) -> None:
    for words in (12, 25, 80):
        found = await compare(library, index, "harbour", words=words)
        assert found.budget == words
        assert all(side.words <= words for side in found.sides)
    assert all(side.excerpts for side in found.sides)


async def test_the_order_turns_with_the_day(library: FakeLibrary, index: Index) -> None:
    orders = []
    for day in range(30):
        found = await compare(library, index, "harbour", day=date(2025, 1, 1) + timedelta(days=day))
        orders.append([side.source.id for side in found.sides])
    assert {order[0] for order in orders} == {"diary", "letter", "report"}
    again = await compare(library, index, "harbour", day=date(2025, 1, 1))
    assert [side.source.id for side in again.sides] == orders[0]


async def test_many_texts_come_page_by_page() -> None:
    texts = {f"text{n:02}": f"The keeper of tower {n} lit the great lamp again." for n in range(11)}
    library = FakeLibrary({**texts, "zero": "Nothing of the kind was seen in the whole valley."})
    index = await Index.open(None, library)
    seen: list[str] = []
    offset: int | None = 0
    while offset is not None:
        found = await compare(library, index, "great lamp", offset=offset)
        assert len(found.sides) <= MOST_SIDES
        assert (found.fitting, found.silent_count, found.silent) == (11, 1, ())
        seen += [side.source.id for side in found.sides]
        offset = found.following
    assert sorted(seen) == sorted(texts)


async def test_texts_beyond_the_pool_of_matches_are_not_called_silent() -> None:
    loud = "\n\n".join(f"The lamp and the great lamp of tower {n}." for n in range(220))
    library = FakeLibrary({"loud": loud, "quiet": "Somebody lit a lamp in the far valley and left it there."})
    found = await compare(library, await Index.open(None, library), "lamp")
    assert found.silent_count == 0
    assert found.fitting == 2


async def test_a_text_with_a_word_in_common_is_no_side() -> None:
    library = FakeLibrary(
        {
            "for": "The keeper of the dam holds back the floods. Each keeper of a dam fears floods.",
            "against": "No keeper of a dam ever held back floods.",
            "zoo": "The old keeper feeds the animals of the zoo, and nobody else is allowed in there at night.",
            **{f"other-{at}": f"Nobody in valley {at} had seen a boat before, they told us." for at in range(4)},
        }
    )
    index = await Index.open(None, library)
    assert "zoo" in {match.source for match in index.search("keeper of the dam in floods").matches}
    found = await compare(library, index, "keeper of the dam in floods")
    assert {side.source.id for side in found.sides} == {"for", "against"}
    assert "zoo" in {source.id for source in found.silent}


async def test_a_changed_text_is_neither_quoted_nor_silent(library: FakeLibrary, index: Index) -> None:
    library.changed.add("report")
    found = await compare(library, index, "dyke")
    assert found.changed == ("report",)
    assert [side.source.id for side in found.sides] == ["letter"]
    assert [source.id for source in found.silent] == ["diary"]
