"""A passage's company: those that are like it lift it, and nobody else changes what it gets."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.semantic.company import Company
from bot.search.semantic.weights import Floats


def company(vectors: Floats, nearness: list[float]) -> Company:
    return Company(np.arange(len(vectors)), np.array(nearness, np.float32), vectors)


def made(seed: int, count: int) -> Floats:
    vectors = np.random.default_rng(seed).normal(size=(count, 8)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def test_of_two_that_are_as_near_the_one_among_near_ones_comes_first() -> None:
    vectors = np.eye(6, dtype=np.float32)[[0, 0, 0, 1, 1, 1]]
    found = company(vectors, [0.05, 0.06, 0.08, 0.05, 0.0, 0.01])
    joined = found.joined(found.places, found.nearness, vectors)
    assert joined[0] == pytest.approx((0.05 + 0.07) / 2)
    assert joined[3] == pytest.approx(0.05)  # strangers that are like it don't pull it down


@pytest.mark.parametrize("count", [0, 1])
def test_without_company_a_passage_is_as_near_as_it_is(count: int) -> None:
    one = made(1, 1)
    alone = company(one[:count], [0.04] * count)
    own = np.array([0.03], np.float32)
    assert alone.joined(np.array([0]), own, one) == pytest.approx(own)


@given(st.integers(0, 99), st.integers(2, 12), st.data())
def test_what_a_passage_gets_depends_on_nobody_that_is_asked_for_with_it(
    seed: int, count: int, data: st.DataObject
) -> None:
    vectors = made(seed, count)
    near = data.draw(st.lists(st.floats(-0.1, 0.2), min_size=count, max_size=count))
    found = company(vectors, near)
    every = found.joined(found.places, found.nearness, vectors)
    at = data.draw(st.integers(0, count - 1))
    alone = found.joined(found.places[[at]], found.nearness[[at]], vectors[[at]])
    assert alone[0] == pytest.approx(every[at], abs=1e-5)
    # Nobody is pulled down, and nobody is lifted over the nearest of all.
    assert near[at] - 1e-5 <= every[at] <= max(near) + 1e-5
