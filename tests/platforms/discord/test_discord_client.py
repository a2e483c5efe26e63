"""The client on a simulated Discord: commands, buttons, the menu, threads, timing and faults."""

import asyncio
from types import SimpleNamespace
from typing import Any

import discord
import pytest
from simcord import run

from bot.errors import StoreFull
from bot.platforms.discord.tree import Once


def shown(response: Any) -> str:
    found: list[str] = []

    def walk(parts: Any) -> None:
        for part in parts:
            if part.get("type") == 10:
                found.append(part["content"])
            walk(part.get("components", ()))

    walk(response.components)
    return "\n".join(found)


async def test_a_slash_command_answers_with_what_was_asked(world: Any, dispatch: Any) -> None:
    result = await world.member.slash(world.channel, "quote", about="bridge", count=2)
    assert not result.deferred
    assert "asked: bridge None 2 near" in shown(result.response)
    assert "> The river \\*rose\\* in the night and \\<\\@1\\> nobody saw it." in shown(result.response)
    (request,) = dispatch.asked
    assert (request.platform, request.community.id) == ("discord", f"discord:{world.guild.id}")
    assert request.community.channel == str(world.channel.id)
    assert dispatch.counted == dispatch.asked


async def test_an_unknown_value_is_told_privately(world: Any) -> None:
    result = await world.member.slash(world.channel, "context", passage="x" * 70)
    assert not result.ephemeral
    result = await world.member.slash(world.channel, "quote", about=" ")
    assert result.ephemeral


async def test_what_moderators_may_is_asked_of_discord(world: Any, dispatch: Any) -> None:
    moderators = world.guild.create_role("Moderators", permissions=discord.Permissions(manage_guild=True))
    moderator = world.guild.add_member(world.env.create_user("moderator"), roles=[moderators])
    result = await moderator.slash(world.channel, "secret")
    assert result.ephemeral
    assert "rights: 1" in shown(result.response)


async def test_slow_answers_are_announced(world: Any) -> None:
    result = await world.member.slash(world.channel, "slow", seconds=10)
    await world.env.advance_time(2)
    assert result.deferred
    await world.env.advance_time(10)
    assert not result.ephemeral
    assert shown(result.response) == "waited 10"


async def test_a_private_answer_after_a_public_sign_stays_private(world: Any) -> None:
    result = await world.member.slash(world.channel, "slow", seconds=10, secret=1)
    await world.env.advance_time(12)
    assert result.response is None
    assert [followup.ephemeral for followup in result.followups] == [True]


async def test_a_command_that_breaks_is_excused_and_logged_without_words(world: Any, caplog: Any) -> None:
    result = await world.member.slash(world.channel, "broken")
    assert result.ephemeral
    assert "Something went wrong" in shown(result.response)
    assert [type(error).__name__ for error in world.env.errors] == ["CommandInvokeError"]
    assert "what somebody wrote" not in caplog.text


async def test_buttons_run_their_command(world: Any, dispatch: Any) -> None:
    result = await world.member.slash(world.channel, "quote", about="bridge")
    around = await world.member.click(result.response.message, label="Context")
    assert "around" in shown(around.response)
    more = await world.member.click(result.response.message, label="More")
    assert shown(more.response) == "more of abc from 3"
    assert [request.command for request in dispatch.asked] == ["quote", "context", "more"]


async def test_a_thread_grows_from_a_passage(world: Any) -> None:
    result = await world.member.slash(world.channel, "quote", about="bridge")
    opened = await world.member.click(result.response.message, label="Thread")
    assert opened.ephemeral
    assert "The thread is open" in shown(opened.response)
    (thread,) = (
        world.env.guild.guild.threads if hasattr(world.env.guild, "guild") else result.response.message.guild.threads
    )
    assert thread.name.startswith("The river *rose* in the night")
    assert len(thread.name) <= 100


async def test_find_in_the_texts(world: Any, dispatch: Any) -> None:
    message = await world.member.send(world.channel, "What do they say of the bridge " + "and the river " * 20)
    result = await world.member.context_menu(world.channel, "Find in the texts", message)
    assert result.ephemeral
    about = dispatch.asked[0].arguments["about"]
    assert len(about) <= 60
    assert about.endswith(("and", "the", "river"))


