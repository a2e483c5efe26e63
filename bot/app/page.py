"""The moderators' page beside the bot: served where the configuration says so, never a reason for the bot to end."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Protocol

from bot.app.building import App
from bot.config import Config
from bot.web.gate import Gate, Places

if TYPE_CHECKING:  # nothing of it is loaded where no page is served
    from bot.web.links import Links


class Platform(Gate, Places, Protocol):
    """What a platform tells the page: who looks after a community now, and what places are called."""


@asynccontextmanager
async def serving_page(config: Config, app: App, platform: Platform) -> AsyncIterator["Links | None"]:
    """Serve the page while the context is open. Gives what makes links to it; None where there is no page."""
    if not config.web.enabled:
        yield None
        return
    from bot.web.links import Links
    from bot.web.quoting import Quoting
    from bot.web.serving import serving
    from bot.web.sessions import Sessions
    from bot.web.site import Site

    links = Links(config.web.address)
    quoting = Quoting(app.desk, app.dispatch.spending, recording=app.dispatch.recording)
    sessions = Sessions(platform)
    for keeping in (links, sessions):
        app.discussing.forgetting.tell(keeping.forget)
    site = Site(app.desk, app.desk.insights, quoting, links, sessions, platform, app.desk.clock)
    async with serving(site, config.web.host, config.web.port) as served:
        yield links if served else None
