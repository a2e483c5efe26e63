"""Asking tantivy: queries are built of analysed terms, never parsed from what somebody typed."""

from collections.abc import Iterable, Sequence
from typing import Any

import tantivy

from bot.search.letters import attaching
from bot.search.letters import term_of as run_of
from bot.search.records import Searcher
from bot.search.scale import KIN, Scale
from bot.search.schema import schema, speaker_key

# Where terms are looked up, and how much each place counts among tantivy's candidates.
FIELDS = {"text": 1.0, "headings": 0.3, "title": 0.2, "names": 0.8}


def term(field: str, value: str) -> tantivy.Query:
    """Match the passages that have a term."""
    return tantivy.Query.term_query(schema(), field, value, "freq")


def phrase(words: Sequence[str]) -> tantivy.Query:
    """Match the passages in which folded words stand in a row."""
    if len(words) == 1:
        return term("words", words[0])
    return tantivy.Query.phrase_query(schema(), "words", list(words))


def query_of(scale: Scale, source: str | None, speaker: str | None) -> tantivy.Query | None:
    """Match what has any of the terms and all of the phrases; None where nothing can.

    The query is flat where nothing is filtered: only then can tantivy skip what won't be among the best.
    """
    should = [
        (tantivy.Occur.Should, tantivy.Query.boost_query(term(field, stem), boost))
        for item in scale.terms
        if item.present
        for stem in item.term.stems
        for field, boost in FIELDS.items()
    ]
    should += (
        (tantivy.Occur.Should, tantivy.Query.boost_query(term("text", stem.strip()), KIN))
        for item in scale.terms
        for stem in item.kin
    )
    should += (
        (tantivy.Occur.Should, tantivy.Query.boost_query(term("letters", run_of(run.letters)), scale.letters.part))
        for run in scale.letters.runs
        if attaching(run.word)
    )
    must = [phrase(words) for words in scale.phrases]
    if source:
        must.append(term("source", source))
    if speaker:
        must.append(term("speaker", speaker_key(speaker)))
    if not should and not scale.phrases:
        return None
    if not must:
        return tantivy.Query.boolean_query(should)
    least = 0 if scale.phrases else 1
    return tantivy.Query.boolean_query([*((tantivy.Occur.Must, one) for one in must), *should], least)


def of_ids(passages: Iterable[str], source: str | None, speaker: str | None) -> tantivy.Query:
    """Match passages by their ids, of those that are in the text and by or of the speaker where these are given."""
    must = [tantivy.Query.term_set_query(schema(), "id", list(passages))]
    if source:
        must.append(term("source", source))
    if speaker:
        must.append(term("speaker", speaker_key(speaker)))
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, one) for one in must])


def alone(scale: Scale) -> tantivy.Query | None:
    """Match the passages that have a term which is enough of the question by itself; None where no term is."""
    enough = [item for item in scale.terms if item.present and item.claim > scale.least]
    own = [field for field in FIELDS if field != "title"]
    should = [(tantivy.Occur.Should, term(field, stem)) for item in enough for stem in item.term.stems for field in own]
    formed = (stem for item in enough if KIN * item.claim > scale.least for stem in item.kin)
    should += ((tantivy.Occur.Should, term("text", stem.strip())) for stem in formed)
    if not should:
        return None
    must = [(tantivy.Occur.Must, phrase(words)) for words in scale.phrases]
    return tantivy.Query.boolean_query([*must, (tantivy.Occur.Must, tantivy.Query.boolean_query(should))])


def needs_several(scale: Scale) -> bool:
    """Whether terms that aren't enough of the question one by one may be it together."""
    small = [item for item in scale.terms if item.present and item.claim <= scale.least]
    parts = any(item.present and (item.kin or attaching(item.term.word)) for item in scale.terms)
    return parts or sum(item.claim for item in small) > scale.least


def sources_of(searcher: Searcher, query: tantivy.Query) -> list[str]:
    """Give the ids of the texts that have a passage which matches."""
    return [source for source, _ in searcher.terms_with_prefix("source", "", query)]


def within(query: tantivy.Query, source: str | None) -> tantivy.Query:
    """Narrow a query to one text."""
    if source is None:
        return query
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, term("source", source)), (tantivy.Occur.Must, query)])


def count(searcher: Searcher, query: tantivy.Query) -> int:
    """Count the passages that match."""
    found: Any = searcher.search(query, 1, count=True)  # tantivy's annotations leave `count` out
    return int(found.count)
