"""The index: a cache of the library, in a folder or in memory, that is built anew whenever it isn't whole."""

import asyncio
import copy
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

import tantivy

from bot.corpus.caching import Cache
from bot.search.analysis import language_of
from bot.search.building import Progress
from bot.search.finding import Found, Match, Occurrences
from bot.search.fusing import called, fuse
from bot.search.legs import Leg
from bot.search.library import Library
from bot.search.occurrences import Sought, locate
from bot.search.paging import Page, worded
from bot.search.querying import (
    alone,
    needs_several,
    of_ids,
    query_of,
    sources_of,
    titled,
    within,
)
from bot.search.scale import Scale, Weighed
from bot.search.schema import schema
from bot.search.standing import cover
from bot.search.suggestions import Suggestions
from bot.search.synonyms import Synonyms, none
from bot.search.synonyms.widening import Widening
from bot.search.upkeep import Upkeep
from bot.search.weighing import Read, read

# Candidates by their words where legs bring theirs: all are ranked at once, and the answer ends with them.
FUSED = 100
# Questions whose passages are remembered: the same few are asked again and again.
_REMEMBERED = 64
# Candidates that tell whether a text has an answer at all.
_LIKELIEST = 8
# Words of a question from which on a title with all of them counts beside other texts' passages.
_SEVERAL = 2
MOST_SUGGESTIONS = 25


Grouped = Callable[[], Synonyms]
"""Gives the groups of synonyms by which questions are read."""

# What decides which passages a question finds: its terms in order, whether it was cut, the text, the voice, from where
# to where.
_Asked = tuple[tuple[Weighed, ...], bool, str | None, str | None, int, int]


