"""What was discussed in a window by day and by channel, as far as both may be told beside each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.discussion.course import course
from bot.discussion.hiding import hidden, low, revealed
from bot.model import Count, Point

COMPARED = 1_000
"""Of more events than these, breakdowns are not compared: nobody finds all numbers at the end of their bounds."""


@dataclass(frozen=True, slots=True)
class Breakdowns:
    """By day or longer, and by channel, the most first. Either is empty where it would give a hidden number away."""

    trend: tuple[Point, ...]
    channels: tuple[tuple[str, Count], ...]


def broken_down(
    days: Mapping[str, int], channels: Mapping[str, int], passages: Sequence[int] | None, last: str, least: int
) -> Breakdowns:
    """Hide what is small in the totals of days up to the day `last`, and of channels.

    Left out is what would give away what another breakdown hides, that by passages included.
    """
    trend = tuple(Point(day, hidden(total, least)) for day, total in course(days, last))
    by_size = sorted(channels.items(), key=lambda one: (-low(hidden(one[1], least)), one[0]))
    places = tuple((channel, hidden(total, least)) for channel, total in by_size)
    events = sum(days.values())
    if events > COMPARED:
        return Breakdowns(trend, places)
    # What is older than the log's hours is known by day and channel only: then passages are of another total.
    shown = [[hidden(total, least) for total in passages or ()]] if sum(passages or ()) == events else []
    if trend and revealed([*shown, [point.count for point in trend]]):
        trend = ()
    shown += [[point.count for point in trend]] if trend else []
    if places and revealed([*shown, [count for _, count in places]]):
        places = ()
    return Breakdowns(trend, places)
