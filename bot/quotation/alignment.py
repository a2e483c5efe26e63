"""Word by word: which words of a message stand for which words of a passage. Seed and extend.

Shared runs are the seeds. Each grows while words agree; runs that follow each other in both texts become a chain; gaps
between them are aligned with room for slips of the finger; at both ends the chain goes on over single words that
differ, as long as that gains more than it costs (the X-drop rule of BLAST: Altschul and others, 1990).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.quotation.likeness import near
from bot.quotation.seeds import Seed

Run = tuple[int, int, int]  # first and end in the message, first in the passage
Pair = tuple[int, int]

NEAR = 0.7
_DROP = 3.5
# What may lie between two runs of one quote, in words, and what it costs.
_GAP_SAID = 12
_GAP_TRUE = 16
_GAP_COST = 4.0
_ELLIPSIS_TRUE = 150
_ELLIPSIS_COST = 0.5
_CELLS = 400
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
        alignment = _grown(said, true, chain, ellipses)
        if not any(alignment.start < other.end and other.start < alignment.end for other in found):
            found.append(alignment)
        # Also what overlaps another: every round takes some runs away, or this would never end.
        runs = [run for run in runs if not _touches(run, (*found, alignment))]
    return found


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
    for at, run in enumerate(runs):
        score, before = float(run[1] - run[0]), -1
        for earlier in range(at):
            cost = None if walls and _walled(runs[earlier], run, walls) else _cost(runs[earlier], run, ellipses)
            if cost is not None and best[earlier][0] + run[1] - run[0] - cost > score:
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
    return sum(one[1] <= wall <= other[0] for wall in walls) > 1


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


def _grown(said: list[str], true: list[str], chain: list[Run], ellipses: Collection[int]) -> Alignment:
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
        before, gained = _follow(said, true, (start - 1, first - 1), -1)
        pairs[:0] = reversed(before)
        score += gained
    if end + 1 < len(said) and last + 1 < len(true):
        after, gained = _follow(said, true, (end + 1, last + 1), 1)
        pairs += after
        score += gained
    return Alignment.of(pairs, score)


def _gap(
    said: list[str], true: list[str], ours: tuple[int, int], theirs: tuple[int, int], ellipses: Collection[int]
) -> tuple[list[Pair], float]:
    """Align what lies between two runs; gives the pairs and what they gain or cost."""
    many, other = ours[1] - ours[0], theirs[1] - theirs[0]
    if ellipses and any(ours[0] <= place <= ours[1] for place in ellipses):
        pairs = _in_order(said, true, ours, theirs)
        return pairs, len(pairs) - _ELLIPSIS_COST - 0.3 * (many - len(pairs))
    pairs = []
    if many and other and many * other <= _CELLS:
        pairs = _straight(said, true, ours, theirs) if many == other else []
        pairs = pairs or _table(said, true, ours, theirs)
    gained = sum(1.0 if said[one] == true[two] else NEAR for one, two in pairs)
    missed = max(many, other) - len(pairs)
    return pairs, gained - (missed if other <= many else min(missed, _GAP_COST))


def _in_order(said: list[str], true: list[str], ours: tuple[int, int], theirs: tuple[int, int]) -> list[Pair]:
    """Find words that stand between two ellipses, in their order; all of them or none."""
    pairs: list[Pair] = []
    place = theirs[0]
    for at in range(*ours):
        while place < theirs[1] and true[place] != said[at]:
            place += 1
        if place == theirs[1]:
            return []
        pairs.append((at, place))
        place += 1
    return pairs


def _straight(said: list[str], true: list[str], ours: tuple[int, int], theirs: tuple[int, int]) -> list[Pair]:
    """Pair word for word, if at least half of them agree."""
    shift = theirs[0] - ours[0]
    places = range(*ours)
    pairs = [(at, at + shift) for at in places if said[at] == true[at + shift] or near(said[at], true[at + shift])]
    return pairs if 2 * len(pairs) >= len(places) else []


def _table(said: list[str], true: list[str], ours: tuple[int, int], theirs: tuple[int, int]) -> list[Pair]:
    """Align globally (Needleman and Wunsch), for the most and nearest pairs in order."""
    rows, columns = ours[1] - ours[0], theirs[1] - theirs[0]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        one = said[ours[0] + row]
        for column in range(columns - 1, -1, -1):
            other = true[theirs[0] + column]
            gain = 1.0 if one == other else NEAR if near(one, other) else 0.0
            skip = max(best[row + 1][column], best[row][column + 1])
            best[row][column] = max(skip, gain + best[row + 1][column + 1]) if gain else skip
    pairs: list[Pair] = []
    row = column = 0
    while row < rows and column < columns:
        if best[row][column] == best[row + 1][column]:
            row += 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            pairs.append((ours[0] + row, theirs[0] + column))
            row, column = row + 1, column + 1
    return pairs


def _follow(said: list[str], true: list[str], begin: Pair, step: int) -> tuple[list[Pair], float]:
    """Go on from an end of a chain over words that differ, as long as it pays."""
    at, place = begin
    pairs: list[Pair] = []
    score = best = 0.0
    kept = 0
    while 0 <= at < len(said) and 0 <= place < len(true):
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
