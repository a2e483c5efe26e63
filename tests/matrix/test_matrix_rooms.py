"""Invitations, moderators, rooms that are replaced or left; daily posts, replies and reactions, on one bot."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from tests.matrix.bot_process import Bot, House, here, rows, running, until
from tests.matrix.people import Person, answers_to

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(house: House) -> AsyncIterator[Bot]:
    more = {
        "INVITE_USERS": "@reader.*:test",
        "INVITE_ROOMS": "!.*",
        "INVITES_PER_DAY": "200",
        "MESSAGE_CONTENT": "true",
    }
    made = await house.bot(**{f"COMMONPLACE_MATRIX__{name}": value for name, value in more.items()})
    async with running(made):
        yield made


async def test_strangers_are_turned_down(house: House, bot: Bot) -> None:
    eve = await house.person("eve")
    room = await eve.room(bot.person)
    for _ in range(200):
        if not await bot.person.invited():
            break
        await asyncio.sleep(0.05)
    assert room not in await bot.person.joined()
    (left,) = [e for e in await eve.history(room) if e.get("state_key") == bot.person.id][-1:]
    assert left["content"]["membership"] in ("leave", "invite")


@pytest.mark.parametrize("version", ["11", "12"])
async def test_moderators_have_power_level_fifty_or_made_the_room(
    house: House, bot: Bot, ada: Person, version: str
) -> None:
    ben, cleo = await house.person(), await house.person()
    room = await house.room(bot, ada, ben, cleo, room_version=version)
    levels = await ada.call("GET", f"/rooms/{room}/state/m.room.power_levels")
    await ada.state(room, "m.room.power_levels", levels | {"users": {**levels["users"], ben.id: 50, cleo.id: 49}})
    assert "look after" in (await cleo.ask(room, "!daily", bot.person))["content"]["body"]
    for person in (ada, ben):
        await person.say(room, "!daily time 08:30")
    (signs, _) = await asyncio.gather(signs_of(ada, room, bot, 2), asyncio.sleep(0))
    assert len(signs) == 2
    await until(bot, "SELECT time FROM schedules WHERE community = ?", [("08:30",)], f"matrix:{room}")
    assert len(rows(bot, "SELECT DISTINCT moderator FROM trail WHERE community = ?", f"matrix:{room}")) == 2


async def signs_of(person: Person, room: str, bot: Bot, least: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for _ in range(200):
        found = [e for e in await person.history(room) if e["type"] == "m.reaction" and e["sender"] == bot.person.id]
        if len(found) >= least:
            break
        await asyncio.sleep(0.05)
    return found


async def test_replies_reactions_and_threads_are_counted_and_redactions_forgotten(
    house: House, bot: Bot, ada: Person
) -> None:
    ben = await house.person()
    room = await house.room(bot, ada, ben)
    answer = (await ada.ask(room, "!quote ceasefire count=1", bot.person))["event_id"]
    await ben.react(room, answer, "👍")
    await ben.say(room, "I see", **{"m.relates_to": {"m.in_reply_to": {"event_id": answer}}})
    await ben.say(room, "and more", **{"m.relates_to": {"rel_type": "m.thread", "event_id": answer}})
    sql = "SELECT kind, count FROM events JOIN places ON places.key = place WHERE community = ? ORDER BY kind"
    for _ in range(100):
        await asyncio.sleep(0.1)
        if len(rows(bot, sql, f"matrix:{room}")) == 4:
            break
    assert [count for _, count in rows(bot, sql, f"matrix:{room}")] == [1, 1, 1, 1]
    assert rows(bot, "SELECT message FROM sent WHERE community = ?", f"matrix:{room}") == [(answer,)]
    await ada.redact(room, answer)
    await until(bot, "SELECT message FROM sent WHERE community = ?", [], f"matrix:{room}")


async def test_quotes_are_noticed_where_moderators_want_it_and_the_room_was_told(
    house: House, bot: Bot, ada: Person
) -> None:
    ben = await house.person()
    room = await house.room(bot, ada, ben)
    quoted = (await ada.ask(room, "!quote ceasefire count=1", bot.person))["content"]["body"]
    words = next(line[2:] for line in quoted.splitlines() if line.startswith("> "))
    before = len(await ada.answers(room, bot.person))
    await ada.say(room, "!settings spotting offer")
    notice = (await ada.answers(room, bot.person, before + 1))[-1]
    assert "🙈" in notice["content"]["body"]
    await until(bot, "SELECT value FROM settings WHERE key = ?", [("offer",)], f"spotting:{room}")
    await ben.say(room, f"They say: “{words}”")
    offer = (await ada.answers(room, bot.person, before + 2))[-1]
    assert "interview-digest." in offer["content"]["body"]
    said = "SELECT said FROM consents"
    signs = [await ben.react(room, notice["event_id"], sign) for sign in ("🙈", "👍")]
    await until(bot, said, [(notice["event_id"],)])
    await ben.redact(room, signs[1])  # something else that is taken back means nothing
    eve = await house.person()
    await ada.call("POST", f"/rooms/{room}/invite", {"user_id": eve.id})
    await eve.join(room)
    await ben.redact(room, await ben.say(room, "a word"))
    await eve.ask(room, "!sources", bot.person)
    assert rows(bot, said) == [(notice["event_id"],)]
    await ben.redact(room, signs[0])
    await until(bot, said, [])
    again = await ben.react(room, notice["event_id"], "🙈\ufe0f")  # somebody else's clearing up is not ben's wish
    await until(bot, said, [(notice["event_id"],)])
    await ada.redact(room, again)
    await eve.ask(room, "!sources", bot.person)
    assert rows(bot, said) == [(notice["event_id"],)]


async def test_a_room_that_is_replaced_is_followed(house: House, bot: Bot, ada: Person) -> None:
    room = await house.room(bot, ada)
    new = await ada.room(creation_content={"predecessor": {"room_id": room}}, preset="public_chat")
    await ada.state(room, "m.room.tombstone", {"body": "moved", "replacement_room": new})
    await here(bot.person, new)
    assert "digest" in (await ada.ask(new, "!sources", bot.person))["content"]["body"]


async def upgraded(ada: Person, room: str, bot: Bot) -> str:
    """Upgrade a room as clients do, with the homeserver's own way to do it, and invite the bot to the new one."""
    made = await ada.call("POST", f"/rooms/{room}/upgrade", {"new_version": "12"})
    await ada.call("POST", f"/rooms/{made['replacement_room']}/invite", {"user_id": bot.person.id})
    return str(made["replacement_room"])