class Index:
    """Finds passages. Searching is synchronous and takes about a millisecond at 100,000 passages."""

    def __init__(self, folder: Path | None, legs: Sequence[Leg] = (), synonyms: Grouped | None = None) -> None:
        self._upkeep = Upkeep(folder)
        self._grouped = synonyms or none
        self._legs = tuple(legs)
        self._writing = asyncio.Lock()
        self._generation = 0
        self._pages: Cache[_Asked, Page] = Cache(_REMEMBERED)
        self._without: frozenset[str] = frozenset()
        self._passed: set[str] = set()
        self._take()

    @classmethod
    async def open(
        cls,
        folder: Path | None,
        library: Library,
        progress: Progress | None = None,
        legs: Sequence[Leg] = (),
        synonyms: Grouped | None = None,
    ) -> "Index":
        """Open the index in `folder` (None: in memory) and bring it up to date with the library.

        Where it is missing, of an older version or damaged, it is built; `progress` is told (texts done, texts in all).
        `legs` find passages by something else than shared words; `synonyms` are asked for with the first question.
        """
        index = cls(folder, legs, synonyms)
        await index._upkeep.load()
        index._take()
        await index.refresh(library, progress)
        return index

    async def refresh(self, library: Library, progress: Progress | None = None) -> None:
        """Take in the texts that came or changed since, and drop those that went."""
        async with self._writing:
            self._set_shelf(library)
            if await self._upkeep.catch_up(library, progress):
                self._take()
        for leg in self._legs:
            await leg.refresh(library)

    def _take(self) -> None:
        self._searcher = self._upkeep.searcher
        self._suggestions = Suggestions(self._upkeep.state.terms)
        self._turn()

    def _set_shelf(self, library: Library) -> None:
        shelf = library.sources()
        self._texts = len(shelf)
        self._spoken = {shelved.source.id: language_of(shelved.source.language) for shelved in shelf}
        self._languages = tuple(sorted(set(self._spoken.values())))
        passages = sum(shelved.passages for shelved in shelf)
        self._turn()
        self._mean_length = max(sum(shelved.words for shelved in shelf) / max(passages, 1), 1.0)

    def _turn(self) -> None:
        self._pages.clear()
        self._widening: Widening | None = None
        self._generation += 1

    @property
    def generation(self) -> int:
        """A number that grows with each change of what is searched: what was found before is stale."""
        return self._generation + sum(leg.generation for leg in self._legs)

    @property
    def damaged(self) -> bool:
        """Whether a question met damage: the next `refresh` builds the index anew."""
        return self._upkeep.damaged

    @property
    def texts(self) -> int:
        """How many texts are searched."""
        return self._texts

    def without(self, passages: frozenset[str]) -> "Index":
        """Give this index as it is now to search, as if it had not some passages; it tells which it `passed`.

        It is meant for one answer: a text that comes later is not in it.
        """
        seen = copy.copy(self)
        seen._pages, seen._without, seen._passed = Cache(_REMEMBERED), passages, set()
        return seen

    @property
    def passed(self) -> frozenset[str]:
        """The passages that fitted, and were passed over because this index is `without` them."""
        return frozenset(self._passed)

    async def prepare(self, *questions: str) -> None:
        """Let synonyms be read and the legs work out what these questions need, so that searching blocks nobody."""
        await asyncio.to_thread(self._grouped)
        for leg in self._legs:
            await leg.prepare(questions)

    def search(
        self,
        about: str,
        *,
        source: str | None = None,
        speaker: str | None = None,
        limit: int = 10,
        offset: int = 0,
        cut: bool = False,
    ) -> Found:
        """Find passages for a question, in the text with the id `source` and by or of `speaker` where these are given.

        `cut` says that `about` is what is left of a question (see `Scale`).
        Raises QuestionEmpty, QuestionTooLong and QuestionUnsearchable.
        """
        asked = self._read(about)
        scale, page = replace(asked.scale, cut=cut), partial(self._page, about, source=source, speaker=speaker)
        found, loosened = page(scale, offset, offset + limit), False
        if scale.loosened and not (found.matches or page(scale, 0, 1).matches):
            found, loosened = page(scale.loosened, offset, offset + limit), True
        elif scale.loosened and not offset and len(found.matches) < limit:
            found = found.filled(page(scale.loosened, 0, limit), limit)
        missing = sum(1 for item in scale.terms if not item.present)
        texts = 1 if source else self._texts
        told = asked.terms, missing, texts, asked.corrected, loosened
        return Found(found.matches, *told, found.nearest, asked.replaced, asked.also)

    def _read(self, about: str) -> Read:
        if self._widening is None:
            self._widening = Widening(self._grouped(), self._searcher, self._languages)
        spelt = self._suggestions.spelt
        return read(about, self._searcher, self._languages, self._mean_length, self._widening, spelt)

    def _page(
        self, about: str, scale: Scale, start: int, stop: int, *, source: str | None, speaker: str | None
    ) -> Page:
        # What has no share in any of the texts' languages brings nothing: it would only be asked for it.
        legs = [leg for leg in self._legs if any(leg.share(language) > 0 for language in self._languages)]
        if legs:
            return self._fused(about, scale, source, speaker, legs).part(start, stop)
        # Only a question all of whose words stand in the texts is remembered: other words are the asker's own.
        known = not scale.phrases and all(item.present for item in scale.terms)
        asked = (scale.terms, scale.cut, source, speaker, start, stop)
        found = self._pages.get(asked) if known else None
        if found is None:
            query = query_of(scale, source, speaker)
            found = worded(self._searcher, query, scale, start, stop, self._allowed) if query else Page()
            if known:
                self._pages.put(asked, found)
        return found

    def _fused(self, about: str, scale: Scale, source: str | None, speaker: str | None, legs: Sequence[Leg]) -> Page:
        """Rank what shares words with a question together with what the legs find near it."""
        query = query_of(scale, source, speaker)
        hits = self._searcher.search(query, FUSED, count=False).hits if query else []
        records = self._searcher.records(hits)
        there = {record.passage for record in records}
        # A phrase in marks must stand there, however near the rest comes.
        near = set() if scale.phrases else {near.passage for near in called(legs, about, source)} - there
        if near:
            beside = self._searcher.search(of_ids(near, source, speaker), len(near), count=False).hits
            records += self._searcher.records(beside)
        found = fuse(about, records, scale, legs, self._spoken)
        return Page(tuple(self._allowed(found.answers)), tuple(self._allowed(found.others)))

    def fitting(self, about: str, *, loosened: bool = False) -> list[str]:
        """Give the ids of all texts that have an answer, in order; quicker than searching each of them.

        `loosened` is what the search for the same question said.
        """
        scale = self._read(about).scale
        scale = (scale.loosened if loosened else None) or scale
        surely, perhaps = alone(scale), query_of(scale, None, None)
        found = set(sources_of(self._searcher, surely)) if surely else set()
        if perhaps and needs_several(scale):
            others = (source for source in sources_of(self._searcher, perhaps) if source not in found)
            found.update(source for source in others if self._fits(within(perhaps, source), scale))
        found |= self._entitled(scale, found)
        # Of a text that has passages which are passed over, another one has to fit.
        unsure = {passage.partition(".")[0] for passage in self._without}
        return sorted(s for s in found if s not in unsure or self.search(about, source=s, limit=1).matches)

    def _allowed(self, matches: Iterable[Match]) -> Iterator[Match]:
        for match in matches:
            if match.passage in self._without:
                self._passed.add(match.passage)
            else:
                yield match

    def _fits(self, query: tantivy.Query, scale: Scale, *, entitled: bool = False) -> bool:
        hits = self._searcher.search(query, _LIKELIEST, count=False).hits
        every = cover(self._searcher.records(hits), scale)
        return any(one.titled if entitled else one.answers for one in every)

    def _entitled(self, scale: Scale, found: Collection[str]) -> set[str]:
        """Give the other texts whose title has what was asked; for a single word, only where nothing was found."""
        query = titled(scale)
        if query is None or (found and sum(item.present for item in scale.terms) < _SEVERAL):
            return set()
        others = (source for source in sources_of(self._searcher, query) if source not in found)
        return {source for source in others if self._fits(within(query, source), scale, entitled=True)}

    def occurrences(self, term: str, *, source: str | None = None, limit: int = 10, offset: int = 0) -> Occurrences:
        """Find where a word, a phrase or `begin*` stands. Raises QuestionEmpty and QuestionTooLong."""
        found = locate(self._searcher, Sought.of(term), source, limit, offset, self._without)
        self._passed |= found.passed
        return found

    def salient(self, source: str, limit: int = 10) -> tuple[Match, ...]:
        """Give the passages that can stand for a text, those first that speak of what it speaks of most."""
        query = tantivy.Query.term_query(schema(), "source", source)
        more = sum(passage.startswith(f"{source}.") for passage in self._without)
        hits = self._searcher.search(query, limit + more, count=False, order_by_field="salience").hits
        records = self._searcher.records(hits)
        found = (
            Match(record.passage, float(weight), (), record.source, record.number)
            for (weight, _), record in zip(hits, records, strict=True)
        )
        return tuple(islice(self._allowed(found), limit))

    def suggest(self, prefix: str, limit: int = MOST_SUGGESTIONS) -> list[str]:
        """Complete what somebody types with frequent terms of the texts, at most 25."""
        return self._suggestions.complete(prefix, min(limit, MOST_SUGGESTIONS))
