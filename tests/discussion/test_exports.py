"""What moderators take away: whole, harmless in a spreadsheet, and without anybody in it."""

import csv
import io
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.selectors import anchor
from bot.discussion.exporting import Record, annotations, plain, table
from bot.discussion.exporting.tables import safe
from bot.discussion.numbers import Ranked
from bot.model import Count, Rights, Selector, Source
from bot.store.reviews import Review, Status
from tests.fakes import FakeLibrary

TEXT = "The pilot waited for the tide.\n\nThe tide came late that year.\n\nNobody had asked the pilot."
FREE = Source("pilot", "=Pilot", rights=Rights())
MARK = "c" * 64


def record(number: int = 1, count: Count = Count(10, 5), note: str | None = None, source: Source = FREE) -> Record:  # noqa: B008
    review = Review(f"pilot-{number}", Status.NOTED, note, MARK, "2026-11-22T09") if note else None
    return Record(Ranked(f"pilot-{number}", source, count, number, 3, ("On tides",)), review)


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@given(st.text(max_size=60))
def test_no_cell_begins_as_a_formula_does(words: str) -> None:
    told = safe(words)
    assert not told.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    assert told in (words, f"'{words}")


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80), st.integers(0, 60))
def test_a_table_reads_back_as_it_was_written(note: str, total: int) -> None:
    names, cells = rows(table([record(note=note or "x", count=Count(total - total % 5, 5))]))
    found = dict(zip(names, cells, strict=True))
    assert found["note"] == safe(note or "x")
    assert found["title"] == "'=Pilot"
    assert int(found["discussed_from"]) <= max(total, 0) <= max(int(found["discussed_to"]), 4)


def test_hidden_counts_are_told_as_what_they_may_be_and_nobody_is_named() -> None:
    records = [record(1, Count(None, 5), "=HYPERLINK(1)"), record(2, Count(0, 5)), record(3, Count(40, 5))]
    names, *lines = rows(table(records))
    told = [dict(zip(names, line, strict=True)) for line in lines]
    assert [(line["discussed_from"], line["discussed_to"]) for line in told] == [("1", "4"), ("0", "0"), ("40", "44")]
    assert told[0]["note"] == "'=HYPERLINK(1)"
    assert told[0]["reviewed"] == "2026-11-22T09:00Z"
    assert [line["status"] for line in told] == ["noted", "open", "open"]
    for data in (table(records), plain(records)):
        assert MARK[:4].encode() * 2 not in data
    assert [line["passage"] for line in json.loads(plain(records))] == ["pilot-1", "pilot-2", "pilot-3"]


async def collection(records: list[Record], library: FakeLibrary) -> tuple[Any, Any]:
    made = await annotations(records, library, lambda one: f"discussed {one.ranked.count.value}")
    return json.loads(made.data), made


async def test_annotations_find_their_passages_again() -> None:
    library = FakeLibrary({"pilot": TEXT}, [FREE])
    found, made = await collection([record(1, note="who?"), record(2), record(9)], library)
    assert (found["type"], found["total"], made.placed, made.left_out) == ("AnnotationCollection", 2, 0, 1)
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    (passage, *_) = await library.of_source("pilot")
    document = await library.document("pilot", passage.edition)
    first, second = found["first"]["items"]
    quote, place = first["target"]["selector"]
    selector = Selector(quote["exact"], quote["prefix"], quote["suffix"], place["start"], place["end"], passage.edition)
    spot = anchor(document, selector)
    assert spot is not None
    assert document.text[spot.start : spot.end] == "The pilot waited for the tide."
    assert first["target"]["source"] == f"urn:sha256:{passage.edition}"
    assert [(body["purpose"], body["value"]) for body in first["body"]] == [
        ("commenting", "who?"),
        ("describing", "discussed 10"),
        ("tagging", "noted"),
    ]
    assert (first["motivation"], second["motivation"]) == ("commenting", "assessing")
    assert first["modified"] == "2026-11-22T09:00:00Z"
    assert MARK.encode() not in made.data


async def test_annotations_quote_no_more_than_the_rights_allow() -> None:
    narrow = Source("pilot", "Pilot", rights=Rights(words_per_answer=12, words_per_day=100))
    library = FakeLibrary({"pilot": TEXT}, [narrow])
    found, made = await collection([record(number, source=narrow) for number in (1, 2, 3)], library)
    kinds = [[part["type"] for part in item["target"]["selector"]] for item in found["first"]["items"]]
    both = ["TextQuoteSelector", "TextPositionSelector"]
    assert kinds == [both, both, ["TextPositionSelector"]]
    assert made.placed == 1


async def test_a_text_that_changed_gives_no_annotations() -> None:
    library = FakeLibrary({"pilot": TEXT}, [FREE])
    library.changed.add("pilot")
    _, made = await collection([record(1)], library)
    assert made.left_out == 1
