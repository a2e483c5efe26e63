"""A homeserver, or what stands before it, that answers what it should not: nothing is lost, nobody goes deaf."""

import asyncio
import json as jsonlib
from collections.abc import AsyncIterator, Awaitable, Callable
from itertools import count
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web

from tests.matrix.between import Answer, Between
from tests.matrix.bot_process import Bot, House, here, running, until, write
from tests.matrix.people import Person, answers_to

pytestmark = pytest.mark.asyncio(loop_scope="module")

Make = Callable[[web.Request], Awaitable[web.StreamResponse]]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(house: House, line: Between) -> AsyncIterator[Bot]:
    made = await house.bot(COMMONPLACE_MATRIX__HOMESERVER=line.url)
    async with running(made):
        yield made
        line.answer = None
    assert "a platform failed" not in made.output()


def json(status: int = 200, **body: object) -> Make:
    async def make(_: web.Request) -> web.StreamResponse:
        return web.json_response(body, status=status)

    return make


def told(**parts: object) -> Make:
    """A sync of odd parts, which says that nothing is new."""

    async def make(request: web.Request) -> web.StreamResponse:
        return web.json_response({"next_batch": request.query.get("since"), **parts})

    return make


def words(status: int, **headers: str) -> Make:
    async def make(_: web.Request) -> web.StreamResponse:
        return web.Response(text="<html>Hello", status=status, content_type="text/html", headers=headers)

    return make


async def cut(request: web.Request) -> web.StreamResponse:
    """Half an answer."""
    begun = web.StreamResponse(headers={"Content-Length": "1000"})
    await begun.prepare(request)
    await begun.write(b'{"next_batch": "')
    assert request.transport is not None
    request.transport.close()
    return begun


def times(number: int, part: str, make: Make) -> Answer:
    """Answer so oddly the first so many requests of which the path has that part."""
    numbers = count()

    async def answer(request: web.Request) -> web.StreamResponse | None:
        if part in request.path and next(numbers) < number:
            return await make(request)
        return None

    return answer


SYNCS: dict[str, Make] = {
    "words": words(200),
    "nothing": json(),
    "no token": json(next_batch=5),
    "lists for objects": told(rooms=[], to_device=[], device_lists=7, device_one_time_keys_count=[]),
    "numbers for rooms": told(
        rooms={
            "join": {
                "!a:b": [],
                "!b:c": {"timeline": 5, "state": {"events": {}}},
                "!c:d": {"timeline": {"events": [5]}},
            },
            "invite": {"!d:e": 5, "!e:f": {"invite_state": {"events": [5, None]}}},
            "leave": {"!f:g": 5},
        },
        to_device={"events": [5, {}, None, {"type": "m.room.encrypted", "sender": "@a:b", "content": []}]},
    ),
    "a token that is no use": json(400, errcode="M_INVALID_PARAM"),
    "forbidden": json(403, errcode="M_RESOURCE_LIMIT_EXCEEDED"),
    "locked": json(401, errcode="M_USER_LOCKED", soft_logout=True),
    "a wall": words(403),
    "elsewhere": words(302, Location="https://127.0.0.1:9/"),
    "patience of none": json(429, errcode="M_LIMIT_EXCEEDED", retry_after_ms=-50),
    "half": cut,
}


@pytest.mark.parametrize("odd", SYNCS)
async def test_odd_syncs_lose_nothing(line: Between, bot: Bot, ada: Person, room: str, odd: str) -> None:
    line.answer = times(1, "/sync", SYNCS[odd])
    asked = [await ada.say(room, "!sources") for _ in range(2)]
    for event in asked:
        await ada.answer_to(room, event, bot.person)
    said = [answers_to(event) for event in await ada.answers(room, bot.person)]
    assert [said.count(event) for event in asked] == [1, 1]


SENDS: dict[str, Make] = {
    "no event": json(),
    "words": words(200),
    "not found": words(404),
    "elsewhere": words(307, Location="https://127.0.0.1:9/"),
    "half": cut,
}


