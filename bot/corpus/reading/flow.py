"""From a tree of (X)HTML to text with light Markdown marks: headings, list items, quotations, links, emphasis."""

import re
from collections.abc import Iterator

from lxml import html

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
_ADDRESS = re.compile(r"https?://[^\s()<>]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**"}


def prune(tree: html.HtmlElement) -> None:
    """Take out what a reader of the page does not see: scripts, styles, forms, hidden parts. Text after them stays."""
    for element in list(tree.iter()):
        # As written, or as &#1; in the page: lxml reads control characters, and refuses to set them.
        element.text, element.tail = _printable(element.text), _printable(element.tail)
        if element.tag not in ("html", "body") and (element.tag in _UNSEEN or _is_hidden(element)):
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
    """Give a tree's text: a blank line between blocks, `# ` before headings, `- ` before list items."""
    lines = ("".join(run) for run in _runs(tree))
    return "\n\n".join(line for line in map(_tidy, lines) if line)


def _runs(tree: html.HtmlElement) -> Iterator[list[str]]:
    """Cut the tree's text at the borders of blocks. Walks without recursion: pages nest deep."""
    run: list[str] = []
    for event, element in _walk(tree):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _BLOCKS:
            yield run
            run = [_opening(tag)] if event == "start" else []
        elif tag == "br":
            run.append("\n" if event == "start" else "")
        else:
            run.append(_mark(element, tag, event))
        following = element.text if event == "start" else element.tail if element is not tree else None
        run.append(_SPACES.sub(" ", following or ""))
    yield run


def _walk(tree: html.HtmlElement) -> Iterator[tuple[str, html.HtmlElement]]:
    pending: list[tuple[str, html.HtmlElement]] = [("start", tree)]
    while pending:
        event, element = pending.pop()
        yield event, element
        if event == "start":
            pending.append(("end", element))
            pending.extend(("start", child) for child in reversed(element))


def _opening(tag: str) -> str:
    if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
        return "#" * int(tag[1]) + " "
    return {"li": "- ", "dd": "- ", "blockquote": "> "}.get(tag, "")


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
    lines = (_SPACES.sub(" ", line).strip() for line in run.split("\n"))
    return "\n".join(line for line in lines if line) if re.search(r"\w", run) else ""
