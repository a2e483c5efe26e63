"""One answer for each command, whatever happens: kills, restarts, gaps, limits, a homeserver that goes away."""

import asyncio
import os
import random
import re
import time
from collections import Counter
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from bot.platforms.matrix.pending import KNOWN_FOR
from tests.matrix.bot_process import Bot, House, entered, here, running, until, write
from tests.matrix.people import Person, answers_to

SCHEDULED = "SELECT community FROM schedules WHERE time = '08:31'"
COUNTED = "SELECT community, sum(count) FROM events JOIN places ON places.key = place GROUP BY community"
ROUNDS = int(os.environ.get("MATRIX_KILLS", "3"))
"""How often the bot is killed: MATRIX_KILLS=20 makes it 1,000 commands."""
pytestmark = pytest.mark.asyncio(loop_scope="module")


async def answered(ada: Person, room: str, bot: Bot, asked: list[str], patience: float = 60.0) -> Counter[str]:
    """How often each command was answered, once all were or the patience is over."""
    said: list[dict[str, Any]] = []
    for _ in range(int(patience * 4)):
        said = await ada.answers(room, bot.person)
        if {answers_to(event) for event in said} >= set(asked):
            break
        await asyncio.sleep(0.25)
    return Counter(name for event in said if (name := answers_to(event)) in asked)


async def test_what_is_asked_meanwhile_is_answered_after_a_restart_and_a_gap(house: House) -> None:
    bot = await (await house.bot()).start()
    ada = await house.person()
    room = await house.room(bot, ada)
    await ada.ask(room, "!sources", bot.person)
    assert await bot.stop() == 0
    asked = [await ada.say(room, "!random") for _ in range(4)]
    await ada.chatter(room, 130)  # more than a sync brings
    asked += [await ada.say(room, "!random")]
    taken_back = await ada.say(room, "!random")
    await ada.redact(room, taken_back)
    await bot.start()
    assert await answered(ada, room, bot, asked) == Counter(asked)
    assert await bot.stop() == 0

    # A command of long ago that was answered, which was not written down: the homeserver may have forgotten by then
    # what an answer was called. A new device stands for that: it does not share names with the one before.
    old = int(time.time()) - KNOWN_FOR - 60
    for event in asked[:2]:
        row = (event, f"matrix:{room}", "asked", old)
        write(bot, "INSERT INTO matrix_waiting VALUES (?, ?, ?, ?)", row)
    await bot.start_with_token()
    await ada.ask(room, "!sources", bot.person)
    await until(bot, "SELECT event FROM matrix_waiting", [])
    assert await answered(ada, room, bot, asked) == Counter(asked)
    assert taken_back not in {answers_to(event) for event in await ada.answers(room, bot.person)}
    assert await bot.stop() == 0


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def steady(house: House) -> AsyncIterator[Bot]:
    """A bot that goes through several things without a restart."""
    async with running(await house.bot()) as started:
        yield started
    assert not any(person.id in started.output() for person in house.people)


async def test_nothing_from_before_the_bot_came_is_a_command(house: House, steady: Bot) -> None:
    bot = steady
    ada = await house.person()
    room = await ada.room()
    before = [await ada.say(room, "!random") for _ in range(3)]
    await ada.call("POST", f"/rooms/{room}/invite", {"user_id": bot.person.id})
    between = await ada.say(room, "!random")
    await here(bot.person, room)
    await ada.ask(room, "!random", bot.person)
    names = [event["event_id"] for event in await ada.history(room)]
    came = next(
        e["event_id"]
        for e in await ada.history(room)
        if e.get("state_key") == bot.person.id and e["content"]["membership"] == "join"
    )
    if names.index(between) < names.index(came):
        before.append(between)
    assert not {answers_to(event) for event in await ada.answers(room, bot.person)} & set(before)


@pytest.mark.timeout(1_200)
async def test_killed_again_and_again_under_load_it_answers_each_command_once(house: House) -> None:
    bot = await (await house.bot()).start()
    ada = await house.person()
    rooms = [await house.room(bot, ada) for _ in range(2)]
    chance = random.Random(5)
    asked: list[tuple[str, str]] = []
    for at in range(ROUNDS):
        for _ in range(6 if ROUNDS < 10 else 24):
            asked += [(room, await ada.say(room, "!random")) for room in rooms]
        await asyncio.sleep(chance.uniform(0.05, 0.6))
        if at % 4 == 3:
            await house.synapse.stop()
            await house.synapse.start()
        await bot.kill()
        asked += [(room, await ada.say(room, "!random")) for room in rooms]
        await bot.start()
    for room in rooms:
        names = [event for where, event in asked if where == room]
        assert await answered(ada, room, bot, names, 60.0 if ROUNDS < 10 else 400.0) == Counter(names)
    assert await bot.stop() == 0


