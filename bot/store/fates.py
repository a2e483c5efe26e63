"""What became of passages that stand in the text no longer.

A passage's row stays for ever: its id is never given to other words, and the log speaks of it. `fate` is NULL while it
stands in the current edition; afterwards it is one of `Fate.kind`, and the row keeps the last place that it had until
nothing refers to it (docs/decisions/032).
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.store import traces

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a passage: `vanished`, `split`, `merged`, `orphan` or `removed`, and the ids that follow it."""

    passage: str
    kind: str
    successors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Former:
    """A passage's id that has no place in a current edition: its source and its fate."""

    source: str
    fate: Fate


def retire(connection: sqlite3.Connection, source: str, fate: str, day: str) -> None:
    """Give every standing passage of a source a fate; those of its next edition stand again when they are saved."""
    connection.execute(
        "UPDATE passages SET fate = ?, fate_day = ? WHERE fate IS NULL "
        "AND edition IN (SELECT key FROM editions WHERE source = ?)",
        (fate, day, source),
    )


_CARRIED_ON = frozenset({"split", "merged"})
"""Fates of passages whose words stand in those that follow: what is withheld stays withheld in these."""


def set_fates(connection: sqlite3.Connection, fates: Iterable[Fate], day: str) -> None:
    """Write what became of passages and who follows them; one that stands in the current edition is left alone.

    Where a passage is withheld, so are those that its words went to.
    """
    for fate in fates:
        row = connection.execute(
            "UPDATE passages SET fate = ?, fate_day = ? WHERE id = ? AND fate IS NOT NULL RETURNING key",
            (fate.kind, day, fate.passage),
        ).fetchone()
        if row is None:
            continue
        connection.execute("DELETE FROM redirects WHERE passage = ?", row)
        connection.executemany(
            "INSERT INTO redirects SELECT ?, ?, key FROM passages WHERE id = ?",
            [(row[0], place, successor) for place, successor in enumerate(fate.successors)],
        )
        if fate.kind in _CARRIED_ON:
            connection.executemany(
                "INSERT OR IGNORE INTO withheld SELECT community, ? FROM withheld WHERE passage = ?",
                [(successor, fate.passage) for successor in fate.successors],
            )


def former(connection: sqlite3.Connection, passage: str) -> Former | None:
    """Tell what became of a passage that stands nowhere; None for an id that there never was."""
    row = connection.execute(
        "SELECT p.key, e.source, p.fate FROM passages p JOIN editions e ON e.key = p.edition "
        "WHERE p.id = ? AND p.fate IS NOT NULL",
        (passage,),
    ).fetchone()
    if row is None:
        return None
    successors = connection.execute(
        "SELECT p.id FROM redirects r JOIN passages p ON p.key = r.successor WHERE r.passage = ? ORDER BY r.position",
        (row[0],),
    )
    return Former(row[1], Fate(passage, row[2], tuple(name for (name,) in successors)))


def unplace_source(connection: sqlite3.Connection, source: str) -> None:
    """Forget every place that the former passages of a source had."""
    _unplace(
        connection,
        connection.execute(
            "SELECT p.key FROM passages p JOIN editions e ON e.key = p.edition "
            "WHERE e.source = ? AND p.fate IS NOT NULL AND p.spans IS NOT NULL",
            (source,),
        ).fetchall(),
    )


def forget_unreferenced(connection: sqlite3.Connection) -> None:
    """Forget the places of former passages that neither an event nor a kept answer speaks of; and unused speakers."""
    former = connection.execute(
        "SELECT id, key FROM passages p WHERE fate IS NOT NULL AND spans IS NOT NULL "
        "AND NOT EXISTS (SELECT 1 FROM events WHERE passage = p.key) "
        # A text that is withdrawn can be restored, with every passage where it was.
        "AND NOT EXISTS (SELECT 1 FROM editions e JOIN withdrawn w ON w.source = e.source "
        "WHERE e.key = p.edition AND e.current = 1)"
    ).fetchall()
    spoken_of = set(traces.passages_in(connection)) if former else ()
    _unplace(connection, [(key,) for name, key in former if name not in spoken_of])
    connection.execute(
        "DELETE FROM speakers WHERE key NOT IN (SELECT speaker FROM passages WHERE speaker IS NOT NULL) "
        "AND key NOT IN (SELECT speaker FROM statements)"
    )


def _unplace(connection: sqlite3.Connection, keys: list[Row]) -> None:
    connection.executemany("DELETE FROM statements WHERE passage = ?", keys)
    connection.executemany(
        "UPDATE passages SET number = NULL, kind = NULL, speaker = NULL, headings = NULL, spans = NULL, "
        "sentences = NULL, statements = 0 WHERE key = ?",
        keys,
    )
