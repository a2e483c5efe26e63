"""Who is asked for by name is told from what is asked, and a name counts for who speaks rather than as a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.choosing import choose
from bot.answers.extracting import Candidate, Stretch, around, nearness
from bot.answers.lines import line_of
from bot.answers.summary import summary
from bot.answers.voices import voices
from bot.model import Source
from bot.search import Index
from tests.fakes import FakeLibrary

NAMES = ("Mara Lind", "Tom Reed", "The chair of the harbour council", "Pilot")

HEARING = """Chair: Thank you all for coming to the hall. We begin with Mara Lind and the dyke of our town.

Mara Lind: A higher dyke would cost the fishermen their view of the tide. Stone from the quarry would last longer.

Chair: Mara Lind spoke of the dyke, and I thank Mara Lind. Tom Reed is next, and he will speak of the dyke as well.

Tom Reed: The dyke of the town was built by my own grandfather. The pilots of the coast trust the dyke."""


@pytest.mark.parametrize(
    ("asked", "speakers", "terms"),
    [
        ({"mara", "lind", "dyke"}, {"Mara Lind": {"mara", "lind"}}, {"dyke"}),
        ({"lind", "dyke"}, {"Mara Lind": {"lind"}}, {"lind", "dyke"}),
        ({"mara", "dyke"}, {}, {"mara", "dyke"}),
        ({"mara", "lind"}, {"Mara Lind": {"mara", "lind"}}, {"mara", "lind"}),
        ({"council", "dyke"}, {}, {"council", "dyke"}),
        ({"pilot", "dyke"}, {"Pilot": {"pilot"}}, {"pilot", "dyke"}),
        ({"dyke"}, {}, {"dyke"}),
    ],
)
def test_who_is_asked_for(asked: set[str], speakers: dict[str, set[str]], terms: set[str]) -> None:
    found = voices(NAMES, asked, "en")
    assert (found.speakers, found.terms) == (speakers, terms)


@given(names=st.lists(st.text(max_size=12), max_size=4), asked=st.sets(st.sampled_from(["dyke", "lind", "a", "0"])))
def test_whatever_the_names_are_something_is_left_to_look_for(names: list[str], asked: set[str]) -> None:
    found = voices(names, asked, "en")
    assert found.terms <= asked
    assert bool(found.terms) == bool(asked)
    assert all(named <= asked for named in found.speakers.values())


def test_who_is_named_says_it_in_each_line() -> None:
    lines = [line_of("The dyke held.", "en"), line_of("Gulls slept.", "en")]
    stretch = Stretch(lines, [0, 20], [("lind",), ()])
    assert around(stretch, {"dyke"}) == around(Stretch(lines, [0, 20]), {"dyke"})
    assert [bool(value) for value in around(stretch, {"lind"})] == [True, False]


def test_what_counts_less_is_less_near() -> None:
    lines = [line_of("The dyke of the town held.", "en"), line_of("The dyke of the town broke.", "en")]
    other = Candidate((1,), 1.0, "Ben", 0.5)
    assert nearness(Stretch(lines, [0, 20]), [Candidate((0,), 1.0, "Ada"), other], {"dyke"}) == [1.0, 0.5]


async def test_a_question_after_somebody_s_words_is_answered_with_theirs() -> None:
    library = FakeLibrary()
    library.put(Source("hearing", "Hearing", ("Ida Moss",), language="en"), HEARING)
    index = await Index.open(None, library)
    found = await summary(library, index, "what did Mara Lind say about the dyke", words=12)
    assert [one.passage.speaker.name for part in found.parts for one in part.excerpts] == ["Mara Lind"]
    found = await summary(library, index, "what did Tom Reed say about the dyke", words=12)
    assert [one.passage.speaker.name for part in found.parts for one in part.excerpts] == ["Tom Reed"]


async def test_the_author_s_own_name_changes_nothing() -> None:
    library = FakeLibrary(
        {"letter": "The dyke of the town was built of stone.\n\nThe gulls of the town are fond of fish."}
    )
    shelved = library.source("letter")
    document = await library.document("letter", shelved.edition)
    own = [(passage, document, shelved.source) for passage in await library.of_source("letter")]
    scores = {passage.id: 1.0 for passage, _, _ in own}
    asked = [choose(own, words, scores, 9).units for words in (["dyke"], ["ada", "penn", "dyke"])]
    assert asked[0] == asked[1]
    assert [unit.text for unit in asked[0]] == ["The dyke of the town was built of stone."]
