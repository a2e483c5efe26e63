"""Noticing quotes on Discord, with the whole bot: on and off, offers, opting out, missing intents, and what is left."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from bot.discussion.settings import SIGN
from bot.platforms.discord.escaping import unescape
from bot.store.log import EventKind
from tests.blackbox.canaries import CANARIES, database, nothing_is_left
from tests.blackbox.house import House

LETTER = """# A letter about mills

by Ada Penn

## The mill

The mill on the old river was built by three brothers who had never seen a river before they came.

## The well

Nobody in the village could remember a summer in which the lower well had fallen dry before the mill.
"""
MILL = "The mill on the old river was built by three brothers who had never seen a river"
WELL = "Nobody in the village could remember a summer in which the lower well had fallen dry"


@pytest.fixture
async def hearing_house(tmp_path: Path) -> AsyncIterator[Callable[..., House]]:
    """Makes houses whose bot hears messages; `intents` are those that the application has on Discord's page."""
    from localcord import Localcord

    made: list[House] = []
    servers: list[Any] = []

    async def make(intents: set[str] | None = None, *, hearing: bool = True) -> House:
        dc = await Localcord(portal_intents={"message_content"} if intents is None else intents).start()
        servers.append(dc)
        folder = tmp_path / str(len(made))
        folder.mkdir()
        made.append(House(dc, folder, {"letter.md": LETTER}, hearing=hearing))
        return made[-1]

    yield make
    for house in made:
        await house.bot.stop()
    for dc in servers:
        await dc.stop()


def spotted(house: House) -> dict[str, int]:
    """What is counted as spotted: by channel."""
    with sqlite3.connect(f"file:{database(house)}?mode=ro", uri=True) as connection:
        rows = connection.execute(
            "SELECT w.channel, SUM(v.count) FROM events v JOIN places w ON w.key = v.place "
            "WHERE v.kind = ? GROUP BY w.channel",
            (EventKind.SPOTTED.number,),
        ).fetchall()
    connection.close()
    return dict(rows)


async def until(house: House, counts: dict[str, int]) -> None:
    """Wait until just so much is counted, and see that it stays so."""
    for _ in range(100):
        if spotted(house) == counts:
            break
        await asyncio.sleep(0.05)
    await asyncio.sleep(0.3)
    assert spotted(house) == counts


async def again(house: House) -> None:
    """Start once more; an answer says that the bot serves."""
    await house.start(wait_sync=False)
    await house.serves()


async def switch(house: House, value: str, **more: Any) -> Any:
    channel = more.pop("channel", None)
    given = {"name": "spotting", "value": value, **({"channel": more.pop("to")} if "to" in more else {})}
    return await house.dc.slash("settings", given, user="owner", channel=channel, **more)


async def switched_on(house: House, value: str = "on", channel: Any = None) -> Any:
    """Turn spotting on and give the notice that the bot posts."""
    done = await switch(house, value, channel=channel)
    assert done.ephemeral
    assert f"spotting is {value} from now on" in done.text
    return house.dc.bot_messages(channel)[-1]


async def test_a_channel_is_told_and_then_heard(hearing_house: Any) -> None:
    house = await (await hearing_house()).start()
    dc, here = house.dc, house.dc.channel["id"]
    other = dc.text_channel("elsewhere")
    await dc.post(MILL)
    notice = await switched_on(house)
    assert SIGN in str(notice["components"])
    assert "forgotten at once" in str(notice["components"])
    await dc.post(f"She writes: {MILL.lower()}! {CANARIES[0]}")
    await dc.post(MILL, channel=other)
    await dc.dm(MILL, user="bob")
    await until(house, {here: 1})
    await dc.post(f"{WELL}, and {MILL}", user="bob")
    await until(house, {here: 3})
    assert dc.bot_messages()[-1]["id"] == notice["id"]  # nothing was said about it
    thread = await dc.create_thread("aside", message=await dc.post("let us talk aside"))
    await dc.post(MILL, channel=thread)
    await until(house, {here: 3, thread["id"]: 1})
    assert "off from now on" in (await switch(house, "off")).text
    await dc.post(MILL)
    await dc.post(MILL, channel=thread)
    await until(house, {here: 3, thread["id"]: 1})
    elsewhere = await switch(house, "on", to=other)
    assert "on from now on" in elsewhere.text
    assert SIGN in str(dc.bot_messages(other)[-1]["components"])
    await dc.post(MILL, channel=other)
    await until(house, {here: 3, thread["id"]: 1, other["id"]: 1})
    await house.stop()
    house.assert_clean()