async def test_a_homeserver_that_goes_and_comes_back(house: House, steady: Bot) -> None:
    bot = steady
    ada = await house.person()
    room = await house.room(bot, ada)
    asked = [await ada.say(room, "!random") for _ in range(5)]
    await house.synapse.stop()
    await bot.logged("is not there now")
    await house.synapse.start()
    asked += [await ada.say(room, "!random") for _ in range(3)]
    assert await answered(ada, room, bot, asked) == Counter(asked)


async def test_too_many_requests_lose_nothing_and_double_nothing(house: House, steady: Bot) -> None:
    bot = steady
    await house.limit(bot.person.id, {"messages_per_second": 4, "burst_count": 2})
    ada = await house.person()
    room = await house.room(bot, ada)
    asked = [await ada.say(room, "!random") for _ in range(12)]
    assert await answered(ada, room, bot, asked) == Counter(asked)
    await house.limit(bot.person.id, None)


async def test_two_bots_that_answer_each_other_come_to_an_end_and_are_told_once(house: House) -> None:
    bot = await (await house.bot(COMMONPLACE_MATRIX__COMMANDS_PER_MINUTE="3")).start()
    ada, ben = await house.person(), await house.person()
    room = await house.room(bot, ada, ben)
    asked: list[str] = []
    for _ in range(8):  # whatever is said to ada, a bot, she asks again; and notices she would not answer at all
        asked.append(await ada.say(room, "!random"))
        assert len(await ada.answers(room, bot.person, min(len(asked), 4))) >= min(len(asked), 4)
    await ben.ask(room, "!random", bot.person)
    said = [event for event in await ada.answers(room, bot.person) if answers_to(event) in asked]
    assert len(said) == 4
    assert re.search(r"3 commands a minute", said[-1]["content"]["body"])
    assert await bot.stop() == 0


async def test_a_token_that_is_revoked_is_told_and_ends_the_bot(house: House) -> None:
    bot = await (await house.bot(MATRIX_PASSWORD="")).start_with_token()
    assert bot.process is not None
    await bot.revoked()
    assert await asyncio.to_thread(bot.process.wait, 60) == 78
    assert "Matrix" in bot.output()
    assert bot.token not in bot.output()


async def test_killed_on_its_way_to_a_room_s_successor_everything_follows_once(house: House) -> None:
    bot = await (await house.bot()).start()
    ada = await house.person()
    room = await house.room(bot, ada)
    await ada.ask(room, "!quote ceasefire count=1", bot.person)
    await ada.say(room, "!daily time 08:31")
    await until(bot, SCHEDULED, [(f"matrix:{room}",)])
    await until(bot, "SELECT event FROM matrix_waiting", [])
    await until(bot, COUNTED, [(f"matrix:{room}", 1)])
    await bot.kill()
    line = [room]
    for _ in range(2):  # replaced twice while it is away
        found = await ada.call("POST", f"/rooms/{line[-1]}/upgrade", {"new_version": "12"})
        line.append(found["replacement_room"])
        await ada.call("POST", f"/rooms/{line[-1]}/invite", {"user_id": bot.person.id})
    for _ in range(2):
        await bot.start()
        await asyncio.gather(*(here(bot.person, new) for new in line))
        await bot.kill()
    await bot.start()
    await until(bot, SCHEDULED, [(f"matrix:{line[-1]}",)])
    await until(bot, COUNTED, [(f"matrix:{line[-1]}", 1)])
    assert len(await ada.answers(line[-1], bot.person)) <= 1
    assert await bot.stop() == 0
    assert "Traceback" not in bot.output()


async def test_lost_keys_are_told(house: House) -> None:
    bot = await house.bot()
    async with entered(house, bot):
        pass
    (bot.folder / "data" / "matrix" / "keys.db").unlink()
    assert bot.run_to_end() == 78
    assert "keys.db" in bot.output().splitlines()[-1]


async def test_logging_in_makes_a_device_that_is_kept(house: House) -> None:
    bot = await house.bot()
    assert bot.run_to_end("matrix", "login") == 0
    told = bot.output()
    assert bot.person.id in told
    devices = await bot.person.call("GET", "/devices")
    (device,) = [d["device_id"] for d in devices["devices"] if d.get("display_name") == "Commonplace"]
    assert device in told
    async with entered(house, bot) as presence:  # the same again
        assert presence.device.device == device
    assert len((await bot.person.call("GET", "/devices"))["devices"]) == len(devices["devices"])
    assert ((bot.folder / "data" / "matrix" / "device.json").stat().st_mode & 0o077) == 0
