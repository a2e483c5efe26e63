"""Small numbers stay small secrets: whatever is shown, and whatever is subtracted from what."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from bot.discussion.hiding import hidden, high, low, middle, revealed, stage
from bot.model import Count

LEAST = st.integers(3, 9)


@given(st.integers(0, 10_000), LEAST)
def test_what_is_shown_is_none_few_or_rounded_down(total: int, least: int) -> None:
    count = hidden(total, least)
    assert count.least == least
    assert count.hidden is (0 < total < least)
    if not count.hidden:
        assert count.value is not None
        assert count.value % least == 0
        assert count.value <= total < count.value + least or total == 0 == count.value
    assert low(count) <= total <= high(count)
    assert low(count) <= middle(count) <= high(count)


@given(st.integers(0, 5_000), st.integers(0, 5_000), LEAST)
def test_the_difference_of_two_shown_numbers_never_tells_a_hidden_one(before: int, more: int, least: int) -> None:
    """Thirty days and thirty-one: whatever fits between what is shown, it is never one number alone."""
    one, other = hidden(before, least), hidden(before + more, least)
    fitting = {b - a for a in range(low(one), high(one) + 1) for b in range(low(other), high(other) + 1)}
    assert more in fitting
    if 0 < more < least:
        assert len({difference for difference in fitting if difference >= 0}) > 1


@given(st.lists(st.integers(0, 9), max_size=4), LEAST)
def test_a_total_of_cells_gives_none_away_that_revealed_lets_pass(cells: list[int], least: int) -> None:
    counts = [hidden(cell, least) for cell in cells]
    total = [hidden(sum(cells), least)]
    fitting = [
        values
        for values in product(*(range(low(count), high(count) + 1) for count in counts))
        if low(total[0]) <= sum(values) <= high(total[0])
    ]
    known = any(count.hidden and len({values[at] for values in fitting}) == 1 for at, count in enumerate(counts))
    sums = {sum(values) for values in fitting}
    known = known or (total[0].hidden and len(sums & set(range(low(total[0]), high(total[0]) + 1))) == 1)
    assert revealed([counts, total]) is known


@given(st.lists(st.lists(st.integers(0, 6), min_size=3, max_size=3), min_size=2, max_size=2), LEAST)
def test_two_breakdowns_of_one_total_give_nothing_away_that_revealed_lets_pass(
    table: list[list[int]], least: int
) -> None:
    rows = [hidden(sum(row), least) for row in table]
    columns = [hidden(sum(column), least) for column in zip(*table, strict=True)]
    if revealed([rows, columns]):
        return
    for counts, others in ((rows, columns), (columns, rows)):
        reach = range(sum(map(low, others)), sum(map(high, others)) + 1)
        fitting = [
            values
            for values in product(*(range(low(count), high(count) + 1) for count in counts))
            if sum(values) in reach
        ]
        for at, count in enumerate(counts):
            assert not count.hidden or len({values[at] for values in fitting}) > 1


def test_four_passages_with_one_event_each_are_given_away_by_a_total_below_five() -> None:
    assert revealed([[hidden(1, 5)] * 4, [hidden(4, 5)]])
    assert revealed([[hidden(4, 5)] * 5, [hidden(20, 5)]])
    assert not revealed([[hidden(1, 5)] * 3, [hidden(3, 5)]])
    assert not revealed([[hidden(1, 5), hidden(70, 5)], [hidden(71, 5)]])
    assert not revealed([])


def test_the_stages_of_the_scale_are_those_of_k() -> None:
    totals = {0: 0, 1: 1, 4: 1, 5: 2, 9: 2, 10: 3, 19: 3, 20: 4, 39: 4, 40: 5, 9000: 5}
    assert {total: stage(hidden(total, 5)) for total in totals} == totals
    assert stage(Count(None, 5)) == 1
