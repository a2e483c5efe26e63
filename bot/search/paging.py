"""A page of what was found: its matches, and what comes near where they don't fill it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice

import tantivy

from bot.search.finding import Match
from bot.search.ranking import about, nearest, rank, titled
from bot.search.records import Searcher
from bot.search.scale import Scale
from bot.search.standing import cover

# tantivy's candidates that are ranked at once, and how often that is repeated for an answer that goes on and on.
POOL = 25
_POOLS = 20
# Where words are weighed by what they mean, too, the likeliest by words alone are less likely to be the best.
SENSED = 100

Allowed = Callable[[Iterable[Match]], Iterator[Match]]
"""Passes over the matches that may not be shown."""


@dataclass(frozen=True, slots=True)
class Page:
    """The matches of a page, and what comes near without being an answer where it isn't filled."""

    matches: tuple[Match, ...] = ()
    nearest: tuple[Match, ...] = ()

    def part(self, start: int, stop: int) -> "Page":
        """Give a part of the matches; only a first page that they don't fill has others."""
        rest = self.nearest[: max(stop - len(self.matches), 0)] if start == 0 else ()
        return Page(self.matches[start:stop], rest)

    def filled(self, others: "Page", limit: int) -> "Page":
        """Fill the page with what lacks an asked phrase, as what comes near."""
        there = {match.passage for match in self.matches}
        rest = (match for match in (*others.matches, *others.nearest) if match.passage not in there)
        return replace(self, nearest=tuple(islice(rest, limit - len(self.matches))))


def worded(searcher: Searcher, query: tantivy.Query, scale: Scale, start: int, stop: int, allowed: Allowed) -> Page:
    """Rank tantivy's candidates, one pool after the other, until one has no answer or the page is full.

    Where none of the likeliest answers, passages of texts whose title has what was asked do. What comes near without
    being an answer is only looked for among the likeliest, on a first page; and where none of them has enough of the
    question for the texts to be about it, all of them only come near.
    """
    told, ranked = False, rank
    found: list[Match] = []
    others: list[Match] = []
    pool = SENSED if scale.sense.words else POOL
    for first in range(0, pool * _POOLS, pool):
        hits = searcher.search(query, pool, count=False, offset=first).hits
        covered = cover(searcher.records(hits), scale)
        matches = ranked(covered, scale)
        told = told or (first == 0 and about(covered, scale))
        if first == 0 and not matches and (matches := titled(covered, scale)):
            told, ranked = True, titled
        found.extend(allowed(matches))
        if first == 0 and start == 0 and len(found) < stop and len(matches) < len(covered):
            there = {match.passage for match in matches}
            others = [match for match in nearest(covered, scale) if match.passage not in there]
        if not matches or len(hits) < pool or len(found) >= stop:
            break
    rest = tuple(islice(allowed(others), max(stop - len(found), 0)))
    if not told:
        return Page((), _near(found[:stop], rest) if start == 0 else ())
    return Page(tuple(found[start:stop]), rest)


def _near(*found: Iterable[Match]) -> tuple[Match, ...]:
    return tuple(sorted(chain(*found), key=lambda match: (-match.score, match.source, match.number)))
