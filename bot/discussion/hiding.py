"""Keeping small numbers from singling anybody out, also by comparing numbers that are shown (docs/decisions/137).

A number below `least` is only said to be "fewer than least". Every other one is rounded down to a multiple of `least`,
so that the difference between two of them (thirty days and thirty-one, all channels and one) tells nothing exact.
Numbers that are sums of the same things, told side by side, can still give a hidden one away where all of them are at
the end of what they may be: `revealed` finds that.
"""

from collections.abc import Sequence

from bot.model import Count


def hidden(total: int, least: int) -> Count:
    """Make a number ready to be shown: none, fewer than `least`, or rounded down to a multiple of it."""
    if 0 < total < least:
        return Count(None, least)
    return Count(total - total % least, least)


def low(count: Count) -> int:
    """The least that a count can stand for."""
    return 1 if count.value is None else count.value


def high(count: Count) -> int:
    """The most that a count can stand for."""
    if count.value is None:
        return count.least - 1
    return count.value + count.least - 1 if count.value else 0


def middle(count: Count) -> float:
    """What a count stands for, at a guess: made of what is shown, so that whatever is made of it shows no more."""
    return (low(count) + high(count)) / 2


def stage(count: Count) -> int:
    """Give the step of a strip's colour scale: 0 none, 1 fewer than k, then from k, 2k, 4k and 8k on 2, 3, 4 and 5."""
    if count.value is None:
        return 1
    if count.value == 0:
        return 0
    return 2 + sum(count.value >= count.least * times for times in (2, 4, 8))


def revealed(breakdowns: Sequence[Sequence[Count]]) -> bool:
    """Whether numbers that break down the same total in several ways give the value of a hidden one away.

    The total lies within the bounds of every breakdown; a hidden number is what the others leave of it. It is given
    away where only one value is left.
    """
    floor = max((sum(map(low, counts)) for counts in breakdowns), default=0)
    ceiling = min((sum(map(high, counts)) for counts in breakdowns), default=0)
    return any(_one_left(counts, floor, ceiling) for counts in breakdowns)


def _one_left(counts: Sequence[Count], floor: int, ceiling: int) -> bool:
    least = next((count.least for count in counts if count.hidden), None)
    if least is None:
        return False
    smallest = max(1, least - 1 - (sum(map(high, counts)) - floor))
    largest = min(least - 1, 1 + ceiling - sum(map(low, counts)))
    return smallest >= largest
