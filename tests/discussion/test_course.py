"""A count over time has no gaps and loses nothing."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.discussion.course import Step, course, step_of
from bot.model import Count, Point

DAYS = st.dictionaries(
    st.dates(date(1970, 1, 1), date(2069, 12, 31)).map(date.isoformat), st.integers(1, 99), max_size=30
)


@given(DAYS)
def test_nothing_is_lost_and_nothing_is_left_out(days: dict[str, int]) -> None:
    found = course(days, "2026-11-22")
    assert sum(total for _, total in found) == sum(days.values())
    assert len(found) <= 1300
    if not days:
        return
    points = [Point(day, Count(total, 1)) for day, total in found]
    step = step_of(points)
    for one, other in pairwise(found):
        apart = (date.fromisoformat(other[0]) - date.fromisoformat(one[0])).days
        assert apart in {Step.DAY: (1,), Step.WEEK: (7,), Step.MONTH: (28, 29, 30, 31)}[step]
    assert found[0][0] <= min(days)


def test_days_become_weeks_and_months_where_they_are_many() -> None:
    last = date(2026, 11, 22)
    for length, step in ((1, Step.DAY), (100, Step.DAY), (101, Step.WEEK), (760, Step.WEEK), (800, Step.MONTH)):
        first = (last - timedelta(days=length - 1)).isoformat()
        found = course({first: 3}, last.isoformat())
        assert step_of([Point(day, Count(total, 1)) for day, total in found]) is step
