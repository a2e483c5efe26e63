"""A text's page: its strip, and its passages with their numbers."""

from aiohttp import web

from bot.discussion.numbers import SourceStrip
from bot.errors import UnknownSource
from bot.model import Passage
from bot.web.drawing import Square, bounds, row
from bot.web.filters import filters_of
from bot.web.overview import framed
from bot.web.rendering import page
from bot.web.site import Site, site_of
from bot.web.speaking import Speech

ROWS = 200
"""Passages in the table at once; a longer text has several."""


async def text(request: web.Request) -> web.Response:
    """Show one text."""
    site, visitor, speech = site_of(request)
    filters = filters_of(request.query, site.today)
    try:
        strip = await site.insights.strip(filters.window(visitor.community), request.match_info["source"])
    except UnknownSource:
        raise web.HTTPNotFound from None
    if strip.source.id != request.match_info["source"]:  # a part of an id finds a text, too, but is not its address
        raise web.HTTPNotFound
    drawn = row(strip, filters.query, speech)
    pages = max(1, -(-strip.passages // ROWS))
    at = _page(request.query.get("page", "1"), pages)
    return page(
        "text.html",
        speech,
        row=drawn,
        standpoint=strip.source.standpoint,
        listed=await _listed(site, strip, drawn.squares, at, speech),
        at=at,
        pages=pages,
        legend=bounds(site.insights.least),
        **framed(site, visitor, filters),
    )


def _page(given: str, pages: int) -> int:
    if not (given.isascii() and given.isdecimal() and len(given) < 7) or not 1 <= int(given) <= pages:
        raise web.HTTPNotFound
    return int(given)


async def _listed(
    site: Site, strip: SourceStrip, squares: tuple[Square, ...], at: int, speech: Speech
) -> list[tuple[Square, str, str]]:
    """Give the rows of the table: the cell, the headings above its passage, and who speaks in it."""
    shown = squares[(at - 1) * ROWS : at * ROWS]
    if not shown:
        return []
    passages = await site.desk.library.of_source(strip.source.id, shown[0].number, shown[-1].number)
    known = {passage.number: passage for passage in passages}
    return [(square, *_about(known.get(square.number), strip, speech)) for square in shown]


def _about(passage: Passage | None, strip: SourceStrip, speech: Speech) -> tuple[str, str]:
    if passage is None:
        return "", ""
    headings = " › ".join(heading for heading in passage.headings if heading != strip.source.title)
    return headings, passage.speaker.name or speech.say("web-speaker-unclear")
