"""Quotes: whose words they are, how they are varied, and what their trace keeps."""

import pytest

from bot.answers.quote import quote, varied
from bot.answers.quoting import excerpt, quote_of
from bot.errors import NoTexts, QuestionEmpty, SourceChanged
from bot.model import Document, Passage, Role, Source, Span, Speaker, Statement, StatementType
from bot.search import Index, Match
from tests.fakes import FakeLibrary

TEXT = "The mayor was calm. “We will pay for the dyke,” said Reed. Moss said that nobody would."
AUTHOR = Speaker("Ada Penn", Role.AUTHOR)
REED = Speaker("Reed", Role.QUOTED)
MOSS = Speaker("Moss", Role.QUOTED)


def passage(document: Document) -> Passage:
    ends = [TEXT.index(" “"), TEXT.index(" Moss said"), len(TEXT)]
    starts = [0, ends[0] + 1, ends[1] + 1]
    sentences = tuple((Span(a, b),) for a, b in zip(starts, ends, strict=True))
    said = TEXT.index("We will"), TEXT.index(",” said")
    told = TEXT.index("nobody"), len(TEXT) - 1
    statements = (
        Statement((Span(*said),), REED, StatementType.DIRECT),
        Statement((Span(*told),), MOSS, StatementType.INDIRECT),
    )
    whole = (Span(0, len(TEXT)),)
    return Passage("p1", "letter", document.edition, 1, whole, sentences, AUTHOR, statements=statements)


def test_others_who_are_quoted_are_named() -> None:
    document = Document.of("letter", TEXT)
    whole = excerpt(passage(document), document, Source("letter", "Letter"))
    assert whole.speaker == AUTHOR
    assert whole.others == (REED, MOSS)
    assert not whole.cut


def test_words_that_are_all_a_statement_are_its_speakers() -> None:
    document = Document.of("letter", TEXT)
    inside = TEXT.index("“We"), TEXT.index(" said Reed")
    part = excerpt(passage(document), document, Source("letter", "Letter"), (Span(*inside),))
    assert part.speaker == Speaker("Reed", Role.QUOTED, via="Ada Penn")
    assert part.others == ()
    assert part.cut


def test_reported_words_stay_the_authors() -> None:
    document = Document.of("letter", TEXT)
    own = passage(document)
    part = excerpt(own, document, Source("letter", "Letter"), own.statements[1].spans)
    assert part.speaker == AUTHOR
    assert part.others == (MOSS,)


def test_a_quote_carries_what_it_needs() -> None:
    document = Document.of("letter", TEXT)
    made = quote_of(
        excerpt(passage(document), document, Source("letter", "L", url="https://example.org/l")), "Ada", "L, 1"
    )
    assert made.text == TEXT
    assert (made.edition, made.url, made.attribution, made.citation) == (
        document.edition,
        "https://example.org/l",
        "Ada",
        "L, 1",
    )


async def test_every_fitting_text_has_its_turn(library: FakeLibrary, index: Index) -> None:
    quoted = await quote(library, index, "harbour", count=3)
    assert sorted(chosen.source.id for chosen in quoted.excerpts) == ["diary", "letter", "report"]
    assert quoted.following == 3


async def test_more_goes_on_where_the_first_ended(library: FakeLibrary, index: Index) -> None:
    whole = await quote(library, index, "harbour", count=10)
    pages = [await quote(library, index, "harbour", count=2, offset=at) for at in range(0, len(whole.excerpts), 2)]
    assert [e.passage.id for page in pages for e in page.excerpts] == [e.passage.id for e in whole.excerpts]
    assert pages[-1].following is None


def test_twice_as_good_comes_before_anothers_turn() -> None:
    matches = [
        Match("a1", 9, source="a", number=1),
        Match("a2", 8, source="a", number=2),
        Match("a3", 5, source="a", number=3),
        Match("b1", 3, source="b", number=1),
    ]
    assert [match.passage for match in varied(matches)] == ["a1", "a2", "b1", "a3"]


async def test_the_trace_keeps_nothing_that_stands_in_no_text(library: FakeLibrary, index: Index) -> None:
    quoted = await quote(library, index, "harbour zyzzyva", source="letter", count=1)
    assert quoted.trace.terms == ("harbour",)
    assert dict(quoted.trace.choices) == {"source": "letter", "count": "1", "offset": "0", "missing": "1"}
    assert "zyzzyva" not in repr(quoted.trace)


async def test_changed_texts_are_left_out_and_named(library: FakeLibrary, index: Index) -> None:
    library.changed.add("report")
    quoted = await quote(library, index, "harbour", count=5)
    assert quoted.changed == ("report",)
    assert {chosen.source.id for chosen in quoted.excerpts} == {"diary", "letter"}
    with pytest.raises(SourceChanged):
        await quote(library, index, "town", source="report")


async def test_passages_that_went_since_are_left_out(library: FakeLibrary, index: Index) -> None:
    library.take("report")
    quoted = await quote(library, index, "harbour", count=5)
    assert {chosen.source.id for chosen in quoted.excerpts} == {"diary", "letter"}


async def test_nothing_to_quote_from() -> None:
    empty = FakeLibrary()
    with pytest.raises(NoTexts):
        await quote(empty, await Index.open(None, empty), "harbour")


async def test_nothing_asked(library: FakeLibrary, index: Index) -> None:
    with pytest.raises(QuestionEmpty):
        await quote(library, index, "?!")