async def test_an_edited_message_counts_once_for_each_passage(hearing_house: Any) -> None:
    house = await (await hearing_house()).start()
    dc, here = house.dc, house.dc.channel["id"]
    old = await dc.post("written before anybody was told")
    await switched_on(house)
    posted = await dc.post(f"I will look it up. {CANARIES[0]}")
    await dc.edit(posted, MILL)
    await until(house, {here: 1})
    await dc.edit(posted, f"{MILL}! {CANARIES[1]}")
    await dc.edit(posted, f"{MILL}, and {WELL} {CANARIES[2]}")
    await dc.edit(old, MILL)
    await until(house, {here: 2})
    for canary in CANARIES:
        assert all(
            canary.encode() not in file.read_bytes() for file in database(house).parent.rglob("*") if file.is_file()
        )
    await house.stop()
    house.assert_clean()


async def test_offers_are_quiet_and_once_an_hour(hearing_house: Any) -> None:
    house = await (await hearing_house()).start()
    dc = house.dc
    before = await switched_on(house, "offer")
    await dc.post(f"{MILL} {CANARIES[0]}")
    said = await dc.expect_message(lambda message: "A letter about mills" in str(message["components"]))
    assert said["id"] != before["id"]
    assert said.get("message_reference") is None
    assert not said["mentions"]
    assert said["flags"] & (1 << 12)  # without a sound
    around = await dc.click(said, label="Context")
    assert "three brothers" in around.text
    since = len(dc.bot_messages())
    await dc.post(MILL, user="bob")
    await until(house, {dc.channel["id"]: 2})
    await house.stop()
    await again(house)
    await dc.post(MILL, user="bob")
    await until(house, {dc.channel["id"]: 3})
    assert len(dc.bot_messages()) == since
    await house.stop()
    house.assert_clean()


async def test_opting_out_by_reaction_and_by_command(hearing_house: Any) -> None:
    house = await (await hearing_house()).start()
    dc, here = house.dc, house.dc.channel["id"]
    notice = await switched_on(house)
    await dc.react(notice, "👍", user="alice")
    await dc.post(MILL, user="alice")
    await until(house, {here: 1})
    await dc.react(notice, SIGN, user="alice")
    await asyncio.sleep(0.3)
    await dc.post(MILL, user="alice")
    await dc.post(MILL, user="bob")
    await until(house, {here: 2})
    out = await dc.slash("privacy", {"choice": "opt-out"}, user="bob")
    assert out.ephemeral
    assert "not looked at" in out.text
    await dc.post(MILL, user="bob")
    await house.stop()
    # What is said while the bot is away holds as well.
    await dc.react(notice, SIGN, user="carol")
    await again(house)
    for name in ("alice", "bob", "carol"):
        await dc.post(MILL, user=name)
    await until(house, {here: 2})
    await dc.unreact(notice, SIGN, user="alice")
    await dc.react(notice, SIGN, user="bob")
    await asyncio.sleep(0.3)
    await dc.unreact(notice, SIGN, user="bob")  # what was said by command stands
    await asyncio.sleep(0.3)
    for name in ("alice", "bob"):
        await dc.post(MILL, user=name)
    await until(house, {here: 3})
    back = await dc.slash("privacy", {"choice": "opt-in"}, user="bob")
    assert "erased" in back.text
    await dc.post(MILL, user="bob")
    await until(house, {here: 4})
    await house.stop()
    house.assert_clean()


async def test_nothing_of_what_members_write_is_left(hearing_house: Any, tmp_path: Path) -> None:
    house = await (await hearing_house()).start()
    dc, here = house.dc, house.dc.channel["id"]
    await switched_on(house, "offer")
    for canary in CANARIES:
        await dc.post(f"{MILL}, says {canary}. And {canary} is right: {WELL}.", user=canary)
    await dc.post(f"{CANARIES[0]} {CANARIES[1]}")
    await dc.slash("check", {"wording": f"{MILL}, says {CANARIES[2]}"})
    await until(house, {here: 6})
    await dc.slash("privacy", {"choice": "opt-out"}, user=CANARIES[0])
    await nothing_is_left(house, "consent.key")


