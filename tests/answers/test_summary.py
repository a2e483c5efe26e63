"""Summaries are made of whole quoted sentences that stand alone, within their words, shared equally."""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.leaning import stands
from bot.answers.sentences import units
from bot.answers.summary import Summary, summary
from bot.model import BlockKind, Document, Passage, Role, Source, Span, Speaker, Standpoint
from bot.search import Index
from tests.answers.three_texts import DIARY, LETTER, REPORT
from tests.fakes import FakeLibrary


def sentences(found: Summary) -> list[str]:
    return [chosen.text for part in found.parts for chosen in part.excerpts]


async def test_made_of_sentences_of_every_text(library: FakeLibrary, index: Index) -> None:
    found = await summary(library, index, words=120)
    assert {part.source.id for part in found.parts} == {"diary", "letter", "report"}
    assert 0 < found.words <= 120
    for part in found.parts:
        places = [(chosen.passage.number, chosen.spans[0].start) for chosen in part.excerpts]
        assert places == sorted(places)
        for chosen in part.excerpts:
            document = await library.document(part.source.id, chosen.passage.edition)
            assert document.derive(chosen.spans) == chosen.text
            assert chosen.text[-1] in ".!”"


async def test_no_sentence_that_points_back_stands_alone(library: FakeLibrary, index: Index) -> None:
    texts = sentences(await summary(library, index, words=240))
    assert not any(text.startswith(("They", "It was", "Nobody helped")) for text in texts)
    assert not any("What will become" in text for text in texts)
    joined = " ".join(texts)
    assert "They also lost" not in joined or "three weeks. They also lost" in joined


async def test_about_something(library: FakeLibrary, index: Index) -> None:
    found = await summary(library, index, "dyke", words=60)
    assert found.found is not None
    assert found.trace.terms == ("dyke",)
    assert all("dyke" in text.lower() for text in sentences(found))
    assert {part.source.id for part in found.parts} == {"letter", "report"}


async def test_of_one_text(library: FakeLibrary, index: Index) -> None:
    found = await summary(library, index, source="report", words=60)
    assert [part.source.id for part in found.parts] == ["report"]
    assert found.searched == 1


async def test_nothing_fits(library: FakeLibrary, index: Index) -> None:
    found = await summary(library, index, "zyzzyva", words=60)
    assert found.parts == ()
    assert found.found is not None
    assert found.found.searched == 3


async def test_turns_go_round_all_texts() -> None:
    library = FakeLibrary({f"text{n:02}": f"The keeper of tower {n} lit the great lamp again." for n in range(20)})
    index = await Index.open(None, library)
    seen: set[str] = set()
    for turn in range(10):
        found = await summary(library, index, words=60, turn=turn)
        assert found.left_out == 20 - len(found.parts)
        seen |= {part.source.id for part in found.parts}
    assert len(seen) == 20


@given(words=st.integers(10, 300), about=st.sampled_from([None, "harbour", "dyke council ships"]))
@settings(max_examples=40, deadline=None)
def test_never_over_its_words(words: int, about: str | None) -> None:
    async def check() -> None:
        found = await summary(LIBRARY, INDEX, about, words=words)
        assert found.words <= words

    asyncio.run(check())


@pytest.mark.parametrize(
    "text",
    [
        "This changed everything.",
        "They also lost it.",
        "“He was late,” she said.",
        "However, the gates held.",
        "For example, the quay.",
        "The latter was new.",
        "Yes, it was.",
        "Він пішов.",
        "Крім того, вода зросла.",
        "Он ушёл.",
        "Nobody decided on this, or on the gates.",
    ],
)
def test_openings_that_point_back(text: str) -> None:
    assert not stands(text)


@pytest.mark.parametrize(
    "text", ["The dyke held.", "Thisbe sailed.", "There is a wall.", "No one came.", "Івана не було.", "Heather grew."]
)
def test_openings_that_stand(text: str) -> None:
    assert stands(text)


@pytest.mark.parametrize(
    ("text", "kind", "quotable"),
    [
        ("The gates were shut by the keeper at noon.", BlockKind.PARAGRAPH, True),
        ("The gates were shut by the keeper at noon.", BlockKind.LIST_ITEM, True),
        ("better gates and a longer wall by the sea", BlockKind.LIST_ITEM, False),
        ("Better gates and a longer wall by the sea", BlockKind.LIST_ITEM, False),
        ("The keeper asks for these five things now:", BlockKind.PARAGRAPH, False),
        ("Would the gates hold until the next spring?", BlockKind.PARAGRAPH, False),
        ("“The gates were shut by the keeper at noon.", BlockKind.PARAGRAPH, False),
        ("The gates were shut by the keeper at noon.", BlockKind.CAPTION, False),
        ("Gates shut.", BlockKind.PARAGRAPH, False),
    ],
)
def test_fragments_are_not_quoted_alone(text: str, kind: BlockKind, quotable: bool) -> None:
    document = Document.of("s", text)
    span = (Span(0, len(text)),)
    passage = Passage("p", "s", document.edition, 1, span, (span,), Speaker("Ada", Role.AUTHOR), kind)
    assert bool(list(units(passage, document, Source("s", "S")))) == quotable


def _prepared() -> tuple[FakeLibrary, Index]:
    library = FakeLibrary({"letter": LETTER, "report": REPORT, "diary": DIARY})
    return library, asyncio.run(Index.open(None, library))


LIBRARY, INDEX = _prepared()


async def test_apart_each_text_has_the_same_words(library: FakeLibrary, index: Index) -> None:
    found = await summary(library, index, words=90, apart=True)
    assert found.each == 30
    assert len(found.parts) == 3
    assert all(part.words <= 30 for part in found.parts)
    assert ("apart", "yes") in found.trace.choices


async def test_standpoints_take_turns() -> None:
    sources = [
        Source(f"t{n}", f"T{n}", ("Ada",), language="en", standpoint=Standpoint("one" if n < 6 else "other", "us"))
        for n in range(8)
    ]
    library = FakeLibrary({s.id: f"The keeper of tower {s.id} lit the great lamp again." for s in sources}, sources)
    found = await summary(library, await Index.open(None, library), "lamp", words=80)
    labels = [part.source.standpoint.label for part in found.parts if part.source.standpoint]
    assert labels == ["one", "other", "one", "other"]
