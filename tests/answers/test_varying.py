"""Passages are varied over the texts, the same way however many there are."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from bot.answers.quote import varied
from bot.search import Match

SCORES = st.sampled_from([0.5, 1.0, 2.0, 4.0]) | st.floats(0.01, 10)
MATCHES = st.lists(st.tuples(SCORES, st.sampled_from("abcd")), max_size=12).map(
    lambda found: [Match(f"{source}.{at}", score, (), source, at) for at, (score, source) in enumerate(found)]
)


def one_after_the_other(matches: list[Match]) -> list[Match]:
    """The rule as it is told: of all that are left, the best, with what its text has had already taken into account."""
    left, had, order = list(matches), Counter[str](), []
    while left:
        best = max(left, key=lambda match: match.score / 2 ** had[match.source])
        left.remove(best)
        had[best.source] += 1
        order.append(best)
    return order


@given(MATCHES)
def test_each_passage_of_a_text_halves_what_its_next_one_counts(matches: list[Match]) -> None:
    assert varied(matches) == one_after_the_other(matches)
