"""A passage's page: its words, who says them, where they stand, its numbers, and what moderators noted of it."""

from aiohttp import web

from bot.errors import UnknownPassage
from bot.store.reviews import Review
from bot.web.drawing import address
from bot.web.filters import filters_of
from bot.web.overview import framed
from bot.web.rendering import page
from bot.web.site import site_of
from bot.web.speaking import Speech

_MARK_SHOWN = 4


async def passage(request: web.Request) -> web.Response:
    """Show one passage; where its words may not be quoted, why, and its numbers all the same."""
    site, visitor, speech = site_of(request)
    filters = filters_of(request.query, site.today)
    name = request.match_info["passage"]
    try:
        quoted = await site.quoting.quoted(name, visitor.community, speech.words)
    except UnknownPassage:
        raise web.HTTPNotFound from None
    numbers = await site.insights.passage(filters.window(visitor.community), name)
    sources = {one.source: site.desk.library.source(one.source).source for one in quoted.passages}
    return page(
        "passage.html",
        speech,
        name=name,
        quoted=quoted,
        sources=sources,
        texts={source: address("texts", source, filters.query) for source in sources},
        moved=[one.id for one in quoted.passages if one.id != name],
        numbers=numbers,
        kinds=[(kind.value, speech.count(count)) for kind, count in numbers.kinds.items()],
        who=_who(numbers.review, speech) if numbers.review else "",
        **framed(site, visitor, filters),
    )


def _who(review: Review, speech: Speech) -> str:
    """Say who set a review, by the beginning of their mark, as the command `review` does."""
    if review.moderator is None:
        return speech.say("moderator-erased")
    return speech.say("moderator-other", mark=review.moderator[:_MARK_SHOWN])
