"""Checks of wordings: the true words are whole sentences, a diff tells every difference, nothing is kept."""

import pytest
from fakes import FakeLibrary
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.checked import MOST_QUOTES, Assessment, assess, diff, sentences_around
from bot.model import (
    BlockKind,
    Change,
    ChangeKind,
    Checked,
    DiffKind,
    Document,
    Matter,
    Passage,
    Role,
    Span,
    Speaker,
    VerdictKind,
)
from bot.quotation import Texts
from bot.quotation.titles import Titles

TALLY = (
    "The harbour master counted 11,000 crates on the northern quay before the storm. He did not blame the crews. "
    "Nobody on the quay was hurt, because the gates had been shut in time."
)


class Ready:
    """Quotations that are made of a library of the tests."""

    def __init__(self, library: FakeLibrary) -> None:
        self._library = library

    async def texts(self) -> Texts:
        entries = []
        for shelved in self._library.sources():
            document = await self._library.document(shelved.source.id, shelved.edition)
            found = await self._library.of_source(shelved.source.id)
            entries += [(passage, document.derive(passage.spans)) for passage in found]
        return Texts.build(entries)

    async def titles(self) -> tuple[Titles, Titles]:
        titles = ((shelved.source.id, shelved.source.title) for shelved in self._library.sources())
        return Titles.of(titles), Titles.of(await self._library.headings())


async def assessed(wording: str, **texts: str) -> Assessment:
    library = FakeLibrary(texts or {"tally": TALLY})
    return await assess(library, Ready(library), wording)  # type: ignore[arg-type]


async def test_the_true_wording_is_the_whole_sentence() -> None:
    found = await assessed("“master counted 11,000 crates on the northern quay”")
    (quote,) = found.quotes
    assert quote.checked.verdict is VerdictKind.EXACT
    assert quote.diff is None
    assert [e.text for e in quote.excerpts] == [TALLY.split(" He did")[0]]
    assert found.trace.terms == ()
    assert found.trace.choices == (("verdict", "exact"),)
    assert [hit.passage for hit in found.trace.hits] == [quote.excerpts[0].passage.id]


async def test_a_diff_reads_as_what_was_said_and_as_what_is_true() -> None:
    wording = "The harbour master counted 12,000 large crates on the northern quay"
    (quote,) = (await assessed(wording)).quotes
    assert quote.checked.verdict is VerdictKind.ALTERED
    assert quote.diff is not None
    assert "".join(part.said for part in quote.diff.parts) == wording
    assert " ".join("".join(part.true for part in quote.diff.parts).split()) == wording.replace("12", "11").replace(
        " large", ""
    )
    marked = "".join(part.marked for part in quote.diff.parts)
    assert "[12,000 → 11,000]" in marked
    assert "[+large+]" in marked


async def test_a_text_that_changed_is_named_and_not_quoted() -> None:
    library = FakeLibrary({"tally": TALLY})
    ready = Ready(library)
    texts = await ready.texts()

    async def made() -> Texts:
        return texts

    ready.texts = made  # type: ignore[method-assign]
    library.changed.add("tally")
    found = await assess(library, ready, "“Nobody on the quay was hurt”")  # type: ignore[arg-type]
    assert found.changed == ("tally",)
    assert found.quotes[0].excerpts == ()


async def test_more_quotes_than_are_told_are_counted() -> None:
    things = ("bell", "lamp", "gate", "crate", "barge", "rope", "anchor")
    sentences = [f"The {thing} of the old {thing} keeper was painted by {thing} hands." for thing in things]
    found = await assessed("\n\nand then\n\n".join(f"“{s}”" for s in sentences), tally="\n\n".join(sentences))
    assert len(found.quotes) == MOST_QUOTES
    assert found.unread == len(sentences) - MOST_QUOTES


@pytest.mark.parametrize("wording", ["", "   ", "“”", "🌊🌊", "a b", "\u200f\u202e", "```\n```", "> " * 50, "x" * 4000])
async def test_whatever_is_asked_gets_an_answer(wording: str) -> None:
    found = await assessed(wording)
    assert all(quote.checked.verdict is not VerdictKind.EXACT for quote in found.quotes)


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 8)), max_size=4))
def test_a_diff_keeps_every_word_that_was_said(wording: str, places: list[tuple[int, int]]) -> None:
    size = len(wording)
    changes = []
    for start, long in places:
        span = Span(min(start, size), min(start + long, size))
        kind = ChangeKind.ADDED if len(span) else ChangeKind.LEFT_OUT
        changes.append(
            Change(kind, Matter.WORDS, wording[span.start : span.end], "" if len(span) else "true", span, Span(0, 1))
        )
    checked = Checked(VerdictKind.ALTERED, Span(0, size), wording, changes=tuple(changes))
    found = diff(checked, wording)
    if found is not None:
        said = "".join(part.said for part in found.parts if part.kind is not DiffKind.LEFT_OUT)
        assert said.replace(" ", "") == wording.replace(" ", "")


def test_sentences_of_spans_that_are_cut_around_markup() -> None:
    document = Document.of("a", "One [two](#) three. Four\n\nfive six. Seven.")
    spans = (Span(0, 4), Span(5, 8, glued=True), Span(12, 24, glued=True), Span(26, 43))
    sentences = (
        (Span(0, 4), Span(5, 8, glued=True), Span(12, 19, glued=True)),
        (Span(20, 24), Span(26, 35)),
        (Span(36, 43),),
    )
    passage = Passage("a.b", "a", document.edition, 1, spans, sentences, Speaker("X", Role.AUTHOR), BlockKind.PARAGRAPH)
    words = document.derive(spans)
    for number, sentence in enumerate(("One two three.", "Four five six.", "Seven.")):
        start = words.index(sentence)
        inside = Span(start + 1, start + 3)
        assert document.derive(sentences_around(passage, [inside])) == sentence, number
    assert document.derive(sentences_around(passage, [Span(0, len(words))])) == words


async def test_what_only_sounds_like_a_passage_is_told_as_such() -> None:
    found = await assessed(
        "before the storms came, the master of the harbour was counting crates along the northern quays",
        tally="The harbour master counted the crates on the northern quay before the storm.",
        moon="Nobody has ever been to the far side of the moon to count what lies there, as far as we know.",
        bread="Bread was baked on Tuesdays only, and whoever came late went home with nothing but crumbs.",
    )
    (quote,) = found.quotes
    assert quote.checked.verdict is VerdictKind.CLOSE
    assert [excerpt.source.id for excerpt in quote.excerpts] == ["tally"]
    assert quote.diff is None


async def test_words_of_a_title_or_a_heading_are_told_for_what_they_are() -> None:
    text = f"# What the storm left behind\n\n{TALLY}"
    found = [await assessed(f"“{words}”", **{"a quay at work": text}) for words in ("the storm left", "A quay at work")]
    heading, title = (one.quotes[0] for one in found)
    assert heading.headings == (("A quay at work", "What the storm left behind"),)
    assert title.titles == ("A quay at work",)
    assert not heading.titles
    assert not title.headings
    assert [one.verdict for one in found] == [VerdictKind.NOT_FOUND] * 2
