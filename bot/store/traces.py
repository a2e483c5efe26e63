"""How an answer's trace stands in the store: in one row, the passages that it rests on in a column of it."""

import sqlite3
from collections.abc import Iterator
from functools import lru_cache

from bot.model import Signal, Trace, TracedHit
from bot.store.encoding import read_lines, read_table, write_lines, write_table
from bot.store.jottings import Rows


def rows_of(answer: str, community: str, trace: Trace, asked: str) -> Rows:
    """Give the rows of an answer that was asked in the hour `asked`."""
    return {"answers": [(answer, asked, community, trace.command, trace.searched, *_columns(_TheSame(trace)))]}


def load(connection: sqlite3.Connection, answer: str, community: str) -> tuple[Trace, str] | None:
    """Give an answer's trace and the hour in which it was asked; None unless it was given in that community."""
    row = connection.execute(
        "SELECT hour, command, searched, terms, choices, hits FROM answers WHERE id = ? AND community = ?",
        (answer, community),
    ).fetchone()
    if row is None:
        return None
    asked, command, searched, terms, choices, hits = row
    words = read_lines(choices)
    trace = Trace(
        command=command,
        terms=read_lines(terms),
        choices=tuple(zip(words[::2], words[1::2], strict=True)),
        hits=tuple(
            TracedHit(passage, edition, float(score), _read(signals))
            for passage, edition, score, signals in read_table(hits)
        ),
        searched=searched,
    )
    return trace, asked


def passages_in(connection: sqlite3.Connection) -> Iterator[str]:
    """Give the ids of the passages that the answers which are kept rest on; a passage may come again and again."""
    for (hits,) in connection.execute("SELECT DISTINCT hits FROM answers"):
        yield from (passage for passage, *_ in read_table(hits))


class _TheSame:
    """A trace by which object it is: comparing what stands in it takes longer than writing it."""

    def __init__(self, trace: Trace) -> None:
        self.trace = trace

    def __hash__(self) -> int:
        return id(self.trace)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _TheSame) and other.trace is self.trace


@lru_cache(maxsize=64)  # an answer that is given again has the same trace
def _columns(same: _TheSame) -> tuple[str, str, str]:
    """Give terms, choices and hits of a trace as their columns have them.

    A hit is a row: the passage, its edition, the score and its reasons.
    """
    trace = same.trace
    choices = write_lines([word for choice in trace.choices for word in choice])
    return write_lines(trace.terms), choices, write_lines(map(_row, trace.hits))


@lru_cache(maxsize=256)  # the same passages are found again and again
def _row(hit: TracedHit) -> str:
    return write_lines((hit.passage, hit.edition, repr(hit.score), _reasons(hit.why)))


def _reasons(signals: tuple[Signal, ...]) -> str:
    """Put the reasons for a passage into one value: a row each, of the name, the value and the terms."""
    return write_table([(signal.name, repr(signal.value), *signal.terms) for signal in signals])


def _read(column: str) -> tuple[Signal, ...]:
    return tuple(
        Signal(name, float(value), terms) for name, value, *rest in read_table(column) for terms in [tuple(rest)]
    )
