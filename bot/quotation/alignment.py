"""Word by word: which words of a message stand for which words of a passage. Seed and extend.

Shared runs are the seeds. Each grows while words agree; runs that follow each other in both texts become a chain; gaps
between them are aligned with room for slips of the finger; at both ends the chain goes on over single words that
differ, as long as that gains more than it costs (the X-drop rule of BLAST: Altschul and others, 1990).
"""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.quotation.likeness import near
from bot.quotation.pairing import NEAR, Pair, in_order, straight, table
from bot.quotation.seeds import Seed

Run = tuple[int, int, int]  # first and end in the message, first in the passage

_DROP = 3.5
# What may lie between two runs of one quote, in words, and what it costs.
_GAP_SAID = 12
_GAP_TRUE = 16
_GAP_COST = 4.0
_ELLIPSIS_TRUE = 150
_ELLIPSIS_COST = 0.5
_CELLS = 400
# So many words alone behind an ellipsis, with as many letters, may be found in a text by themselves.
_ALONE = 4
# More runs than this are no quote but the same words over and over; the longest are looked at.
_RUNS = 16
_ALIGNMENTS = 3
# How far words are skipped to find the next that agree: in the message, in the passage.
_SKIPS = ((1, 1), (0, 1), (1, 0), (2, 2), (0, 2), (2, 0), (1, 2), (2, 1), (3, 3), (0, 3), (3, 0), (1, 3), (3, 1))


@dataclass(slots=True)
class Alignment:
    """Pairs of words (of the message, of the passage) in order, equal or near; `score` counts them, less what differs.

    `start`, `end` and `first`, `last` are the words that it covers in the message and in the passage, ends excluded.
    """

    pairs: list[Pair]
    score: float
    start: int
    end: int
    first: int
    last: int
    whole: bool

    @classmethod
    def of(cls, pairs: list[Pair], score: float) -> "Alignment":
        """Make the alignment of pairs; it is whole if words follow each other without a gap in both texts."""
        start, first = pairs[0]
        end, last = pairs[-1]
        whole = end - start == last - first == len(pairs) - 1
        return cls(pairs, score, start, end + 1, first, last + 1, whole)


def align(
    said: list[str],
    true: list[str],
    seeds: Sequence[Seed],
    ellipses: Collection[int] = (),
    walls: Sequence[int] = (),
) -> list[Alignment]:
    """Align what a message and a passage share, the best first; none overlaps another in the message.

    `said` and `true` are keys; `ellipses` has the words of the message that an ellipsis stands before, `walls` those
    that a quotation mark stands before: a gap with two of them parts two quotes.
    """
    runs = _runs(said, true, seeds, ellipses)
    found: list[Alignment] = []
    while runs and len(found) < _ALIGNMENTS:
        chain = runs if len(runs) == 1 else _chain(runs, ellipses, walls)
        alignment = _grown(said, true, chain, ellipses, walls)
        if alignment.end in ellipses or alignment.start in ellipses:
            alignment = _beyond(said, true, alignment, ellipses, walls)
        if not any(alignment.start < other.end and other.start < alignment.end for other in found):
            found.append(alignment)
        # Also what overlaps another: every round takes some runs away, or this would never end.
        runs = [run for run in runs if not _touches(run, (*found, alignment))]
    return found


def _beyond(
    said: list[str], true: list[str], found: Alignment, ellipses: Collection[int], walls: Sequence[int]
) -> Alignment:
    """Take in the few words behind a last ellipsis or before a first one, where the text has them in a row."""
    pairs, score = found.pairs, found.score
    end = min((wall for wall in walls if wall > found.end), default=len(said))
    if found.end in ellipses and _telling(ours := said[found.end : end]):
        places = range(found.last, min(len(true), found.last + _ELLIPSIS_TRUE) - len(ours) + 1)
        place = next((at for at in places if true[at : at + len(ours)] == ours), None)
        if place is not None:
            pairs = [*pairs, *((found.end + at, place + at) for at in range(len(ours)))]
            score += len(ours) - _ELLIPSIS_COST
    start = max((wall for wall in walls if wall < found.start), default=0)
    if found.start in ellipses and _telling(ours := said[start : found.start]):
        places = range(found.first - len(ours), max(-1, found.first - _ELLIPSIS_TRUE - 1), -1)
        place = next((at for at in places if true[at : at + len(ours)] == ours), None)
        if place is not None:
            pairs = [*((start + at, place + at) for at in range(len(ours))), *pairs]
            score += len(ours) - _ELLIPSIS_COST
    return Alignment.of(pairs, score)


