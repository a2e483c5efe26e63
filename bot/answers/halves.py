"""Which sentences share quotation marks: quoted apart, they would show half of a quotation."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from bot.corpus.quotations import Quotation, quotations

# Hebrew and full-width marks, as the one that they stand for.
_PLAIN = str.maketrans("״＂", '""')
# Signs that only ever open or close a quotation, at an end of a word; single ones are apostrophes, too. (A class comes
# first in each pattern: then texts without any are passed over fast.)
_SIGN = re.compile(r"[\"“”„«»](?:(?<!\w.)|(?!\w))")
# Whether there may be any quotation at all: most words have no sign but the apostrophes inside them.
_ANY = re.compile(r"[\"“”„«»״＂‘'‹›「『](?:(?<!\w.)|(?<=[^‘'‹›「『])(?!\w))")
# What stands before the first words that somebody says, and at the end of the last ones.
_BEFORE, _STOPS = ("", *'.,:;!?…—–-"”’»)'), tuple(".,!?…")
# Sentences that are quoted together at most so that their marks close: a longer quotation is no longer a detail.
MOST = 5


@dataclass(frozen=True, slots=True)
class Halves:
    """Of a row of sentences: the first and last of those that a quotation runs over, and those with a lone mark."""

    runs: tuple[tuple[int, int], ...] = ()
    lone: frozenset[int] = frozenset()

    def whole(self, first: int, last: int, most: int = MOST) -> tuple[int, int] | None:
        """Widen a stretch of sentences until it cuts no quotation; None where that cannot be, or is too long."""
        before = None
        while before != (first, last):
            before = first, last
            for start, end in self.runs:
                if (first <= start <= last) != (first <= end <= last):
                    first, last = min(first, start), max(last, end)
        cut = last - first >= most or not self.lone.isdisjoint(range(first, last + 1))
        return None if cut else (first, last)


_NONE = Halves()


def halves(sentences: Sequence[str]) -> Halves:
    """Find which of the sentences of a passage share quotation marks."""
    words = " ".join(sentences)
    if not _ANY.search(words):
        return _NONE
    words = words.translate(_PLAIN)
    starts = [0, *accumulate(len(text) + 1 for text in sentences)]

    def at(place: int) -> int:
        """Give the sentence at a place."""
        return bisect_right(starts, place) - 1

    found = [one for one in _within(words) if one.closed]
    lone = {at(match.start()) for match in _SIGN.finditer(words) if not _held(match.start(), found)}
    runs = {(at(one.left), at(one.right - 1)) for one in found if not _apostrophes(words, one)}
    return Halves(tuple(sorted((a, b) for a, b in runs if a < b)), frozenset(lone))


def _within(words: str, before: int = 0) -> Iterator[Quotation]:
    """Give the quotations of a text with their places, those that stand in others, too."""
    for one in quotations(words):
        yield Quotation(before + one.start, before + one.end, before + one.left, before + one.right, one.closed)
        yield from _within(words[one.start : one.end], before + one.start)


def _apostrophes(words: str, one: Quotation) -> bool:
    """Whether single marks may be apostrophes ("'cause … the users' …"): no sentence begins and ends within them."""
    if words[one.left] not in "‘'":
        return False
    said = words[: one.left].rstrip()[-1:] in _BEFORE
    return not (said and (words[one.end - 1] in _STOPS or words[one.right : one.right + 1] in _STOPS))


def _held(place: int, found: Sequence[Quotation]) -> bool:
    return any(one.left <= place < one.right for one in found)
