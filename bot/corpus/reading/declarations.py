"""What an HTML page declares about itself: its meta tags, JSON-LD, language and canonical address.

Only what is written there for machines is taken. Nothing is guessed from the page's text or address, as parsing does
that for every kind of file alike.
"""

import json
from collections.abc import Iterator
from typing import Any

from lxml import html

from bot.corpus.parts import Metadata
from bot.corpus.reading.front_matter import address, day, line, names

_LONGEST = 200_000
_ARTICLES = frozenset(
    ("Article", "NewsArticle", "OpinionNewsArticle", "BlogPosting", "ReportageNewsArticle", "AnalysisNewsArticle")
)


def declared(tree: html.HtmlElement) -> Metadata:
    """Read what a page declares; JSON-LD goes before meta tags, as it tells persons from organisations."""
    meta = _meta(tree)
    article = next(_articles(tree), {})
    root = tree.getroottree().getroot()
    canonical = next((link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), None)
    authors = tuple(found for found in names(meta.get("author")) if not address(found))
    return Metadata(
        title=line(article.get("headline")) or line(meta.get("og:title")),
        subtitle=line(article.get("description")) or line(meta.get("og:description")),
        authors=_named(article.get("author")) or authors,
        outlet=next(iter(_named(article.get("publisher"))), None) or line(meta.get("og:site_name")),
        published=day(article.get("datePublished")) or day(meta.get("article:published_time")),
        language=line(root.get("lang")),
        source_url=address(canonical) or address(meta.get("og:url")),
    )


def _meta(tree: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        key = tag.get("property") or tag.get("name")
        if key and tag.get("content"):
            found.setdefault(key.lower(), tag.get("content", ""))
    return found


def _articles(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """Find the JSON-LD objects that describe an article, in the order of the page."""
    for script in tree.iter("script"):
        written = script.text or ""
        if script.get("type") != "application/ld+json" or len(written) > _LONGEST:
            continue
        try:
            data = json.loads(written)
        except (ValueError, RecursionError):
            continue
        several = data.get("@graph", [data]) if isinstance(data, dict) else data
        for thing in several if isinstance(several, list) else []:
            if isinstance(thing, dict) and _ARTICLES & set(names(thing.get("@type"))):
                yield thing


def _named(value: Any) -> tuple[str, ...]:
    """Give the names of a person or organisation, or of several."""
    several = value if isinstance(value, list) else [value]
    return tuple(name for thing in several for name in names(thing.get("name") if isinstance(thing, dict) else thing))
