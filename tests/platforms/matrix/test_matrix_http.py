"""What a homeserver may answer, and what is no homeserver at all."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from bot.errors import HomeserverNotFound
from bot.platforms.matrix import http as module
from bot.platforms.matrix.entering import find
from bot.platforms.matrix.http import Http, meaning, told
from bot.platforms.matrix.trouble import Denied, Unauthorized, Unreachable

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def serving(handler: Handler) -> AsyncIterator[str]:
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", handler)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


def answering(status: int, text: str, **headers: str) -> Handler:
    async def handle(_: web.Request) -> web.StreamResponse:
        return web.Response(status=status, text=text, headers=headers)

    return handle


async def test_a_redirection_is_told_and_not_followed() -> None:
    asked: list[str] = []

    async def handle(request: web.Request) -> web.StreamResponse:
        asked.append(f"{request.method} {request.path}")
        return web.Response(status=301, headers={"Location": "/elsewhere"})

    async with serving(handle) as url:
        http = Http(url)
        with pytest.raises(Unreachable, match="redirected to /elsewhere"):
            await http.post("/login", {})
        await http.close()
    assert asked == ["POST /login"]


async def test_no_more_is_read_than_has_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LONGEST", 1_000)
    async with serving(answering(200, '{"a": "' + "x" * 2_000 + '"}')) as url:
        http = Http(url)
        with pytest.raises(Unreachable):
            await http.get("/sync")
        await http.close()


def test_only_what_has_a_code_of_matrix_is_refused_for_good() -> None:
    assert type(meaning(403, {"errcode": "M_FORBIDDEN"})) is Denied
    assert type(meaning(413, {})) is Denied
    assert isinstance(meaning(401, {"errcode": "M_UNKNOWN_TOKEN"}), Unauthorized)
    for status in (200, 400, 401, 403, 404, 405, 408, 500, 502):
        assert isinstance(meaning(status, {}), Unreachable), status
    assert isinstance(meaning(403, {"errcode": "WALL"}), Unreachable)


@pytest.mark.parametrize("wait", [-50, -1, True, False, 0])
def test_whoever_asks_for_no_patience_gets_no_less_than_usual(wait: int) -> None:
    limited = meaning(429, {"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": wait})
    assert isinstance(limited, Unreachable)
    assert 0 <= limited.wait < 0.2  # below what is waited at least


@pytest.mark.parametrize("answer", [{}, {"event_id": 5}, {"event_id": ""}, {"event_id": None}])
def test_an_answer_without_its_name_is_none(answer: dict[str, object]) -> None:
    with pytest.raises(Unreachable):
        told(answer, "event_id")


@pytest.mark.parametrize(
    "handler",
    [
        answering(404, "<html>"),
        answering(200, "<html>"),
        answering(200, "{}"),
        answering(200, "[]"),
        answering(301, "", Location="https://matrix.example.org/"),
        answering(403, '{"errcode": "M_FORBIDDEN"}'),
    ],
)
async def test_what_is_no_homeserver_is_told_at_once(handler: Handler) -> None:
    async with serving(handler) as url:
        with pytest.raises(HomeserverNotFound) as error:
            await find(f"{url}/")
        assert error.value.address == url
    with pytest.raises(HomeserverNotFound) as gone:
        await find(url)
    assert gone.value.reason == "ClientConnectorError"


async def test_a_homeserver_is_found() -> None:
    async with serving(answering(200, '{"versions": ["v1.11"]}')) as url:
        await find(url)
