"""Books and documents: archives, and what they can be broken or hostile by."""

import io
import zipfile

import docx
import pytest
from kinds import BOOK, CONTAINER, PACKAGE, PARAGRAPHS, packed, read, refusal, repacked, word

from bot.corpus.parsing import parse
from bot.corpus.parts import Metadata, Raw
from bot.corpus.reading.limits import Limits
from bot.errors import FileDamaged, FileEmpty, FileHostile, FileUnreadable, ReadingError


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


def test_a_chapter_that_is_named_again_and_again_is_read_once() -> None:
    named = '<itemref idref="a"/>'
    book = {**BOOK, "OEBPS/book.opf": PACKAGE.replace(named, named * 1_000)}
    assert read(packed(book), "epub") == read(packed(BOOK), "epub")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"META-INF/container.xml": "<container/>"}, (FileDamaged, "content")),
        ({"OEBPS/book.opf": "<package"}, (FileDamaged, "content")),
        ({"OEBPS/book.opf": "<package/>"}, (FileDamaged, "content")),
        ({"OEBPS/book.opf": "<p>" * 300 + "</p>" * 300}, (FileHostile, "nesting")),
        ({"OEBPS/one.xhtml": "<div>" * 300 + "owls"}, (FileHostile, "nesting")),
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


def spanning(*columns: object) -> bytes:
    """A document with a table of one row, whose cells say that they run over so many columns."""
    cells = "".join(
        f'<w:tc><w:tcPr><w:gridSpan w:val="{many}"/></w:tcPr><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc>'
        for many in columns
    )
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = f"<w:document {space}><w:body><w:tbl><w:tr>{cells}</w:tr></w:tbl></w:body></w:document>"
    return repacked({"word/document.xml": document.encode()})


def test_a_cell_over_several_columns_is_read_once() -> None:
    assert read(spanning(63), "docx").text == "cell"


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ((10**8,), (FileHostile, "columns")),
        ((400, 400, 400), (FileHostile, "columns")),  # together they are too wide
        ((10**8, -(10**8)), (FileHostile, "columns")),
        (("many",), (FileDamaged, "content")),
        (("9" * 5000,), (FileDamaged, "content")),
    ],
)
def test_tables_that_are_wider_than_any_are_refused(
    columns: tuple[object, ...], expected: tuple[type[ReadingError], str]
) -> None:
    assert refusal(spanning(*columns), "docx") == expected


def test_a_document_gives_the_words_in_tables_within_tables() -> None:
    made = docx.Document()
    cell = made.add_table(1, 2).cell(0, 0)
    cell.text = "The guest"
    cell.add_table(1, 1).cell(0, 0).add_table(1, 2).cell(0, 1).text = "who came late"
    saved = io.BytesIO()
    made.save(saved)
    assert read(saved.getvalue(), "docx").text == "The guest who came late"


@pytest.mark.parametrize(
    "written",
    [
        "<w:p>{}</w:p>",
        '<w:p><w:ins w:id="1" w:author="a">{}</w:ins></w:p>',
        '<w:p><w:moveTo w:id="1"><w:smartTag>{}</w:smartTag></w:moveTo></w:p>',
        "<w:p><w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt></w:p>",
        "<w:sdt><w:sdtPr/><w:sdtContent><w:p>{}</w:p></w:sdtContent></w:sdt>",
        '<w:p>{}</w:p><w:p><w:moveFrom w:id="1"><w:r><w:t>gone</w:t></w:r></w:moveFrom></w:p>',
        '<w:p>{}<w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>',
        (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
            "<w:sdtContent><w:p><w:r><w:t>Who came ... 3</w:t></w:r></w:p></w:sdtContent></w:sdt><w:p>{}</w:p>"
        ),
    ],
)
def test_a_document_is_read_as_word_shows_it(written: str) -> None:
    body = written.format("<w:r><w:t>Before after.</w:t></w:r>")
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = f"<w:document {space}><w:body>{body}</w:body></w:document>".encode()
    assert read(repacked({"word/document.xml": document}), "docx").text == "Before after."


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
