"""Which days a page shows, whatever stands in its address."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.store.tallies import DISCUSSED
from bot.web.filters import filters_of

TODAY = date(2026, 11, 22)


def test_without_filters_the_last_thirty_days_are_shown() -> None:
    filters = filters_of({}, TODAY)
    assert (filters.first, filters.last, filters.channel, filters.problem) == (date(2026, 10, 24), TODAY, None, None)
    window = filters.window("c")
    assert window.until - window.since == 30 * 24
    assert datetime.fromtimestamp(window.since * 3600, UTC) == datetime(2026, 10, 24, tzinfo=UTC)
    assert window.kinds == DISCUSSED


@pytest.mark.parametrize(
    ("query", "first", "last"),
    [
        ({"from": "2026-11-01", "to": "2026-11-03"}, date(2026, 11, 1), date(2026, 11, 3)),
        ({"to": "2026-11-03"}, date(2026, 10, 5), date(2026, 11, 3)),
        ({"from": "2026-11-22"}, TODAY, TODAY),
        ({"from": " ", "to": ""}, date(2026, 10, 24), TODAY),
        ({"to": "1970-01-01"}, date(1970, 1, 1), date(1970, 1, 1)),
        ({"from": "1970-01-01", "to": "2070-01-01"}, date(1970, 1, 1), TODAY),
        ({"from": "1926-11-22"}, date(1970, 1, 1), TODAY),
        ({"from": "1826-11-22", "to": "1926-11-22"}, date(1970, 1, 1), date(1970, 1, 1)),
    ],
)
def test_days_are_read(query: dict[str, str], first: date, last: date) -> None:
    filters = filters_of(query, TODAY)
    assert (filters.first, filters.last, filters.problem) == (first, last, None)


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ({"from": "yesterday"}, "web-filter-days"),
        ({"to": "2026-13-01"}, "web-filter-days"),
        ({"from": "0001-01-01"}, "web-filter-days"),
        ({"from": "2026-11-03", "to": "2026-11-01"}, "web-filter-order"),
        ({"from": "2027-01-01", "to": "2027-02-01"}, "web-filter-order"),
        ({"channel": "1\n2"}, "web-filter-channel"),
        ({"channel": "x" * 101}, "web-filter-channel"),
    ],
)
def test_what_cannot_be_read_is_told_and_thirty_days_are_shown(query: dict[str, str], problem: str) -> None:
    filters = filters_of(query, TODAY)
    assert (filters.first, filters.last, filters.problem) == (date(2026, 10, 24), TODAY, problem)


@given(st.dictionaries(st.sampled_from(["from", "to", "channel"]), st.text(max_size=12) | st.dates().map(str)))
def test_no_address_is_too_odd(query: dict[str, str]) -> None:
    filters = filters_of(query, TODAY)
    window = filters.window("c")
    assert 0 <= window.since < window.until
    assert filters.last <= TODAY
    again = dict(part.split("=", 1) for part in filters.query.split("&"))
    assert again["from"] == filters.first.isoformat()
