"""Context, sources, a random passage, and why."""

import pytest

from bot.answers.concordance import concordance
from bot.answers.context import context
from bot.answers.quote import quote
from bot.answers.random import draw
from bot.answers.sources import portrait, texts
from bot.answers.summary import summary
from bot.answers.why import why
from bot.errors import NoTexts, PassageWithdrawn, SourceChanged, UnknownPassage, UnknownSource
from bot.model import Role, Source
from bot.search import Index
from tests.fakes import FakeLibrary


async def test_context_reads_on_in_both_directions(library: FakeLibrary) -> None:
    found = await context(library, "letter-2")
    assert [chosen.passage.id for chosen in found.excerpts] == ["letter-1", "letter-2", "letter-3"]
    assert (found.focus, found.earlier, found.later) == (1, None, "letter-4")
    last = await context(library, "letter-4", before=2, after=3)
    assert [chosen.passage.id for chosen in last.excerpts] == ["letter-2", "letter-3", "letter-4"]
    assert (last.focus, last.earlier, last.later) == (2, "letter-1", None)


async def test_context_of_what_is_not_there(library: FakeLibrary) -> None:
    with pytest.raises(UnknownPassage):
        await context(library, "nothing-1")
    library.changed.add("letter")
    with pytest.raises(SourceChanged):
        await context(library, "letter-2")
    library.take("letter")
    with pytest.raises(PassageWithdrawn):
        await context(library, "letter-2")


async def test_sources_and_their_voices(library: FakeLibrary) -> None:
    listed = texts(library)
    assert [text.source.id for text in listed.texts] == ["diary", "letter", "report"]
    assert listed.passages == sum(text.passages for text in listed.texts) == 9
    letter = await portrait(library, "A Letter")
    voices = {voice.name: (voice.speaking, voice.quoted) for voice in letter.voices}
    assert voices == {"Ada Penn": (3, 0), "Mara Lind": (1, 0), "Tom Reed": (0, 1), "Ida Moss": (0, 1)}
    assert letter.unclear == 0
    with pytest.raises(UnknownSource):
        await portrait(library, "nothing")
    with pytest.raises(NoTexts):
        texts(FakeLibrary())


async def test_a_voice_is_shown_in_the_role_in_which_it_speaks_most() -> None:
    text = """> Mara Lind: “The dyke must not break before the winter,” she warned the harbour council.

> Mara Lind: “The council of the harbour never asked the fishermen about it,” she wrote later.

Mara Lind: We opened the sluice gates ourselves that night. Nobody helped, and nobody's boats came to us.
"""
    library = FakeLibrary({"talk": text}, [Source("talk", "The dyke", ("Ada Penn",), language="en")])
    roles = {voice.name: voice.role for voice in (await portrait(library, "talk")).voices}
    assert roles["Mara Lind"] is Role.INTERVIEWEE


async def test_random_is_told_by_its_seed(library: FakeLibrary) -> None:
    one = await draw(library)
    again = await draw(library, seed=one.seed)
    assert again.excerpt == one.excerpt
    assert dict(one.trace.choices)["seed"] == str(one.seed)
    drawn = {(await draw(library, seed=seed)).excerpt.source.id for seed in range(30)}
    assert drawn == {"diary", "letter", "report"} or len(drawn) >= 2
    assert (await draw(library, source="report", seed=1)).excerpt.source.id == "report"


async def test_random_prefers_what_stands_alone() -> None:
    fit = (
        "The ferryman of the northern sound kept a book of every crossing that he made, "
        "with the weather of the day and the names of all the horses."
    )
    library = FakeLibrary({"a": f"He left.\n\nThey stayed.\n\n{fit}\n\nIt rained."})
    assert {(await draw(library, seed=seed)).excerpt.text for seed in range(10)} == {fit}


async def test_random_gives_each_text_the_same_chance() -> None:
    """However many of its passages can stand alone: a text with few of them has as much to say as one with many."""
    fit = (
        "The ferryman of the northern sound kept a book of every crossing that he made, "
        "with the weather of the day and the names of all the horses of boat {}."
    )
    many = "\n\n".join(fit.format(number) for number in range(10))
    few = "\n\n".join([fit.format("zero"), *(f"It rained for {number} days." for number in range(9))])
    library = FakeLibrary({"many": many, "few": few})
    drawn = [(await draw(library, seed=seed)).excerpt.source.id for seed in range(400)]
    assert 160 <= drawn.count("few") <= 240


async def test_random_passes_over_changed_texts(library: FakeLibrary) -> None:
    library.changed |= {"letter", "report"}
    assert (await draw(library, seed=3)).excerpt.source.id == "diary"
    library.changed.add("diary")
    with pytest.raises(SourceChanged):
        await draw(library, seed=3)


async def test_random_passes_over_texts_whose_words_of_a_day_are_used_up(library: FakeLibrary) -> None:
    left = {"letter": 0, "report": 3, "diary": 10_000}
    drawn = [await draw(library, seed=seed, left=lambda text: left[text.id]) for seed in range(20)]
    assert {one.excerpt.source.id for one in drawn} == {"diary"}
    assert all(one.trace.searched == 3 for one in drawn)


async def test_random_draws_all_the_same_where_nothing_is_left_to_quote(library: FakeLibrary) -> None:
    """What may be quoted is held by the dispatch, which says why nothing is shown."""
    assert (await draw(library, seed=4, left=lambda _: 0)).excerpt.text
    assert (await draw(library, source="letter", seed=4, left=lambda _: 0)).excerpt.source.id == "letter"


async def test_why_replays_the_same(library: FakeLibrary, index: Index) -> None:
    for offset in (0, 2):
        quoted = await quote(library, index, 'ships "the harbour" dyke zyzzyva', count=2, offset=offset)
        reasons = await why(library, index, quoted.trace)
        assert reasons.same
        assert [now.rank for now in reasons.hits] == list(range(offset + 1, offset + 1 + len(quoted.excerpts)))
        assert [now.score for now in reasons.hits] == [chosen.score for chosen in quoted.excerpts]


async def test_why_says_what_changed(library: FakeLibrary, index: Index) -> None:
    trace = (await quote(library, index, "harbour", count=3)).trace
    source = library.source("report").source
    library.put(source, "The harbour was empty.\n\nShips left the harbour, and the harbour forgot the ships.")
    library.take("diary")
    await index.refresh(library)
    reasons = await why(library, index, trace)
    assert not reasons.same
    by_source = {now.then.passage.split("-")[0]: now for now in reasons.hits}
    assert by_source["report"].changed
    assert by_source["diary"].gone
    assert by_source["diary"].rank is None
    assert not by_source["letter"].changed


async def test_why_of_answers_that_rest_on_no_ranking(library: FakeLibrary, index: Index) -> None:
    drawn = await why(library, index, (await draw(library, seed=1)).trace)
    assert drawn.found is None
    assert drawn.same
    assert (await why(library, index, (await summary(library, index)).trace)).same
    assert (await why(library, index, (await concordance(library, index, "harbour")).trace)).found is None
