"""Who says enough in a talk has a share of its summary: by what they say, with nobody drowned, and nobody who asks."""

from itertools import pairwise
from math import isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.summary import Summary, summary
from bot.answers.turns import framing, shares
from bot.model import Document, Source
from bot.search import Index
from tests.fakes import FakeLibrary, passages_of

SYLLABLES = ("bar", "mol", "tin", "sud", "keg", "pon", "ral", "fid", "gos", "lum", "nat")
CHAIR = "Chair: Good evening to you. Who speaks for the harbour? And who for the yard?"


def word(number: int) -> str:
    return SYLLABLES[number % 11] + SYLLABLES[number // 11 % 11] + SYLLABLES[number // 121 % 11]


def said(name: str, first: int, sentences: int) -> str:
    """Give turns of somebody, each one sentence of ten words that no other has."""
    every = range(4 * first, 4 * (first + sentences), 4)
    made = (f"The {word(at)} brings the {word(at + 1)} to the {word(at + 2)} of {word(at + 3)}." for at in every)
    return "\n\n".join(f"{name}: {sentence}" for sentence in made)


async def told(text: str, words: int) -> Summary:
    library = FakeLibrary({"talk": text})
    return await summary(library, await Index.open(None, library), words=words)


def heard(found: Summary) -> dict[str, int]:
    count: dict[str, int] = {}
    for part in found.parts:
        for quote in part.excerpts:
            name = quote.passage.speaker.name or ""
            count[name] = count.get(name, 0) + quote.words
    return count


@pytest.mark.parametrize("speakers", [2, 3, 4, 8])
async def test_everybody_is_heard_where_there_is_room(speakers: int) -> None:
    names = [f"Speaker {chr(ord('A') + at)}" for at in range(speakers)]
    text = "\n\n".join(said(name, 3 * at, 3) for at, name in enumerate(names))
    found = await told(text, 12 * speakers)
    assert set(heard(found)) == set(names)
    assert found.parts[0].heard == speakers
    assert max(heard(found).values()) <= 20
    assert found.words <= 12 * speakers


async def test_where_there_is_no_room_for_all_nobody_is_heard_twice() -> None:
    text = "\n\n".join(said(f"Speaker {chr(ord('A') + at)}", 3 * at, 3) for at in range(6))
    found = await told(text, 40)
    assert list(heard(found).values()) == [10, 10, 10, 10]
    assert (found.parts[0].heard, len(found.parts[0].speakers)) == (4, 6)


async def test_who_says_most_has_more_but_not_all() -> None:
    text = "\n\n".join((said("Mara Lind", 0, 16), said("Tom Reed", 20, 2), said("Ida Moss", 30, 2)))
    found = heard(await told(text, 100))
    assert set(found) == {"Mara Lind", "Tom Reed", "Ida Moss"}
    assert found["Tom Reed"] == found["Ida Moss"] < found["Mara Lind"] < 80


async def test_who_only_asks_and_lines_that_nobody_says_have_no_share() -> None:
    opening = "The hearing of the harbour took place on a cold morning of the ninth of June."
    text = "\n\n".join((opening, CHAIR, said("Mara Lind", 0, 4), CHAIR, said("Tom Reed", 9, 4)))
    assert set(heard(await told(text, 100))) == {"Mara Lind", "Tom Reed"}


async def test_a_short_thank_you_is_no_side() -> None:
    text = "\n\n".join(
        (said("Mara Lind", 0, 6), "Ben Ash: Thank you very much for saying this.", said("Tom Reed", 9, 6))
    )
    assert set(heard(await told(text, 160))) == {"Mara Lind", "Tom Reed"}


async def test_a_voice_whose_passages_are_weak_is_looked_at_all_the_same() -> None:
    common = "The harbour council of the town asks the harbour council of the coast for harbour money."
    text = "\n\n".join(
        [*(f"Mara Lind: {common} Number {at} stands on its list." for at in range(14)), said("Tom Reed", 3, 5)]
    )
    assert "Tom Reed" in heard(await told(text, 60))


async def test_an_essay_that_quotes_people_is_no_talk() -> None:
    own = "\n\n".join(
        f"The {word(at)} of our harbour is older than the town itself, and nobody counts it." for at in range(11)
    )
    found = await told(f"{own}\n\n{said('Mara Lind', 0, 1)}\n\n{said('Tom Reed', 4, 1)}", 60)
    assert found.parts[0].speakers == frozenset()


async def test_an_interview_with_one_is_no_talk_of_several() -> None:
    found = await told("\n\n".join((CHAIR, said("Mara Lind", 0, 8))), 60)
    assert found.parts[0].speakers == frozenset()


LEADING = "The harbour has been in dispute for ninety years. This writer went to see who owns it, and who says so."


@pytest.mark.parametrize(
    ("turns", "framed"),
    [
        (said("Mara Lind", 0, 8), ["talk-1"]),
        (said("Mara Lind", 0, 4) + "\n\n" + said("Tom Reed", 9, 4), ["talk-1"]),
        (said("Mara Lind", 0, 1), []),  # the author says more
        ("", []),
    ],
)
def test_who_leads_to_an_interview_frames_it(turns: str, framed: list[str]) -> None:
    document = Document.of("talk", f"{LEADING}\n\n{turns}")
    passages = passages_of(document, Source("talk", "Talk", ("Ada Penn",), language="en"))
    assert sorted(framing(passages)) == framed


async def test_an_interview_is_told_by_who_was_asked() -> None:
    """Both tell as much, and the author comes first on the page."""
    found = await told(f"{said('Mara Lind', 20, 1).removeprefix('Mara Lind: ')}\n\n{said('Mara Lind', 0, 2)}", 10)
    assert heard(found) == {"Mara Lind": 10}


@given(st.lists(st.integers(1, 12), min_size=2, max_size=6))
def test_shares_make_one_and_grow_with_the_root_of_what_is_said(turns: list[int]) -> None:
    source = Source("talk", "Talk", ("Ada Penn",), language="en")
    text = "\n\n".join(said(f"Speaker {chr(65 + at)}", 20, much) for at, much in enumerate(turns))
    document = Document.of("talk", text)
    found = shares([(passage, document, source) for passage in passages_of(document, source)])
    assert not found or isclose(sum(found.values()), 1.0)
    shared = [
        (much, found[f"Speaker {chr(65 + at)}"]) for at, much in enumerate(turns) if f"Speaker {chr(65 + at)}" in found
    ]
    for (much, share), (more, other) in pairwise(shared):
        assert isclose(share / other, sqrt(much / more), rel_tol=0.05)
    if found:
        assert max(turns) in [much for much, _ in shared]
