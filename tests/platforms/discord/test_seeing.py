"""Whose channel's name is for whom: what Discord's permissions say, threads like their channels, private ones less."""

from types import SimpleNamespace
from typing import Any, cast

import discord
import pytest

from bot.model import Bar, Bars, Count, Reply, Text
from bot.platforms.discord.asking import request_of
from bot.platforms.discord.calling import with_names
from bot.platforms.discord.seeing import sees, unseen
from bot.words import words


def guild() -> discord.Guild:
    """A real server of discord.py's: everybody sees `general`, the role 5 sees `board`."""
    overwrites = [
        {"id": "1", "type": 0, "allow": "0", "deny": str(discord.Permissions(view_channel=True).value)},
        {"id": "5", "type": 0, "allow": str(discord.Permissions(view_channel=True).value), "deny": "0"},
    ]
    may = discord.Permissions(view_channel=True, manage_messages=True).value
    role = {"name": "", "permissions": "0", "position": 0, "color": 0, "hoist": False, "managed": False}
    channel = {"type": 0, "position": 0, "guild_id": "1"}
    data: dict[str, Any] = {
        "id": "1",
        "name": "The circle",
        "owner_id": "2",
        "roles": [
            {**role, "id": "1", "permissions": str(may)},
            {**role, "id": "5"},
            {**role, "id": "6", "permissions": str(discord.Permissions(manage_threads=True).value)},
        ],
        "channels": [
            {**channel, "id": "11", "name": "general", "permission_overwrites": []},
            {**channel, "id": "12", "name": "board", "permission_overwrites": overwrites},
        ],
        "threads": [thread(21, 11, 11), thread(22, 11, 12), thread(23, 12, 11), thread(24, 11, 13)],
    }
    client = discord.Client(intents=discord.Intents(guilds=True))
    return discord.Guild(data=cast("Any", data), state=client._connection)


def thread(number: int, kind: int, parent: int) -> dict[str, Any]:
    folded = {"archived": False, "auto_archive_duration": 60, "archive_timestamp": "2026-11-22T09:00:00+00:00"}
    return {
        "id": str(number), "guild_id": "1", "parent_id": str(parent), "owner_id": "3", "name": f"talk {number}",
        "type": kind, "message_count": 0, "member_count": 0, "thread_metadata": folded,
    }  # fmt: skip


def member(here: discord.Guild, *roles: str) -> discord.Member:
    user = {"id": "4", "username": "ada", "discriminator": "0", "avatar": None, "global_name": None}
    data: Any = {"user": user, "roles": list(roles), "joined_at": None, "flags": 0}
    return discord.Member(data=data, guild=here, state=here._state)


@pytest.mark.parametrize(
    ("roles", "hidden"),
    [
        ((), {"12", "22", "23", "24"}),
        (("5",), {"23", "24"}),
        (("6",), {"12", "22", "24"}),
        (("5", "6"), {"24"}),
    ],
)
def test_what_is_not_seen(roles: tuple[str, ...], hidden: set[str]) -> None:
    here = guild()
    assert unseen(here, member(here, *roles)) == hidden
    assert unseen(here, None) == {"11", "12", "21", "22", "23", "24"}
    board = here.get_channel(12)
    assert isinstance(board, discord.TextChannel)
    assert sees(member(here, *roles), board) == ("5" in roles)


def asked(here: discord.Guild | None, user: Any, locale: str = "en") -> Any:
    return SimpleNamespace(guild=here, user=user, locale=locale)


def reply() -> Reply:
    bars = tuple(Bar(name, Count(5 * at, 5), str(at)) for at, name in enumerate(("11", "12", "22", "77", "a text"), 1))
    return Reply((Text("Told."), Bars("Channels", bars, "what was discussed where")))


def test_numbers_stay_and_names_go() -> None:
    here = guild()
    for roles, wanted in (((), None), (("5",), ("#board", "#talk 22"))):
        called = with_names(reply(), asked(here, member(here, *roles), "uk"))
        assert called.blocks[0] == Text("Told.")
        (chart,) = (block for block in called.blocks if isinstance(block, Bars))
        board, talk = wanted or (words("uk").say("channel-unseen"),) * 2
        assert [bar.label for bar in chart.bars] == ["#general", board, talk, "77", "a text"]
        assert [bar.count for bar in chart.bars] == [Count(5 * at, 5) for at in range(1, 6)]


def test_channels_that_are_gone_are_told_apart_by_the_end_of_their_ids() -> None:
    here = guild()
    gone = "2073583366967394332"
    bars = tuple(Bar(name, Count(5, 5), "5+") for name in (gone, "1984"))
    (chart,) = with_names(Reply((Bars("Channels", bars, "where"),)), asked(here, member(here))).blocks
    assert isinstance(chart, Bars)
    assert [bar.label for bar in chart.bars] == [words("en").say("channel-gone", end="4332"), "1984"]


def test_who_is_no_member_reads_no_names() -> None:
    called = with_names(reply(), asked(guild(), object()))
    (chart,) = (block for block in called.blocks if isinstance(block, Bars))
    hidden = words("en").say("channel-unseen")
    assert [bar.label for bar in chart.bars] == [hidden, hidden, hidden, "77", "a text"]
    assert with_names(reply(), asked(None, object())) == reply()


def test_only_moderators_commands_know_what_is_not_seen() -> None:
    here = guild()
    for manages in (True, False):
        given = {"permissions": discord.Permissions(manage_messages=manages), "guild_id": 1, "channel_id": 11}
        interaction = SimpleNamespace(guild=here, user=member(here), locale="en", **given)
        for moderating in (True, False):
            request = request_of(cast("Any", interaction), "daily", {}, moderating=moderating)
            hidden = {"12", "22", "23", "24"} if manages and moderating else set[str]()
            assert request.unseen == hidden
