"""How alike passages of two editions are, told by their words in order; for `identity`."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

Words = tuple[str, ...]

# A pair of words that stands in more passages than this tells none of them apart.
_COMMON = 24
_CANDIDATES = 6


@dataclass(frozen=True, slots=True)
class Pair:
    """An old and a new passage, by their places, and how many words they share in order."""

    old: int
    new: int
    shared: int
    old_words: int
    new_words: int

    @property
    def ratio(self) -> float:
        """Likeness from 0 to 1: twice the shared words by all words (Ratcliff and Obershelp, as difflib has it)."""
        return 2 * self.shared / (self.old_words + self.new_words)

    @property
    def of_old(self) -> float:
        """The share of the old passage that stands in the new one."""
        return self.shared / self.old_words

    @property
    def of_new(self) -> float:
        """The share of the new passage that comes from the old one."""
        return self.shared / self.new_words


def pairs(
    old: Sequence[Words],
    new: Sequence[Words],
    wanted_old: set[int],
    wanted_new: set[int],
    beside: Iterable[tuple[int, int]] = (),
) -> list[Pair]:
    """Compare passages that share runs of words, as long as one of each pair is wanted; in order, the old ones first.

    Only the few nearest of each passage are compared word by word, so the time grows with the number of passages.
    `beside` has pairs to compare because of their place: where every run is common, only that tells candidates.
    """
    near = set(_nearest(old, new, wanted_old)) | set(beside)
    near |= {(one, other) for other, one in _nearest(new, old, wanted_new)}
    return [_compare(one, other, old[one], new[other]) for one, other in sorted(near)]


def _nearest(asking: Sequence[Words], among: Sequence[Words], wanted: set[int]) -> Iterator[tuple[int, int]]:
    places: defaultdict[Words, list[int]] = defaultdict(list)
    for place, words in enumerate(among):
        for run in _runs(words):
            places[run].append(place)
    for place in sorted(wanted):
        votes: Counter[int] = Counter()
        for run in _runs(asking[place]):
            if len(places.get(run, ())) <= _COMMON:
                votes.update(places.get(run, ()))
        for other, _ in votes.most_common(_CANDIDATES):
            yield place, other


def _runs(words: Words) -> set[Words]:
    """Give the pairs of neighbouring words; of a single word, itself."""
    return set(pairwise(words)) or {words}


def _compare(old: int, new: int, old_words: Words, new_words: Words) -> Pair:
    matcher = SequenceMatcher(None, old_words, new_words, autojunk=False)
    shared = sum(block.size for block in matcher.get_matching_blocks())
    return Pair(old, new, shared, len(old_words) or 1, len(new_words) or 1)
