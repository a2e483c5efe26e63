"""How lists of places and of short lines stand in a column.

Spans are one word each, `start-end`, with a `g` after a glued one: `12-40 41-80g`. Sentences are separated by `|`:
`12-40|41-60 60-80g`. Rows of their own take twice the room (docs/decisions/031).
Lines (headings, terms) stand one a line; a backslash or a line break inside one is written `\\\\` or `\\n`.
"""

import re
from collections.abc import Iterable

from bot.model import Span

_ESCAPED = re.compile(r"\\(.)")


def write_spans(spans: Iterable[Span]) -> str:
    """Put spans into one line: `12-40 41-80g`."""
    return " ".join([f"{s.start}-{s.end}{'g' if s.glued else ''}" for s in spans])


def read_spans(line: str) -> tuple[Span, ...]:
    """Take spans out of what `write_spans` made. Raises ValueError where the line is none of those."""
    return tuple([_span(word) for word in line.split(" ")]) if line else ()


def write_sentences(sentences: Iterable[Iterable[Span]]) -> str:
    """Put sentences, each a run of spans, into one line: `12-40|41-60 60-80g`. Each has a span at least."""
    return "|".join([write_spans(sentence) for sentence in sentences])


def read_sentences(line: str) -> tuple[tuple[Span, ...], ...]:
    """Take sentences out of what `write_sentences` made. Raises ValueError where the line is none of those."""
    return tuple([read_spans(part) for part in line.split("|")]) if line else ()


def write_lines(lines: Iterable[str]) -> str:
    """Put short lines into one column, each ended by a line break."""
    return "".join([line.replace("\\", "\\\\").replace("\n", "\\n") + "\n" for line in lines])


def read_lines(column: str) -> tuple[str, ...]:
    """Take lines out of what `write_lines` made."""
    if not column:
        return ()
    lines = column[:-1].split("\n")
    return tuple(map(_unescaped, lines) if "\\" in column else lines)


def write_table(rows: Iterable[Iterable[str]]) -> str:
    """Put rows of short lines into one column: each row is a line, as `write_lines` makes it of its own."""
    return write_lines([write_lines(row) for row in rows])


def read_table(column: str) -> tuple[tuple[str, ...], ...]:
    """Take rows out of what `write_table` made."""
    return tuple(map(read_lines, read_lines(column)))


def _span(word: str) -> Span:
    start, _, end = word.partition("-")
    if end.endswith("g"):
        return Span(int(start), int(end[:-1]), True)
    return Span(int(start), int(end))


def _unescaped(line: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] == "n" else found[1], line)