async def test_a_burst_leaves_the_bot_answering(hearing_house: Any) -> None:
    house = await (await hearing_house()).start()
    dc = house.dc
    await switched_on(house)
    await asyncio.gather(*(dc.post(f"{CANARIES[0]} {number}: {MILL}") for number in range(500)))
    answered = await dc.slash("quote", {"about": "mill"})
    assert answered.error is None
    assert "mill" in answered.text
    await dc.post(WELL)
    for _ in range(100):
        if spotted(house).get(dc.channel["id"], 0) > 200:
            break
        await asyncio.sleep(0.05)
    assert 200 < spotted(house)[dc.channel["id"]] <= 501
    await house.stop()
    house.assert_clean()


async def test_other_bots_and_messages_without_words_are_let_go(hearing_house: Any) -> None:
    house = await (await hearing_house()).start()
    dc = house.dc
    await switched_on(house)
    robot = dc.world.add_user("robot", bot=True)
    dc.world.add_member(dc.guild["id"], robot["id"])
    await dc.post(MILL, user=robot)
    await dc.post("", attachments=[("a.png", b"x")])
    await dc.post("👍")
    await until(house, {})
    await house.stop()
    house.assert_clean()


async def test_where_the_bot_may_not_write_nothing_is_heard(hearing_house: Any) -> None:
    house = await (await hearing_house()).start()
    dc = house.dc
    quiet = dc.text_channel("quiet")
    dc.deny_bot(quiet, "send_messages")
    house.expected.add("50013")
    refused = await switch(house, "on", channel=quiet)
    assert refused.ephemeral
    assert "has to be told first" in refused.text
    await dc.post(MILL, channel=quiet)
    await until(house, {})
    await house.stop()


async def test_a_bot_that_does_not_hear_says_what_to_do(hearing_house: Any) -> None:
    house = await (await hearing_house(set(), hearing=False)).start()
    told = await switch(house, "on")
    assert told.ephemeral
    assert "Message Content Intent" in told.text
    assert "discord.message_content" in unescape(told.text)
    assert house.dc.bot_messages() == []
    await house.dc.post(MILL)
    await until(house, {})
    await house.stop()
    house.assert_clean()


async def test_an_intent_that_discord_refuses_ends_it_with_what_to_do(hearing_house: Any) -> None:
    house = await hearing_house(set())
    with pytest.raises(RuntimeError, match="exit 78"):
        await house.start()
    assert "Message Content Intent" in house.bot.output()
    assert "Traceback" not in house.bot.output()


async def test_two_bots_go_by_their_own_settings(hearing_house: Any) -> None:
    one, other = await (await hearing_house()).start(), await (await hearing_house()).start()
    await switched_on(one)
    for house in (one, other):
        await house.dc.post(MILL)
    await until(one, {one.dc.channel["id"]: 1})
    await until(other, {})
    for house in (one, other):
        await house.stop()
        house.assert_clean()


async def test_settings_and_wishes_hold_after_a_kill(hearing_house: Any) -> None:
    house = await (await hearing_house()).start()
    dc, here = house.dc, house.dc.channel["id"]
    await switched_on(house)
    await dc.slash("privacy", {"choice": "opt-out"}, user="bob")
    await house.bot.kill()
    await again(house)
    await dc.post(MILL, user="bob")
    await dc.post(MILL, user="alice")
    await until(house, {here: 1})
    await house.stop()


async def test_a_member_who_is_no_moderator_is_refused(hearing_house: Any) -> None:
    house = await (await hearing_house()).start()
    given = {"name": "spotting", "value": "on"}
    refused = await house.dc.slash("settings", given, user="bob", check_access=False)
    assert refused.ephemeral
    assert "those who look after this place" in refused.text
    bob = house.dc.user("bob")
    direct = await house.dc.slash("settings", given, user="bob", channel=house.dc.world.dm(bob["id"]))
    assert "those who look after this place" in direct.text
    assert house.dc.bot_messages() == []
    await house.stop()
    house.assert_clean()
