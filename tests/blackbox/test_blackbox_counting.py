"""What is counted of what people do with the bot's messages, with the whole bot; and that nothing else is left."""

import asyncio
import re
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.store.encoding import read_table
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
DEEDS = (EventKind.REPLIED, EventKind.REACTED, EventKind.THREADED)
NUMBERS = {kind.number: kind.value for kind in EventKind}


@pytest.fixture
async def counting_house(tmp_path: Path) -> AsyncIterator[Callable[..., House]]:
    """Makes a house whose application has no privileged intent, and starts its bot anew with other settings."""
    from localcord import Localcord

    made: list[House] = []
    async with Localcord(portal_intents=set()) as dc:

        def make(**more: str) -> House:
            made.append(House(dc, tmp_path, {"letter.md": LETTER}, **more))
            return made[-1]

        yield make
        for house in made:
            await house.bot.stop()


def rows(house: House, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"file:{database(house)}?mode=ro", uri=True)) as connection:
        return connection.execute(sql).fetchall()


def in_messages(house: House) -> int:
    """How many passages stand in the messages that are remembered, all together."""
    return sum(len(read_table(passages)) for (passages,) in rows(house, "SELECT passages FROM sent"))


def counted(house: House) -> dict[str, int]:
    """How many events of what people do there are: by kind, added up over passages."""
    found = rows(house, "SELECT kind, SUM(count) FROM events GROUP BY kind")
    return {NUMBERS[kind]: count for kind, count in found if NUMBERS[kind] in DEEDS}


async def until(house: House, **counts: int) -> None:
    """Wait until just so much is counted, and see that it stays so."""
    for _ in range(200):
        if counted(house) == counts:
            break
        await asyncio.sleep(0.05)
    await asyncio.sleep(0.5)
    assert counted(house) == counts


async def remembered(house: House, messages: int) -> None:
    for _ in range(200):
        if rows(house, "SELECT COUNT(DISTINCT message) FROM sent") == [(messages,)]:
            return
        await asyncio.sleep(0.05)
    assert rows(house, "SELECT DISTINCT message FROM sent") == messages


def button(message: Any, kind: str) -> str:
    """The custom id of a message's first button of a kind."""
    found = re.search(rf"cp:{kind}:[\w.~-]+", str(message["components"]))
    assert found is not None
    return found.group()


async def asked(house: House, about: str = "mill") -> Any:
    """Ask for one passage, in front of everybody, and give the message."""
    result = await house.dc.slash("quote", {"about": about, "count": 1})
    assert result.error is None
    assert not result.ephemeral
    return result.message


async def test_replies_reactions_and_threads_are_counted_for_the_passage(counting_house: Any) -> None:
    house = await counting_house().start()
    dc = house.dc
    intents = dc.gateway.live()[0].session.intents
    assert intents == 1 << 0 | 1 << 9 | 1 << 10  # servers, messages, reactions: none that is privileged
    quote = await asked(house)
    await dc.reply(quote, "I doubt that.", user="bob")
    await dc.react(quote, "👍", user="bob")
    await dc.react(quote, "👍", user="carol")
    await dc.react(quote, "🎉", user="carol")
    await until(house, replied=1, reacted=3)
    (where,) = set(rows(house, "SELECT community, channel FROM sent"))
    assert where == (f"discord:{dc.guild['id']}", dc.channel["id"])
    thread = await dc.create_thread("more of this", user="bob", message=quote)
    await dc.post("here I am", user="dora", channel=thread)
    await dc.post("and I", user="bob", channel=thread)
    await until(house, replied=1, reacted=3, threaded=2)
    assert rows(house, "SELECT people FROM participants") == [(3,)]
    # What does not count: talk beside it, replies to people, the bot itself, other bots, what is told twice.
    robot = dc.world.add_user("robot", bot=True)
    dc.world.add_member(dc.guild["id"], robot["id"])
    said = await dc.post("and now to something else", user="bob")
    await dc.reply(said, "yes", user="carol")
    await dc.react(said, "👍", user="carol")
    await dc.reply(quote, "beep", user=robot)
    await dc.react(quote, "👍", user=robot)
    await dc.react(quote, "🙈", user="dora")
    await dc.unreact(quote, "🎉", user="carol")
    await dc.react(quote, "🎉", user="carol")
    dc.gateway.duplicate(1, "MESSAGE_REACTION_ADD")
    await dc.react(quote, "👀", user="bob")
    dc.gateway.duplicate(1, "MESSAGE_CREATE")
    await dc.reply(quote, "once", user="bob")
    await until(house, replied=2, reacted=4, threaded=2)
    await house.stop()
    house.assert_clean()


