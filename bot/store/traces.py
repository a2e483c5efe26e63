"""How an answer's trace stands in the store: a row for the answer, and one for each passage that it rests on."""

import sqlite3
from functools import lru_cache

from bot.model import Signal, Trace, TracedHit
from bot.store.encoding import read_lines, read_table, write_lines, write_table
from bot.store.jottings import Rows


def rows_of(answer: str, community: str, trace: Trace, asked: str) -> Rows:
    """Give the rows of an answer that was asked in the hour `asked`."""
    choices = write_lines([word for choice in trace.choices for word in choice])
    return {
        "answers": [
            (answer, asked, community, trace.command, trace.searched, write_lines(trace.terms), choices),
        ],
        "answer_hits": [
            (answer, place, hit.passage, hit.edition, hit.score, _written(hit.why))
            for place, hit in enumerate(trace.hits)
        ],
    }


def load(connection: sqlite3.Connection, answer: str, community: str) -> tuple[Trace, str] | None:
    """Give an answer's trace and the hour in which it was asked; None unless it was given in that community."""
    row = connection.execute(
        "SELECT key, hour, command, searched, terms, choices FROM answers WHERE id = ? AND community = ?",
        (answer, community),
    ).fetchone()
    if row is None:
        return None
    key, asked, command, searched, terms, choices = row
    words = read_lines(choices)
    hits = connection.execute(
        "SELECT passage, edition, score, signals FROM answer_hits WHERE answer = ? ORDER BY position", (key,)
    )
    trace = Trace(
        command=command,
        terms=read_lines(terms),
        choices=tuple(zip(words[::2], words[1::2], strict=True)),
        hits=tuple(TracedHit(passage, edition, score, _read(signals)) for passage, edition, score, signals in hits),
        searched=searched,
    )
    return trace, asked


@lru_cache(maxsize=256)  # the same passages are found again and again
def _written(signals: tuple[Signal, ...]) -> str:
    """Put the reasons for a passage into a column: a row each, of the name, the value and the terms."""
    return write_table([(signal.name, repr(signal.value), *signal.terms) for signal in signals])


def _read(column: str) -> tuple[Signal, ...]:
    return tuple(
        Signal(name, float(value), terms) for name, value, *rest in read_table(column) for terms in [tuple(rest)]
    )
