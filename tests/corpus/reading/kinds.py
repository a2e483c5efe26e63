"""One small real file of each kind that can be read."""

import io
import zipfile
from collections.abc import Mapping

import docx
import pytest
from fpdf import FPDF

from bot.corpus.parts import Raw
from bot.corpus.reading.limits import Limits
from bot.corpus.reading.single import read_bytes
from bot.errors import ReadingError

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


HEAD = """<!DOCTYPE html><html lang="en"><head><title>Garden | Harbour Post</title>
<meta name="author" content="Ada Writer"><meta property="article:published_time" content="2024-05-06T10:00:00Z">
<link rel="canonical" href="https://example.org/garden"><style>p { color: red }</style>
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "The garden opens",
"author": [{"name": "Ada Writer"}], "publisher": {"name": "Harbour Post"}}]}</script></head>"""


def page(body: str) -> str:
    nav = "<nav><a href='/'>Home</a> <a href='/s'>Subscribe now</a></nav>"
    return f"{HEAD}<body>{nav}{body}<footer>Imprint</footer></body></html>"


def pdf(pages: int = 2, **writer: str) -> bytes:
    made = FPDF()
    made.set_font("Helvetica", size=12)
    made.set_title(writer.get("title", "The garden opens"))
    made.set_author("Ada Writer")
    for at in range(pages):
        made.add_page()
        made.multi_cell(0, 6, "\n\n".join(PARAGRAPHS[at * 4 : at * 4 + 4]))
    return bytes(made.output())


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


def repacked(change: Mapping[str, bytes | None]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(word())) as opened:
        entries = {name: opened.read(name) for name in opened.namelist()}
    return packed({name: data for name, data in {**entries, **change}.items() if data is not None})
