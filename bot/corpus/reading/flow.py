"""From a tree of (X)HTML to text with light Markdown marks: headings, list items, quotations, links, emphasis."""

import re
from collections.abc import Iterator

from lxml import etree, html

_UNSEEN = frozenset(
    (
        *("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio"),
        *("video", "form", "button", "input", "select", "textarea", "head", "dialog", "map"),
    )
)
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html"),
        *("li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead"),
        *("title", "tr", "ul"),
    )
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_MAY_HIDE = etree.XPath("descendant-or-self::*[@hidden or @aria-hidden or @style]")
_ADDRESS = re.compile(r"https?://[^\s()<>]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_WORD = re.compile(r"\w")
_LINE_END = "\0"  # of a line in a block; it stands in no text that was pruned
_OPENINGS = {"li": "- ", "dd": "- ", "blockquote": "> ", **{f"h{level}": "#" * level + " " for level in range(1, 7)}}
_MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**"}


def prune(tree: html.HtmlElement) -> None:
    """Take out what a reader of the page does not see: scripts, styles, forms, hidden parts. Text after them stays."""
    # As written, or as &#1; in the page: lxml reads control characters, and refuses to set them.
    if _CONTROL.search("".join(tree.itertext())):
        for element in tree.iter():
            element.text, element.tail = _printable(element.text), _printable(element.tail)
    unseen = dict.fromkeys((*tree.iter(*_UNSEEN), *filter(_is_hidden, _MAY_HIDE(tree))))
    for element in unseen:
        if element.tag not in ("html", "body"):
            element.drop_tree()


def unframe(tree: html.HtmlElement) -> None:
    """Take out what a page itself says is its frame: navigation and the foot of the page."""
    for element in list(tree.iter("nav", "footer")):
        element.drop_tree()


def _printable(text: str | None) -> str | None:
    return _CONTROL.sub("", text) if text and _CONTROL.search(text) else text


def _is_hidden(element: html.HtmlElement) -> bool:
    marked = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return marked or _HIDDEN.search(element.get("style", "")) is not None


def flow(tree: html.HtmlElement) -> str:
    """Give the text of a pruned tree: a blank line between blocks, `# ` before headings, `- ` before list items."""
    lines = ("".join(run) for run in _runs(tree))
    return "\n\n".join(line for line in map(_tidy, lines) if line)


def _runs(tree: html.HtmlElement) -> Iterator[list[str]]:
    """Cut the tree's text at the borders of blocks. Walks without recursion: pages nest deep."""
    run: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = str(element.tag)
        if tag in _BLOCKS:
            yield run
            run = [_OPENINGS.get(tag, "")] if event == "start" else []
        elif tag == "br":
            run.append(_LINE_END if event == "start" else "")
        else:
            run.append(_mark(element, tag, event))
        following = element.text if event == "start" else element.tail if element is not tree else None
        run.append(following or "")
    yield run


def _mark(element: html.HtmlElement, tag: str, event: str) -> str:
    if tag != "a" and tag not in _MARKS:
        return ""
    words = element.text_content()
    # A mark next to a space is none in Markdown, and one that runs through blocks would stay open.
    if not words.strip() or words != words.strip() or any(child.tag in _BLOCKS for child in element.iter()):
        return ""
    if tag in _MARKS:
        return _MARKS[tag]
    address = element.get("href", "")
    if not _ADDRESS.fullmatch(address):
        return ""
    return "[" if event == "start" else f"]({address})"


def _tidy(run: str) -> str:
    """Leave one space between words; a run of marks alone is nothing."""
    if _WORD.search(run) is None:
        return ""
    lines = (_SPACES.sub(" ", line).strip() for line in run.split(_LINE_END))
    return "\n".join(line for line in lines if line)
