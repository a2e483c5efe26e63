"""Whatever a text holds, its structure keeps these rules: nothing lost, nothing twice, every word from its place."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from structure_score import exported, own_texts

from bot.corpus.lines import EDGES
from bot.corpus.parsing import parse
from bot.corpus.parts import Raw, Structure
from bot.model import BlockKind, Document, Role, Source

_MARKER = re.compile(r"\s*(?:#{1,6}|>|[•◦▪▫‣⁃∙●○■□➢➤✓✔·*+-]|\(?\d{1,3}[.)]|\(?[a-zа-яі]\))\s*")
_TABLE = (
    'the man said “hello there ” " « » „ ‘ ’ Q: A: Jane Doe: JD: **Ann Ray:** By Ann Ray 3 May 2021 # ## '
    "- • 1. 2. > >> * ** _ [a](b) ![c](d) [ ]( < > \\ self- defense. Why? … no! (Photo: X/AP) Credit: Y "
    "Share https://a.b/c P.S. \u200f \u202e \ufeff \x00 \xa0 שלום مرحبا؟ Привіт, каже він. 12 Page 3 of 4 "
    "a, b; c: I we you "
)
_WORDS = st.sampled_from(sorted(set(_TABLE.split(" ")) - {""}))
_LAYOUT = st.sampled_from([" ", " ", " ", "\n", "\n\n", "\r\n", "\x0c", "\n\n\n", "\t", "\u2028", " \n"])
pages = st.lists(st.tuples(_WORDS, _LAYOUT), max_size=120).map(lambda parts: "".join(a + b for a, b in parts))
anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=400)


def check(text: str, structure: Structure) -> None:
    document = Document.of("x", text)
    covered = [0] * len(text)
    for block in structure.blocks:
        assert 0 <= block.span.start < block.span.end <= len(text)
        for place in range(block.span.start, block.span.end):
            covered[place] += 1
    assert max(covered, default=0) <= 1
    left_out = "".join(" " if covered[i] else sign for i, sign in enumerate(text))
    for line in left_out.splitlines():
        assert not line.strip(EDGES) or _MARKER.fullmatch(line.strip(EDGES)), line
    check_paragraphs(document, structure)
    check_drafts(document, structure)


def check_paragraphs(document: Document, structure: Structure) -> None:
    for number, paragraph in enumerate(structure.paragraphs):
        assert document.derive(paragraph.cut) == paragraph.plain
        places = [span.start for sentence in paragraph.sentences for span in sentence.spans]
        assert places == sorted(places)
        for sentence in paragraph.sentences:
            assert sentence.paragraph == number
            for span in sentence.spans:
                assert any(whole.start <= span.start < span.end <= whole.end for whole in paragraph.spans)
    blocks = [block.span.start for block in structure.blocks]
    assert blocks == sorted(blocks)


def check_drafts(document: Document, structure: Structure) -> None:
    for draft in structure.drafts:
        words = document.derive(draft.spans)
        assert words.split() == " ".join(document.derive(sentence) for sentence in draft.sentences).split()
        assert draft.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        assert (draft.speaker.name is None) == (draft.speaker.role in (Role.UNCLEAR, Role.EDITOR))
        for statement in draft.statements:
            assert draft.spans[0].start <= statement.spans[0].start
            assert statement.spans[-1].end <= draft.spans[-1].end


@settings(max_examples=100, deadline=None)
@given(pages, st.sampled_from(["txt", "md", "html"]))
@example("“", "txt")
@example("- \n\x00- a", "txt")
@example("* \x00 > [\nA: ", "txt")
def test_any_page_has_a_sound_structure(text: str, media: str) -> None:
    check(text, parse(Raw(text, media)))


@settings(max_examples=60, deadline=None)
@given(anything)
def test_any_string_has_a_sound_structure(text: str) -> None:
    check(text, parse(Raw(text)))
    exported(text)


@pytest.mark.parametrize("path", own_texts(), ids=lambda path: path.stem)
def test_own_texts_have_a_sound_structure(path: object) -> None:
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    check(text, parse(Raw(text, "md")))
    check(text, parse(Raw(text)))
    assert parse(Raw(text)) == parse(Raw(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n\n",
        "\ufeff",
        "word",
        "a" * 1_000_000,
        "and so on. " * 30_000,
        "“" * 5_000 + "x" + "”" * 5_000,
        '"([{' * 3_000,
        "[x](" * 5_000,
        "*a " * 10_000,
        "a-\n" * 5_000,
        '"Go on," he said. ' * 3_000,
        "- item\n" * 5_000,
        "Ann Ray: why?\n\nBo Lim: so.\n\n" * 1_500,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_texts_come_back_soon(text: str) -> None:
    check(text, parse(Raw(text)))


def test_a_digest_is_told_by_its_author() -> None:
    text = "# The mill\n\nMira Tal argues that the mill must stay. She said, “No mill, no bread for anybody.”\n"
    source = Source("mill", "The mill", ("House digest",), reports="Mira Tal")
    structure = parse(Raw(text, "md"), source)
    assert structure.drafts[0].speaker.name == "Mira Tal"
    assert {draft.speaker.via for draft in structure.drafts} == {"House digest"}
    assert {said.speaker.via for said in structure.statements} == {"House digest"}


def test_passages_are_of_the_length_that_people_discuss() -> None:
    counts = iter(range(100))
    sentences = [
        [f"The river rises in the hills and falls into the sea after {next(counts)} slow turns." for _ in range(n)]
        for n in (3, 2, 12, 1, 1, 28)
    ]
    text = "\n\n".join(" ".join(paragraph) for paragraph in sentences)
    lengths = [len(Document.of("x", text).derive(draft.spans).split()) for draft in parse(Raw(text)).drafts]
    assert sum(lengths) == 15 * 47
    assert all(28 <= length <= 130 for length in lengths)
