"""What is drawn follows from the seed alone, and nothing is drawn more often than anything else."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from bot.answers.chance import Chance

SEEDS = st.integers(0, 2**63)


@given(SEEDS, st.lists(st.integers(1, 10**6), max_size=30))
def test_the_same_seed_draws_the_same_within_its_bounds(seed: int, bounds: list[int]) -> None:
    one, other = Chance(seed), Chance(seed)
    drawn = [one.below(most) for most in bounds]
    assert drawn == [other.below(most) for most in bounds]
    assert all(0 <= number < most for number, most in zip(drawn, bounds, strict=True))


@given(SEEDS, st.lists(st.text(max_size=3), max_size=30))
def test_an_order_has_everything_once(seed: int, things: list[str]) -> None:
    assert Counter(Chance(seed).order(things)) == Counter(things)
    if things:
        assert Chance(seed).choice(things) in things


def test_each_order_comes_as_often_as_the_others() -> None:
    orders = Counter(tuple(Chance(seed).order("abc")) for seed in range(6_000))
    assert len(orders) == 6
    assert all(900 < count < 1_100 for count in orders.values())


def test_numbers_of_one_seed_don_t_repeat() -> None:
    chance = Chance(7)
    assert len({chance.below(2**40) for _ in range(1_000)}) == 1_000
