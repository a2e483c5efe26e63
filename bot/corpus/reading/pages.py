"""From an HTML page to text: the article without its page, through trafilatura; odd and short pages as a whole.

Nothing is ever fetched: a page's scripts, frames, styles and pictures are not followed.
"""

import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from lxml import etree, html
from lxml.etree import ParserError

from bot.corpus.parts import Raw
from bot.corpus.reading import declarations
from bot.corpus.reading.decoding import decode
from bot.corpus.reading.flow import pieces, prune, unframe
from bot.corpus.reading.limits import Limits
from bot.corpus.reading.restoring import restore
from bot.errors import FileEmpty, FileHostile

if TYPE_CHECKING:
    from trafilatura.settings import Extractor

# Less than this share of a page's text is not believed to be its article: small pages lose their parts.
_SMALLEST_SHARE = 0.4
# Pages with more words than this are trusted to trafilatura whatever share it takes: their furniture may outweigh them.
_SMALL_PAGE = 600
_TINY_PAGE = 100
_DECLARED = re.compile(
    rb"<(?:meta[^>]{0,200}charset|\?xml[^>]{0,200}encoding)\s*=\s*[\"']?([A-Za-z0-9_\-]{2,40})", re.I
)


def read_page(data: bytes, file: str, limits: Limits) -> Raw:
    """Read a page. Raises FileEmpty, FileHostile (nesting), and what decoding raises."""
    match = _DECLARED.search(data[:4096])
    text = decode(data, file, limits, declared=match[1].decode() if match else None)
    tree = parse_page(text, file, limits)
    metadata = declarations.declared(tree)
    prune(tree)
    title = _only_heading(tree)
    article = _article(tree, quick=True)
    unframe(tree)
    whole = pieces(tree)
    found = "\n\n".join(piece.line for piece in whole)
    if not _is_most_of(article, found):
        article = _article(tree)
    if article and _believable(article, found):
        found = restore(article, whole)
    if not re.search(r"\w", found):
        raise FileEmpty(file)
    # The page's one main heading is sometimes taken for furniture.
    if title and title not in " ".join(found[:2000].split()):
        found = f"# {title}\n\n{found}"
    return Raw(found, "html", metadata)


def parse_page(text: str, file: str, limits: Limits) -> html.HtmlElement:
    """Parse HTML, however broken. Raises FileEmpty where it has no element, FileHostile where it nests too deep."""
    # An XML declaration would make lxml refuse text that is decoded already; a NUL cannot be there any more.
    text = re.sub(r"^\s*<\?xml[^>]{0,500}\?>", "", text)
    try:
        tree = html.document_fromstring(text, parser=_parser())
    except ParserError:
        raise FileEmpty(file) from None
    if _deeper(tree, limits.nesting):
        raise FileHostile(file, "nesting")
    return tree


def _parser() -> html.HTMLParser:
    """Make a parser whose elements are of one class. With lxml's own, Python is asked for the class of each of them."""
    # Without `huge_tree` libxml2 drops, without a word, whatever comes after the 256th element inside another.
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    return parser


def _deeper(tree: html.HtmlElement, most: int) -> bool:
    level = [tree]
    for _ in range(most):
        level = list(chain.from_iterable(level))
        if not level:
            return False
    return True


def _article(tree: html.HtmlElement, *, quick: bool = False) -> str | None:
    """Take the article out of its page, of which trafilatura makes a copy; None where none is found.

    The `quick` way does not compare what it finds with what other ways would find.
    """
    from trafilatura import extract  # 0.3 s and 40 MB to import: only for pages

    found: str | None = extract(tree, options=_options(quick))
    return found


@cache
def _options(quick: bool) -> "Extractor":
    """How articles are taken out; making this reads trafilatura's configuration, which takes long for each page."""
    from trafilatura.settings import Extractor

    return Extractor(output_format="markdown", comments=False, links=True, formatting=True, tables=True, fast=quick)


def _is_most_of(article: str | None, whole: str) -> bool:
    """Whether an article has so much of its page that no other way of taking it out would be preferred.

    Others are where they find more than twice as much.
    """
    return article is not None and 2 * len(article.split()) >= len(whole.split()) and "\n\n" in article


def _believable(article: str, whole: str) -> bool:
    """Whether an article is all of what its page says: on tiny pages trafilatura gives up paragraphs and headings."""
    words, all_words = len(article.split()), len(whole.split())
    if all_words > _SMALL_PAGE:
        return True
    return all_words > _TINY_PAGE and words >= _SMALLEST_SHARE * all_words and "\n\n" in article


def _only_heading(tree: html.HtmlElement) -> str | None:
    headings = [" ".join(heading.text_content().split()) for heading in tree.iter("h1")]
    return headings[0] if len(headings) == 1 else None
