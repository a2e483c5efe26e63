"""The words of the texts that are like an asked one: tantivy gives passages that have any, and they are told there."""

from collections.abc import Callable, Iterable

import tantivy

from bot.search.records import Searcher
from bot.search.schema import schema

# Passages that are looked through at once, and how often: each time for words that none of those before had.
_AT_ONCE = 8
_ROUNDS = 8


def standing(query: tantivy.Query, matches: Callable[[str], bool], searcher: Searcher) -> set[str]:
    """Give the words for which a query on words finds passages; `matches` tells them from the others there."""
    found = set[str]()
    for _ in range(_ROUNDS):
        hits = searcher.search(_without(query, found), _AT_ONCE, count=False).hits
        words = {word for record in searcher.records(hits) for word in record.words.split()}
        fresh = {word for word in words - found if matches(word)}
        found |= fresh
        if not fresh or len(hits) < _AT_ONCE:
            break
    return found


def _without(query: tantivy.Query, words: Iterable[str]) -> tantivy.Query:
    """Match what a query does, but for passages that have any of these words."""
    passed = [(tantivy.Occur.MustNot, tantivy.Query.term_query(schema(), "words", word)) for word in words]
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, query), *passed]) if passed else query
