"""Writing texts into the index, part by part, so that memory stays flat however long a text is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from bot.errors import SourceChanged
from bot.model import BlockKind, Passage, Source
from bot.search.analysis import fold, language_of
from bot.search.library import Library, Shelved
from bot.search.querying import count, term
from bot.search.records import Held, Searcher
from bot.search.schema import around, entry, packed, speakers_of
from bot.search.state import State, place
from bot.search.suggestions import Tally, merged

if TYPE_CHECKING:
    from bot.search.analysed import Analysed
    from bot.search.forms import Forms

# Passages that are taken in at once; what is salient is told among them.
PART = 500
# The least that tantivy's writer works with is 15 MB. Where many passages come, more saves merging what was written: a
# passage takes about so many bytes there.
HEAP, LARGEST_HEAP = 20_000_000, 250_000_000
_BYTES = 1_500

Progress = Callable[[int, int], None]


NOTHING = State(-1, {}, {}, ())


async def bring(
    held: Held,
    library: Library,
    before: State,
    fresh: dict[str, str],
    ordinals: dict[str, int],
    progress: Progress | None,
) -> State:
    """Bring an index from the texts of `before` to those of `fresh`."""
    changed = {source for source, mark in fresh.items() if before.fingerprints.get(source) != mark}
    generation = library.generation()
    written = {source: mark for source, mark in fresh.items() if source not in changed}
    going = (before.fingerprints.keys() - fresh.keys()) | (before.fingerprints.keys() & changed)
    coming = [shelved for shelved in library.sources() if shelved.source.id in changed]
    writing = Writing(held, sum(shelved.passages for shelved in coming))
    try:
        for gone in going:
            writing.drop(gone)
        for done, shelved in enumerate(coming, 1):
            if await _write(library, shelved, writing, ordinals[shelved.source.id]):
                written[shelved.source.id] = fresh[shelved.source.id]
            if progress:
                progress(done, len(coming))
    finally:
        await asyncio.to_thread(writing.finish)
    counted = {} if going else dict(before.terms)
    terms = await asyncio.to_thread(_terms, held.searcher(), before, writing.tally, counted)
    kept = before.kept + writing.kept
    placed = {source: ordinals[source] for source in written}
    return State(generation, written, placed, terms, kept, before.sums)


def _terms(searcher: Searcher, before: State, tally: Tally, counted: dict[str, int]) -> tuple[tuple[str, int], ...]:
    """Count in how many passages the terms to offer stand, but for those in `counted` that no new text is full of."""
    fresh = tally.best()
    often = {fold(word) for word in fresh}
    known = {word: passages for spelt, passages in counted.items() if (word := fold(spelt)) not in often}
    kept = (word for word, _ in before.terms)

    def standing(word: str) -> int:
        """How many passages have a word."""
        if before is NOTHING:  # no passage has gone: what the index knows of a term is so
            return searcher.doc_freq("words", word)
        return count(searcher, term("words", word))

    return merged(kept, fresh, lambda word: known.get(word) or standing(word))


async def _write(library: Library, shelved: Shelved, writing: Writing, ordinal: int) -> bool:
    """Write one text into the index; False where its document may not be read now: nothing is found in it."""
    source = shelved.source
    try:
        document = await library.document(source.id, shelved.edition)
    except SourceChanged:
        return False
    for first in range(1, shelved.passages + 1, PART):
        passages = await library.of_source(source.id, first, first + PART - 1)
        texts = [document.derive(passage.spans) for passage in passages]
        await asyncio.to_thread(writing.write, source, ordinal, passages, texts)
    return True


class Writing:
    """Writes passages into an index, `coming` of them or more, until it is finished."""

    def __init__(self, held: Held, coming: int = 0) -> None:
        self.tally, self.kept = Tally(), 0
        self._records = held.records
        heap = min(max(coming * _BYTES, HEAP), LARGEST_HEAP)
        self._writer = held.index.writer(heap_size=heap, num_threads=1)
        self._forms: dict[str, Forms] = {}

    def drop(self, source: str) -> None:
        """Drop a text."""
        self._writer.delete_documents_by_term("source", source)

    def write(self, source: Source, ordinal: int, passages: Sequence[Passage], texts: Sequence[str]) -> None:
        """Write some passages of a text, which have those texts."""
        from bot.search.analysed import analyse  # and numpy with them: not with a start
        from bot.search.forms import Forms

        language = language_of(source.language)
        forms = self._forms.setdefault(language, Forms(language))
        if forms.full():
            self.tally.count(forms.counted(), language)
            forms.forget()
        numbers = [passage.number for passage in passages]
        found = analyse(forms, numbers, texts)
        voices = list(map(speakers_of, passages))
        beside = [
            around(voice, one.headings, source.title, language) for voice, one in zip(voices, passages, strict=True)
        ]
        records = self._records.append(list(map(packed, passages, beside, found)))
        places = [place(ordinal, number) for number in numbers]
        salience = list(map(_salience, passages, found))
        for made in list(map(entry, passages, voices, beside, found, places, salience, records)):
            self._writer.add_json(made)  # all at once: each wakes the writer's thread
        self.kept += len(passages)

    def finish(self) -> None:
        """Commit what was written and free the writer's memory and files."""
        for language, forms in self._forms.items():
            self.tally.count(forms.counted(), language)
        self._writer.commit()
        self._writer.garbage_collect_files()
        self._writer.wait_merging_threads()


def _salience(passage: Passage, found: Analysed) -> int:
    """Weigh how well a passage can stand for its text."""
    return int(1_000_000 * found.weight * _fitness(passage, found.length))


def _fitness(passage: Passage, length: int) -> float:
    """Give a factor for what can stand for its text: a whole paragraph of some length, not an item or a caption."""
    factor = 1.0 if passage.kind == BlockKind.PARAGRAPH else 0.5
    return factor * min(length / 25, 1.0) * min(120 / max(length, 1), 1.0)