async def test_a_message_without_words_is_told(world: Any, dispatch: Any) -> None:
    message = await world.member.send(world.channel, "👍 !!")
    result = await world.member.context_menu(world.channel, "Find in the texts", message)
    assert result.ephemeral
    assert "no words" in shown(result.response)
    assert not dispatch.asked


async def test_offers_fit_and_keep_their_words(world: Any) -> None:
    offers = await world.member.autocomplete(world.channel, "quote", "source", "let")
    assert [offer["value"] for offer in offers] == ["letter"]
    assert await world.member.autocomplete(world.channel, "quote", "about", "bri") == []


async def test_offers_that_fail_are_none(world: Any, dispatch: Any) -> None:
    dispatch.desk.library.sources = None
    assert await world.member.autocomplete(world.channel, "quote", "source", "let") == []


async def test_commands_are_sent_only_when_they_changed(dispatch: Any, settings: Any) -> None:
    from bot.platforms.discord.client import Client

    sent = []

    async def start() -> None:
        client = Client()
        client.serve(dispatch, dispatch.desk, settings)
        keep = client.tree.sync

        async def sync(**more: Any) -> Any:
            sent.append(1)
            return await keep(**more)

        client.tree.sync = sync  # type: ignore[method-assign]
        async with run(client):
            pass

    await start()
    await start()
    assert len(sent) == 1
    del dispatch.commands["slow"]
    await start()
    assert len(sent) == 2


async def test_an_answer_that_can_not_be_counted_is_an_answer(world: Any, dispatch: Any) -> None:
    async def full(*_: Any) -> None:
        raise StoreFull("commonplace.db")

    dispatch.shown = full
    result = await world.member.slash(world.channel, "quote", about="bridge")
    assert not result.ephemeral
    assert "bridge" in shown(result.response)
    assert not result.followups


async def test_a_press_of_a_button_that_no_version_knows(world: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    result = await world.member.slash(world.channel, "quote", about="bridge")
    monkeypatch.setattr("bot.platforms.discord.custom_ids.pressed", lambda written: None)
    pressed = await world.member.click(result.response.message, label="Context")
    assert pressed.ephemeral
    assert "older version" in shown(pressed.response)


def test_the_same_interaction_is_answered_once() -> None:
    once = Once()
    assert once.first(1)
    assert not once.first(1)
    for number in range(2, 5000):
        assert once.first(number)
    assert once.first(1)


async def test_who_asks_before_there_is_something_to_serve_waits_for_it(dispatch: Any, settings: Any) -> None:
    from bot.platforms.discord.client import Client

    client = Client()
    asked: Any = SimpleNamespace(channel_id=1, id=2)
    passing = asyncio.ensure_future(client.tree.interaction_check(asked))
    await asyncio.sleep(0)
    assert not passing.done()
    client.serve(dispatch, dispatch.desk, settings)
    assert await passing
    assert not await client.tree.interaction_check(asked)


async def test_who_asks_too_early_is_put_off_in_time(
    dispatch: Any, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.platforms.discord.client import Client

    monkeypatch.setattr("bot.platforms.discord.answering.PATIENCE", 0.01)
    client, given, sent = Client(), [], []

    async def choices(found: list[Any]) -> None:
        given.append(found)

    async def send_message(**message: Any) -> None:
        sent.append((message["view"].to_components()[0]["content"], message["ephemeral"]))

    response = SimpleNamespace(autocomplete=choices, send_message=send_message, is_done=lambda: False)

    def asking(number: int, kind: discord.InteractionType) -> Any:
        return SimpleNamespace(channel_id=1, id=number, type=kind, response=response, locale="uk")

    assert not await client.tree.interaction_check(asking(1, discord.InteractionType.autocomplete))
    assert not await client.tree.interaction_check(asking(2, discord.InteractionType.application_command))
    assert given == [[]]
    assert [private for _, private in sent] == [True]
    assert "читаю тексти" in sent[0][0]
    client.serve(dispatch, dispatch.desk, settings)
    assert await client.tree.interaction_check(asking(3, discord.InteractionType.application_command))
