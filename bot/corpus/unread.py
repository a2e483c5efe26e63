"""Paragraphs in a conversation that open like a turn whose label could not be read: they are not the last speaker's."""

import re
from collections import Counter
from collections.abc import Collection

from bot.corpus.labels import TIME
from bot.corpus.turnwords import NO_LABEL
from bot.corpus.units import Page
from bot.corpus.words import word_set
from bot.model import BlockKind

# What looks like a label and is none that could be read: "**The lady in red:** …".
_HEAD = re.compile(
    rf"{TIME}(?P<bold>\*\*|__)?"
    r"(?P<head>[^\W\d_](?:[^:：*_\n.!?]|\.(?=[ )])){1,60}?\.?)\s?(?:[:：](?:\*\*|__)?|(?:\*\*|__)[:：])\s"
)
_TIES = word_set("of the for and de van von der з із у в")
_STRESS = frozenset("*_")


def unread(page: Page, units: range, labelled: Collection[int]) -> frozenset[int]:
    """Find the paragraphs that begin like a turn of somebody whose label could not be read.

    They begin in bold, as labels do there, with the same words again and again, or in the form of a name with
    brackets behind it or alone on its line.
    """
    signs = {page.text[label.start] for number in labelled if (label := page.units[number].label)}
    heads = {
        number: found
        for number in units
        if number not in labelled
        and page.units[number].kind is BlockKind.PARAGRAPH
        and (found := _HEAD.match(page.text, page.units[number].spans[0].start))
    }
    often = Counter(found["head"] for found in heads.values() if not found["head"][0].islower())
    return frozenset(
        number
        for number, found in heads.items()
        if (signs <= _STRESS and found["bold"]) or often[found["head"]] > 1 or _is_formed(page, number, found)
    )


def _is_formed(page: Page, number: int, found: re.Match[str]) -> bool:
    """Whether a paragraph's head looks like a label: "Jane Doe (Orrin North):", "Hon. Members:", "Jane:" by itself."""
    head, _, seat = found["head"].rstrip(" )").partition("(")
    words = head.split()
    if (
        not words
        or words[0].casefold().strip(".") in NO_LABEL
        or not all(word[0].isupper() or (seat and word in _TIES) for word in words)
    ):
        return False
    whole = found.end() >= page.units[number].spans[-1].end
    return bool(seat) or whole or (len(words) > 1 and page.text[found.end("head")] == ":" and words[0].endswith("."))
