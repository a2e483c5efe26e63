"""The first page: what a community discusses in some days, by text, day, passage, channel and standpoint."""

from collections.abc import Sequence
from typing import Any

from aiohttp import web

from bot.discussion.numbers import Overview, SourceStrip
from bot.web.drawing import Row, bars, bounds, highest, lines, row, step
from bot.web.filters import Filters, filters_of
from bot.web.gate import Visitor
from bot.web.rendering import page
from bot.web.site import Site, site_of
from bot.web.speaking import Speech

MOST_CELLS = 2_000
"""Cells on one page. Further texts are told by their numbers, and drawn on pages of their own."""

_MOST_TEXTS = 500
_CHANNELS = 50
_TOP = 15


async def overview(request: web.Request) -> web.Response:
    """Show everything at once."""
    site, visitor, speech = site_of(request)
    filters = filters_of(request.query, site.today)
    seen = await site.insights.overview(filters.window(visitor.community), _TOP)
    strips = sorted(seen.strips, key=lambda strip: (-strip.covered, strip.source.title))
    return page(
        "overview.html",
        speech,
        rows=_rows(strips[:_MOST_TEXTS], filters.query, speech),
        unlisted=max(0, len(strips) - _MOST_TEXTS),
        covered=sum(strip.covered for strip in strips),
        passages=sum(strip.passages for strip in strips),
        bars=bars(seen.trend, speech),
        step=step(seen.trend),
        highest=highest(seen.trend, speech),
        lines=lines(seen.top, filters.query, speech),
        unseen=visitor.unseen,
        channels=_channels(seen, site, visitor, speech),
        standpoints=seen.standpoints,
        legend=bounds(site.insights.least),
        **framed(site, visitor, filters),
    )


def framed(site: Site, visitor: Visitor, filters: Filters) -> dict[str, Any]:
    """Give what every page behind the door shows: the community, the filters, and which channels can be chosen."""
    return {
        "community": site.community_name(visitor),
        "filters": filters,
        "least": site.insights.least,
        "channel": site.channel_name(visitor, filters.channel) if filters.channel else None,
    }


def _rows(strips: Sequence[SourceStrip], query: str, speech: Speech) -> list[Row]:
    left = MOST_CELLS
    rows: list[Row] = []
    for strip in strips:
        drawn = len(strip.cells) <= left
        left -= len(strip.cells) if drawn else 0
        rows.append(row(strip, query, speech, drawn=drawn))
    return rows


def _channels(seen: Overview, site: Site, visitor: Visitor, speech: Speech) -> list[tuple[str, str, str]]:
    """Give the channels as (id, name, count in words)."""
    return [
        (channel, site.channel_name(visitor, channel), speech.count(count))
        for channel, count in seen.channels[:_CHANNELS]
    ]
