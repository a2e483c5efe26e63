"""What is heard of a message, and which channels somebody may name."""

from types import SimpleNamespace
from typing import Any

import discord
import pytest
from discord import app_commands

from bot.commands.desk.registry import commands
from bot.platforms.discord.commands import slash
from bot.platforms.discord.listening import heard


def message(**more: Any) -> Any:
    given = {
        "type": discord.MessageType.default,
        "webhook_id": None,
        "id": 99,
        "author": SimpleNamespace(bot=False, id=501),
        "guild": SimpleNamespace(id=1),
        "channel": SimpleNamespace(id=11),
        "content": "some words",
    }
    return SimpleNamespace(**given | more)


def test_what_somebody_wrote_in_a_server_is_heard() -> None:
    for kind in (discord.MessageType.default, discord.MessageType.reply):
        taken = heard(message(type=kind))
        assert taken is not None
        assert (taken.community, taken.channel, taken.parent) == ("discord:1", "11", None)
        assert (taken.person, taken.text) == ("discord:501", "some words")
        assert (taken.message, taken.edited) == ("99", False)
        assert "99" not in repr(taken)


@pytest.mark.parametrize(
    "other",
    [
        {"type": discord.MessageType.thread_created},
        {"type": discord.MessageType.new_member},
        {"webhook_id": 7},
        {"author": SimpleNamespace(bot=True, id=501)},
        {"guild": None},
        {"content": ""},
        {"content": " \n"},
    ],
)
def test_everything_else_is_let_go(other: dict[str, Any]) -> None:
    assert heard(message(**other)) is None


def test_a_thread_has_its_channel() -> None:
    thread = discord.Thread.__new__(discord.Thread)
    thread.id, thread.parent_id = 12, 11
    taken = heard(message(channel=thread))
    assert taken is not None
    assert (taken.channel, taken.parent) == ("12", "11")


@pytest.mark.parametrize(("allowed", "seen", "asked"), [(True, True, 1), (False, True, 0), (True, False, 0)])
async def test_only_a_channel_that_one_sees_and_looks_after_can_be_named(allowed: bool, seen: bool, asked: int) -> None:
    channel = app_commands.AppCommandChannel.__new__(app_commands.AppCommandChannel)
    channel.id, channel.permissions = 77, discord.Permissions(manage_messages=allowed, view_channel=seen)
    given: list[Any] = []
    excused: list[str] = []

    async def run(interaction: Any, command: Any, arguments: Any) -> None:
        given.append(dict(arguments))

    async def excuse(interaction: Any, told: str) -> None:
        excused.append(told)

    made = slash(commands()["settings"], run, None)  # type: ignore[arg-type]
    interaction: Any = SimpleNamespace(client=SimpleNamespace(excuse=excuse))
    await made.callback(interaction, name="spotting", value="on", channel=channel)  # type: ignore[call-arg, arg-type]
    assert given == [{"name": "spotting", "value": "on", "channel": "77"}] * asked
    assert excused == ["discord-channel-not-yours"] * (1 - asked)
    assert made.default_permissions == discord.Permissions(manage_guild=True)
