"""Sentences without an end: a transcript without full stops, a table run together. No passage can hold one whole."""

import re
import unicodedata
from collections.abc import Iterator

MOST_WORDS = 240
"""More words than these are hardly a sentence, and no answer could show them in one piece."""
MOST_SIGNS = 2_400
"""The same for scripts that put no spaces between words, in code points."""
_MARKS = 30
_PAUSE = re.compile(r"[,;:،؛、，；：—–]\s+|[、，；：]")


def pieces(words: str, start: int, end: int, most: int) -> Iterator[tuple[int, int]]:
    """Give the place of a sentence, or, of an overlong one, places of at most `most` words, rather cut at a pause."""
    if end - start <= MOST_SIGNS and words.count(" ", start, end) < MOST_WORDS:
        yield start, end
        return
    total = words.count(" ", start, end) + 1
    each = -(-total // -(-total // most))  # pieces of like length, so that none is a small rest
    while start < end:
        stop = _stop(words, start, end, each)
        yield start, len(words[start:stop].rstrip()) + start
        start = stop
        while start < end and words[start].isspace():
            start += 1


def _stop(words: str, start: int, end: int, most: int) -> int:
    """Find where a piece ends: after so many words, or at the last pause in their second half."""
    bound = min(end, start + MOST_SIGNS // 2)
    stop = start
    for _ in range(most):
        stop = words.find(" ", stop + 1, bound)
        if stop < 0:
            break
    if stop < 0 and bound == end:
        return end
    if stop < 0:
        space = words.rfind(" ", start + 1, bound)
        stop = space if space > 0 else _whole(words, bound, end)
    pauses = [found.end() for found in _PAUSE.finditer(words, start + (stop - start) // 2, stop)]
    return pauses[-1] if pauses else stop


def _whole(words: str, stop: int, end: int) -> int:
    """Move a cut behind the marks that belong to the sign before it."""
    for place in range(stop, min(end, stop + _MARKS)):
        if not unicodedata.category(words[place]).startswith("M"):
            return place
    return stop
