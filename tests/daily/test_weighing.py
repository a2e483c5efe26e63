"""Weights over months: what came waits until others have come."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest

from bot.daily.weighing import balance, drawn, freshness, seeded, shares
from bot.model import Source

Post = tuple[str, int]


def a_year(community: str, fit: dict[str, int]) -> list[Post]:
    """Draw 365 posts as `Selection` does, of texts with so many passages that nobody discusses."""
    sources = [Source(id=name, title=name) for name in fit]
    posts: list[Post] = []
    for number in range(365):
        chance = seeded(community, date(2030, 1, 1) + timedelta(days=number))
        text = drawn(chance, balance(sources, shares(sources, {}), [name for name, _ in posts[-30:]]))
        last = {post: at for at, post in enumerate(posts)}
        ago = {(text, n): number - last[text, n] if (text, n) in last else None for n in range(fit[text])}
        posts.append(drawn(chance, {post: freshness(days, discussed=False) for post, days in ago.items()}))
    return posts


def soon(posts: list[Post], days: int) -> int:
    """Count the posts that came already within so many days before."""
    return sum(post in posts[max(0, at - days) : at] for at, post in enumerate(posts))


@pytest.mark.parametrize(
    ("fit", "days"), [({"a": 10, "b": 8, "c": 7}, 7), ({f"text{n}": 2 + n % 5 for n in range(17)}, 10), ({"a": 12}, 4)]
)
def test_what_came_does_not_come_again_soon(fit: dict[str, int], days: int) -> None:
    years = [a_year(f"c:{number}", fit) for number in range(8)]
    assert sum(soon(posts, days) for posts in years) <= 0.01 * 365 * len(years)
    assert all(soon(posts, 1) == 0 for posts in years)


def test_everything_comes_before_long() -> None:
    fit = {"a": 10, "b": 8, "c": 7}
    for number in range(8):
        assert len(set(a_year(f"c:{number}", fit)[:50])) >= 24


def test_it_still_can_t_be_foretold() -> None:
    """What follows a passage is not always the same, once all have come."""
    posts = [post for post in a_year("c:1", {"a": 12}) if post[0] == "a"]
    after: dict[Post, Counter[Post]] = {}
    for one, other in pairwise(posts[60:]):
        after.setdefault(one, Counter())[other] += 1
    assert max(len(others) for others in after.values()) > 4


def test_a_text_with_one_passage_has_something_to_bring() -> None:
    assert set(a_year("c:1", {"a": 1})) == {("a", 0)}
    assert 0 < freshness(0, discussed=True) < freshness(1, discussed=False) < freshness(None, discussed=False) == 1.0
