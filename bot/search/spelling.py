"""Reading a word that stands in no text as the nearest one that does."""

from itertools import pairwise

import tantivy

from bot.search.lexicon import spelt_alike
from bot.search.records import Searcher
from bot.search.schema import schema
from bot.search.vocabulary import how_often, standing

# Words of that many letters may differ by one edit, by another letter, and by two edits; shorter ones would turn into
# other words.
ONE_EDIT, ANOTHER_LETTER, TWO_EDITS = 4, 5, 8
# With two edits, words have at least so much in common (Dice's coefficient over pairs of letters).
IN_COMMON = 0.6


def nearest(word: str, searcher: Searcher, *, known: bool = False) -> str | None:
    """Find the word of the texts that is nearest to a folded word: by edits, and then by what they have in common.

    What is `known` to be a word is no misspelt one: it is only found as it is spelt elsewhere ("centre", "center").
    """
    if not word.isalpha() or len(word) < ONE_EDIT:
        return None
    for edits in (1, 2) if len(word) >= TWO_EDITS else (1,):
        found = _within(word, edits, searcher)
        if known:
            found = {near for near in found if spelt_alike(word, near)}
        if found:
            return min(found, key=lambda near: (*_strangeness(word, near), -how_often(near, searcher), near))
    return None


def _within(word: str, edits: int, searcher: Searcher) -> set[str]:
    """Give the words of the texts within that many edits.

    A word that begins with another letter is another word: the first letter is seldom misspelt (Yannakoudakis and
    Fawthrop, "The rules of spelling errors", 1983). It may be left out, put in or swapped with the second.
    """
    letters = set(word)

    def near(other: str) -> bool:
        """Whether a word is within so many edits; most are told by their length and letters alone."""
        alike = abs(len(other) - len(word)) <= edits and len(letters ^ set(other)) <= 2 * edits
        return alike and _edits(word, other) <= edits

    found = standing(
        lambda field: tantivy.Query.fuzzy_term_query(schema(), field, word, distance=edits), near, searcher
    )
    return {other for other in found if other.isalpha() and _may_be(word, other, edits)}


def _may_be(word: str, other: str, edits: int) -> bool:
    if edits > 1:
        return other[0] == word[0] and _in_common(word, other) >= IN_COMMON
    replaced = len(other) == len(word) and sorted(other) != sorted(word)
    return not replaced or (other[0] == word[0] and len(word) >= ANOTHER_LETTER)


def _strangeness(word: str, other: str) -> tuple[bool, float]:
    """Order words that are as many edits away: those with the same letters first, then by what they have in common,
    which prefers a letter more to a letter less, and that to another letter.
    """
    return sorted(word) != sorted(other), -_in_common(word, other)


def _in_common(word: str, other: str) -> float:
    ones, others = _pairs(word), _pairs(other)
    return 2 * len(ones & others) / (len(ones) + len(others))


def _pairs(word: str) -> set[tuple[str, str]]:
    return set(pairwise(f" {word} "))


def _edits(one: str, other: str) -> int:
    """Count the edits between two words: letters added, dropped, changed, or two swapped (Damerau, 1964)."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            best = min(row[j - 1] + 1, rows[-1][j] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]
