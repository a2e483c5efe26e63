"""Passages and what is said in them. Functions take a connection: the caller holds the transaction."""

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from bot.model import BlockKind, Passage, Role, Speaker, Statement, StatementType
from bot.store.encoding import read_lines, read_sentences, read_spans, write_lines, write_sentences, write_spans

Row = tuple[Any, ...]


def save(connection: sqlite3.Connection, edition: int, passages: Sequence[Passage]) -> None:
    """Write passages as standing in the edition with that key; a former one of the same id stands again."""
    speakers = _Speakers(connection)
    keys: list[int] = []
    said: list[Row] = []
    for passage in passages:
        key = _save(connection, edition, passage, speakers.key(passage.speaker))
        keys.append(key)
        said += [
            (key, number, write_spans(one.spans), speakers.key(one.speaker), one.type.value, one.cue)
            for number, one in enumerate(passage.statements)
        ]
    listed = json.dumps(keys)
    connection.execute("DELETE FROM statements WHERE passage IN (SELECT value FROM json_each(?))", (listed,))
    connection.execute("DELETE FROM redirects WHERE passage IN (SELECT value FROM json_each(?))", (listed,))
    connection.executemany("INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?)", said)


def _save(connection: sqlite3.Connection, edition: int, passage: Passage, speaker: int) -> int:
    row = connection.execute(
        "INSERT INTO passages (id, edition, number, kind, speaker, headings, spans, sentences, statements) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET edition = excluded.edition, "
        "number = excluded.number, kind = excluded.kind, speaker = excluded.speaker, headings = excluded.headings, "
        "spans = excluded.spans, sentences = excluded.sentences, statements = excluded.statements, "
        "fate = NULL, fate_day = NULL RETURNING key",
        (
            *(passage.id, edition, passage.number, passage.kind.value, speaker, write_lines(passage.headings)),
            *(write_spans(passage.spans), write_sentences(passage.sentences), len(passage.statements)),
        ),
    ).fetchone()
    return int(row[0])


def by_id(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, Passage]:
    """Give those of the ids that stand in a current edition."""
    rows = connection.execute(
        "SELECT * FROM placed WHERE id IN (SELECT value FROM json_each(?)) AND fate IS NULL", (json.dumps(ids),)
    ).fetchall()
    return {passage.id: passage for passage in _passages(connection, rows)}


def last_place(connection: sqlite3.Connection, passage: str) -> Passage | None:
    """Give a passage as it stands, or as it last stood; None where its place is forgotten or never was."""
    rows = connection.execute("SELECT * FROM placed WHERE id = ? AND spans IS NOT NULL", (passage,)).fetchall()
    return _passages(connection, rows)[0] if rows else None


def of_source(connection: sqlite3.Connection, source: str, first: int, last: int) -> list[Passage]:
    """Give the passages of a source's current edition with numbers from `first` to `last`, in order."""
    rows = connection.execute(
        "SELECT * FROM placed WHERE edition_key = (SELECT key FROM editions WHERE source = ? AND current = 1) "
        "AND fate IS NULL AND number BETWEEN ? AND ? ORDER BY number",
        (source, first, last),
    ).fetchall()
    return _passages(connection, rows)


def order(connection: sqlite3.Connection, source: str) -> tuple[str, ...]:
    """Give the ids of the passages of a source's current edition, in order."""
    rows = connection.execute(
        "SELECT p.id FROM editions e JOIN passages p ON p.edition = e.key "
        "WHERE e.source = ? AND e.current = 1 AND p.fate IS NULL ORDER BY p.number",
        (source,),
    ).fetchall()
    return tuple(passage for (passage,) in rows)


def after(connection: sqlite3.Connection, source: str, number: int, most: int) -> list[Passage]:
    """Give at most so many standing passages that follow a place, in the order of sources' ids and numbers."""
    rows = connection.execute(
        "SELECT p.* FROM editions e JOIN placed p ON p.edition_key = e.key WHERE e.current = 1 AND p.fate IS NULL "
        "AND (e.source > ?1 OR (e.source = ?1 AND p.number > ?2)) ORDER BY e.source, p.number LIMIT ?3",
        (source, number, most),
    ).fetchall()
    return _passages(connection, rows)


def headed(connection: sqlite3.Connection) -> tuple[tuple[str, str], ...]:
    """Give the headings above the standing passages of each source, as (source, heading), each once."""
    rows = connection.execute(
        "SELECT DISTINCT e.source, p.headings FROM editions e JOIN passages p ON p.edition = e.key "
        "WHERE e.current = 1 AND p.fate IS NULL AND p.headings != ''"
    )
    return tuple(dict.fromkeys((source, heading) for source, lines in rows for heading in read_lines(lines)))


def asked(connection: sqlite3.Connection) -> frozenset[str]:
    """Give the sources in which an interviewer speaks."""
    rows = connection.execute(
        "SELECT DISTINCT e.source FROM editions e JOIN passages p ON p.edition = e.key AND p.fate IS NULL "
        "WHERE e.current = 1 AND p.speaker IN (SELECT key FROM speakers WHERE role = ?)",
        (Role.INTERVIEWER.value,),
    )
    return frozenset(source for (source,) in rows)


def voices(connection: sqlite3.Connection) -> dict[str, set[str]]:
    """Give the names of who speaks in each source: in its passages, and in the statements inside them."""
    found: dict[str, set[str]] = {}
    for source, name in connection.execute("SELECT DISTINCT source, name FROM voices"):
        found.setdefault(source, set()).add(name)
    return found


def _passages(connection: sqlite3.Connection, rows: Sequence[Row]) -> list[Passage]:
    statements = _statements(connection, [row[0] for row in rows if row[12]])
    return [
        Passage(
            id=row[1],
            source=row[2],
            edition=row[3],
            number=row[4],
            spans=read_spans(row[5]),
            sentences=read_sentences(row[6]),
            speaker=Speaker(row[7], Role(row[8]), row[9]),
            kind=BlockKind(row[10]),
            headings=read_lines(row[11]),
            statements=tuple(statements.get(row[0], ())),
        )
        for row in rows
    ]


def _statements(connection: sqlite3.Connection, keys: Sequence[int]) -> dict[int, list[Statement]]:
    found: dict[int, list[Statement]] = {}
    if not keys:
        return found
    rows = connection.execute(
        "SELECT t.passage, t.spans, s.name, s.role, s.via, t.type, t.cue FROM statements t "
        "JOIN speakers s ON s.key = t.speaker WHERE t.passage IN (SELECT value FROM json_each(?)) "
        "ORDER BY t.passage, t.number",
        (json.dumps(keys),),
    )
    for key, spans, name, role, via, kind, cue in rows:
        statement = Statement(read_spans(spans), Speaker(name, Role(role), via), StatementType(kind), cue)
        found.setdefault(key, []).append(statement)
    return found


class _Speakers:
    """The keys of speakers; one who is new gets a row."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._keys: dict[Speaker, int] = {}

    def key(self, speaker: Speaker) -> int:
        """Give a speaker's number, which is made where there is none yet."""
        if speaker not in self._keys:
            self._keys[speaker] = self._find((speaker.name, speaker.role.value, speaker.via))
        return self._keys[speaker]

    def _find(self, row: tuple[str | None, str, str | None]) -> int:
        found = (
            self._connection.execute(
                "SELECT key FROM speakers WHERE name IS ? AND role = ? AND via IS ?", row
            ).fetchone()
            or self._connection.execute(
                "INSERT INTO speakers (name, role, via) VALUES (?, ?, ?) RETURNING key", row
            ).fetchone()
        )
        return int(found[0])
