"""One small real file of each kind, and what each kind can be broken or hostile by."""

import io
import random
import zipfile
from collections.abc import Mapping

import docx
import pytest
from fpdf import FPDF
from pypdf import PdfReader, PdfWriter

from bot.corpus.parsing import parse
from bot.corpus.parts import Metadata, Raw
from bot.corpus.reading.front_matter import extent
from bot.corpus.reading.limits import Limits
from bot.corpus.reading.single import read_bytes
from bot.errors import FileDamaged, FileEmpty, FileHostile, FileUnreadable, ReadingError
from bot.model import BlockKind

LIMITS = Limits()
SENTENCES = [
    f"On day {n} the reading circle spoke about the well, the school and garden number {n}." for n in range(20)
]
PARAGRAPHS = [" ".join(SENTENCES[at : at + 2]) for at in range(0, 20, 2)]


def read(data: bytes | str, media: str, limits: Limits = LIMITS) -> Raw:
    return read_bytes(data.encode() if isinstance(data, str) else data, media, f"x.{media}", limits)


def refusal(data: bytes | str, media: str, limits: Limits = LIMITS) -> tuple[type[ReadingError], str]:
    with pytest.raises(ReadingError) as refused:
        read(data, media, limits)
    return type(refused.value), str(refused.value.data.get("reason", ""))


# Plain text and Markdown


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


# Pages

HEAD = """<!DOCTYPE html><html lang="en"><head><title>Garden | Harbour Post</title>
<meta name="author" content="Ada Writer"><meta property="article:published_time" content="2024-05-06T10:00:00Z">
<link rel="canonical" href="https://example.org/garden"><style>p { color: red }</style>
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "The garden opens",
"author": [{"name": "Ada Writer"}], "publisher": {"name": "Harbour Post"}}]}</script></head>"""


def page(body: str) -> str:
    nav = "<nav><a href='/'>Home</a> <a href='/s'>Subscribe now</a></nav>"
    return f"{HEAD}<body>{nav}{body}<footer>Imprint</footer></body></html>"


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


def test_no_entity_of_a_page_is_expanded() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "boom"><!ENTITY f SYSTEM "file:///etc/passwd">]><p>Words &a; and &f; here.</p>'
    assert "root:" not in read(bomb, "html").text


# PDF


def pdf(pages: int = 2, **writer: str) -> bytes:
    made = FPDF()
    made.set_font("Helvetica", size=12)
    made.set_title(writer.get("title", "The garden opens"))
    made.set_author("Ada Writer")
    for at in range(pages):
        made.add_page()
        made.multi_cell(0, 6, "\n\n".join(PARAGRAPHS[at * 4 : at * 4 + 4]))
    return bytes(made.output())


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


# EPUB

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>"""
PACKAGE = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A Garden Book</dc:title>
<dc:creator>Ada Writer</dc:creator><dc:language>en</dc:language><dc:date>2020-02-03</dc:date></metadata>
<manifest><item id="b" href="two%20.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="one.xhtml" media-type="application/xhtml+xml"/>
<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="p" href="p.png" media-type="image/png"/></manifest>
<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="p"/><itemref idref="b"/></spine></package>"""
CHAPTER = """<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">
<body><h1>{0}</h1><p>Words&nbsp;of {0}.</p></body></html>"""
BOOK = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "OEBPS/book.opf": PACKAGE,
    "OEBPS/one.xhtml": CHAPTER.format("one"),
    "OEBPS/two .xhtml": CHAPTER.format("two"),
    "OEBPS/nav.xhtml": CHAPTER.format("contents"),
}


def packed(entries: Mapping[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in entries.items():
            opened.writestr(name, content)
    return made.getvalue()


def test_a_book_is_called_what_it_says_of_itself_not_what_its_first_chapter_is_called() -> None:
    first = f"# The First Morning in the Garden\n\nBy Ivo Quill\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n"
    declared = Metadata(title="A Garden Book", authors=("Ada Writer",))
    book, essay = (parse(Raw(first, media, declared)).metadata for media in ("epub", "docx"))
    assert (book.title, book.authors) == ("A Garden Book", ("Ada Writer",))
    assert (essay.title, essay.authors) == ("The First Morning in the Garden", ("Ivo Quill",))
    assert parse(Raw(first, "epub")).metadata.title == essay.title


def test_a_book_is_read_in_the_order_of_its_spine() -> None:
    found = read(packed(BOOK), "epub")
    assert found.text == "# one\n\nWords\xa0of one.\n\n# two\n\nWords\xa0of two."
    assert found.metadata == Metadata(
        title="A Garden Book", authors=("Ada Writer",), published="2020-02-03", language="en"
    )


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"META-INF/container.xml": "<container/>"}, (FileDamaged, "content")),
        ({"OEBPS/book.opf": "<package"}, (FileDamaged, "content")),
        ({"OEBPS/book.opf": "<package/>"}, (FileDamaged, "content")),
        ({"OEBPS/book.opf": PACKAGE.replace("one.xhtml", "none.xhtml")}, (FileDamaged, "content")),
        ({"OEBPS/book.opf": PACKAGE.replace("one.xhtml", "../../one.xhtml")}, (FileHostile, "path")),
        ({"META-INF/container.xml": CONTAINER.replace("OEBPS/book", "/etc/passwd")}, (FileHostile, "path")),
        ({"../evil.txt": "x"}, (FileHostile, "path")),
        ({"/etc/evil": "x"}, (FileHostile, "path")),
        ({"a\\..\\..\\evil": "x"}, (FileHostile, "path")),
        ({"OEBPS/zeros.bin": b"\0" * 3_000_000}, (FileHostile, "unpacked")),
        (
            {"OEBPS/book.opf": '<!DOCTYPE p [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + PACKAGE.split("?>")[1]},
            (FileHostile, "entity"),
        ),
        (
            {"META-INF/container.xml": '<!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]><c>&a;</c>'},
            (FileHostile, "entity"),
        ),
        ({"OEBPS/one.xhtml": '<!DOCTYPE p [<!ENTITY a "ha">]><html><p>&a;</p></html>'}, (FileHostile, "entity")),
        (
            {"META-INF/encryption.xml": "<e><CipherReference URI='OEBPS/one.xhtml'/></e>"},
            (FileUnreadable, "password"),
        ),
    ],
)
def test_broken_and_hostile_books_are_refused(
    change: dict[str, str | bytes], expected: tuple[type[ReadingError], str]
) -> None:
    assert refusal(packed({**BOOK, **change}), "epub") == expected


