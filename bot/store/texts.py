"""Sources, their editions and texts. Functions take a connection: the caller holds the transaction."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.model import Document, Kind, Passage, Rights, Source, Standpoint
from bot.store import corrections, fates, passages
from bot.store.corrections import Former
from bot.store.fates import Fate

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """By what a file is known again: its path, size in bytes, time of change in nanoseconds, sha256 of its bytes.

    `rules` names the rules that it was read by: once these are others, the file has to be read again.
    """

    file: str | None
    size: int
    mtime_ns: int
    sha256: str
    rules: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A source on the shelf with its current edition. `added` is a day, `words` counts those of its passages."""

    source: Source
    edition: str
    passages: int
    words: int
    added: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Addition:
    """All that is written when a text is imported: its record, its edition, its passages, the fates of former ones.

    `former` are passages whose words are others now, or gone, with the words that they had.
    """

    source: Source
    document: Document
    stamp: Stamp
    day: str
    words: int
    passages: tuple[Passage, ...]
    fates: tuple[Fate, ...] = ()
    former: tuple[Former, ...] = ()


def add(connection: sqlite3.Connection, addition: Addition) -> int:
    """Make an edition the current one of its source, in place of the one before; returns the new generation."""
    save_source(connection, addition.source)
    key = _save_edition(connection, addition)
    fates.retire(connection, addition.source.id, "vanished", addition.day)
    passages.save(connection, key, addition.passages)
    fates.set_fates(connection, addition.fates, addition.day)
    corrections.keep(connection, addition.source.id, addition.day, addition.former)
    _drop_texts(connection, addition.source.id)
    return grow(connection)


def remove(connection: sqlite3.Connection, source: str, day: str) -> int:
    """Take a source and all its words out; its passages' ids stay known as removed. Returns the new generation."""
    fates.retire(connection, source, "removed", day)
    fates.unplace_source(connection, source)
    connection.execute("UPDATE editions SET current = 0, file = NULL WHERE source = ?", (source,))
    connection.execute("DELETE FROM sources WHERE id = ?", (source,))
    _drop_texts(connection, source)
    return grow(connection)


def relabel(connection: sqlite3.Connection, source: Source) -> int:
    """Give a source another record; its edition stays. Returns the new generation."""
    save_source(connection, source)
    return grow(connection)


def tidy(connection: sqlite3.Connection, day: str) -> None:
    """Forget the places and texts of former editions that neither the log nor a kept answer speaks of on a day."""
    corrections.forget(connection, day)
    fates.forget_unreferenced(connection)
    for (source,) in connection.execute("SELECT DISTINCT source FROM editions WHERE current = 0").fetchall():
        _drop_texts(connection, source)


def text(connection: sqlite3.Connection, source: str, edition: str) -> str | None:
    """Give the text of an edition as it is stored; None where it is not kept. Whoever quotes it checks its hash."""
    row = connection.execute(
        "SELECT d.text FROM documents d JOIN editions e ON e.key = d.edition WHERE e.source = ? AND e.edition = ?",
        (source, edition),
    ).fetchone()
    return None if row is None else str(row[0])


def restamp(connection: sqlite3.Connection, source: str, stamp: Stamp) -> None:
    """Note that the file of a source was looked at again and holds the same bytes (or has a new path)."""
    connection.execute(
        "UPDATE editions SET file = ?, size = ?, mtime_ns = ?, sha256 = ?, rules = ? WHERE source = ? AND current = 1",
        (stamp.file, stamp.size, stamp.mtime_ns, stamp.sha256, stamp.rules, source),
    )


def generation(connection: sqlite3.Connection) -> int:
    """Give the number that grows with each change of the texts."""
    return int(connection.execute("SELECT value FROM counters WHERE name = 'generation'").fetchone()[0])


def grow(connection: sqlite3.Connection) -> int:
    """Count that the texts have changed; gives the new generation."""
    row = connection.execute(
        "UPDATE counters SET value = value + 1 WHERE name = 'generation' RETURNING value"
    ).fetchone()
    return int(row[0])


