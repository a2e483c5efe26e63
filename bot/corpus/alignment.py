"""Pairing the passages of two editions by their words; for `identity`, which tells the rule."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

from bot.corpus.likeness import Pair, Words, pairs

# docs/decisions/022: an edit changes less than half of the words; a part of a split has nearly all its words from one.
_EDITED = 0.6
_EDITED_AND_MOVED = 0.85
_CONTAINED = 0.85
_MARGIN = 0.15
# Two different passages of one text measured .42 at most.
_RELATED = 0.42
# What holds most of a passage may be its place, unless that is a few words that any passage holds.
_HELD = 0.7
_FEWEST = 5


class ChangeKind(StrEnum):
    """What became of a passage."""

    KEPT = "kept"
    EDITED = "edited"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    VANISHED = "vanished"
    ADDED = "added"
    ORPHAN = "orphan"


class Alignment:
    """Which old passage became which new one; places count from 0."""

    def __init__(self, old: Sequence[Words], new: Sequence[Words]) -> None:
        self._old = old
        self._new = new
        self.carried: dict[int, int] = {}
        self._fates: dict[int, tuple[ChangeKind, tuple[int, ...]]] = {}
        self._equal()
        left_old = set(range(len(old))) - self.carried.keys()
        left_new = set(range(len(new))) - set(self.carried.values())
        if left_old:
            near = pairs(old, new, left_old, left_new, self._beside(left_old, left_new))
            self._pairs = [pair for pair in near if pair.shared]
            self._parts(left_old, left_new)
            self._edits(left_old - self._fates.keys(), left_new)
            self._rest(left_old - self._fates.keys())

    def fates(self) -> Iterator[tuple[int, ChangeKind, tuple[int, ...]]]:
        """Tell what became of each old passage, in their order, and where its words are or may be."""
        for old in range(len(self._old)):
            kind, places = self._fates[old]
            yield old, kind, places

    def _equal(self) -> None:
        """Pair passages of equal words; equal ones among themselves by their neighbours, then in order."""
        old, new = self._old, self._new
        for around in (_both_neighbours, _one_before, _one_after, _itself):
            self._pair_by(around, unique=True)
        self._pair_by(_itself, unique=False)
        straight = _longest_ascent([self.carried[place] for place in sorted(self.carried)])
        for place, other in self.carried.items():
            self._fates[place] = (ChangeKind.KEPT if other in straight else ChangeKind.MOVED, ())
        gone = {words: place for place, words in enumerate(new) if words}
        for place in set(range(len(old))) - self.carried.keys():
            if old[place] in gone:  # one of several equal passages went: its words are still there
                self._fates[place] = (ChangeKind.MERGED, (gone[old[place]],))

    def _pair_by(self, key: Callable[[Sequence[Words], int], Hashable], unique: bool) -> None:
        matched = set(self.carried.values())
        old_places = _by_key(self._old, key, self.carried)
        for name, new_places in _by_key(self._new, key, matched).items():
            candidates = old_places.get(name, [])
            if not unique or len(candidates) == len(new_places) == 1:
                self.carried.update(zip(candidates, new_places, strict=False))

    def _beside(self, left_old: set[int], left_new: set[int]) -> Iterator[tuple[int, int]]:
        """Pair what stands at about the same place between the same two kept passages."""
        anchors = [
            (old, self.carried[old]) for old, (kind, _) in sorted(self._fates.items()) if kind == ChangeKind.KEPT
        ]
        ends = [*anchors, (len(self._old), len(self._new))]
        for (old, new), (old_end, new_end) in pairwise([(-1, -1), *ends]):
            gap = [place for place in range(new + 1, new_end) if place in left_new]
            for rank, place in enumerate(place for place in range(old + 1, old_end) if place in left_old):
                yield from ((place, other) for other in gap[max(0, rank - 1) : rank + 2])

    def _parts(self, left_old: set[int], left_new: set[int]) -> None:
        """Find old passages that were cut into several new ones, and several that were joined into one."""
        inside_old: defaultdict[int, list[Pair]] = defaultdict(list)
        inside_new: defaultdict[int, list[Pair]] = defaultdict(list)
        for pair in self._pairs:
            if pair.old in left_old and pair.new in left_new:
                if pair.of_new >= _CONTAINED:
                    inside_old[pair.old].append(pair)
                if pair.of_old >= _CONTAINED:
                    inside_new[pair.new].append(pair)
        for old, parts in inside_old.items():
            if _are_parts([p.new for p in parts]) and sum(p.shared for p in parts) >= _CONTAINED * parts[0].old_words:
                self._fates[old] = (ChangeKind.SPLIT, tuple(p.new for p in parts))
        for new, parts in inside_new.items():
            whole = sum(p.shared for p in parts) <= parts[0].new_words
            if whole and _are_parts([p.old for p in parts]):
                for pair in parts:
                    self._fates.setdefault(pair.old, (ChangeKind.MERGED, (new,)))

    def _edits(self, left_old: set[int], left_new: set[int]) -> None:
        """Carry over what was edited: alike enough, and nothing else in either edition nearly as like."""
        parts = {place for kind, places in self._fates.values() if kind != ChangeKind.ORPHAN for place in places}
        best_old, best_new = _two_best(self._pairs, "old"), _two_best(self._pairs, "new")
        anchors = sorted(place for place, (kind, _) in self._fates.items() if kind == ChangeKind.KEPT)
        for pair in self._pairs:
            if pair.old not in left_old or pair.new not in left_new - parts:
                continue
            sure = all(
                best[0] == pair and (len(best) == 1 or best[1].ratio <= pair.ratio - _MARGIN)
                for best in (best_old[pair.old], best_new[pair.new])
            )
            needed = _EDITED if self._in_order(pair, anchors) else _EDITED_AND_MOVED
            if sure and pair.ratio >= needed:
                self.carried[pair.old] = pair.new
                self._fates[pair.old] = (ChangeKind.EDITED, ())

    def _in_order(self, pair: Pair, anchors: list[int]) -> bool:
        """Whether the kept passages around the old one also stand around the new one."""
        after = bisect_left(anchors, pair.old)
        follows = after == 0 or self.carried[anchors[after - 1]] < pair.new
        precedes = after == len(anchors) or pair.new < self.carried[anchors[after]]
        return follows and precedes

    def _rest(self, left_old: set[int]) -> None:
        """What is like something new, but not surely the same, is an orphan; what is like nothing has vanished."""
        like: defaultdict[int, list[Pair]] = defaultdict(list)
        for pair in self._pairs:
            held = max(pair.of_new, pair.of_old) >= _HELD and pair.shared >= _FEWEST
            if pair.old in left_old and (held or pair.ratio >= _RELATED):
                like[pair.old].append(pair)
        for old in left_old:
            nearest = sorted(like[old], key=lambda pair: (-pair.ratio, pair.new))
            kind = ChangeKind.ORPHAN if nearest else ChangeKind.VANISHED
            self._fates[old] = (kind, tuple(pair.new for pair in nearest[:3]))


def _by_key(
    passages: Sequence[Words], key: Callable[[Sequence[Words], int], Hashable], without: Iterable[int]
) -> dict[Hashable, list[int]]:
    found: defaultdict[Hashable, list[int]] = defaultdict(list)
    skipped = set(without)
    for place in range(len(passages)):
        if place not in skipped:
            found[key(passages, place)].append(place)
    return found


def _itself(passages: Sequence[Words], place: int) -> Hashable:
    return passages[place]


def _one_before(passages: Sequence[Words], place: int) -> Hashable:
    return passages[place], passages[place - 1] if place else None


def _one_after(passages: Sequence[Words], place: int) -> Hashable:
    return passages[place], passages[place + 1] if place + 1 < len(passages) else None


def _both_neighbours(passages: Sequence[Words], place: int) -> Hashable:
    return _one_before(passages, place), _one_after(passages, place)


def _longest_ascent(places: Sequence[int]) -> set[int]:
    """Give the longest ascending subsequence (patience sorting, n log n): what stayed in order."""
    tails: list[int] = []
    at: list[int] = []
    for place in places:
        height = bisect_left(tails, place)
        tails[height : height + 1] = [place]
        at.append(height)
    found: set[int] = set()
    height = len(tails) - 1
    for place, reached in zip(reversed(places), reversed(at), strict=True):
        if reached == height:
            found.add(place)
            height -= 1
    return found


def _are_parts(places: list[int]) -> bool:
    """Whether two or more passages stand one after the other."""
    return len(places) > 1 and all(later - earlier == 1 for earlier, later in pairwise(places))


def _two_best(found: Sequence[Pair], side: str) -> dict[int, list[Pair]]:
    best: defaultdict[int, list[Pair]] = defaultdict(list)
    for pair in found:
        best[getattr(pair, side)].append(pair)
    return {place: sorted(several, key=lambda pair: -pair.ratio)[:2] for place, several in best.items()}
