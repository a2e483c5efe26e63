"""From an EPUB to text: its chapters in the order of the spine, each as light Markdown.

After "EPUB 3.3" (W3C, 2023): container.xml names the package file, whose spine names the chapters of its manifest.
"""

import re
from urllib.parse import unquote

from lxml import etree

from bot.corpus.parts import Metadata, Raw
from bot.corpus.reading.archives import Archive, archive
from bot.corpus.reading.decoding import decode
from bot.corpus.reading.flow import flow, prune
from bot.corpus.reading.front_matter import address, day, line
from bot.corpus.reading.limits import Limits
from bot.corpus.reading.pages import parse_page
from bot.errors import FileDamaged, FileEmpty, FileHostile, FileUnreadable

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_XHTML = ("application/xhtml+xml", "text/html")


def read_book(data: bytes, file: str, limits: Limits) -> Raw:
    """Read a book. Raises FileDamaged, FileHostile, FileUnreadable (password: a protected book), FileEmpty."""
    with archive(data, file, limits) as opened:
        package = _package(opened)
        root = opened.xml(package)
        chapters = _spine(opened, root, package)
        _refuse_protected(opened, chapters)
        text = "\n\n".join(filter(None, (_chapter(opened, name) for name in chapters)))
        if not re.search(r"\w", text):
            raise FileEmpty(file)
        return Raw(text, "epub", _declared(root))


def _package(opened: Archive) -> str:
    if not opened.has(_CONTAINER):
        raise FileDamaged(opened.file, "content")
    named = _attributes(opened.xml(_CONTAINER), "rootfile", "full-path")
    if not named:
        raise FileDamaged(opened.file, "content")
    return opened.joined("", named[0])


def _spine(opened: Archive, root: etree._Element, package: str) -> list[str]:
    """Give the chapters' entries in reading order, without those that stand beside it (notes, covers)."""
    items = {item.get("id"): item for item in root.iter("{*}item")}
    found: list[str] = []
    for reference in root.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or reference.get("linear") == "no" or item.get("media-type") not in _XHTML:
            continue
        if "nav" not in (item.get("properties") or "").split():
            found.append(opened.joined(package, unquote(item.get("href") or "").split("#")[0]))
    if not found:
        raise FileDamaged(opened.file, "content")
    return list(dict.fromkeys(found))  # a chapter is to stand in the spine once; a thousand times it were a bomb


def _refuse_protected(opened: Archive, chapters: list[str]) -> None:
    """Refuse a book whose chapters are encrypted; encrypted fonts alone are usual and do no harm."""
    if opened.has(_ENCRYPTION):
        encrypted = set(map(unquote, _attributes(opened.xml(_ENCRYPTION), "CipherReference", "URI")))
        if encrypted & set(chapters):
            raise FileUnreadable(opened.file, "password")


def _chapter(opened: Archive, name: str) -> str:
    data = opened.bytes(name)
    if b"<!ENTITY" in data:
        raise FileHostile(opened.file, "entity")
    try:
        tree = parse_page(decode(data, opened.file, opened.limits), opened.file, opened.limits)
    except FileEmpty:  # a page with a picture only
        return ""
    prune(tree)
    return flow(tree)


def _declared(root: etree._Element) -> Metadata:
    def values(name: str) -> list[str]:
        """Give what all elements of a name say, in their order."""
        return [found for element in root.iter(f"{{*}}{name}") if (found := line(element.text))]

    first = {name: next(iter(values(name)), None) for name in ("title", "publisher", "date", "language", "source")}
    return Metadata(
        title=first["title"],
        authors=tuple(values("creator")),
        outlet=first["publisher"],
        published=day(first["date"]),
        language=first["language"],
        source_url=address(first["source"]),
    )


def _attributes(root: etree._Element, tag: str, attribute: str) -> list[str]:
    return [value for element in root.iter(f"{{*}}{tag}") if (value := element.get(attribute))]
