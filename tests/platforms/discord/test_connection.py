"""Logging in: where Discord can't be reached it is tried again, and a token that is no good ends it."""

import asyncio
import socket

import discord
import pytest
from aiohttp import web

from bot.errors import TokenRefused
from bot.platforms.discord import connection
from bot.platforms.discord.client import Client


def free_port() -> int:
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        return int(opened.getsockname()[1])


async def test_an_unreachable_discord_is_tried_again_until_it_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    port, asked = free_port(), 0
    monkeypatch.setattr(discord.http.Route, "BASE", f"http://127.0.0.1:{port}")
    monkeypatch.setattr(connection, "_FIRST_WAIT", 0.05)
    monkeypatch.setattr(connection, "_LONGEST_WAIT", 0.1)

    async def answer(_request: web.Request) -> web.Response:
        nonlocal asked
        asked += 1
        return web.json_response({"message": "no", "code": 0}, status=503 if asked < 3 else 401)

    trying = asyncio.create_task(connection.stay(Client(), "a-token"))
    await asyncio.sleep(0.3)  # nobody listens yet: several tries fail
    assert not trying.done()
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", answer)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    with pytest.raises(TokenRefused):
        await asyncio.wait_for(trying, 60)
    await runner.cleanup()
    assert asked >= 3