def shelf(connection: sqlite3.Connection, *, withdrawn: bool = False) -> list[Entry]:
    """Give all sources with their current editions, ordered by id: those that are `withdrawn`, or the others."""
    authors: dict[str, list[str]] = {}
    for source, name in connection.execute("SELECT source, name FROM authors ORDER BY source, position"):
        authors.setdefault(source, []).append(name)
    rows = connection.execute(
        "SELECT s.id, s.title, s.subtitle, s.outlet, s.published, s.first_published, s.kind, s.language, s.url, "
        "s.standpoint, s.standpoint_by, s.licence, s.holder, s.words_per_answer, s.words_per_day, s.reports, "
        "s.digest_of, e.edition, e.passages, e.words, e.added, e.file, e.size, e.mtime_ns, e.sha256, e.rules "
        "FROM sources s JOIN editions e ON e.source = s.id AND e.current = 1 "
        "WHERE (s.id IN (SELECT source FROM withdrawn)) = ? ORDER BY s.id",
        (withdrawn,),
    )
    return [_entry(row, authors.get(row[0], ())) for row in rows]


def save_source(connection: sqlite3.Connection, source: Source) -> None:
    """Write a source's record, in place of the one that has its id."""
    label, rights = source.standpoint, source.rights
    connection.execute("DELETE FROM sources WHERE id = ?", (source.id,))
    connection.execute(
        "INSERT INTO sources VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            *(source.id, source.title, source.subtitle, source.outlet, source.published, source.first_published),
            *(source.kind.value, source.language, source.url),
            *((label.label, label.labelled_by) if label else (None, None)),
            *(rights.licence, rights.holder, rights.words_per_answer, rights.words_per_day),
            *(source.reports, source.digest_of),
        ),
    )
    connection.executemany(
        "INSERT INTO authors VALUES (?, ?, ?)", [(source.id, place, name) for place, name in enumerate(source.authors)]
    )


def _entry(row: Row, authors: Iterable[str]) -> Entry:
    return Entry(_source(row, authors), row[17], row[18], row[19], row[20], Stamp(*row[21:26]))


def _source(row: Row, authors: Iterable[str]) -> Source:
    return Source(
        id=row[0],
        title=row[1],
        authors=tuple(authors),
        subtitle=row[2],
        outlet=row[3],
        published=row[4],
        first_published=row[5],
        kind=Kind(row[6]),
        language=row[7],
        url=row[8],
        standpoint=Standpoint(row[9], row[10]) if row[9] is not None else None,
        rights=Rights(*row[11:15]),
        reports=row[15],
        digest_of=row[16],
    )


def _save_edition(connection: sqlite3.Connection, addition: Addition) -> int:
    document, stamp = addition.document, addition.stamp
    # The path now holds this source; another one that was read from it lives on in the store alone.
    connection.execute("UPDATE editions SET file = NULL WHERE file = ? AND source <> ?", (stamp.file, document.source))
    connection.execute("UPDATE editions SET current = 0, file = NULL WHERE source = ?", (document.source,))
    row = connection.execute(
        "INSERT INTO editions (source, edition, added, current, passages, words, file, size, mtime_ns, sha256, rules) "
        "VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (source, edition) DO UPDATE SET added = excluded.added, "
        "current = 1, passages = excluded.passages, words = excluded.words, file = excluded.file, "
        "size = excluded.size, mtime_ns = excluded.mtime_ns, sha256 = excluded.sha256, rules = excluded.rules "
        "RETURNING key",
        (
            *(document.source, document.edition, addition.day, len(addition.passages), addition.words),
            *(stamp.file, stamp.size, stamp.mtime_ns, stamp.sha256, stamp.rules),
        ),
    ).fetchone()
    key = int(row[0])
    connection.execute("INSERT OR REPLACE INTO documents (edition, text) VALUES (?, ?)", (key, document.text))
    return key


def _drop_texts(connection: sqlite3.Connection, source: str) -> None:
    """Let go of the texts of a source's former editions in which no former passage has its place."""
    connection.execute(
        "DELETE FROM documents WHERE edition IN (SELECT e.key FROM editions e WHERE e.source = ? AND e.current = 0 "
        "AND NOT EXISTS (SELECT 1 FROM passages p WHERE p.edition = e.key AND p.fate IS NOT NULL "
        "AND p.spans IS NOT NULL))",
        (source,),
    )
