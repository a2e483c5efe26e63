"""Texts and passages come back as they went in; what left the text is remembered as long as it is spoken of."""

import asyncio
import tempfile
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import (
    BlockKind,
    Document,
    Kind,
    Passage,
    Rights,
    Role,
    Source,
    Span,
    Speaker,
    Standpoint,
    Statement,
    StatementType,
)
from bot.store import encoding, fates, passages, texts
from bot.store.database import Database
from bot.store.fates import Fate
from bot.store.log import AnswerLog, EventLog
from bot.store.texts import Addition, Stamp

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
MAYBE = st.none() | WORDS
SPANS = st.lists(
    st.builds(
        lambda start, length, glued: Span(start, start + length, glued), *[st.integers(0, 10**8)] * 2, st.booleans()
    ),
    min_size=1,
    max_size=5,
).map(tuple)
SPEAKERS = st.builds(Speaker, MAYBE, st.sampled_from(Role), MAYBE)
STATEMENTS = st.builds(Statement, SPANS, SPEAKERS, st.sampled_from(StatementType), MAYBE)
PASSAGES = st.builds(
    Passage,
    st.uuids().map(str),
    st.just("letter"),
    st.just(Document.edition_of("text")),
    st.just(0),
    SPANS,
    st.lists(SPANS, max_size=4).map(tuple),
    SPEAKERS,
    st.sampled_from(BlockKind),
    st.lists(WORDS, max_size=3).map(tuple),
    st.lists(STATEMENTS, max_size=3).map(tuple),
)
SOURCES = st.builds(
    Source,
    WORDS,
    WORDS,
    st.lists(WORDS, max_size=3).map(tuple),
    *[MAYBE] * 4,
    st.sampled_from(Kind),
    *[MAYBE] * 2,
    st.none() | st.builds(Standpoint, WORDS, WORDS),
    st.builds(Rights, MAYBE, MAYBE, *[st.none() | st.integers(0, 10**6)] * 2),
    *[MAYBE] * 2,
)


@settings(deadline=None)
@given(SPANS)
def test_spans_come_back(spans: tuple[Span, ...]) -> None:
    assert encoding.read_spans(encoding.write_spans(spans)) == spans


@settings(deadline=None)
@given(st.lists(SPANS, max_size=6).map(tuple))
def test_sentences_come_back(sentences: tuple[tuple[Span, ...], ...]) -> None:
    assert encoding.read_sentences(encoding.write_sentences(sentences)) == sentences


@settings(deadline=None)
@given(st.lists(st.text(), max_size=6).map(tuple))
def test_lines_come_back(lines: tuple[str, ...]) -> None:
    assert encoding.read_lines(encoding.write_lines(lines)) == lines


def test_a_span_is_short() -> None:
    assert encoding.write_spans((Span(12, 40), Span(41, 80, True))) == "12-40 41-80g"


@settings(max_examples=25, deadline=None)
@given(st.lists(PASSAGES, max_size=6, unique_by=lambda passage: passage.id), SOURCES)
def test_records_and_passages_come_back(made: list[Passage], record: Source) -> None:
    numbered = [
        Passage(p.id, record.id, p.edition, n, p.spans, p.sentences, p.speaker, p.kind, p.headings, p.statements)
        for n, p in enumerate(made, start=1)
    ]
    document = Document.of(record.id, "text")
    whole = Addition(record, document, Stamp("/f", 4, 1, "00"), "2025-03-01", 9, tuple(numbered))

    async def walk(file: Path) -> None:
        async with await Database.open(file, readers=1) as database:
            await database.write(lambda connection: texts.add(connection, whole))
            assert await database.look(lambda c: passages.of_source(c, record.id, 1, 99)) == numbered
            found = await database.look(lambda c: passages.by_id(c, [p.id for p in numbered]))
            assert found == {p.id: p for p in numbered}
            asks = any(p.speaker.role is Role.INTERVIEWER for p in numbered)
            assert await database.look(passages.asked) == ({record.id} if asks else set())
            above = await database.look(passages.headed)
            assert sorted(above) == sorted({(record.id, line) for p in numbered for line in p.headings})
            (entry,) = await database.look(texts.shelf)
            assert entry == texts.Entry(record, document.edition, len(numbered), 9, "2025-03-01", whole.stamp)
            await database.check()

    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(walk(Path(folder) / "store.db"))


