"""What each kind of plain text and page can be broken or hostile by."""

import io
import random
import zipfile

import pytest
from fpdf import FPDF
from kinds import BOOK, PARAGRAPHS, packed, page, pdf, read, refusal, word
from pypdf import PdfReader, PdfWriter

from bot.corpus.parsing import parse
from bot.corpus.parts import Metadata, Raw
from bot.corpus.reading.front_matter import extent
from bot.corpus.reading.limits import Limits
from bot.errors import FileDamaged, FileEmpty, FileHostile, FileUnreadable, ReadingError
from bot.model import BlockKind


@pytest.mark.parametrize("media", ["txt", "md"])
def test_texts_stay_as_they_are(media: str) -> None:
    text = "One line\r\n\r\n  and *another*,\tindented\n\n\n"
    assert read(text, media) == Raw(text, media)


def test_front_matter_gives_hints_and_stays_in_the_text() -> None:
    block = "title: A walk\nauthor: [Ada Writer, Ben Reader]\ndate: 2024-05-06\nurl: https://example.org/w"
    text = f"---\n{block}\n---\n# A walk\n"
    found = read(text, "md")
    assert found.text == text
    assert found.metadata == Metadata(
        title="A walk",
        authors=("Ada Writer", "Ben Reader"),
        published="2024-05-06",
        source_url="https://example.org/w",
    )


def test_the_extent_of_front_matter_is_known_to_parsing() -> None:
    assert extent("---\ntitle: x\n---\n# A walk\n") == len("---\ntitle: x\n---\n")
    assert extent("---\r\n# made by hand\r\ntitle: x\r\n...\r\nWords") == len(
        "---\r\n# made by hand\r\ntitle: x\r\n...\r\n"
    )
    assert extent("---\nWords between two rules: prose.\n---\nMore.") == 0
    assert extent("# A walk\n---\ntitle: x\n---\n") == 0


def test_only_front_matter_is_set_aside_not_prose_between_two_rules() -> None:
    walk = "# A walk\n\nThe path by the weir was closed in the spring, and opened again.\n"
    for top, kinds in (
        ("---\ntitle: A walk\n\ntags:\n  - weirs\n---\n", {BlockKind.FURNITURE}),
        ("---\n\nThis was written before the weir broke, and says so.\n\n---\n\n", {"furniture", "paragraph"}),
    ):
        found = parse(Raw(top + walk, "md")).blocks
        assert {block.kind for block in found if block.span.start < len(top)} == kinds
        assert found[-1].kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    "block",
    [
        "a: &a [x,x]\nb: [*a,*a,*a]",
        "[" * 5_000,
        "title: !!python/object/apply:os.system [ls]",
        "title: x\ntitle: y",
        "- a list",
        "title: [1, 2]\ndate: 99-99",
        "x" * 30_000,
    ],
)
def test_hostile_or_odd_front_matter_gives_no_hints(block: str) -> None:
    assert read(f"---\n{block}\n---\nWords.", "md").metadata == Metadata()


@pytest.mark.parametrize("title", [r"A\u0000 walk\u0007", r"A \ud800walk", r"A\n\u001b walk\u009b"])
def test_what_a_file_says_of_itself_has_no_control_characters(title: str) -> None:
    declared = f'<script type="application/ld+json">{{"@type": "Article", "headline": "{title}"}}</script><p>Words.'
    assert read(declared, "html").metadata.title == "A walk"
    if "ud8" not in title:  # YAML itself refuses that
        assert read(f'---\ntitle: "{title}"\n---\nWords.', "md").metadata.title == "A walk"


def test_an_article_is_taken_out_of_its_page() -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    found = read(
        page(
            f"<article><h1>The garden opens</h1>{text}<h2>Who came</h2><ul><li>the first guest</li><li>the <a "
            f"href='https://example.org/x'>second</a> guest</li></ul><!-- a secret --><p hidden>unseen one</p>"
            f"<p style='display: none'>unseen two</p><script>unseen()</script></article>"
        ),
        "html",
    )
    for expected in (
        *PARAGRAPHS,
        "# The garden opens",
        "## Who came",
        "- the first guest",
        "[second](https://example.org/x)",
    ):
        assert expected in found.text
    for unseen in ("secret", "unseen", "Subscribe", "Imprint", "color"):
        assert unseen not in found.text
    assert found.metadata == Metadata(
        title="The garden opens",
        authors=("Ada Writer",),
        outlet="Harbour Post",
        published="2024-05-06",
        language="en",
        source_url="https://example.org/garden",
    )