async def test_a_thread_that_was_opened_on_a_passage_is_about_that_one(counting_house: Any) -> None:
    house = await counting_house().start()
    dc = house.dc
    both = (await dc.slash("quote", {"about": "mill", "count": 2})).message
    await remembered(house, 1)
    ((both_of,),) = rows(house, "SELECT passages FROM sent")
    assert len(read_table(both_of)) == 2
    opened = await dc.click(both, button(both, "thread"), user="bob")
    assert opened.error is None
    await remembered(house, 2)
    await dc.post("let us begin", user="carol", channel=dc.world.channels[both["id"]])
    await until(house, threaded=1)
    await dc.reply(both, "both of them", user="carol")
    await until(house, threaded=1, replied=2)
    answer = await dc.click(both, button(both, "context"), user="bob")  # what a button brought counts, too
    await remembered(house, 3)
    await dc.react(answer.message, "👍", user="bob")
    await until(house, threaded=1, replied=2, reacted=in_messages(house) - 3)
    await house.stop()
    house.assert_clean()


async def test_what_was_sent_before_a_restart_counts_and_what_was_deleted_does_not(counting_house: Any) -> None:
    house = await counting_house().start()
    dc = house.dc
    kept, deleted, bulk = [await asked(house) for _ in range(3)]
    private = await dc.slash("privacy", user="bob")
    assert private.ephemeral
    await dc.slash("help", user="bob")
    await remembered(house, 3)
    await house.bot.kill()
    await house.start(wait_sync=False)
    await house.serves()
    await dc.delete(deleted)
    dc.world.dispatch(
        "MESSAGE_DELETE_BULK",
        {"ids": [bulk["id"], "1"], "channel_id": dc.channel["id"], "guild_id": dc.guild["id"]},
        guild_id=dc.guild["id"],
        channel=dc.channel,
    )
    await remembered(house, 1)
    await dc.react(kept, "👍", user="bob")
    await dc.react(bulk, "👍", user="bob")
    await until(house, reacted=1)
    await house.stop()
    house.assert_clean()


async def test_who_opted_out_is_not_counted_and_who_erases_is_forgotten(counting_house: Any) -> None:
    house = await counting_house().start()
    dc = house.dc
    quote = await asked(house)
    await dc.slash("privacy", {"choice": "opt-out"}, user="bob")
    await dc.reply(quote, "not me", user="bob")
    await dc.react(quote, "👍", user="bob")
    await dc.react(quote, "👍", user="carol")
    await until(house, reacted=1)
    assert rows(house, "SELECT people FROM participants") == [(1,)]
    ((mark,),) = rows(house, "SELECT mark FROM consents")
    erased = await dc.slash("privacy", {"choice": "erase"}, user="bob")
    assert erased.ephemeral
    assert "consents" in erased.text
    assert "one row" in erased.text
    held = b"".join(file.read_bytes() for file in database(house).parent.glob("commonplace.db*"))
    assert mark.encode() not in held  # while the bot runs
    nothing = await dc.slash("privacy", {"choice": "erase"}, user="carol")
    assert "nothing had to be erased" in nothing.text
    await dc.react(quote, "🎉", user="bob")
    await until(house, reacted=2)
    await house.stop()
    house.assert_clean()


async def test_five_hundred_reactions_in_a_second_are_counted_while_answers_go_on(counting_house: Any) -> None:
    house = await counting_house().start()
    dc = house.dc
    quote = await asked(house)
    await remembered(house, 1)
    people = [dc.user(f"member{number}") for number in range(100)]
    for emoji in "👍🎉👀💡🔥":
        for person in people:
            await dc.react(quote, emoji, user=person)
    answered = await dc.slash("quote", {"about": "well"})
    assert answered.error is None
    await until(house, reacted=500)
    assert rows(house, "SELECT people FROM participants") == [(100,)]
    await house.stop()
    house.assert_clean()


async def test_with_counting_off_discord_is_asked_for_nothing(counting_house: Any) -> None:
    house = await counting_house(COMMONPLACE_DISCUSSION__COUNT_REPLIES="false").start()
    dc = house.dc
    assert dc.gateway.live()[0].session.intents == 1
    quote = await asked(house)
    await dc.react(quote, "👍", user="bob")
    await until(house)
    assert rows(house, "SELECT * FROM sent") == []
    await house.stop()
    house.assert_clean()


