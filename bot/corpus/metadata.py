"""What a text prints about itself. What it does not print stays empty; what its file declares fills gaps only."""

import re
from dataclasses import replace

from bot.corpus.back import Back
from bot.corpus.front import Front, front_days
from bot.corpus.language import language_of
from bot.corpus.parts import Metadata, Raw
from bot.corpus.units import Page
from bot.model import BlockKind

_SAMPLE = 20_000
_PRINTED = re.compile(
    r"(?P<address>https?://[^\s<>()\[\]\"]{4,300})\s+(?:page )?\d{1,3}\s?(?:/|of)\s?\d{1,3}"
    r"|(?:permalink|permanent link|canonical(?: url)?|original url|printed from|url)\s*:\s*"
    r"(?P<link>https?://[^\s<>()\[\]\"]{4,300})",
    re.IGNORECASE,
)


def describe(raw: Raw, page: Page, front: Front, back: Back) -> Metadata:
    """Gather the metadata from the head and the foot of a page; a byline counts before a bio."""
    declared = raw.metadata
    days = front_days(page, front)
    authors = front.authors or tuple(dict.fromkeys(back.people[:1])) or declared.authors
    title = front.title or declared.title
    if (
        raw.media == "epub"
    ):  # a book begins with its cover, its contents, a chapter: what it is called stands beside them
        title, authors = declared.title or title, declared.authors or authors
    if raw.media == "txt":  # the head of a letter that was saved: its subject
        title = declared.title or title
    return Metadata(
        title=title,
        subtitle=front.subtitle or declared.subtitle,
        authors=tuple(authors),
        outlet=front.outlet or back.outlet or declared.outlet,
        published=_day(days, "published") or declared.published,
        first_published=_day(days, "first") or back.first_published or declared.first_published,
        language=_language(page) or declared.language,
        source_url=back.address or _printed_from(page) or declared.source_url,
        genre=front.genre or declared.genre,
        author_bio=back.bio or declared.author_bio,
    )


def _day(days: list[tuple[str, str]], role: str) -> str | None:
    return next((day for kind, day in days if kind == role), None)


def _printed_from(page: Page) -> str | None:
    """Read the address that a browser prints at the end of each page beside the page's number, or a permanent link."""
    ends = [line for line in page.lines if len(line) <= 400]
    found = [_PRINTED.fullmatch(page.text, line.start, line.end) for line in [*ends[:40], *ends[-40:]]]
    addresses = {match["address"] or match["link"] for match in found if match}
    return addresses.pop() if len(addresses) == 1 else None


def _language(page: Page) -> str | None:
    """Look at the text itself first; furniture speaks the site's language."""
    sample: list[str] = []
    length = 0
    for unit in page.units:
        if unit.kind is not BlockKind.FURNITURE and length < _SAMPLE:
            sample.append(unit.plain[:_SAMPLE])
            length += len(sample[-1])
    return language_of(" ".join(sample))


def with_genre(metadata: Metadata, *, turns: bool, statements: int, personal: bool) -> Metadata:
    """Name the genre that shows in the text itself, where no line of the page names it.

    Turns make an interview; a text without an "I" in its author's voice that gives others' statements is news.
    """
    if metadata.genre is not None:
        return metadata
    if turns:
        return replace(metadata, genre="interview")
    if statements >= 2 and not personal:
        return replace(metadata, genre="news")
    return metadata
