"""An export as a table (CSV, RFC 4180) and as JSON."""

import csv
import io
import json
from collections.abc import Sequence

from bot.discussion.exporting.records import Record

_STARTS = tuple("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet takes for the beginning of a formula, or for the end of a cell that one follows."""


def table(records: Sequence[Record]) -> bytes:
    """Give records as CSV in UTF-8, with the mark by which spreadsheets know that, and a line of names."""
    written = io.StringIO()
    names = list(records[0].values) if records else []
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(names)
    for record in records:
        writer.writerow([safe(value) for value in record.values.values()])
    return written.getvalue().encode("utf-8-sig", "replace")


def safe(value: str | int | None) -> str:
    """Make a cell that is never a formula: an apostrophe goes before what could begin one."""
    words = "" if value is None else str(value)
    return f"'{words}" if isinstance(value, str) and words.lstrip(" ").startswith(_STARTS) else words


def plain(records: Sequence[Record]) -> bytes:
    """Give records as JSON: a list of objects, with the names that the table has."""
    values = [record.values for record in records]
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")
