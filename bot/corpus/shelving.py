"""From a file that was read to what the store writes of it."""

from collections.abc import Iterator, Sequence

from bot.corpus.identity import Assignment, Change, assign
from bot.corpus.reading.imported import Imported
from bot.corpus.rules import rules
from bot.model import Document, Passage, words_in
from bot.store.corrections import Former
from bot.store.fates import Fate
from bot.store.texts import Addition, Stamp

_GONE = frozenset({"vanished", "split", "merged", "orphan"})
_REWORDED = frozenset({"edited", "vanished", "orphan"})


def stamp_of(imported: Imported) -> Stamp:
    """Give the stamp of a file as it was when it was read."""
    return Stamp(str(imported.path.resolve()), imported.size, imported.mtime_ns, imported.sha256, rules())


def prepare(
    imported: Imported, stamp: Stamp, before: tuple[Document, Sequence[Passage]] | None, today: str
) -> tuple[Addition, Assignment]:
    """Make all that is to be written of a text, with the ids of its passages: pure, and slow for a long text."""
    document = Document.of(imported.source.id, imported.raw.text)
    assignment = assign(document, imported.structure.drafts, before)
    words = sum(words_in(document.derive(passage.spans)) for passage in assignment.passages)
    gone = tuple(_fate(change) for change in assignment.changes if change.kind in _GONE)
    former = tuple(_former(before, assignment)) if before and before[0].edition != document.edition else ()
    return Addition(imported.source, document, stamp, today, words, assignment.passages, gone, former), assignment


def _fate(change: Change) -> Fate:
    return Fate(change.passage, str(change.kind), change.successors)


def _former(before: tuple[Document, Sequence[Passage]], assignment: Assignment) -> Iterator[Former]:
    """Give the passages whose words an edition has otherwise, or no more, with the words that they had."""
    document, passages = before
    reworded = {change.passage for change in assignment.changes if change.kind in _REWORDED}
    for passage in passages:
        if passage.id in reworded:
            yield Former(passage.id, document.edition, document.derive(passage.spans))


def voices_in(given: Sequence[Passage]) -> set[str]:
    """Give the names of who speaks in passages and in the statements inside them."""
    speakers = [p.speaker for p in given] + [one.speaker for p in given for one in p.statements]
    return {speaker.name for speaker in speakers if speaker.name is not None}
