"""A message as it is compared: its words, where they stand, what is marked, what is left out."""

from bisect import bisect_left
from dataclasses import dataclass

from bot.quotation.folding import Folded, between, ellipses, word_at
from bot.quotation.marked import Mark, marks


@dataclass(slots=True)
class Region:
    """Words of a message that are marked: first word, end (excluded), and how."""

    start: int
    end: int
    mark: Mark


class Message:
    """A message in comparison form, with its marks; it lives as long as its check."""

    __slots__ = ("ellipses", "folded", "keys", "marked", "regions", "spans", "text", "walls")

    def __init__(self, folded: Folded) -> None:
        self.folded = folded
        self.text = folded.text
        self.keys = folded.keys
        self.spans = folded.spans()
        self.ellipses = (
            frozenset(word_at(self.spans, start) for start, _ in ellipses(self.text)) if _dots(self.text) else ()
        )
        self.marked = marks(self.text)
        self.regions = [
            Region(start, end, marked.mark)
            for marked in self.marked
            if (start := word_at(self.spans, marked.span.start))
            < (end := bisect_left(self.spans, marked.span.end, key=_start))
        ]

        self.walls = [
            wall for region in self.regions if region.mark == Mark.QUOTED for wall in (region.start, region.end)
        ]

    def between(self, first: int, second: int) -> str:
        """Give what stands between two words."""
        return between(self.folded, self.spans, first, second)


def _start(span: tuple[int, int]) -> int:
    return span[0]


def _dots(text: str) -> bool:
    return "…" in text or ".." in text or ". ." in text or "[snip]" in text