@pytest.mark.parametrize("odd", SENDS)
async def test_odd_answers_to_what_is_said_lose_nothing(
    line: Between, bot: Bot, ada: Person, room: str, odd: str
) -> None:
    line.answer = times(1, "/send/", SENDS[odd])
    asked = await ada.say(room, "!sources")
    await ada.answer_to(room, asked, bot.person)
    assert [answers_to(event) for event in await ada.answers(room, bot.person)].count(asked) == 1


async def test_events_that_come_again_and_again_are_answered_once(
    line: Between, bot: Bot, ada: Person, room: str
) -> None:
    told: list[Any] = []

    async def doubled(request: web.Request) -> web.StreamResponse | None:
        """The next sync that has something new, each event twice; and then the same once more."""
        if "/sync" not in request.path or len(told) > 1:
            return None
        if not told:
            found = jsonlib.loads((await line.passed(request)).body)
            timelines = [joined["timeline"] for joined in found.get("rooms", {}).get("join", {}).values()]
            for timeline in timelines:
                timeline["events"] = [event for event in timeline["events"] for _ in range(2)]
            if not any(timeline["events"] for timeline in timelines):
                return web.json_response(found)
            told.append(found)
        told.append(told[0])
        return web.json_response(told[0])

    line.answer = doubled
    asked = [await ada.say(room, "!sources") for _ in range(3)]
    for event in asked:
        await ada.answer_to(room, event, bot.person)
    await ada.ask(room, "!random", bot.person)
    line.answer = None
    assert len(told) > 1
    said = [answers_to(event) for event in await ada.answers(room, bot.person)]
    assert [said.count(event) for event in asked] == [1, 1, 1]


async def test_a_homeserver_that_does_not_wait_is_not_asked_without_end(
    line: Between, bot: Bot, ada: Person, room: str
) -> None:
    line.answer = times(10_000, "/sync", told())
    await ada.say(room, "words")  # ends the sync that waits
    before = len(line.asked)
    await asyncio.sleep(1)
    assert len(line.asked) - before < 20
    line.answer = None
    await ada.ask(room, "!sources", bot.person)


async def test_a_room_that_nobody_can_go_into_holds_nothing_up(line: Between, bot: Bot, ada: Person, room: str) -> None:
    failing = json(502, errcode="M_UNKNOWN", error="the room's homeservers are gone")
    line.answer = times(10_000, "/join", failing)
    others = [await ada.room(bot.person) for _ in range(3)]
    for _ in range(100):
        if any("/join" in asked for asked in line.asked):
            break
        await asyncio.sleep(0.05)
    await ada.ask(room, "!sources", bot.person)
    line.answer = None
    for other in others:  # they are tried again for a while
        await here(bot.person, other)


async def test_killed_on_its_way_into_a_room_it_goes_there_at_the_next_start(
    line: Between, bot: Bot, ada: Person
) -> None:
    async def killed(request: web.Request) -> web.StreamResponse | None:
        if "/join" not in request.path:
            return None
        assert bot.process is not None
        bot.process.kill()
        line.answer = None
        return web.Response(status=502)

    line.answer = killed
    other = await ada.room(bot.person)
    assert bot.process is not None
    await asyncio.to_thread(bot.process.wait, 20)
    await bot.start()
    await here(bot.person, other)


async def test_a_token_that_is_no_use_at_a_start_loses_nothing_and_answers_nothing_twice(
    house: House, line: Between, bot: Bot, ada: Person, room: str
) -> None:
    before = [answers_to(event) for event in await ada.answers(room, bot.person)]
    assert await bot.stop() == 0
    await until(bot, "SELECT event FROM matrix_waiting", [])
    write(bot, "UPDATE matrix_checkpoints SET next_batch = ?", ("nonsense",))
    other = await ada.room()
    await ada.say(other, "!sources")
    await ada.call("POST", f"/rooms/{other}/invite", {"user_id": bot.person.id})
    asked = [await ada.say(room, "!sources") for _ in range(2)]
    await bot.start()
    for event in asked:
        await ada.answer_to(room, event, bot.person)
    assert sorted(map(str, (answers_to(event) for event in await ada.answers(room, bot.person)))) == sorted(
        map(str, [*before, *asked])
    )
