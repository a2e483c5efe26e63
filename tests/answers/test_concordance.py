"""Every occurrence, in its line, as reading everything finds it."""

import asyncio
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.checking import check
from bot.answers.concordance import AROUND, concordance, keyword_line, lines_of
from bot.errors import QuestionEmpty, SourceChanged
from bot.model import Document, Passage, Reply, Role, Source, Span, Speaker
from bot.search import Index
from bot.search.occurrences import Sought
from tests.fakes import FakeLibrary

_WORDS = st.sampled_from(["dam", "Dam", "dams", "dam-wall", "the", "sea,", "“sea”", "wall.", "Wall’s", "a\nlong"])
_TEXTS = st.dictionaries(
    st.sampled_from(["a", "b", "c"]),
    st.lists(st.lists(_WORDS, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=3).map("\n\n".join),
    min_size=1,
)


@given(texts=_TEXTS, term=st.sampled_from(["dam", "SEA", "the sea", "wall*", "dam wall", "long dam"]))
@settings(max_examples=60, deadline=None)
def test_finds_what_reading_finds(texts: dict[str, str], term: str) -> None:
    asyncio.run(_compare(texts, term))


async def _compare(texts: dict[str, str], term: str) -> None:
    library = FakeLibrary(texts)
    index = await Index.open(None, library)
    lines = []
    offset: int | None = 0
    while offset is not None:
        page = await concordance(library, index, term, limit=3, offset=offset)
        lines += page.lines
        offset = page.following
    ending = "" if term.endswith("*") else r"(?!\w)"
    inner = r"[\W_]+".join(re.findall(r"\w+", term.lower()))
    expected = []
    for name, text in sorted(texts.items()):
        for passage in re.finditer(r"\S(?:.|\n(?!\n))*", text):
            found = re.finditer(rf"(?<!\w)(?={inner}{ending})", passage.group().lower())
            expected += [(name, passage.start() + m.start()) for m in found]
    assert [(line.source.id, line.key.start) for line in lines] == expected
    assert page.total == len(expected)
    for line in lines:
        assert line.left.end == line.key.start
        assert line.key.end == line.right.start
        assert len(line.left) <= AROUND
        assert len(line.right) <= AROUND
    await check(Reply(tuple(keyword_line(line, "c") for line in lines)), library)


async def test_context_is_cut_between_words(library: FakeLibrary, index: Index) -> None:
    (line,) = (await concordance(library, index, "outside")).lines
    assert line.left_text == "closed in March by order of the council. Ships waited "[-len(line.left_text) :]
    assert line.left_text.startswith(("of ", "order ", "by ", "the "))
    assert line.key_text == "outside"
    assert line.right_text == " for three weeks. They also lost their"


async def test_nothing_stands_there(library: FakeLibrary, index: Index) -> None:
    found = await concordance(library, index, "zyzzyva")
    assert (found.lines, found.total, found.following, found.trace.terms) == ((), 0, None, ())
    with pytest.raises(QuestionEmpty):
        await concordance(library, index, "*")


async def test_within_one_text(library: FakeLibrary, index: Index) -> None:
    found = await concordance(library, index, "harbour", source="report")
    assert {line.source.id for line in found.lines} == {"report"}
    assert found.total == 3


async def test_a_changed_text_is_left_out(library: FakeLibrary, index: Index) -> None:
    library.changed.add("report")
    found = await concordance(library, index, "dyke")
    assert found.changed == ("report",)
    assert {line.source.id for line in found.lines} == {"letter"}
    with pytest.raises(SourceChanged):
        await concordance(library, index, "dyke", source="report")


def lines(text: str, spans: tuple[Span, ...], term: str) -> list[tuple[str, str, str]]:
    document = Document.of("s", text)
    passage = Passage("p", "s", document.edition, 1, spans, (spans,), Speaker("Ada", Role.AUTHOR))
    found = lines_of(passage, document, Source("s", "S"), Sought.of(term))
    return [(line.left_text, line.key_text, line.right_text) for line in found]


def test_marks_and_furniture_stay_out_of_lines() -> None:
    text = "The *great* flood came\n\nPAGE 7\n\nand went again."
    spans = (Span(0, 4), Span(5, 10, glued=True), Span(11, 22, glued=True), Span(32, 47))
    assert text[32:47] == "and went again."
    assert lines(text, spans, "great") == [("", "great", "")]
    assert lines(text, spans, "flood") == [(" ", "flood", " came")]
    assert lines(text, spans, "went") == [("and ", "went", " again.")]
    assert lines(text, spans, "great flood") == [("The *", "great* flood", " came")] or lines(
        text, spans, "great flood"
    ) == [("", "great* flood", " came")]
    assert lines(text, spans, "came and") == [("", "came", "")] or lines(text, spans, "came and")[0][1] == "came"
