"""The passage of the day on Discord, with the whole bot: its three styles, and what goes wrong while it is posted."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.blackbox.house import House

LETTER = "# A letter about orchards\n\nby Ada Penn\n\n" + "\n\n".join(
    f"The orchard of the village of Number {number} bore its first apples in a spring that everybody there remembers, "
    f"because the bells rang for {number + 3} hours and nobody, neither the mayor nor the baker, knew how to stop them."
    for number in range(8)
)


@pytest.fixture
async def morning_house(tmp_path: Path) -> AsyncIterator[Callable[..., House]]:
    """Makes houses with texts that have passages of a day."""
    from localcord import Localcord

    made: list[House] = []
    async with Localcord() as dc:

        def make() -> House:
            made.append(House(dc, tmp_path, {"letter.md": LETTER}))
            return made[-1]

        yield make
        for one in made:
            await one.bot.stop()


def lately() -> str:
    """Give a time of day in UTC for which no community waits any more: they are spread over two minutes."""
    return (datetime.now(UTC) - timedelta(minutes=3)).strftime("%H:%M")


def database(house: House) -> Path:
    return Path(house.bot.env["COMMONPLACE_DATA"]) / "commonplace.db"


def look(house: House, sql: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(f"file:{database(house)}?mode=ro", uri=True)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


async def turned_on(house: House, *, channel: Any = None, style: str | None = None) -> None:
    """Turn it on as if that had been an hour ago, and stop: the next start has a passage to post."""
    given: dict[str, Any] = {"channel": channel} if channel is not None else {}
    if style is not None:
        result = await house.dc.slash("daily", {"action": "style", "value": style, **given}, user="owner")
        assert result.error is None, result
    result = await house.dc.slash("daily", {"action": "on", "value": lately(), **given}, user="owner")
    assert "is on" in result.text, result.text
    assert await house.bot.stop() == 0
    connection = sqlite3.connect(database(house))
    with connection:
        connection.execute("UPDATE schedules SET since = since - 3600")
    connection.close()


async def day_of(house: House) -> tuple[str, str | None, int, str]:
    """Wait until the day is over and give its state, message, attempts and reasons."""
    for _ in range(1500):
        rows = look(house, "SELECT state, message, attempts, reasons FROM days")
        if rows and rows[0][0] != "claimed":
            return rows[-1]
        await asyncio.sleep(0.1)
    raise AssertionError(look(house, "SELECT * FROM days"))


def daily_posts(house: House) -> list[dict[str, Any]]:
    """Give every message that has a date for the id of its card, in whatever channel, thread or forum."""
    everywhere = (message for messages in house.dc.world.messages.values() for message in messages.values())
    return [one for one in everywhere if any(part.get("id", 0) > 20_000_000 for part in one["components"])]


async def test_it_comes_once_and_is_counted(morning_house: Any) -> None:
    house = await morning_house().start()
    await turned_on(house)
    await house.start(wait_sync=False)
    state, message, attempts, _ = await day_of(house)
    assert (state, attempts) == ("sent", 1)
    (post,) = daily_posts(house)
    assert post["id"] == message
    assert look(house, "SELECT message FROM sent") == [(message,)]
    result = await house.dc.slash("daily", {"action": "history"}, user="owner")
    assert "not discussed here yet" in result.text
    await house.stop()
    house.assert_clean()


async def test_what_is_previewed_is_what_comes_with_a_thread(morning_house: Any) -> None:
    house = await morning_house().start()
    await house.dc.slash("daily", {"action": "on", "value": lately()}, user="owner")
    await turned_on(house, style="thread")
    await house.start(wait_sync=False)
    await day_of(house)
    (post,) = daily_posts(house)
    (thread,) = [one for one in house.dc.world.channels.values() if one["id"] == post["id"]]
    assert thread["name"].startswith("The passage of 20")
    preview = await house.dc.slash("daily", {"action": "preview"}, user="owner")
    again = await house.dc.slash("daily", {"action": "preview"}, user="owner")
    assert preview.ephemeral
    assert preview.text == again.text
    assert look(house, "SELECT COUNT(*) FROM days") == [(1,)]
    await house.stop()
    house.assert_clean()


async def test_in_a_forum_with_a_tag(morning_house: Any) -> None:
    house = await morning_house().start()
    forum = house.dc.forum("readings", ["Reading", "Other"])
    await turned_on(house, channel=forum, style="forum reading")
    await house.start(wait_sync=False)
    state, message, _, _ = await day_of(house)
    assert state == "sent"
    (thread,) = [one for one in house.dc.world.channels.values() if one.get("parent_id") == forum["id"]]
    assert thread["id"] == message
    assert thread["applied_tags"] == [forum["available_tags"][0]["id"]]
    await house.stop()
    house.assert_clean()


@pytest.mark.parametrize(
    ("style", "fault"),
    [
        ("message", "drop_response"),
        ("message", "503"),
        ("thread", "drop_response"),
        ("forum", "drop_response"),
        ("forum", "made and 500"),
        ("forum", "502"),
        ("forum", "429"),
    ],
)
async def test_a_line_that_breaks_leaves_one_post(
    morning_house: Any, style: str, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = await morning_house().start()
    forum = house.dc.forum("readings") if style == "forum" else None
    await turned_on(house, channel=forum, style=style)
    operation = "create_thread" if style == "forum" else "create_message"
    kinds: dict[str, tuple[str, dict[str, Any]]] = {
        "503": ("status", {"status": 503}),
        "502": ("status", {"status": 502}),
        "429": ("ratelimit", {"seconds": 0.2}),
        "made and 500": ("drop_response", {}),
    }
    kind = kinds.get(fault, (fault, {}))
    if fault == "made and 500":  # instead of a line that breaks, an error is what is heard
        monkeypatch.setattr(house.dc.rest, "_abort", lambda request: None)
    house.dc.faults.add(kind[0], operation, times=1, **kind[1])
    await house.start(wait_sync=False)
    state, message, attempts, _ = await day_of(house)
    assert (state, attempts) == ("sent", 2)
    posts = daily_posts(house)
    assert [post["id"] for post in posts] == [message]
    if style == "thread":
        assert message in house.dc.world.channels
    assert look(house, "SELECT SUM(count) FROM events") == [(1,)]
    await house.stop()
    house.assert_clean()


async def test_killed_in_the_middle_of_a_post(morning_house: Any) -> None:
    """Discord has it, and the bot ends before it hears of that: the next one finds it and records it."""
    house = await morning_house().start()
    await turned_on(house)
    house.dc.faults.add("slow", "create_message", times=1, seconds=1.0)
    await house.bot.start(wait_sync=False)
    while not look(house, "SELECT 1 FROM days WHERE tried IS NOT NULL"):
        await asyncio.sleep(0.02)
    await house.bot.kill()
    await asyncio.sleep(1.5)
    connection = sqlite3.connect(database(house))
    with connection:  # nobody can wait for a lease here
        connection.execute("UPDATE days SET lease = lease - 60")
    connection.close()
    await house.start(wait_sync=False)
    state, message, attempts, _ = await day_of(house)
    assert (state, attempts) == ("sent", 2)
    assert [post["id"] for post in daily_posts(house)] == [message]
    await house.stop()
    house.assert_clean()


async def test_told_to_stop_in_the_middle_of_a_post(morning_house: Any) -> None:
    house = await morning_house().start()
    await turned_on(house)
    house.dc.faults.add("slow", "create_message", times=1, seconds=0.5)
    await house.bot.start(wait_sync=False)
    while not look(house, "SELECT 1 FROM days WHERE tried IS NOT NULL"):
        await asyncio.sleep(0.02)
    await house.stop()
    assert look(house, "SELECT state FROM days") == [("sent",)]
    assert len(daily_posts(house)) == 1
    house.assert_clean()


async def test_a_channel_that_is_gone_or_closed_pauses_it(morning_house: Any) -> None:
    house = await morning_house().start()
    place = house.dc.text_channel("morning")
    await turned_on(house, channel=place)
    house.dc.deny_bot(place, "send_messages")
    await house.start(wait_sync=False)
    state, _, _, reasons = await day_of(house)
    assert (state, reasons) == ("failed", "send")
    shown = await house.dc.slash("daily", {"action": "show"}, user="owner")
    assert "paused" in shown.text
    assert "may not send messages" in shown.text
    refused = await house.dc.slash("daily", {"action": "resume"}, user="owner")
    assert "Nothing was changed" in refused.text
    requests = [one for one in house.dc.log.requests if one.get("op") == "create_message"]
    assert requests == []
    await house.stop()
    house.assert_clean()


async def test_what_cannot_be_is_said_clearly(morning_house: Any) -> None:
    house = await morning_house().start()
    await house.ready()
    closed, forum = house.dc.text_channel("closed"), house.dc.forum("readings", ["Reading"])
    house.dc.deny_bot(closed, "view_channel")

    async def asked(action: str, value: str | None = None, **more: Any) -> str:
        given = {"action": action, **({"value": value} if value else {}), **more}
        return str((await house.dc.slash("daily", given, user="owner")).text)

    assert "can’t see it" in await asked("on", "08:30", channel=closed)
    assert "text channel" in await asked("on", "08:30", channel=forum)
    assert "no tag" in await asked("on", "08:30") + await asked("style", "forum Nothing", channel=forum)
    for wrong in ("8:30", "25:00", "noon"):
        assert "two digits" in await asked("time", wrong)
    assert "Europe/Kyiv" in await asked("time", "08:30", zone="Europe/Kyyv")
    assert "no passage with that id" in await asked("queue", "letter.zzzz")
    assert "can be planned for" in await asked("skip", date="2020-01-01")
    await house.stop()
    house.assert_clean()
