"""The words of the texts that are like an asked one: tantivy gives passages that have any, and they are told there.

Whose words a text's are often stands above it alone, so that the names of those who speak are looked through, too.
"""

from collections.abc import Callable, Iterable

import tantivy

from bot.search.records import Searcher
from bot.search.schema import schema

# Passages that are looked through at once, and how often: each time for words that none of those before had.
_AT_ONCE = 8
_ROUNDS = 8


def standing(like: Callable[[str], tantivy.Query], matches: Callable[[str], bool], searcher: Searcher) -> set[str]:
    """Give the words that a query finds which `like` makes for a field; `matches` tells them from the others there."""
    return _standing("words", like, matches, searcher) | _standing("names", like, matches, searcher)


def how_often(word: str, searcher: Searcher) -> int:
    """Count the passages that have a word, or the name of whose speaker does."""
    return max(searcher.doc_freq("words", word), searcher.doc_freq("names", word))


def _standing(
    field: str, like: Callable[[str], tantivy.Query], matches: Callable[[str], bool], searcher: Searcher
) -> set[str]:
    query, found = like(field), set[str]()
    for _ in range(_ROUNDS):
        hits = searcher.search(_without(query, field, found), _AT_ONCE, count=False).hits
        records = searcher.records(hits)
        words = {word for one in records for word in (one.words if field == "words" else one.names).split()}
        fresh = {word for word in words - found if matches(word)}
        found |= fresh
        if not fresh or len(hits) < _AT_ONCE:
            break
    return found


def _without(query: tantivy.Query, field: str, words: Iterable[str]) -> tantivy.Query:
    """Match what a query does, but for passages that have any of these words."""
    passed = [(tantivy.Occur.MustNot, tantivy.Query.term_query(schema(), field, word)) for word in words]
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, query), *passed]) if passed else query