async def test_a_new_edition_takes_the_place_of_the_one_before(database: Database, addition) -> None:
    first = addition(text="Line a is first.\nLine b is second.\nLine c is third.")
    second = addition(
        text="Line b is second.\nLine d is new.\nLine e is new.",
        fates=(Fate("letter-a", "split", ("letter-d", "letter-e")), Fate("letter-b", "merged", ("letter-d",))),
    )
    assert await database.write(lambda c: texts.add(c, first)) == 1
    assert await database.write(lambda c: texts.add(c, second)) == 2
    standing = await database.look(lambda c: passages.of_source(c, "letter", 1, 99))
    assert [passage.id for passage in standing] == ["letter-b", "letter-d", "letter-e"]
    split = await database.look(lambda c: fates.former(c, "letter-a"))
    assert split == fates.Former("letter", Fate("letter-a", "split", ("letter-d", "letter-e")))
    gone = await database.look(lambda c: fates.former(c, "letter-c"))
    assert gone == fates.Former("letter", Fate("letter-c", "vanished"))
    assert await database.look(lambda c: fates.former(c, "letter-b")) is None  # it stands, whatever was claimed
    # The text before is kept, because two passages stand in it alone.
    assert await database.look(lambda c: texts.text(c, "letter", first.document.edition)) == first.document.text
    back = addition(text="Line a is first.\nLine c is third.")
    await database.write(lambda c: texts.add(c, back))
    assert await database.look(lambda c: fates.former(c, "letter-a")) is None
    await database.check()


async def test_a_former_text_is_kept_while_it_is_spoken_of(database: Database, addition) -> None:
    first, second = addition(text="Line a is old.\nLine b is old."), addition(text="Line c is new.")
    await database.write(lambda c: texts.add(c, first))
    await EventLog(database).record(
        "shown", "c", "1", [("letter-a", first.document.edition)], datetime(2025, 3, 1, tzinfo=UTC)
    )
    await database.write(lambda c: texts.add(c, second))
    await database.write(partial(texts.tidy, day="2026-11-22"))
    kept = await database.look(lambda c: passages.last_place(c, "letter-a"))
    assert kept is not None
    assert kept.edition == first.document.edition
    assert await database.look(lambda c: passages.last_place(c, "letter-b")) is None
    assert await database.look(lambda c: texts.text(c, "letter", first.document.edition)) == first.document.text
    await database.write(lambda c: c.execute("DELETE FROM events").rowcount)
    await database.write(partial(texts.tidy, day="2026-11-22"))
    assert await database.look(lambda c: texts.text(c, "letter", first.document.edition)) is None
    assert await database.look(lambda c: fates.former(c, "letter-a")) is not None  # the id is never forgotten
    await database.check()


async def test_removal_leaves_no_word(database: Database, addition) -> None:
    made = addition(text="Line a says heron.\nLine b says heron.")
    await database.write(lambda c: texts.add(c, made))
    await AnswerLog(database).purge(datetime(2025, 3, 1, tzinfo=UTC))
    await database.write(lambda c: texts.remove(c, "letter", "2025-03-02"))
    assert await database.look(texts.shelf) == []
    assert await database.read("SELECT * FROM documents") == []
    former = await database.look(lambda c: fates.former(c, "letter-a"))
    assert former == fates.Former("letter", Fate("letter-a", "removed"))
    await database.write(lambda c: texts.add(c, made))
    assert len(await database.look(lambda c: passages.of_source(c, "letter", 1, 99))) == 2
    await database.check()


async def test_paging_goes_over_every_passage_once(database: Database, addition) -> None:
    for name in ("essay", "letter", "speech"):
        made = addition(name, lines=5)
        await database.write(lambda c, made=made: texts.add(c, made))
    place, seen = ("", 0), []
    while found := await database.look(lambda c, place=place: passages.after(c, *place, 4)):
        place = (found[-1].source, found[-1].number)
        seen += [passage.id for passage in found]
    assert seen == [f"{name}-{line}" for name in ("essay", "letter", "speech") for line in range(1, 6)]