def test_a_short_page_is_taken_as_a_whole() -> None:
    found = read(
        page("<h1>Hello</h1><p>Two lines<br>of words,\n  <em>wrapped</em>.</p><div>And a <b>third.</b></div>"), "html"
    )
    assert found.text == "# Hello\n\nTwo lines\nof words, *wrapped*.\n\nAnd a **third.**"


def test_pages_are_decoded_as_they_declare() -> None:
    text = '<meta charset="windows-1251"><p>Книжки лежали на столі.</p>'
    assert read(text.encode("cp1251"), "html").text == "Книжки лежали на столі."


def test_a_page_of_scripts_is_empty() -> None:
    assert refusal("<html><body><script>words()</script></body></html>", "html")[0] is FileEmpty


def test_deep_pages_are_refused() -> None:
    assert refusal("<div>" * 3_000 + "words", "html", Limits(nesting=100)) == (FileHostile, "nesting")


@pytest.mark.parametrize("most", [100, Limits().nesting])
@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td"])
def test_a_page_is_read_to_its_end_or_refused_for_its_depth(tag: str, most: int) -> None:
    refused = set()
    for depth in (most // 4, *range(most - 10, most + 5), 10 * most):
        written = f"<p>Owls first.</p>{f'<{tag}>' * depth}<p>Owls in the middle.</p>"
        try:
            found = read(written, "html", Limits(nesting=most)).text
        except FileHostile:
            refused.add(depth)
        else:
            assert "first" in found
            assert "middle" in found
    assert most // 4 not in refused or "><" in tag
    assert 10 * most in refused


def test_no_entity_of_a_page_is_expanded() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "boom"><!ENTITY f SYSTEM "file:///etc/passwd">]><p>Words &a; and &f; here.</p>'
    assert "root:" not in read(bomb, "html").text


def test_a_pdf_gives_its_pages() -> None:
    found = read(pdf(), "pdf")
    assert found.text.count("\f") == 1
    assert PARAGRAPHS[0].split(".")[0] in " ".join(found.text.split())
    assert found.metadata == Metadata(title="The garden opens", authors=("Ada Writer",))


def test_titles_that_programs_write_are_no_hints() -> None:
    assert read(pdf(title="Microsoft Word - draft7.docx"), "pdf").metadata.title is None


def test_a_scanned_pdf_says_that_it_has_no_text() -> None:
    made = FPDF()
    made.add_page()
    made.rect(10, 10, 50, 50)
    assert refusal(bytes(made.output()), "pdf") == (FileUnreadable, "pictures")


def test_a_locked_pdf_asks_for_a_copy_without_password() -> None:
    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(pdf())))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    assert refusal(locked.getvalue(), "pdf") == (FileUnreadable, "password")


@pytest.mark.parametrize("data", [b"%PDF-1.7\n" + b"\xff" * 300, b"no pdf at all", pdf()[:300]])
def test_a_damaged_pdf_is_refused(data: bytes) -> None:
    assert refusal(data, "pdf")[0] in (FileDamaged, FileUnreadable)


@pytest.mark.parametrize("media", ["txt", "md", "html", "pdf", "epub", "docx"])
def test_an_empty_file_is_empty(media: str) -> None:
    assert refusal(b"", media)[0] is FileEmpty


def broken(data: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(made))
        deed = chance.random()
        if deed < 0.6:
            made[at] = chance.randrange(256)
        elif deed < 0.8:
            del made[at : at + chance.randint(1, 40)]
        else:
            made[at:at] = chance.choice([b"9999999999", b"<<", b"-1", b"&a;", b"<", b"\0", bytes(made[:30])])
    return bytes(made)


def broken_within(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        entries = {name: opened.read(name) for name in opened.namelist()}
    name = chance.choice([name for name in entries if name.endswith(("xml", "rels", "opf", "xhtml"))])
    return packed({**entries, name: broken(entries[name], chance)})


@pytest.mark.parametrize("media", ["html", "pdf", "epub", "docx"])
def test_whatever_is_broken_gives_a_text_or_a_reading_error(media: str) -> None:
    whole = {"html": page(f"<p>{PARAGRAPHS[0]}</p>").encode(), "pdf": pdf(), "epub": packed(BOOK), "docx": word()}[
        media
    ]
    for seed in range(60):
        chance = random.Random(seed)
        inner = media in ("epub", "docx") and seed % 2
        data = broken_within(whole, chance) if inner else broken(whole, chance)
        try:
            assert read(data, media).text
        except ReadingError as refused:
            assert refused.file == f"x.{media}"  # noqa: PT017 - either way is right
