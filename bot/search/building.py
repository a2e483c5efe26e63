"""Writing texts into the index, part by part, so that memory stays flat however long a text is."""

import asyncio
import math
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain

import tantivy

from bot.errors import SourceChanged
from bot.model import BlockKind, Passage
from bot.search.analysis import fold, language_of
from bot.search.forms import Forms
from bot.search.library import Library, Shelved
from bot.search.querying import count, term
from bot.search.schema import entry
from bot.search.state import State, place
from bot.search.suggestions import Tally, merged

# Passages that are taken in at once; what is salient is told among them.
PART = 500
# The least that tantivy's writer works with is 15 MB; more only saves merging.
HEAP = 20_000_000

Progress = Callable[[int, int], None]


NOTHING = State(-1, {}, {}, ())


async def bring(
    index: tantivy.Index,
    library: Library,
    before: State,
    fresh: dict[str, str],
    ordinals: dict[str, int],
    progress: Progress | None,
) -> tuple[tantivy.Index, State]:
    """Bring an index from the texts of `before` to those of `fresh`."""
    changed = {source for source, mark in fresh.items() if before.fingerprints.get(source) != mark}
    generation, tally = library.generation(), Tally()
    written = {source: mark for source, mark in fresh.items() if source not in changed}
    going = (before.fingerprints.keys() - fresh.keys()) | (before.fingerprints.keys() & changed)
    writer = index.writer(heap_size=HEAP, num_threads=1)
    try:
        for gone in going:
            writer.delete_documents_by_term("source", gone)
        coming = [shelved for shelved in library.sources() if shelved.source.id in changed]
        for done, shelved in enumerate(coming, 1):
            if await _write(library, shelved, writer, ordinals[shelved.source.id], tally):
                written[shelved.source.id] = fresh[shelved.source.id]
            if progress:
                progress(done, len(coming))
    finally:
        await asyncio.to_thread(_finish, writer)
    index.reload()
    counted = {} if going else dict(before.terms)
    terms = await asyncio.to_thread(_terms, index.searcher(), before, tally, counted)
    return index, State(generation, written, {source: ordinals[source] for source in written}, terms)


def _terms(
    searcher: tantivy.Searcher, before: State, tally: Tally, counted: dict[str, int]
) -> tuple[tuple[str, int], ...]:
    """Count in how many passages the terms to offer stand, but for those in `counted` that no new text is full of."""
    fresh = tally.best()
    often = {fold(word) for word in fresh}
    known = {word: passages for spelt, passages in counted.items() if (word := fold(spelt)) not in often}
    kept = (word for word, _ in before.terms)
    return merged(kept, fresh, lambda word: known.get(word) or count(searcher, term("words", word)))


def _finish(writer: tantivy.IndexWriter) -> None:
    """Commit what was written and free the writer's memory and files."""
    writer.commit()
    writer.garbage_collect_files()
    writer.wait_merging_threads()


async def _write(library: Library, shelved: Shelved, writer: tantivy.IndexWriter, ordinal: int, tally: Tally) -> bool:
    """Write one text into the index; False where its document may not be read now: nothing is found in it."""
    source = shelved.source
    try:
        document = await library.document(source.id, shelved.edition)
    except SourceChanged:
        return False
    for first in range(1, shelved.passages + 1, PART):
        passages = await library.of_source(source.id, first, first + PART - 1)
        texts = [document.derive(passage.spans) for passage in passages]
        await asyncio.to_thread(_write_part, shelved, passages, texts, writer, ordinal, tally)
    return True


def _write_part(
    shelved: Shelved,
    passages: Sequence[Passage],
    texts: Sequence[str],
    writer: tantivy.IndexWriter,
    ordinal: int,
    tally: Tally,
) -> None:
    language = language_of(shelved.source.language)
    forms = _forms(language)
    forms.trim()
    told = [text.split() for one, text in zip(passages, texts, strict=True) if forms.telling(one.number)]
    tally.count(told, language)
    analysed = [forms.analysed(one.number, text) for one, text in zip(passages, texts, strict=True)]
    entries: list[tantivy.Document] = []
    for passage, found, weight in zip(passages, analysed, _salience([one.content for one in analysed]), strict=True):
        salience = int(1_000_000 * weight * _fitness(passage, found.length))
        entries.append(entry(passage, shelved.source, found, place(ordinal, passage.number), salience))
    for made in entries:  # all at once: each would wake the writer's thread
        writer.add_document(made)


@cache
def _forms(language: str) -> Forms:
    return Forms(language)


def _salience(contents: Sequence[set[str]]) -> list[float]:
    """Weigh passages by how much they speak of what the others speak of (after Nenkova's SumBasic, 2005).

    A stem weighs the logarithm of the number of passages that have it, unless more than half of them do; a passage
    weighs the mean of its stems.
    """
    having = Counter(chain.from_iterable(contents))
    most = max(len(contents) / 2, 3)
    weight = {stem: math.log(times) if times <= most else 0.0 for stem, times in having.items()}
    weight[""] = 0.0
    return [sum(map(weight.__getitem__, stems)) / (len(stems) - ("" in stems) + 5) for stems in contents]


def _fitness(passage: Passage, length: int) -> float:
    """Give a factor for what can stand for its text: a whole paragraph of some length, not an item or a caption."""
    factor = 1.0 if passage.kind == BlockKind.PARAGRAPH else 0.5
    return factor * min(length / 25, 1.0) * min(120 / max(length, 1), 1.0)
