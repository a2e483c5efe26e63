"""A quote is exact or it is not sent."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.checking import check
from bot.answers.concordance import concordance, keyword_line
from bot.answers.quote import quote
from bot.answers.quoting import quote_of
from bot.errors import SourceChanged
from bot.model import Column, Columns, Document, KeywordLine, Quote, Reply, Span
from bot.search import Index
from tests.fakes import FakeLibrary


async def quotes(library: FakeLibrary, index: Index) -> list[Quote]:
    found = await quote(library, index, "harbour council", count=5)
    return [quote_of(chosen, "somebody", "somewhere") for chosen in found.excerpts]


async def line(library: FakeLibrary, index: Index) -> KeywordLine:
    return keyword_line((await concordance(library, index, "outside")).lines[0], "somewhere")


async def test_exact_quotes_pass(library: FakeLibrary, index: Index) -> None:
    good = await quotes(library, index)
    columns = Columns((Column("one", tuple(good)), Column("two", (), "silent")))
    await check(Reply((*good, columns, await line(library, index))), library)
    await check(Reply(()), library)


@given(data=st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
async def test_one_changed_character_is_refused(data: st.DataObject, library: FakeLibrary, index: Index) -> None:
    good = data.draw(st.sampled_from(await quotes(library, index)))
    at = data.draw(st.integers(0, len(good.text) - 1))
    put = data.draw(st.sampled_from(["", "x", " ", "’", "\u200b"]))
    changed = good.text[:at] + put + good.text[at + 1 :]
    if changed == good.text:
        return
    with pytest.raises(SourceChanged) as refused:
        await check(Reply((replace(good, text=changed),)), library)
    assert refused.value.source == good.source


@pytest.mark.parametrize(
    "spans", [(), (Span(0, 10**9),), (Span(-5, 3),), (Span(4, 2),)], ids=["none", "beyond", "before", "backwards"]
)
async def test_spans_outside_of_the_text_are_refused(
    library: FakeLibrary, index: Index, spans: tuple[Span, ...]
) -> None:
    good = (await quotes(library, index))[0]
    with pytest.raises(SourceChanged):
        await check(Reply((replace(good, spans=spans),)), library)


async def test_quotes_in_columns_are_checked(library: FakeLibrary, index: Index) -> None:
    wrong = replace((await quotes(library, index))[0], text="Something else.")
    with pytest.raises(SourceChanged):
        await check(Reply((Columns((Column("one", (wrong,)),)),)), library)


async def test_a_new_edition_is_refused(library: FakeLibrary, index: Index) -> None:
    good = await quotes(library, index)
    source = library.source("letter").source
    library.put(source, "Another text altogether stands here now.")
    with pytest.raises(SourceChanged):
        await check(Reply(tuple(q for q in good if q.source == "letter")), library)


async def test_a_removed_or_changed_file_is_refused(library: FakeLibrary, index: Index) -> None:
    good = await quotes(library, index)
    library.changed.add("report")
    with pytest.raises(SourceChanged):
        await check(Reply(tuple(good)), library)
    library.take("report")
    with pytest.raises(SourceChanged):
        await check(Reply(tuple(good)), library)


async def test_a_document_that_is_not_its_edition_is_refused(library: FakeLibrary, index: Index) -> None:
    good = next(q for q in await quotes(library, index) if q.source == "letter")
    forged = good.text.replace("harbour", "airport")

    async def document(source: str, edition: str) -> Document:
        text = (await FakeLibrary.document(library, source, edition)).text
        return Document(source, edition, text.replace(good.text, forged))

    library.document = document  # type: ignore[method-assign]
    with pytest.raises(SourceChanged):
        await check(Reply((replace(good, text=forged),)), library)


@pytest.mark.parametrize(
    "change",
    [
        {"key_text": "inside"},
        {"left_text": ""},
        {"right_text": " for four weeks."},
        {"left": Span(0, 3)},
    ],
)
async def test_lines_are_checked_in_all_parts(library: FakeLibrary, index: Index, change: dict[str, object]) -> None:
    good = await line(library, index)
    with pytest.raises(SourceChanged):
        await check(Reply((replace(good, **change),)), library)  # type: ignore[arg-type]
