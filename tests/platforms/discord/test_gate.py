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


def place(number: int, name: str, *, seen: bool) -> Any:
    def permissions_for(member: Any) -> discord.Permissions:
        return discord.Permissions(view_channel=seen)

    return SimpleNamespace(id=number, name=name, permissions_for=permissions_for)


def gate(answer: Callable[[], Any], *, unavailable: bool = False) -> tuple[Gate, list[int]]:
    asked: list[int] = []

    async def fetch_member(number: int) -> Any:
        asked.append(number)
        return answer()

    general, board = place(11, "general", seen=True), place(12, "board", seen=False)
    guild = SimpleNamespace(
        channels=[general, board],
        threads=[],
        name="The circle",
        unavailable=unavailable,
        fetch_member=fetch_member,
        get_channel_or_thread=lambda number: general if number == 11 else None,
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


async def test_channels_that_somebody_does_not_see() -> None:
    asked_at, _ = gate(member(manage_messages=True))
    assert await asked_at.unseen(SERVER, PERSON) == {"12"}
    assert await asked_at.unseen("discord:1", PERSON) == frozenset()


@pytest.mark.parametrize("answer", [failing(refusal(404)), failing(refusal(503)), failing(TimeoutError())])
async def test_where_that_cannot_be_told_nothing_is_seen(answer: Callable[[], Any]) -> None:
    asked_at, _ = gate(answer)
    assert await asked_at.unseen(SERVER, PERSON) == {"11", "12"}
