"""What taking an article out of its page loses of it comes back: who wrote it and when, headings, who is cited."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kinds import read

from bot.corpus.parsing import parse
from bot.corpus.parts import Raw, Structure
from bot.corpus.reading.flow import Piece, pieces, prune
from bot.corpus.reading.limits import Limits
from bot.corpus.reading.pages import parse_page
from bot.corpus.reading.restoring import restore
from bot.model import BlockKind, Role

TOLD = [
    "The weir above Orrin was opened on Monday for the first time in nine years, and nobody had told the anglers.",
    "They stood on the bank with their rods and looked at a river that was suddenly somewhere else entirely.",
    "The keeper of the weir had written to the town three times, and three times the town had thanked him for it.",
    "In the evening the water was back, brown and in no hurry, and two eels lay in the grass beside the footpath.",
    "Nobody could say what the gate had been opened for, and the paper in the box by the sluice was not signed.",
]


def page_of(head: str, body: str = "") -> str:
    told = "".join(f"<p>{words}</p>" for words in TOLD)
    return (
        '<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><nav><a href="/">Home</a></nav><article>'
        f"<h1>The weir is open</h1>{head}{told}{body}</article><footer>Imprint</footer></body></html>"
    )


def parsed(html: str) -> tuple[Raw, Structure]:
    raw = read(html.encode(), "html")
    return raw, parse(raw)


@pytest.mark.parametrize(
    ("head", "author", "day"),
    [
        ('<p class="byline">By Ada Brook</p><p class="date">4 May 2023</p>', "Ada Brook", "2023-05-04"),
        (
            '<div class="post-meta">By <a href="/ada">Ada Brook</a></div><time>4 May 2023</time>',
            "Ada Brook",
            "2023-05-04",
        ),
        ('<div class="author-box">By Ada Brook</div>', "Ada Brook", None),
        (
            '<p class="dek">A gate that nobody had touched for years moves, and so does all the river behind it.</p>'
            '<div class="byline">By Ada Brook</div><div class="timestamp">Published May 4, 2023</div>',
            "Ada Brook",
            "2023-05-04",
        ),
    ],
)
def test_who_wrote_a_page_and_when_is_read_where_the_page_marks_it(head: str, author: str, day: str | None) -> None:
    _, found = parsed(page_of(head))
    assert (found.metadata.authors, found.metadata.published) == ((author,), day)
    said = [paragraph.plain for paragraph in found.paragraphs if paragraph.kind is BlockKind.PARAGRAPH]
    assert said[-len(TOLD) :] == TOLD
    assert not any("Home" in words or "Imprint" in words for words in said)


def test_a_hebrew_byline_with_its_date_is_read() -> None:
    words = "הסכר שמעל הכפר נפתח ביום שני בפעם הראשונה מזה תשע שנים, ואיש לא סיפר על כך לדייגים שעל הגדה. "
    told = "".join(f"<p>{words}{number} פעמים כתב על כך שומר הסכר אל העירייה.</p>" for number in range(3, 12))
    html = (
        '<html lang="he"><body><article><h1>הסכר נפתח</h1><div class="byline">נועה שטרן <span>11.07.2023</span></div>'
        f"{told}</article></body></html>"
    )
    found = parsed(html)[1].metadata
    assert (found.authors, found.published) == (("נועה שטרן",), "2023-07-11")


def test_a_block_citation_is_whose_the_sentence_above_it_names_and_never_the_authors() -> None:
    cited = (
        "A gate is a promise. Who opens it at night has promised the river to somebody else, and should say to whom."
    )
    html = page_of(
        '<p class="byline">By Ada Brook</p>',
        f"<p>The keeper, Jo Dole, put it this way:</p><blockquote><p>{cited}</p><p>I have the key.</p></blockquote>"
        "<p>Then he went home, and the rain began again over all of the lower town.</p>"
        "<blockquote>A wall stands for itself and needs no keeper; a door has two opinions on everything.</blockquote>",
    )
    raw, found = parsed(html)
    speakers = {paragraph.plain[:13]: paragraph.speaker for paragraph in found.paragraphs}
    for words in ("A gate is a p", "I have the ke"):
        assert (speakers[words].name, speakers[words].role, speakers[words].via) == (
            "Jo Dole",
            Role.QUOTED,
            "Ada Brook",
        )
    assert speakers["Then he went "].name == "Ada Brook"
    assert speakers["A wall stands"].name is None
    draft = next(draft for draft in found.drafts if raw.text[draft.spans[0].start :].startswith("A gate"))
    assert draft.speaker.name == "Jo Dole"


def test_a_page_that_sets_in_all_of_its_text_cites_nobody() -> None:
    told = "".join(f"<p>{words}</p>" for words in TOLD)
    set_in = f"<blockquote>{told}{told.upper()}</blockquote>"
    _, found = parsed(f"<html><body><h1>The weir is open</h1><p>By Ada Brook</p>{set_in}</body></html>")
    said = {part.speaker.name for part in found.paragraphs if part.kind is BlockKind.PARAGRAPH}
    assert said == {"Ada Brook"}


def test_headings_that_were_dropped_come_back() -> None:
    tree = parse_page(page_of("<h2>On the bank</h2>"), "x", Limits())
    prune(tree)
    whole = pieces(tree)
    article = "\n\n".join(("# The weir is open", *TOLD))
    assert restore(article, whole).split("\n\n")[1] == "## On the bank"


def test_marks_of_notes_are_no_words_and_raised_figures_keep_their_height() -> None:
    html = page_of(
        "",
        "<p>The keeper counted 10<sup>6</sup> eels and drank H<sub>2</sub>O."
        '<sup id="r"><a href="#n1">3</a></sup> The 1<sup>st</sup> of '
        "May was dry.<sup>[2]</sup><sup>[citation needed]</sup> He left.</p>",
    )
    said = parsed(html)[1].paragraphs[-1].plain
    assert said == "The keeper counted 10⁶ eels and drank H₂O. The 1st of May was dry. He left."


LINES = st.lists(
    st.sampled_from([*TOLD, "## A heading", "By Ada Brook", "4 May 2023", "Share", "- an item"]), max_size=9
)


@settings(max_examples=60)
@given(whole=LINES, kept=st.sets(st.integers(0, 8)))
def test_nothing_is_lost_or_moved_by_restoring(whole: list[str], kept: set[int]) -> None:
    tree = parse_page(page_of(""), "x", Limits())
    blocks = [Piece("# The weir is open", tree), *(Piece(line, tree) for line in whole)]
    article = ["# The weir is open", *(line for number, line in enumerate(whole) if number in kept)]
    found = restore("\n\n".join(article), blocks).split("\n\n")
    rest = iter(found)
    assert all(line in rest for line in article)
    assert all(line in {block.line for block in blocks} for line in found)