def _telling(words: Sequence[str]) -> bool:
    return 0 < len(words) <= _ALONE and sum(map(len, words)) >= _ALONE


def _touches(run: Run, found: Sequence[Alignment]) -> bool:
    return any(run[0] < other.end and other.start < run[1] for other in found)


def _runs(said: list[str], true: list[str], seeds: Sequence[Seed], ellipses: Collection[int]) -> list[Run]:
    """Grow each seed while the words agree, but not over an ellipsis: there the text is left on purpose."""
    reached: dict[int, int] = {}
    runs: list[Run] = []
    for at, place in sorted(seeds):
        diagonal = place - at
        if reached.get(diagonal, -1) > at or said[at] != true[place]:
            continue
        start, end = at, at + 1
        while start and start + diagonal and said[start - 1] == true[start - 1 + diagonal] and start not in ellipses:
            start -= 1
        most = min(len(said), len(true) - diagonal)
        while end < most and said[end] == true[end + diagonal] and end not in ellipses:
            end += 1
        reached[diagonal] = end
        if end - start >= 3:
            runs.append((start, end, start + diagonal))
    return runs


def _chain(runs: list[Run], ellipses: Collection[int], walls: Sequence[int]) -> list[Run]:
    """Choose the runs that make the best sequence; dynamic programming over the 16 longest."""
    runs = sorted(sorted(runs, key=lambda run: run[0] - run[1])[:_RUNS])
    best: list[tuple[float, int]] = []
    between = sorted(walls)
    for at, run in enumerate(runs):
        score, before = float(run[1] - run[0]), -1
        for earlier in range(at):
            cost = _cost(runs[earlier], run, ellipses)
            if cost is None or (between and _walled(runs[earlier], run, between)):
                continue
            if best[earlier][0] + run[1] - run[0] - cost > score:
                score, before = best[earlier][0] + run[1] - run[0] - cost, earlier
        best.append((score, before))
    at = max(range(len(best)), key=lambda place: best[place][0])
    chain: list[Run] = []
    while at >= 0:
        chain.append(runs[at])
        at = best[at][1]
    chain.reverse()
    return _trimmed(chain)


def _walled(one: Run, other: Run, walls: Sequence[int]) -> bool:
    return bisect_right(walls, other[0]) - bisect_left(walls, one[1]) > 1


def _cost(one: Run, other: Run, ellipses: Collection[int]) -> float | None:
    said, true = other[0] - one[1], other[2] - (one[2] + one[1] - one[0])
    overlap = max(0, -said, -true)
    if overlap >= other[1] - other[0] or overlap > 4:
        return None
    said, true = said + overlap, true + overlap
    if true and ellipses and any(one[1] <= place <= other[0] for place in ellipses):
        return _ELLIPSIS_COST + 0.3 * said if true <= _ELLIPSIS_TRUE and said <= _GAP_SAID else None
    if said > _GAP_SAID or true > _GAP_TRUE:
        return None
    return overlap + 0.3 * min(said, true) + min(_GAP_COST, abs(said - true))


def _trimmed(chain: list[Run]) -> list[Run]:
    """Cut what two neighbours share off the later one."""
    trimmed = chain[:1]
    for start, end, first in chain[1:]:
        before = trimmed[-1]
        overlap = max(0, before[1] - start, before[2] + before[1] - before[0] - first)
        if overlap < end - start:
            trimmed.append((start + overlap, end, first + overlap))
    return trimmed


