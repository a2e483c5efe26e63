"""Whether somebody looks after a server: asked of Discord, and no where that can't be told."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import aiohttp
import discord
import pytest

from bot.platforms.discord.gate import Gate

SERVER, PERSON = "discord:4711", "discord:99"


def refusal(status: int) -> discord.HTTPException:
    response = cast("aiohttp.ClientResponse", SimpleNamespace(status=status, reason="refused"))
    kind = {403: discord.Forbidden, 404: discord.NotFound}.get(status, discord.HTTPException)
    return kind(response, {"code": 0, "message": "refused"})


def gate(answer: Callable[[], Any], *, unavailable: bool = False) -> tuple[Gate, list[int]]:
    asked: list[int] = []

    async def fetch_member(number: int) -> Any:
        asked.append(number)
        return answer()

    guild = SimpleNamespace(
        name="The circle",
        unavailable=unavailable,
        fetch_member=fetch_member,
        get_channel_or_thread=lambda number: SimpleNamespace(name="general") if number == 11 else None,
    )
    client = SimpleNamespace(get_guild=lambda number: guild if number == 4711 else None)
    return Gate(cast("discord.Client", client)), asked


def member(**permissions: bool) -> Callable[[], Any]:
    return lambda: SimpleNamespace(guild_permissions=discord.Permissions(**permissions))


def failing(error: BaseException) -> Callable[[], Any]:
    def fail() -> Any:
        raise error

    return fail


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (member(manage_guild=True), True),
        (member(manage_messages=True), True),
        (member(send_messages=True, kick_members=True), False),
        (failing(refusal(404)), False),
        (failing(refusal(403)), False),
        (failing(refusal(503)), False),
        (failing(aiohttp.ClientConnectionError()), False),
        (failing(TimeoutError()), False),
    ],
)
async def test_who_may_come_in(answer: Callable[[], Any], expected: bool) -> None:
    asked_at, asked = gate(answer)
    assert await asked_at.may_moderate(SERVER, PERSON) is expected
    assert asked == [99]


@pytest.mark.parametrize(
    ("community", "person"),
    [
        ("discord:1", PERSON),
        ("discord:dm", PERSON),
        ("terminal", PERSON),
        (SERVER, "matrix:@ada:example.org"),
        (SERVER, "discord:"),
        (SERVER, "discord:-1"),
        (SERVER, "discord:٣"),
        (SERVER, "discord:" + "9" * 21),
    ],
)
async def test_nobody_else_is_asked_for(community: str, person: str) -> None:
    asked_at, asked = gate(member(manage_guild=True))
    assert not await asked_at.may_moderate(community, person)
    assert asked == []


async def test_a_server_that_is_away_cannot_tell() -> None:
    asked_at, asked = gate(member(manage_guild=True), unavailable=True)
    assert not await asked_at.may_moderate(SERVER, PERSON)
    assert asked == []


def test_places_have_names_while_they_are_there() -> None:
    asked_at, _ = gate(member())
    assert asked_at.community_name(SERVER) == "The circle"
    assert asked_at.community_name("discord:1") is None
    assert asked_at.channel_name(SERVER, "11") == "general"
    assert asked_at.channel_name(SERVER, "12") is None
    assert asked_at.channel_name(SERVER, "none") is None
