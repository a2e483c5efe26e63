"""The HTML that Matrix shows, built of elements: words can't become tags, and only tags that Matrix allows exist."""

import re
from collections.abc import Sequence
from typing import Literal
from xml.etree.ElementTree import Element, tostring

Tag = Literal["p", "br", "strong", "em", "blockquote", "a", "ul", "li", "h4", "h5", "pre", "code", "hr", "div"]
Child = str | Element

# What XML has no place for, and JSON's readers stumble over: controls but line ends, half characters, non-characters.
_UNFIT = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Take out what no client shows; a tab becomes a space."""
    return _UNFIT.sub(lambda found: " " if found.group() == "\t" else "", text.replace("\r\n", "\n"))


def element(tag: Tag, *children: Child, href: str | None = None) -> Element:
    """Make an element of words and of other elements; line ends in words become breaks."""
    made: Element = Element(str(tag), {} if href is None else {"href": href})
    for child in children:
        if isinstance(child, str):
            _add_words(made, child, breaking=tag not in ("pre", "code"))
        else:
            made.append(child)
    return made


def written(elements: Sequence[Element]) -> str:
    """Write elements as HTML."""
    return "".join(tostring(made, encoding="unicode", method="html") for made in elements)


def _add_words(made: Element, words: str, *, breaking: bool) -> None:
    first, *more = clean(words).split("\n") if breaking else [clean(words)]
    _append(made, first)
    for line in more:
        made.append(Element("br"))
        _append(made, line)


def _append(made: Element, words: str) -> None:
    if len(made):
        made[-1].tail = (made[-1].tail or "") + words
    else:
        made.text = (made.text or "") + words
