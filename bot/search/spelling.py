"""Reading a word that stands in no text as the nearest one that does."""

import tantivy

from bot.search.records import Searcher
from bot.search.schema import schema

# Words of that many letters may differ by one edit, and by two; shorter ones would turn into other words.
ONE_EDIT, TWO_EDITS = 4, 8
_LOOKED_THROUGH = 20


def nearest(word: str, searcher: Searcher) -> str | None:
    """Find the word of the texts that is nearest to a folded word: fewest edits, then the one most passages have."""
    if not word.isalpha() or len(word) < ONE_EDIT:
        return None
    for edits in (1, 2) if len(word) >= TWO_EDITS else (1,):
        found = _within(word, edits, searcher)
        if found:
            return min(found, key=lambda near: (near[:1] != word[:1], -searcher.doc_freq("words", near), near))
    return None


def _within(word: str, edits: int, searcher: Searcher) -> set[str]:
    """Give the words within that many edits in some passages that have one."""
    query = tantivy.Query.fuzzy_term_query(schema(), "words", word, distance=edits)
    hits = searcher.search(query, _LOOKED_THROUGH, count=False).hits
    standing = {other for record in searcher.records(hits) for other in record.words.split()}
    letters = set(word)
    near = (o for o in standing if abs(len(o) - len(word)) <= edits and len(letters ^ set(o)) <= 2 * edits)
    return {other for other in near if other.isalpha() and _edits(word, other) <= edits}


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
