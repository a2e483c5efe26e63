"""The list of discussed passages as a file for spreadsheets (RFC 4180)."""

import csv
import io
from collections.abc import Sequence

from aiohttp import web

from bot.discussion.exporting.tables import safe
from bot.discussion.numbers import Ranked
from bot.web.filters import filters_of
from bot.web.site import site_of

MOST_ROWS = 10_000
_HEADER = ("text", "title", "passage", "place", "of", "headings", "count")


async def sheet(request: web.Request) -> web.Response:
    """Answer with the file: at most 10,000 passages, the most discussed first."""
    site, visitor, _ = site_of(request)
    filters = filters_of(request.query, site.today)
    ranked = await site.insights.top(filters.window(visitor.community), MOST_ROWS)
    name = f"commonplace-{filters.first}-{filters.last}.csv"
    response = web.Response(body=written(ranked).encode("utf-8-sig"), content_type="text/csv", charset="utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def written(ranked: Sequence[Ranked]) -> str:
    """Write the rows. A small count is written as it is told: `<5`; every other one is rounded down to a multiple."""
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(_HEADER)
    table.writerows(map(safe, _row(entry)) for entry in ranked)
    return out.getvalue()


def _row(entry: Ranked) -> tuple[str, ...]:
    count = f"<{entry.count.least}" if entry.count.value is None else str(entry.count.value)
    place = "" if entry.number is None else str(entry.number)
    headings = " › ".join(entry.headings)
    return entry.source.id, entry.source.title, entry.passage, place, str(entry.of), headings, count
