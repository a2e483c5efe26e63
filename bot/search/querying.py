"""Asking tantivy: queries are built of analysed terms, never parsed from what somebody typed."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import tantivy

from bot.search.letters import attaching
from bot.search.letters import term_of as run_of
from bot.search.question import Term
from bot.search.records import Searcher
from bot.search.scale import KIN, Scale, Weighed
from bot.search.schema import schema, speaker_key
from bot.search.synonyms.groups import meaningless

# Where terms are looked up, and how much each place counts among tantivy's candidates.
FIELDS = {"text": 1.0, "headings": 0.3, "title": 0.2, "names": 0.8}

# Terms that a title has at least, if it is what was asked for in several.
_TITLED = 2


def term(field: str, value: str) -> tantivy.Query:
    """Match the passages that have a term."""
    return tantivy.Query.term_query(schema(), field, value, "freq")


def phrase(words: Sequence[str]) -> tantivy.Query:
    """Match the passages in which folded words stand in a row."""
    if len(words) == 1:
        return term("words", words[0])
    return tantivy.Query.phrase_query(schema(), "words", list(words))


def weighed_of(term: Term, searcher: Searcher) -> Weighed:
    """Weigh a term: by its own stems, or, where none of them stands in the texts, by its other forms.

    One of these has to stand there whole then: five letters of it may be of any word.
    """
    total = max(searcher.num_docs, 1)
    having = max(searcher.doc_freq(field, stem) for field in FIELDS for stem in term.stems)
    if not having and not any(searcher.doc_freq("words", form.word) for form in term.kin):
        return Weighed.of(term, 0, total)
    stems = dict.fromkeys(form.stem for form in term.kin)
    kin = {stem: often for stem in stems if (often := searcher.doc_freq("text", stem))}
    return Weighed.of(term, having or max(kin.values(), default=0), total, tuple(kin))


def every_of(field: str, values: Iterable[str]) -> tantivy.Query:
    """Match the passages that have all of some terms."""
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, term(field, value)) for value in values])


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
        (tantivy.Occur.Should, tantivy.Query.boost_query(term(field, part), boost * share))
        for item in scale.terms
        for part, share in _parts(item)
        for field, boost in FIELDS.items()
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


def _parts(item: Weighed) -> Iterator[tuple[str, float]]:
    """Give the stems by which the synonyms of a term are looked up, with what each of them counts.

    A phrase is looked up by its words that carry meaning, and read as one by the ranking: only of single terms tantivy
    can pass over what won't be among the best.
    """
    for other in item.others:
        share = other.weight / item.weight if item.weight else 0.0
        words = other.term.word.split(" ")
        for stems in other.term.stems:
            parts = stems.split(" ")
            telling = [part for part, word in zip(parts, words, strict=True) if not meaningless(word)]
            yield from ((part, share / len(telling)) for part in telling)


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
    words = [each for item in enough for each in (item, *item.others) if " " not in each.term.word]
    should = [(tantivy.Occur.Should, term(field, stem)) for each in words for stem in each.term.stems for field in own]
    formed = (stem for each in words if KIN * each.claim > scale.least for stem in each.kin)
    should += ((tantivy.Occur.Should, term("text", stem.strip())) for stem in formed)
    if not should:
        return None
    must = [(tantivy.Occur.Must, phrase(words)) for words in scale.phrases]
    return tantivy.Query.boolean_query([*must, (tantivy.Occur.Must, tantivy.Query.boolean_query(should))])


def titled(scale: Scale) -> tantivy.Query | None:
    """Match the passages of texts whose title has two of the terms, or the only one; None where there is none."""
    each: list[tuple[tantivy.Occur, tantivy.Query]] = []
    for item in scale.terms:
        if item.present:
            stems = (*item.term.stems, *(part for part, _ in _parts(item)))
            own = [(tantivy.Occur.Should, term("title", stem)) for stem in stems]
            each.append((tantivy.Occur.Should, tantivy.Query.boolean_query(own)))
    if not each:
        return None
    must = [(tantivy.Occur.Must, phrase(words)) for words in scale.phrases]
    return tantivy.Query.boolean_query([*must, *each], min(len(each), _TITLED))


def needs_several(scale: Scale) -> bool:
    """Whether terms that aren't enough of the question one by one may be it together, or a synonym is a phrase."""
    small = [item for item in scale.terms if item.present and item.claim <= scale.least]
    every = [each for item in scale.terms if item.present for each in (item, *item.others)]
    parts = any(each.kin or attaching(each.term.word) or " " in each.term.word for each in every)
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
