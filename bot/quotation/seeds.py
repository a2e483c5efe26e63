"""Where to begin: passages that share runs of three words with a message.

Rare runs are looked up one by one. A stretch of the message with only frequent runs ("as well as the", "in the case
of") is looked up as a whole: only passages that have several of them at the same distance from each other count.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from bot.quotation.segment import Segment
from bot.quotation.shingles import RUN, Numbers, numbers, shingles

Seed = tuple[int, int]

# A run that stands in more places than this tells little by itself.
RARE = 12
_MOST = 3_000
_COMMON_MOST = 40_000
_COMMON_PLACES = 12


@dataclass(slots=True)
class Seeds:
    """`candidates`: passages with (word of the message, word of the passage) for each shared run, the most first.

    `places` says in how many places each run of the message stands, by its first word.
    """

    candidates: list[tuple[tuple[int, int], list[Seed]]] = field(default_factory=list)
    places: dict[int, int] = field(default_factory=dict)


def find(segments: Sequence[Segment], keys: list[str]) -> Seeds:
    """Look up all runs of some keys in all segments."""
    seeds = Seeds()
    if len(keys) < RUN:
        return seeds
    asked = shingles(numbers(keys))
    found: dict[tuple[int, int], list[Seed]] = {}
    for number, segment in enumerate(segments):
        if len(segment.runs):
            _in_segment(number, segment, asked, found, seeds.places)
    seeds.candidates = sorted(found.items(), key=_by_runs)
    return seeds


def _by_runs(candidate: tuple[tuple[int, int], list[Seed]]) -> int:
    return -len(candidate[1])


def _in_segment(
    number: int, segment: Segment, asked: Numbers, found: dict[tuple[int, int], list[Seed]], known: dict[int, int]
) -> None:
    runs = segment.runs
    low = runs.searchsorted(asked)
    at = (runs.take(low, mode="clip") == asked).nonzero()[0]
    if not len(at):
        return
    low = low[at]
    count = runs.searchsorted(asked[at], "right") - low
    listed = count.tolist()
    for word, many in zip(at.tolist(), listed, strict=True):
        known[word] = known.get(word, 0) + many
    if max(listed) > RARE:
        rare = count <= RARE
        common = _stretches(at, rare)
        if common.any():
            _common(number, segment, at[common], low[common], count[common], found)
        at, low, count = at[rare], low[rare], count[rare]
    if len(at):
        words, places = _places(segment, at, low, count)
        _collect(number, segment, words[:_MOST], places[:_MOST], found)


def _places(
    segment: Segment, at: npt.NDArray[np.int64], low: npt.NDArray[np.int64], count: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], Numbers]:
    if int(count.max()) == 1:
        return at, segment.places[low]
    ends = count.cumsum()
    offsets = np.arange(int(ends[-1])) + np.repeat(low - ends + count, count)
    return np.repeat(at, count), segment.places[offsets]


def _collect(
    number: int,
    segment: Segment,
    words: npt.NDArray[np.int64],
    places: Numbers,
    found: dict[tuple[int, int], list[Seed]],
) -> None:
    passages = segment.starts.searchsorted(places, "right") - 1
    inside = places - segment.starts[passages]
    alive = segment.alive
    whole = segment.living == len(segment)
    for word, passage, place in zip(words.tolist(), passages.tolist(), inside.tolist(), strict=True):
        if whole or alive[passage]:
            handle = (number, passage)
            if handle in found:
                found[handle].append((word, place))
            else:
                found[handle] = [(word, place)]


def _stretches(at: npt.NDArray[np.int64], rare: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Tell which frequent runs have no rare one near: those are reached from the rare ones."""
    near = np.zeros(int(at[-1]) + 2 * RUN + 1, np.bool_)
    for place in at[rare].tolist():
        near[max(0, place - RUN) : place + RUN + 1] = True
    return ~rare & ~near[at]


def _common(
    number: int,
    segment: Segment,
    at: npt.NDArray[np.int64],
    low: npt.NDArray[np.int64],
    count: npt.NDArray[np.int64],
    found: dict[tuple[int, int], list[Seed]],
) -> None:
    order = count.argsort(kind="stable")
    order = order[count[order].cumsum() <= _COMMON_MOST]
    if not len(order):
        return
    words, places = _places(segment, at[order], low[order], count[order])
    diagonal = places.astype(np.int64) - words
    _, first, many = np.unique(diagonal, return_index=True, return_counts=True)
    best = np.argsort(-many, kind="stable")[:_COMMON_PLACES]
    best = best[many[best] >= min(2, len(order))]
    chosen = np.isin(diagonal, diagonal[first[best]])
    _collect(number, segment, words[chosen], places[chosen], found)
