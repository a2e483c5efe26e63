"""Serving the page from the bot's own process, and stopping with it."""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

from bot.logs import get_logger
from bot.web import entering
from bot.web.guarding import guard
from bot.web.overview import overview
from bot.web.passage import passage
from bot.web.rendering import file
from bot.web.sheet import sheet
from bot.web.site import SITE
from bot.web.text import text

if TYPE_CHECKING:
    from bot.web.site import Site

_log = get_logger(__name__)

_LONGEST_BODY = 1024
_LONGEST_LINE = 4096
_TO_FINISH = 2.0


def application(site: "Site") -> web.Application:
    """Put the pages together."""
    app = web.Application(middlewares=[guard], client_max_size=_LONGEST_BODY)
    app[SITE] = site
    app.add_routes(
        [
            web.get("/", overview),
            web.get("/texts/{source}", text),
            web.get("/passages/{passage}", passage),
            web.get("/passages.csv", sheet),
            web.get("/enter/{token}", entering.door),
            web.post("/enter/{token}", entering.enter),
            web.post("/leave", entering.leave),
            web.get("/left", entering.left),
            web.get("/style.css", _fixed("style.css")),
            web.get("/icon.svg", _fixed("icon.svg")),
        ]
    )
    return app


@asynccontextmanager
async def serving(site: "Site", host: str, port: int) -> AsyncIterator[bool]:
    """Serve while the context is open. Gives whether it could be: a port that is taken is told, and the bot goes on."""
    # Lines about requests would hold links, passages and addresses of people.
    runner = web.AppRunner(
        application(site),
        access_log=None,
        logger=_wire(),
        handle_signals=False,
        shutdown_timeout=_TO_FINISH,
        max_line_size=_LONGEST_LINE,
        max_field_size=_LONGEST_LINE,
    )
    await runner.setup()
    try:
        yield await _started(runner, host, port)
    finally:
        await runner.cleanup()


def _wire() -> logging.Logger:
    """Give the logger for what comes before there is a request: aiohttp would tell the asker's address in it."""
    logger = logging.getLogger("aiohttp.server.page")
    logger.addFilter(_nameless)
    return logger


def _nameless(record: logging.LogRecord) -> bool:
    """Leave out whose request it was, and a line for everything that is no request: whoever likes can send those."""
    error = record.exc_info[1] if record.exc_info else None
    if isinstance(error, HttpProcessingError):
        _log.debug("something came that is no request", kind=type(error).__name__)
        return False
    record.msg, record.args = record.msg.removesuffix(" from %s"), ()
    return True


async def _started(runner: web.AppRunner, host: str, port: int) -> bool:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        _log.error("the moderators' page is not served, everything else is", host=host, port=port, reason=reason)
        return False
    _log.info("the moderators' page is served", host=host, port=port)
    return True


def _fixed(name: str) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(request: web.Request) -> web.Response:
        """Give the file."""
        return file(name)

    return answer
