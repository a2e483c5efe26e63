"""From a tree of (X)HTML to text with light Markdown marks: headings, list items, quotations, links, emphasis."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
_OPENINGS = {"li": "- ", "dd": "- ", **{f"h{level}": "#" * level + " " for level in range(1, 7)}}
_CITED = "> "
# Marks that lead to a note: "[1]", "3", "a", "*", "[citation needed]". Raised figures that count ("10⁶") are no link.
_NOTE = re.compile(r"\s*(?:\[[^\[\]]{1,40}\]\s*)+|\s*[*†‡§]{1,3}\s*")
_LINKED_NOTE = re.compile(r"[\s\[(]*(?:\d{1,4}|[a-z]|[ivx]{1,6}|[*†‡§]+)(?:\s*[,–-]\s*\d{1,4})?[\s\])]*", re.I)
_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
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
    for element in list(tree.iter("sup", "sub")):
        _level(element)


def _level(element: html.HtmlElement) -> None:
    """Set what is raised or lowered into the line: marks of notes go, figures keep their height by their own signs."""
    words = element.text_content()
    linked = any((link.get("href") or "").startswith("#") for link in element.iter("a"))
    if element.tag == "sup" and (_NOTE.fullmatch(words) or (linked and _LINKED_NOTE.fullmatch(words))):
        element.drop_tree()
        return
    if not len(element):
        figures = words.translate(_RAISED if element.tag == "sup" else _LOWERED)
        if not any(sign.isascii() and not sign.isspace() for sign in figures):
            element.text = figures
    element.drop_tag()


def unframe(tree: html.HtmlElement) -> None:
    """Take out what a page itself says is its frame: navigation and the foot of the page."""
    for element in list(tree.iter("nav", "footer")):
        element.drop_tree()


def _printable(text: str | None) -> str | None:
    return _CONTROL.sub("", text) if text and _CONTROL.search(text) else text


def _is_hidden(element: html.HtmlElement) -> bool:
    marked = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return marked or _HIDDEN.search(element.get("style", "")) is not None


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of a page in light Markdown, the element that it stands in, and whether it is cited."""

    line: str
    element: html.HtmlElement
    cited: bool = False


def flow(tree: html.HtmlElement) -> str:
    """Give the text of a pruned tree: a blank line between blocks, `# ` before headings, `- ` before list items."""
    return "\n\n".join(piece.line for piece in pieces(tree))


def pieces(tree: html.HtmlElement) -> list[Piece]:
    """Give the blocks of a pruned tree in their order, those without a word left out."""
    found = ((_tidy("".join(run)), element, cited) for run, element, cited in _runs(tree))
    return [Piece(line, element, cited) for line, element, cited in found if line]


def _runs(tree: html.HtmlElement) -> Iterator[tuple[list[str], html.HtmlElement, bool]]:
    """Cut the tree's text at the borders of blocks. Walks without recursion: pages nest deep."""
    run: list[str] = []
    within, cited = tree, 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = str(element.tag)
        if tag in _BLOCKS:
            yield run, within, cited > 0
            within, run = element, []
            if tag == "blockquote":
                cited += 1 if event == "start" else -1
            if event == "start":
                run = [_OPENINGS.get(tag, "") or (_CITED if cited else "")]
            elif (parent := element.getparent()) is not None:
                within = parent
        elif tag == "br":
            run.append(_LINE_END if event == "start" else "")
        else:
            run.append(_mark(element, tag, event))
        following = element.text if event == "start" else element.tail if element is not tree else None
        run.append(following or "")
    yield run, tree, False


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
