"""From a DOCX file to text: headings, paragraphs, list items, and tables as a line for each row.

Footnotes, comments, headers and footers are left out: they would stand in the middle of somebody's sentences. What
was inserted with changes tracked is read, and what was deleted so is not: that is the text as Word shows it.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from bot.corpus.parts import Metadata, Raw
from bot.corpus.reading.archives import archive
from bot.corpus.reading.front_matter import line
from bot.corpus.reading.limits import Limits
from bot.errors import FileDamaged, FileEmpty, FileHostile

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

_BODY = "word/document.xml"
# Elements around paragraphs and words of the text, in which python-docx doesn't look for any.
_WRAPPERS = ("ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "fldSimple")
_CONTENTS = ".//w:sdt[w:sdtPr/w:docPartObj/w:docPartGallery/@w:val='Table of Contents']"
_STYLE = re.compile(r"heading (\d)", re.I)


def read_word(data: bytes, file: str, limits: Limits) -> Raw:
    """Read a DOCX file. Raises FileDamaged, FileHostile, FileUnreadable (password) and FileEmpty."""
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml.etree import XMLSyntaxError

    with archive(data, file, limits) as opened:
        for name in opened.names():
            if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in opened.bytes(name)[:2000]:
                raise FileHostile(file, "entity")
        if not opened.has(_BODY):
            raise FileDamaged(file, "content")
        opened.xml(_BODY)
    try:
        document = Document(BytesIO(data))
        _unwrap(document)
        if any(width > limits.columns for width in _widths(document)):
            raise FileHostile(file, "columns")
        text = "\n\n".join(_lines(document))
        metadata = _declared(document)
    except BadZipFile:
        raise FileDamaged(file, "archive") from None
    except (OpcError, XMLSyntaxError, LookupError, ValueError, AttributeError, TypeError):
        # python-docx follows relations between parts, and meets any of these where one is missing.
        raise FileDamaged(file, "content") from None
    if not re.search(r"\w", text):
        raise FileEmpty(file)
    return Raw(text, "docx", metadata)


def _unwrap(document: "Document") -> None:
    """Take away what stands around words, and lists of contents, which Word makes of the headings."""
    from docx.oxml.ns import qn
    from lxml.etree import strip_tags

    for contents in document.element.xpath(_CONTENTS):
        contents.getparent().remove(contents)
    strip_tags(document.element, *(qn(f"w:{name}") for name in _WRAPPERS))


def _widths(document: "Document") -> Iterator[int]:
    """Give how many columns the cells of each row say that they run over; python-docx repeats a cell for each of them.

    Raises ValueError where that is no number.
    """
    from docx.oxml.ns import nsmap, qn

    for row in document.element.iter(qn("w:tr")):
        yield sum(max(int(span.get(qn("w:val"), "1")), 1) for span in row.iterfind("w:tc/w:tcPr/w:gridSpan", nsmap))


def _lines(document: "Document") -> Iterator[str]:
    from docx.table import Table

    for part in document.iter_inner_content():
        found = _rows(part) if isinstance(part, Table) else _paragraph(part)
        if found.strip():
            yield found


def _paragraph(paragraph: "Paragraph") -> str:
    words = _words(paragraph).strip()
    style = (paragraph.style.name if paragraph.style is not None else None) or ""
    heading = _STYLE.match(style)
    if not words:
        return ""
    if heading:
        return "#" * int(heading[1]) + " " + words
    if style == "Title":
        return f"# {words}"
    properties = paragraph._p.pPr  # python-docx has no public way to ask for numbering
    listed = style.startswith("List") or (properties is not None and properties.numPr is not None)
    return f"- {words}" if listed else words


def _words(paragraph: "Paragraph") -> str:
    """Give a paragraph's words, its links to the web in Markdown."""
    from docx.text.hyperlink import Hyperlink

    parts: list[str] = []
    for part in paragraph.iter_inner_content():
        linked = isinstance(part, Hyperlink) and re.fullmatch(r"https?://[^\s()<>]+", part.url)
        parts.append(f"[{part.text}]({part.url})" if linked and isinstance(part, Hyperlink) else part.text)
    return "".join(parts)


def _rows(table: "Table") -> str:
    rows: list[str] = []
    for row in table.rows:
        # A cell that runs over several columns is given once for each of them.
        cells = dict.fromkeys(_cell(cell) for cell in dict.fromkeys(row.cells))
        rows.append(" | ".join(filter(None, cells)))
    return "\n".join(filter(None, rows))


def _cell(cell: "_Cell") -> str:
    """Give a cell's words in one line, those of tables in it included."""
    from docx.text.paragraph import Paragraph

    parts = (part.text if isinstance(part, Paragraph) else _rows(part) for part in cell.iter_inner_content())
    return " ".join(" ".join(parts).split())


def _declared(document: "Document") -> Metadata:
    core = document.core_properties
    author = line(core.author)
    return Metadata(
        title=line(core.title),
        # The default template of python-docx writes its own name there.
        authors=(author,) if author and author != "python-docx" else (),
        language=line(core.language),
    )