def _grown(
    said: list[str], true: list[str], chain: list[Run], ellipses: Collection[int], walls: Sequence[int]
) -> Alignment:
    low, high = _apart(walls, chain[0][0], chain[-1][1]) if walls else (0, len(said))
    start, end, first = chain[0]
    pairs = list(zip(range(start, end), range(first, first + end - start), strict=True))
    score = float(end - start)
    for begin, stop, place in chain[1:]:
        inside, gained = _gap(said, true, (pairs[-1][0] + 1, begin), (pairs[-1][1] + 1, place), ellipses)
        pairs += inside
        pairs += zip(range(begin, stop), range(place, place + stop - begin), strict=True)
        score += gained + stop - begin
    end, last = pairs[-1]
    if start and first:
        before, gained = _follow(said, true, (start - 1, first - 1), -1, range(low, start))
        pairs[:0] = reversed(before)
        score += gained
    if end + 1 < len(said) and last + 1 < len(true):
        after, gained = _follow(said, true, (end + 1, last + 1), 1, range(end + 1, min(high, len(said))))
        pairs += after
        score += gained
    return Alignment.of(pairs, score)


def _gap(
    said: list[str], true: list[str], ours: tuple[int, int], theirs: tuple[int, int], ellipses: Collection[int]
) -> tuple[list[Pair], float]:
    """Align what lies between two runs; gives the pairs and what they gain or cost."""
    many, other = ours[1] - ours[0], theirs[1] - theirs[0]
    if ellipses and any(ours[0] <= place <= ours[1] for place in ellipses):
        pairs = in_order(said, true, ours, theirs)
        return pairs, len(pairs) - _ELLIPSIS_COST - 0.3 * (many - len(pairs))
    pairs = []
    if many and other and many * other <= _CELLS:
        pairs = straight(said, true, ours, theirs) if many == other else []
        pairs = pairs or table(said, true, ours, theirs)
    gained = sum(1.0 if said[one] == true[two] else NEAR for one, two in pairs)
    missed = max(many, other) - len(pairs)
    return pairs, gained - (missed if other <= many else min(missed, _GAP_COST))


def _apart(walls: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Give where the marked parts before and after the one with some words end and begin: those are other quotes."""
    begins, stops = walls[::2], walls[1::2]
    parts = list(zip(begins, stops, strict=True))
    first = max((begin for begin, stop in parts if begin <= start < stop), default=0)
    last = min((stop for begin, stop in parts if begin < end <= stop), default=sys.maxsize)
    low = max((stop for stop in stops if stop <= first), default=0)
    return low, min((begin for begin in begins if begin >= last), default=sys.maxsize)


def _follow(said: list[str], true: list[str], begin: Pair, step: int, within: range) -> tuple[list[Pair], float]:
    """Go on from an end of a chain over words that differ, as long as it pays and stays in the quote."""
    at, place = begin
    pairs: list[Pair] = []
    score = best = 0.0
    kept = 0
    while at in within and 0 <= place < len(true):
        if said[at] == true[place]:
            score += 1
        elif near(said[at], true[place]):
            score += NEAR
        else:
            skip = _skip(said, true, at, place, step)
            if skip is None or score - max(skip) < best - _DROP:
                break
            score -= max(skip)
            at, place = at + skip[0] * step, place + skip[1] * step
            continue
        pairs.append((at, place))
        at, place = at + step, place + step
        if score > best:
            best, kept = score, len(pairs)
    return pairs[:kept], best


def _skip(said: list[str], true: list[str], at: int, place: int, step: int) -> tuple[int, int] | None:
    """Find the fewest words to skip until the two agree again: one word if as many are skipped in both, else two."""
    for ours, theirs in _SKIPS:
        one, other = at + ours * step, place + theirs * step
        if not (0 <= one < len(said) and 0 <= other < len(true)):
            continue
        if said[one] != true[other] and not (ours == theirs and near(said[one], true[other])):
            continue
        if ours == theirs:
            return ours, theirs
        one, other = one + step, other + step
        if 0 <= one < len(said) and 0 <= other < len(true) and said[one] == true[other]:
            return ours, theirs
    return None
