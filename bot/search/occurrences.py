"""Where a word or phrase stands: its passages in reading order, counted from the index without reading the texts.

An occurrence of a phrase is its words in a row, folded, whatever punctuation stands between them. `govern*` means every
word that begins so; only the last word may.
"""

import re
from dataclasses import dataclass
from itertools import accumulate

import tantivy

from bot.errors import QuestionEmpty, QuestionTooLong
from bot.search.analysis import words
from bot.search.finding import Occurrences, Place
from bot.search.querying import count, phrase, term, within
from bot.search.records import Searcher
from bot.search.schema import AGAIN, schema

LONGEST_TERM = 300
# Passages that are counted through for a phrase; single words and prefixes are counted from the index alone.
COUNTED_THROUGH = 400
_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Sought:
    """A term of a concordance: its folded words, and whether the last one only begins so."""

    words: tuple[str, ...]
    prefix: bool = False

    @classmethod
    def of(cls, term: str) -> "Sought":
        """Read a term. Raises QuestionEmpty and QuestionTooLong."""
        if len(term) > LONGEST_TERM:
            raise QuestionTooLong(len(term), LONGEST_TERM)
        found = tuple(words(term))
        if not found:
            raise QuestionEmpty
        return cls(found, prefix=bool(re.search(r"\w\*\W*$", term)))

    def pattern(self) -> re.Pattern[str]:
        """Match an occurrence in a line of folded words with a space before and after each."""
        ending = r"\S*" if self.prefix else ""
        return re.compile(rf"(?= {' '.join(map(re.escape, self.words))}{ending} )")


def locate(
    searcher: Searcher,
    sought: Sought,
    source: str | None,
    limit: int,
    offset: int,
    without: frozenset[str] = frozenset(),
) -> Occurrences:
    """Give the occurrences number `offset` to `offset + limit` (from 0) in reading order, and how many there are.

    Those in the passages `without` are left out; then a word is counted like a phrase.
    """
    query = within(_query(sought), source)
    in_passages = count(searcher, query)
    places = _page(searcher, query, sought, limit, offset, without)
    if len(sought.words) == 1 and not without:
        return Occurrences(places, in_passages, _total_of_word(searcher, sought, source))
    if in_passages > COUNTED_THROUGH:
        most = in_passages - len(without)
        return Occurrences(places, most, most, at_least=True)
    counted = _counts(searcher, query, sought, 0, COUNTED_THROUGH)
    passed = frozenset(passage for passage, _ in counted) & without
    total = sum(times for passage, times in counted if passage not in passed)
    return Occurrences(places, in_passages - len(passed), total, passed=passed)


def _query(sought: Sought) -> tantivy.Query:
    *before, last = sought.words
    if not sought.prefix:
        return phrase(sought.words)
    if not before:
        return tantivy.Query.regex_query(schema(), "words", f"{re.escape(last)}.*")
    return tantivy.Query.regex_phrase_query(schema(), "words", [*map(re.escape, before), f"{re.escape(last)}.*"])


def _total_of_word(searcher: Searcher, sought: Sought, source: str | None) -> int:
    """Add up the passages that have the word, those that have it a second time, a third time …"""
    word = sought.words[0]
    among = term("source", source) if source else tantivy.Query.all_query()
    again = searcher.terms_with_prefix("again", word if sought.prefix else word + AGAIN, among)
    standing = searcher.terms_with_prefix("words", word, among) if sought.prefix else []
    once = sum(n for _, n in standing) if sought.prefix else count(searcher, within(_query(sought), source))
    return once + sum(n for _, n in again)


def _page(
    searcher: Searcher,
    query: tantivy.Query,
    sought: Sought,
    limit: int,
    offset: int,
    without: frozenset[str],
) -> tuple[Place, ...]:
    places: list[Place] = []
    seen, start = 0, 0
    while seen < offset + limit:
        found = _counts(searcher, query, sought, start, _AT_ONCE)
        counted = [(passage, 0 if passage in without else times) for passage, times in found]
        for (passage, times), past in zip(counted, accumulate((c for _, c in counted), initial=seen), strict=False):
            first, last = max(offset - past, 0), min(offset + limit - past, times)
            if first < last:
                places.append(Place(passage, first, last - first))
        seen += sum(count for _, count in counted)
        start += _AT_ONCE
        if len(counted) < _AT_ONCE:
            break
    return tuple(places)


def _counts(searcher: Searcher, query: tantivy.Query, sought: Sought, start: int, many: int) -> list[tuple[str, int]]:
    """Give passages in reading order from number `start`, each with how often the term stands in it."""
    order = tantivy.Order.Asc
    found = searcher.search(query, many, count=False, order_by_field="place", offset=start, order=order)
    pattern = sought.pattern()
    return [(one.passage, sum(1 for _ in pattern.finditer(one.words))) for one in searcher.records(found.hits)]
