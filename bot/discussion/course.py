"""How a count runs over time: by day, or by week or month where days would be too many to look at."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from bot.model import Point

_DAYS, _WEEKS = 100, 7 * 110
"""So many days are shown as days, and so many as weeks."""


class Step(StrEnum):
    """What one point of a trend stands for; each is named by its first day."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


def course(days: Mapping[str, int], last: str) -> list[tuple[str, int]]:
    """Bring days with events into steps without gaps, from the first of them to the day `last`, which may be later.

    Days are written `2026-11-22`; weeks begin on Monday.
    """
    if not days:
        return []
    first, end = date.fromisoformat(min(days)), date.fromisoformat(max(last, max(days)))
    length = (end - first).days + 1
    step = Step.DAY if length <= _DAYS else Step.WEEK if length <= _WEEKS else Step.MONTH
    totals = Counter[date]()
    for day, total in days.items():
        totals[_begin(date.fromisoformat(day), step)] += total
    found: list[tuple[str, int]] = []
    at = _begin(first, step)
    while at <= end:
        found.append((at.isoformat(), totals[at]))
        at = _next(at, step)
    return found


def step_of(points: Sequence[Point]) -> Step:
    """Tell what each point of a trend stands for."""
    if len(points) < 2:
        return Step.DAY
    apart = (date.fromisoformat(points[1].day) - date.fromisoformat(points[0].day)).days
    return Step.DAY if apart == 1 else Step.WEEK if apart == 7 else Step.MONTH


def _begin(day: date, step: Step) -> date:
    match step:
        case Step.DAY:
            return day
        case Step.WEEK:
            return day - timedelta(days=day.weekday())
        case Step.MONTH:
            return day.replace(day=1)


def _next(day: date, step: Step) -> date:
    match step:
        case Step.DAY:
            return day + timedelta(days=1)
        case Step.WEEK:
            return day + timedelta(days=7)
        case Step.MONTH:
            return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