async def arranged(house: House, bot: Bot, ada: Person) -> str:
    """A room in which something is set, withheld and counted."""
    room = await house.room(bot, ada)
    answer = (await ada.ask(room, "!quote ceasefire count=1", bot.person))["content"]["body"]
    passage = next(word for word in answer.split() if word.startswith("interview-digest."))
    await ada.say(room, "!daily time 08:31")
    await ada.say(room, f"!texts withhold {passage}")
    await until(bot, "SELECT time FROM schedules WHERE community = ?", [("08:31",)], f"matrix:{room}")
    await until(bot, "SELECT passage FROM withheld WHERE community = ?", [(passage,)], f"matrix:{room}")
    await until(bot, COUNTED, [(1,)], f"matrix:{room}")
    return room


COUNTED = "SELECT sum(count) FROM events JOIN places ON places.key = place WHERE community = ?"


async def test_what_is_kept_of_a_room_follows_to_its_successor(house: House, bot: Bot, ada: Person) -> None:
    room = await arranged(house, bot, ada)
    new = await upgraded(ada, room, bot)
    await here(bot.person, new)
    await until(bot, "SELECT time FROM schedules WHERE community = ?", [("08:31",)], f"matrix:{new}")
    assert rows(bot, "SELECT count(*) FROM withheld WHERE community = ?", f"matrix:{new}") == [(1,)]
    assert rows(bot, COUNTED, f"matrix:{new}") == [(1,)]
    assert rows(bot, COUNTED, f"matrix:{room}") == [(None,)]
    (told,) = await ada.answers(new, bot.person, 1)
    assert "takes the place" in told["content"]["body"]
    answer = (await ada.ask(new, "!quote ceasefire count=1", bot.person))["content"]["body"]
    (passage,) = rows(bot, "SELECT passage FROM withheld WHERE community = ?", f"matrix:{new}")[0]
    assert passage not in answer  # what was withheld before is withheld here, at once


async def test_nobody_takes_anything_by_saying_that_their_room_replaces_another(
    house: House, bot: Bot, ada: Person
) -> None:
    room, eve = await arranged(house, bot, ada), await house.person()
    made = {"creation_content": {"predecessor": {"room_id": room}}}
    for version in ("10", "12"):  # a stranger's room names it, and it has no tombstone
        theirs = await house.room(bot, eve, **made, room_version=version)
        await eve.ask(theirs, "!sources", bot.person)
    other = await house.room(bot, ada)  # a tombstone names a room that does not name it
    await ada.state(room, "m.room.tombstone", {"body": "moved", "replacement_room": other})
    await ada.ask(other, "!sources", bot.person)
    again = await house.room(bot, eve, **made)  # and a stranger's room names one whose tombstone names another
    await eve.ask(again, "!sources", bot.person)
    assert rows(bot, "SELECT time FROM schedules WHERE community = ?", f"matrix:{room}") == [("08:31",)]
    assert rows(bot, COUNTED, f"matrix:{room}") == [(1,)]


async def test_a_room_that_the_bot_has_to_leave_is_noted_and_one_with_nobody_else_is_left(
    house: House, bot: Bot, ada: Person
) -> None:
    room = await house.room(bot, ada)
    await ada.call("POST", f"/rooms/{room}/kick", {"user_id": bot.person.id})
    await until(bot, "SELECT count(*) FROM leavings WHERE community = ?", [(1,)], f"matrix:{room}")
    await ada.call("POST", f"/rooms/{room}/invite", {"user_id": bot.person.id})
    await here(bot.person, room)
    await until(bot, "SELECT count(*) FROM leavings WHERE community = ?", [(0,)], f"matrix:{room}")


async def test_floods_of_invitations_end_at_the_days_number(house: House, ada: Person) -> None:
    bot = await (
        await house.bot(COMMONPLACE_MATRIX__INVITES_PER_DAY="6", COMMONPLACE_MATRIX__INVITE_USERS="@r.*")
    ).start()
    eve = await house.person("eve-again")  # a stranger's have a number of their own, and take nobody's place
    theirs = [await eve.room(bot.person) for _ in range(8)]
    room = await house.room(bot, ada)
    rooms = [await ada.room(bot.person) for _ in range(8)]
    await until(bot, "SELECT count FROM matrix_invites", [(9,)])  # counted, and left alone
    for _ in range(100):
        joined = await bot.person.joined()
        if len(set(joined) & set(rooms)) == 5:
            break
        await asyncio.sleep(0.05)
    assert len(set(joined) & set(rooms)) == 5
    assert not set(joined) & set(theirs)
    assert [await eve.membership(other, bot.person) for other in theirs].count("leave") == 6
    assert answers_to(await ada.ask(room, "!sources", bot.person))
    assert await bot.stop() == 0
    assert "Traceback" not in bot.output()
