"""Ids of passages: minted once, carried over from edition to edition as long as the words stay the same thought.

The passages of two editions are paired in this order: equal words (kept; out of order: moved), the parts of a split and
of a merger (redirects), and one that was edited, if nothing else in either edition is nearly as like it. Whatever else
is similar is an orphan, which moderators decide on: a wrong id would put a discussion under words it was not about.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.corpus.alignment import Alignment, ChangeKind
from bot.corpus.fingerprints import words_of
from bot.corpus.likeness import Words
from bot.corpus.parts import Draft
from bot.corpus.slugs import short_hash
from bot.model import Document, Passage, Span

_HASH = 7


@dataclass(frozen=True, slots=True)
class Change:
    """What became of the passage of that id.

    `successors` are the ids where its words are now (split, merged), or may be (orphan). An added passage is new.
    """

    kind: ChangeKind
    passage: str
    successors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assignment:
    """The passages of an edition with their ids, and what changed since the edition before, its passages first."""

    passages: tuple[Passage, ...]
    changes: tuple[Change, ...]


def assign(
    document: Document, drafts: Sequence[Draft], before: tuple[Document, Sequence[Passage]] | None = None
) -> Assignment:
    """Give each draft its id: the one of a passage of the edition before, or one of its own."""
    new = [_words(document, draft.spans) for draft in drafts]
    if before is None:
        ids = _mint(document.source, new, {}, ())
        return Assignment(_passages(document, drafts, ids), tuple(Change(ChangeKind.ADDED, id_) for id_ in ids))
    earlier, passages = before
    aligned = Alignment([_words(earlier, passage.spans) for passage in passages], new)
    carried = {place: passages[old].id for old, place in aligned.carried.items()}
    ids = _mint(document.source, new, carried, [passage.id for passage in passages])
    changes = [
        Change(kind, passages[old].id, tuple(ids[place] for place in places)) for old, kind, places in aligned.fates()
    ]
    added = [Change(ChangeKind.ADDED, ids[place]) for place in range(len(new)) if place not in carried]
    return Assignment(_passages(document, drafts, ids), (*changes, *added))


def _words(document: Document, spans: Iterable[Span]) -> Words:
    return tuple(words_of(document.derive(spans)))


def _passages(document: Document, drafts: Sequence[Draft], ids: Sequence[str]) -> tuple[Passage, ...]:
    return tuple(
        Passage(
            id=id_,
            source=document.source,
            edition=document.edition,
            number=number,
            spans=draft.spans,
            sentences=draft.sentences,
            speaker=draft.speaker,
            kind=draft.kind,
            headings=draft.headings,
            statements=draft.statements,
        )
        for number, (id_, draft) in enumerate(zip(ids, drafts, strict=True), start=1)
    )


def _mint(source: str, new: Sequence[Words], carried: dict[int, str], taken: Iterable[str]) -> list[str]:
    """Give ids in order: carried ones, or the source and a hash of the words; a number tells equal ones apart."""
    used = {*taken, *carried.values()}
    ids: list[str] = []
    for place, words in enumerate(new):
        id_ = carried.get(place)
        if id_ is None:
            stem = id_ = f"{source}.{short_hash(' '.join(words), _HASH)}"
            again = 1
            while id_ in used:
                again += 1
                id_ = f"{stem}-{again}"
            used.add(id_)
        ids.append(id_)
    return ids


__all__ = ["Assignment", "Change", "ChangeKind", "assign"]
