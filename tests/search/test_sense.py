"""What words mean: nearness that shared words don't show, in short English passages."""

import subprocess
import sys
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import Source
from bot.search import Index
from bot.search.sense import SHARE, WIDTH, Sense, pieces_of, table
from tests.fakes import FakeLibrary

# More pieces than two bytes have room for.
_LONG = st.permutations(
    [f"{one}{other}" for one in ("harbour", "keeper", "promise") for other in ascii_lowercase] * 4
).map(" ".join)
SHORT = """Kids learn to read from what their teachers love.

Ships learn the harbour from their pilots.

A harbour is a promise to every sailor.
"""


def test_the_table_is_whole() -> None:
    assert table().file.size() == table().start + len(table().rows) * WIDTH
    assert len(table().rows) > 17_000
    assert all(len(pieces_of(word)) == 1 for word in ("children", "school", "government", "read"))


def test_words_that_mean_alike_are_near() -> None:
    children = Sense(("children", "learning"), 2.0)
    kids, ships, same = children.values(["kids in a classroom", "ships in a harbour", "children learning"])
    assert kids > 2 * ships
    assert same == pytest.approx(2.0 * SHARE, rel=1e-5)


def test_words_of_another_script_mean_nothing_here() -> None:
    english, mixed, other = Sense(("harbour",), 1.0).values(["harbour", "порт harbour море гавань", "порт"])
    assert mixed == pytest.approx(english / 4, rel=1e-5)
    assert other == 0


def test_a_number_tells_no_passage_from_another() -> None:
    first, second = Sense(("harbour",), 1.0).values(["harbour t1 old", "harbour t2 old"])
    assert first == second


def test_nothing_asked_or_nothing_to_compare() -> None:
    assert Sense().values(["harbour"]) == [0.0]
    assert Sense(("harbour",), 1.0).values([]) == []
    assert Sense(("harbour",), 1.0).values([""]) == [0.0]


@given(st.lists(st.text(max_size=60) | _LONG, max_size=20), st.text("abcdefghij 12", min_size=1, max_size=30))
def test_no_passage_decides_what_another_gets(passages: list[str], asked: str) -> None:
    sense = Sense(tuple(asked.split()), 1.0)
    together = sense.values(passages)
    assert together == pytest.approx([sense.values([passage])[0] for passage in passages], abs=1e-5)
    assert all(0 <= value <= SHARE * 1.0001 for value in together)


@given(st.text(max_size=80))
def test_any_word_has_pieces_that_are_there(word: str) -> None:
    assert all(0 <= row < len(table().rows) for row in pieces_of(word))


async def test_a_short_passage_that_means_it_comes_before_one_that_says_it() -> None:
    index = await Index.open(None, FakeLibrary({"sayings": SHORT}))
    found = index.search("how do children learn")
    assert [match.passage for match in found.matches] == ["sayings-1", "sayings-2"]
    signals = {signal.name: signal.value for signal in found.matches[0].why}
    assert signals["sense"] > 0
    again = index.search(" ".join(found.terms))
    assert [(match.passage, match.score) for match in again.matches] == [(m.passage, m.score) for m in found.matches]


async def test_other_languages_and_long_passages_go_by_their_words() -> None:
    other = FakeLibrary({"fr": SHORT}, sources=[Source("fr", "fr", language="fr")])
    long = FakeLibrary({"long": SHORT.replace("\n\n", " and ").replace("\n", " ") * 3})
    for library in (other, long):
        found = (await Index.open(None, library)).search("learn harbour")
        assert found.matches
        assert all(signal.name != "sense" for match in found.matches for signal in match.why)


def test_a_start_loads_no_table() -> None:
    loaded = "import sys, bot.search; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loaded], check=False).returncode == 0


def test_few_passages_take_no_numpy() -> None:
    near = "import sys; from bot.search.sense import Sense; print(Sense(('kids',), 1.0).nearness(['children learn']))"
    told = subprocess.run(
        [sys.executable, "-c", f"{near}; sys.exit('numpy' in sys.modules)"], check=True, capture_output=True, text=True
    )
    assert float(told.stdout.strip("[]\n")) == pytest.approx(Sense(("kids",), 1.0).nearness(["children learn"] * 99)[7])


CLAIMS = """Cigarettes kill people who smoke them.

Tobacco came by ship.

Death of the lighthouse keeper was sudden.

The risk of storms was known.

The school burnt down in March.

A pilot of the old harbour sold it.
"""


async def test_what_says_the_same_in_other_words_is_about_a_question() -> None:
    index = await Index.open(None, FakeLibrary({"claims": CLAIMS}))
    same, strange = index.search("risk of death from tobacco smoke"), index.search("harbour school death risk")
    assert same.matches[0].passage == "claims-1"
    assert not strange.matches  # no passage has less of it than of the other question, but none means it
    assert {match.passage for match in strange.nearest} >= {"claims-3", "claims-4", "claims-5", "claims-6"}


async def test_long_passages_are_about_a_question_by_their_words_alone() -> None:
    padding = " ".join(f"word{at}" for at in range(60))
    long = "\n\n".join(f"{line} {padding}." for line in CLAIMS.split("\n\n"))
    index = await Index.open(None, FakeLibrary({"claims": long}))
    assert not index.search("risk of death from tobacco smoke").matches