def test_archives_with_too_much_in_them_are_refused() -> None:
    assert refusal(packed({**BOOK, **{f"x{n}": "x" for n in range(50)}}), "epub", Limits(entries=40)) == (
        FileHostile,
        "entries",
    )
    large = {**BOOK, **{f"x{n}": "many words " * 50 for n in range(50)}}
    assert refusal(packed(large), "epub", Limits(unpacked_bytes=20_000)) == (FileHostile, "unpacked")


def test_a_link_in_an_archive_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        entry = zipfile.ZipInfo("OEBPS/one.xhtml")
        entry.external_attr = 0o120777 << 16
        opened.writestr(entry, "/etc/passwd")
    assert refusal(made.getvalue(), "epub") == (FileHostile, "path")


@pytest.mark.parametrize("media", ["epub", "docx"])
def test_cut_and_strange_archives_are_damaged(media: str) -> None:
    whole = packed(BOOK)
    assert refusal(whole[: len(whole) // 2], media) == (FileDamaged, "archive")
    assert refusal(b"no archive", media) == (FileDamaged, "archive")
    assert refusal(packed({"a": "b"}), media) == (FileDamaged, "content")


def test_a_chapter_with_a_wrong_checksum_is_damaged() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as opened:
        for name, content in BOOK.items():
            opened.writestr(name, content)
    assert refusal(made.getvalue().replace(b"of one.", b"of 0ne."), "epub") == (FileDamaged, "archive")


# Word


def word() -> bytes:
    made = docx.Document()
    made.core_properties.author = "Ada Writer"
    made.core_properties.title = "The garden opens"
    made.add_heading("The garden opens", 0)
    made.add_paragraph(PARAGRAPHS[0])
    made.add_heading("Who came", 1)
    made.add_paragraph("the first guest", style="List Bullet")
    made.add_paragraph("the second guest", style="List Number")
    table = made.add_table(2, 2)
    for at, text in enumerate(["Name", "Tree", "Ada", "an oak\nand an elm"]):
        table.cell(at // 2, at % 2).text = text
    saved = io.BytesIO()
    made.save(saved)
    return saved.getvalue()


def test_a_document_gives_its_headings_lists_and_tables() -> None:
    found = read(word(), "docx")
    assert found.text == "\n\n".join(
        (
            "# The garden opens",
            PARAGRAPHS[0],
            "# Who came",
            "- the first guest",
            "- the second guest",
            "Name | Tree\nAda | an oak and an elm",
        )
    )
    assert found.metadata == Metadata(title="The garden opens", authors=("Ada Writer",))


def repacked(change: Mapping[str, bytes | None]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(word())) as opened:
        entries = {name: opened.read(name) for name in opened.namelist()}
    return packed({name: data for name, data in {**entries, **change}.items() if data is not None})


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"word/document.xml": None}, (FileDamaged, "content")),
        ({"word/document.xml": b"<w:document"}, (FileDamaged, "content")),
        ({"[Content_Types].xml": None}, (FileDamaged, "content")),
        ({"_rels/.rels": None}, (FileDamaged, "content")),
        (
            {"word/document.xml": b'<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><d>&b;</d>'},
            (FileHostile, "entity"),
        ),
        ({"word/media/zeros.bmp": b"\0" * 3_000_000}, (FileHostile, "unpacked")),
        ({"word/../../evil": b"x"}, (FileHostile, "path")),
    ],
)
def test_broken_and_hostile_documents_are_refused(
    change: dict[str, bytes | None], expected: tuple[type[ReadingError], str]
) -> None:
    assert refusal(repacked(change), "docx") == expected


def test_an_empty_document_is_empty() -> None:
    saved = io.BytesIO()
    docx.Document().save(saved)
    assert refusal(saved.getvalue(), "docx")[0] is FileEmpty


@pytest.mark.parametrize("media", ["txt", "md", "html", "pdf", "epub", "docx"])
def test_an_empty_file_is_empty(media: str) -> None:
    assert refusal(b"", media)[0] is FileEmpty


# All of them, broken at random


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
