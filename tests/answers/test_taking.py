"""Sentences are taken by what they add for their words, lazily with the same result as by looking at all each time."""

import math

from hypothesis import given
from hypothesis import strategies as st

from bot.answers.taking import VOICE, Offer, taken

CONCEPTS = ("dyke", "harbour", "tide", "gate", "winter")
WORTH = {"dyke": 1.0, "harbour": 0.75, "tide": 0.5, "gate": 0.5, "winter": 0.1}
offers = st.lists(
    st.builds(
        Offer,
        st.frozensets(st.integers(0, 6), min_size=1, max_size=2).map(lambda some: tuple(sorted(some))),
        st.sampled_from([None, "Ada", "Ben"]),
        st.frozensets(st.sampled_from(CONCEPTS)),
        st.integers(1, 20),
        st.sampled_from([1.0, 2.5]),
        st.sampled_from([0.25, 0.5, 1.0]),
    ),
    max_size=8,
).map(lambda some: dict(enumerate(some)))


def looked_through(given: dict[int, Offer], budget: int) -> list[int]:
    """The same, by weighing everything that is left each time."""
    taken_: list[int] = []
    told: set[object] = set()
    used: set[int] = set()
    left, heard = budget, dict.fromkeys((None, "Ada", "Ben"), 0)

    def gain(offer: Offer) -> float:
        added = math.fsum(WORTH[concept] for concept in CONCEPTS if concept in offer.tells - told)
        return offer.rate * added * (1 - VOICE * heard[offer.voice] / budget)

    while True:
        fitting = [at for at, one in given.items() if one.words <= left and used.isdisjoint(one.lines)]
        best = min(fitting, key=lambda at: (-gain(given[at]), at), default=None)
        if best is None or gain(given[best]) <= 0:
            return taken_
        offer = given[best]
        taken_.append(best)
        told |= offer.tells
        used.update(offer.lines)
        heard[offer.voice] += offer.words
        left -= offer.words


@given(offers, st.integers(1, 60))
def test_the_best_each_time(given: dict[int, Offer], budget: int) -> None:
    assert taken(given, WORTH, budget, 0.0) == looked_through(given, budget)


def test_what_adds_less_than_its_fair_share_fills_no_gap() -> None:
    given = {
        0: Offer((0,), None, frozenset({"dyke"}), 8, 1.0, 1.0),
        1: Offer((1,), None, frozenset({"winter"}), 2, 1.0, 1.0),
        2: Offer((2,), None, frozenset({"tide"}), 8, 1.0, 1.0),
    }
    assert taken(given, WORTH, 30, 0.0) == [0, 2, 1]
    assert taken(given, WORTH, 30, 0.25) == [0, 2]


def test_what_is_fair_is_told_without_what_the_title_gains() -> None:
    given = {
        0: Offer((0,), None, frozenset({"dyke"}), 8, 1.0, 1.0),
        1: Offer((1,), None, frozenset({"tide"}), 8, 1.0, 1.0),
    }
    titled = {**WORTH, "dyke": 4.0}
    assert taken(given, titled, 30, 0.25) == [0]
    assert taken(given, titled, 30, 0.25, WORTH) == [0, 1]


def test_a_voice_that_was_heard_makes_room_for_another() -> None:
    given = {
        0: Offer((0,), "Ada", frozenset({"dyke"}), 10, 1.0, 1.0),
        1: Offer((1,), "Ada", frozenset({"harbour"}), 5, 1.0, 1.0),
        2: Offer((2,), "Ben", frozenset({"tide", "winter"}), 5, 1.0, 1.0),
    }
    assert taken(given, WORTH, 20, 0.0) == [0, 2, 1]


@given(offers, st.integers(1, 60), st.sets(st.sampled_from(["Ada", "Ben"]), min_size=1))
def test_voices_that_have_shares_take_turns_within_the_words(
    given: dict[int, Offer], budget: int, sides: set[str]
) -> None:
    chosen = taken(given, WORTH, budget, 0.25, WORTH, {voice: 1 / len(sides) for voice in sides})
    assert sum(given[at].words for at in chosen) <= budget
    assert {given[at].voice for at in chosen} <= sides
    lines = [line for at in chosen for line in given[at].lines]
    assert len(lines) == len(set(lines))


def test_nobody_says_so_much_at_first_that_another_can_say_nothing() -> None:
    given = {
        0: Offer((0,), "Ada", frozenset({"dyke", "harbour"}), 17, 1.0, 1.0),
        1: Offer((1,), "Ada", frozenset({"tide"}), 9, 1.0, 1.0),
        2: Offer((2,), "Ben", frozenset({"gate"}), 16, 1.0, 1.0),
    }
    shares: dict[str | None, float] = {"Ada": 0.5, "Ben": 0.5}
    assert taken(given, WORTH, 25, 0.25, WORTH, shares) == [1, 2]
    assert taken(given, WORTH, 33, 0.25, WORTH, shares) == [0, 2]
    assert taken(given, WORTH, 20, 0.25, WORTH, shares) == [0]
