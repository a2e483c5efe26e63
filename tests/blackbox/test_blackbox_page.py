"""The moderators' page with the whole bot: a private link from a command, a session in it, and who is not let in."""

import re
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, CookieJar
from discord import Permissions

from tests.blackbox.house import House

MANAGES = Permissions(manage_guild=True, view_channel=True, send_messages=True).value
FROM_HERE = {"Sec-Fetch-Site": "same-origin"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
async def dc() -> AsyncIterator[Any]:
    from localcord import Localcord

    async with Localcord(portal_intents=set()) as opened:
        for name in ("mo", "pat", "quinn"):
            opened.user(name, permissions=MANAGES)
        yield opened


async def link_for(dc: Any, user: str) -> str:
    result = await dc.slash("review", {"action": "page"}, user=user)
    assert result.ephemeral, "a link is for its asker alone"
    (link,) = re.findall(r"\]\((http://127\.0\.0\.1:\d+/enter/[0-9a-f]{64})\)", result.text)
    return str(link)


def browser() -> ClientSession:
    return ClientSession(cookie_jar=CookieJar(unsafe=True))


async def test_a_moderator_comes_in_and_others_do_not(dc: Any, tmp_path: Path) -> None:
    port = free_port()
    web = {"COMMONPLACE_WEB__ENABLED": "true", "COMMONPLACE_WEB__PORT": str(port)}
    house = await House(dc, tmp_path, **web).start()
    try:
        link = await link_for(dc, "mo")
        async with browser() as session:
            async with session.post(link, headers=FROM_HERE) as answer:
                assert answer.status == 200
                shown = await answer.text()
            assert dc.guild["name"] in shown
            assert dc.users["mo"]["id"] not in shown
            unused = await link_for(dc, "mo")
            assert (await dc.slash("privacy", {"choice": "erase"}, user="mo")).ephemeral
            async with session.get(f"http://127.0.0.1:{port}/") as answer:
                assert answer.status == 401, "who is erased is out"
            async with session.post(unused, headers=FROM_HERE) as answer:
                assert answer.status == 410, "and so are the links"
        dc._overwrite(dc.channel, dc.user("pier")["id"], allow=("manage_messages", "manage_guild"))
        told = await dc.slash("review", {"action": "page"}, user="pier")
        assert told.ephemeral
        assert "There is no link for you" in told.text
        assert "enter/" not in told.text
        async with browser() as session, session.post(link, headers=FROM_HERE) as answer:
            assert answer.status == 410
        lost, gone = await link_for(dc, "pat"), await link_for(dc, "quinn")
        dc.guild["members"][dc.users["pat"]["id"]]["roles"].clear()
        del dc.guild["members"][dc.users["quinn"]["id"]]
        for refused in (lost, gone):
            async with browser() as session, session.post(refused, headers=FROM_HERE) as answer:
                assert answer.status == 403
    finally:
        await house.stop()
    assert link.rsplit("/", 1)[1] not in house.bot.output()
    house.assert_clean()


@pytest.mark.parametrize("taken", [False, True], ids=["switched-off", "port-taken"])
async def test_without_a_page_the_bot_says_so_and_goes_on(dc: Any, tmp_path: Path, taken: bool) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = str(holder.getsockname()[1])
        web = {"COMMONPLACE_WEB__ENABLED": "true", "COMMONPLACE_WEB__PORT": port} if taken else {}
        house = await House(dc, tmp_path, **web).start()
        try:
            result = await dc.slash("review", {"action": "page"}, user="mo")
            assert "web.enabled" in result.text.replace("\\", "")
            assert "enter/" not in result.text
            assert (await dc.slash("quote", {"about": "harbour", "count": 1})).error is None
        finally:
            await house.stop()
        assert ("page is not served" in house.bot.output()) == taken
        house.assert_clean()
