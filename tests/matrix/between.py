"""What stands between the bot and its homeserver, as a proxy or a poor line: it passes requests on, or answers."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web

from tests.matrix.synapse import Synapse

Answer = Callable[[web.Request], Awaitable[web.StreamResponse | None]]
"""Answers a request in the homeserver's place; None passes it on."""


class Between:
    """Passes requests on; `answer` may be changed at any time. `asked` has the paths that came, without queries."""

    def __init__(self, synapse: Synapse, session: aiohttp.ClientSession) -> None:
        self._synapse = synapse
        self._session = session
        self.url = ""
        self.answer: Answer | None = None
        self.asked: list[str] = []

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer a request."""
        self.asked.append(f"{request.method} {request.path}")
        if self.answer is not None and (found := await self.answer(request)) is not None:
            return found
        return await self.passed(request)

    async def passed(self, request: web.Request) -> web.Response:
        """Pass a request on; gives what the homeserver answers."""
        body = await request.read()
        names = ("Authorization", "Content-Type")
        headers = {name: request.headers[name] for name in names if name in request.headers}
        url = f"{self._synapse.url}{request.raw_path}"
        async with self._session.request(request.method, url, data=body, headers=headers) as passed:
            return web.Response(body=await passed.read(), status=passed.status, content_type=passed.content_type)


@asynccontextmanager
async def between(synapse: Synapse, session: aiohttp.ClientSession) -> AsyncIterator[Between]:
    """Stand between, on a port of its own."""
    made = Between(synapse, session)
    application = web.Application(client_max_size=2**26)
    application.router.add_route("*", "/{path:.*}", made.handle)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield made
    finally:
        await runner.cleanup()