async def test_a_server_that_is_left_is_noticed_and_one_that_is_out_of_order_is_not(counting_house: Any) -> None:
    house = await counting_house().start()
    dc, other = house.dc, house.dc.world.add_guild("Another Room")
    here, there = f"discord:{dc.guild['id']}", f"discord:{other['id']}"
    await asked(house)

    def left() -> list[str]:
        return [community for (community,) in rows(house, "SELECT community FROM leavings")]

    async def becomes(expected: list[str]) -> None:
        for _ in range(200):
            if left() == expected:
                return
            await asyncio.sleep(0.05)
        assert left() == expected

    world = dc.world.guild_create(dc.guild["id"], False)
    world.pop("unavailable", None)  # it stands there only after an outage
    dc.world.dispatch("GUILD_DELETE", {"id": dc.guild["id"], "unavailable": True}, guild_id=dc.guild["id"])
    dc.world.dispatch("GUILD_CREATE", {**world, "unavailable": False}, guild_id=dc.guild["id"])
    await asyncio.sleep(0.3)
    assert left() == []
    dc.world.dispatch("GUILD_DELETE", {"id": dc.guild["id"]}, guild_id=dc.guild["id"])
    await becomes([here])
    dc.world.dispatch("GUILD_CREATE", world, guild_id=dc.guild["id"])
    await becomes([])
    await house.stop()
    # Whatever happens while the bot is away is noticed when it is back.
    with closing(sqlite3.connect(database(house))) as connection, connection:
        connection.execute("INSERT INTO settings VALUES ('discord:77', 'spotting:1', 'text', 'on')")
        connection.execute("INSERT INTO leavings VALUES (?, '2026-01-01')", (there,))
        connection.execute("INSERT INTO settings VALUES ('discord:88', 'spotting:1', 'text', 'on')")
        connection.execute("INSERT INTO leavings VALUES ('discord:88', '2026-01-01')")
    await house.start(wait_sync=False)
    await house.serves()
    await becomes(["discord:77"])
    assert rows(house, "SELECT community FROM settings WHERE community LIKE 'discord:8%'") == []  # its time was over
    await house.stop()
    house.assert_clean()


async def test_a_moderator_is_a_mark_until_they_are_erased(counting_house: Any) -> None:
    house = await counting_house().start()
    dc = house.dc
    await asked(house)
    await remembered(house, 1)
    ((passages,),) = rows(house, "SELECT passages FROM sent")
    ((passage, _),) = read_table(passages)
    given = {"action": "status", "passage": passage, "status": "seen"}
    assert (await dc.slash("review", given, user="owner")).error is None
    ((moderator,),) = rows(house, "SELECT moderator FROM reviews")
    assert re.fullmatch("[0-9a-f]{64}", moderator)
    assert (moderator,) in rows(house, "SELECT moderator FROM trail")
    other = await dc.slash("privacy", {"choice": "erase"}, user="bob")
    assert "nothing had to be erased" in other.text
    erased = await dc.slash("privacy", {"choice": "erase"}, user="owner")
    assert "reviews" in erased.text
    assert "trail" in erased.text
    assert rows(house, "SELECT moderator, status FROM reviews") == [(None, "seen")]
    held = b"".join(file.read_bytes() for file in database(house).parent.glob("commonplace.db*"))
    assert moderator.encode() not in held
    audited = await asyncio.create_subprocess_exec(
        *house.bot.cmd[:-3], "privacy", "audit", env=house.bot.env, cwd=house.bot.cwd
    )
    assert await audited.wait() == 0
    await house.stop()
    house.assert_clean()


async def test_nothing_of_those_who_take_part_is_left(counting_house: Any) -> None:
    house = await counting_house(COMMONPLACE_LOG__LEVEL="debug").start()
    dc = house.dc
    quote = await asked(house)
    for canary in CANARIES:
        await dc.reply(quote, f"{canary} doubts it", user=canary)
        await dc.react(quote, "👍", user=canary)
    thread = await dc.create_thread(CANARIES[1], user=CANARIES[0], message=quote)
    await dc.post(f"{CANARIES[2]} is here", user=CANARIES[0], channel=thread)
    await dc.slash("quote", {"about": f"{CANARIES[0]} mill"}, user=CANARIES[1])
    await until(house, replied=3, reacted=3, threaded=1)
    exported = await dc.slash("review", {"action": "export"}, user="owner")
    assert exported.error is None
    await nothing_is_left(house)
