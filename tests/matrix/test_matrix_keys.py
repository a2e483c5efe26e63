"""The keys of the bot's device: used up, uploaded before a kill, an older copy, another's; and what can't be read."""

import asyncio
import json
import os
import shutil
import signal
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web

from bot.errors import CryptoStoreLost
from bot.platforms.matrix.locked import MOST
from tests.matrix.between import Between
from tests.matrix.bot_process import Bot, House, entered, rows
from tests.matrix.people import Person
from tests.matrix.sealed import ALGORITHM, KEYED, Sealed

pytestmark = pytest.mark.asyncio(loop_scope="module")

MEGOLM = ALGORITHM["algorithm"]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(house: House, line: Between) -> Bot:
    """A bot that was killed when the homeserver had its first keys and it did not know that yet."""
    made = await house.bot(COMMONPLACE_MATRIX__HOMESERVER=line.url)

    async def killed(request: web.Request) -> web.StreamResponse | None:
        if not request.path.endswith("/keys/upload"):
            return None
        passed = await line.passed(request)
        assert made.process is not None
        os.kill(made.process.pid, signal.SIGKILL)
        line.answer = None
        return passed

    line.answer = killed
    with pytest.raises(AssertionError):
        await made.start()
    return await made.start()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def ada(house: House, bot: Bot, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Sealed]:
    person = await house.person()
    made = await Sealed(house.synapse, person, tmp_path_factory.mktemp("ada"), "ADAPHONE").login()
    yield made
    await made.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def room(house: House, bot: Bot, ada: Sealed) -> str:
    return await house.room(bot, ada.person, **KEYED)


async def ask(by: Sealed, room: str, text: str, bot: Bot) -> str:
    answer = await by.answer_to(room, await by.say(room, text), bot.person)
    return str(answer["content"]["body"])


async def use_up(by: Person, bot: Bot, number: int) -> None:
    """Take keys of the bot's device, as anybody may."""
    device = json.loads((bot.folder / "data" / "matrix" / "device.json").read_text())["device"]
    for _ in range(number):
        await by.call("POST", "/keys/claim", {"one_time_keys": {bot.person.id: {device: "signed_curve25519"}}})


async def test_keys_that_were_uploaded_before_a_kill_are_kept(bot: Bot, ada: Sealed, room: str) -> None:
    assert "digest" in await ask(ada, room, "!sources", bot)
    assert "not here any more" not in bot.output()


async def test_whoever_wants_to_compare_emoji_is_told_that_it_can_t(bot: Bot, ada: Sealed, room: str) -> None:
    content = {"msgtype": "m.key.verification.request", "body": "x", "to": bot.person.id, "methods": ["m.sas.v1"]}
    await ada.sync()
    sent = await ada.client.room_send(
        room, "m.room.message", content | {"from_device": "ADAPHONE"}, ignore_unverified_devices=True
    )
    assert "emoji" in (await ada.answer_to(room, sent.event_id, bot.person))["content"]["body"]
    for event in (e for e in await ada.person.history(room) if e["sender"] == bot.person.id):
        relation = event["content"].get("m.relates_to", {})
        if relation.get("rel_type") == "m.reference":
            said = await ada.read(event, room)
            assert (said["type"], said["content"]["code"]) == ("m.key.verification.cancel", "m.user")
            assert relation["event_id"] == sent.event_id
            break
    else:
        raise AssertionError("nothing ends it")
    await ada.person.send(room, {**content, "to": "@somebody:else"})  # it is asked of others
    assert "digest" in await ask(ada, room, "!sources", bot)


async def test_a_device_that_wants_to_compare_emoji_is_told_so(house: House, bot: Bot) -> None:
    eve = await house.person()
    device = (await eve.call("GET", "/devices"))["devices"][0]["device_id"]
    asked = {"from_device": device, "methods": ["m.sas.v1"], "transaction_id": "one", "timestamp": 1}
    body: dict[str, Any] = {"messages": {bot.person.id: {"*": asked}}}
    await eve.call("PUT", "/sendToDevice/m.key.verification.request/odd", {"messages": {bot.person.id: {"*": {}}}})
    await eve.call("PUT", "/sendToDevice/m.key.verification.request/one", body)
    for _ in range(100):
        if found := await eve.sent():
            break
        await asyncio.sleep(0.05)
    ((kind, content),) = [(event["type"], event["content"]) for event in found]
    assert (kind, content["transaction_id"], content["code"]) == ("m.key.verification.cancel", "one", "m.user")


async def test_words_that_no_homeserver_has_looked_at(bot: Bot, ada: Sealed, room: str) -> None:
    await ada.say(room, "!quote half a letter: \ud800")
    for content in ({"body": ["!sources"], "msgtype": {}}, {"algorithm": MEGOLM, "ciphertext": "x", "session_id": "y"}):
        kind = "m.room.encrypted" if "algorithm" in content else "m.room.message"
        await ada.client.room_send(room, kind, content, ignore_unverified_devices=True)
    assert "digest" in await ask(ada, room, "!sources", bot)
    assert "Traceback" not in bot.output()
    assert "could not be" not in bot.output()


async def test_any_number_of_events_that_nobody_can_read_holds_nothing_up(bot: Bot, ada: Sealed, room: str) -> None:
    content = {"algorithm": MEGOLM, "ciphertext": "AwgA" + 40 * "x", "sender_key": "z", "device_id": "A"}
    for start in range(0, MOST + 30, 10):
        sent = (ada.person.send(room, {**content, "session_id": str(start + n)}, "m.room.encrypted") for n in range(10))
        await asyncio.gather(*sent)
    await ada.person.send(room, {"algorithm": "another", "ciphertext": {}}, "m.room.encrypted")
    assert "digest" in await ask(ada, room, "!sources", bot)
    assert rows(bot, "SELECT count(*) FROM matrix_waiting WHERE state = 'locked'") == [(MOST,)]


async def test_of_people_nothing_is_kept_and_of_rooms_that_it_left_no_key(
    house: House, bot: Bot, ada: Sealed, room: str
) -> None:
    """Device lists have everybody's names in them: they are asked for anew at each start."""
    other = await house.room(bot, ada.person, **KEYED)
    for place in (room, other):
        assert "digest" in await ask(ada, place, "!sources", bot)
    keys = bot.folder / "data" / "matrix" / "keys.db"
    assert {room.encode() in keys.read_bytes(), other.encode() in keys.read_bytes()} == {True}
    await ada.person.call("POST", f"/rooms/{other}/kick", {"user_id": bot.person.id})
    assert "digest" in await ask(ada, room, "!sources", bot)
    held = b"".join(file.read_bytes() for file in keys.parent.iterdir())
    assert room.encode() in held
    told = (other, ada.person.id, "ADAPHONE", *(person.id for person in house.people if person is not bot.person))
    assert [word for word in told if word.encode() in held] == []


async def test_when_all_keys_are_used_up_somebody_new_is_heard_all_the_same(
    house: House, line: Between, bot: Bot, tmp_path: Path
) -> None:
    before = tmp_path / "before"
    assert await bot.stop() == 0
    shutil.copytree(bot.folder / "data" / "matrix", before)
    await use_up(await house.person(), bot, 60)  # while it is away
    await bot.start()
    ben = await Sealed(house.synapse, await house.person(), tmp_path / "ben", "BENPHONE").login()
    room = await house.room(bot, ben.person, **KEYED)
    assert "digest" in await ask(ben, room, "!sources", bot)
    await ben.close()
    assert await bot.stop() == 0

    # An older copy of the keys knows nothing of those that were made since.
    shutil.rmtree(bot.folder / "data" / "matrix")
    shutil.copytree(before, bot.folder / "data" / "matrix")
    await use_up(await house.person(), bot, 10)
    await bot.start()
    await bot.logged("not here any more")
    cleo = await Sealed(house.synapse, await house.person(), tmp_path / "cleo", "CLEOPHONE").login()
    room = await house.room(bot, cleo.person, **KEYED)
    assert "digest" in await ask(cleo, room, "!sources", bot)
    await cleo.close()


async def test_keys_of_another_device_are_not_taken_for_its_own(house: House, bot: Bot) -> None:
    assert await bot.stop() == 0
    async with entered(house, bot):
        pass
    with sqlite3.connect(bot.folder / "data" / "matrix" / "keys.db") as connection:
        connection.execute("UPDATE accounts SET device_id = 'ANOTHER'")
    with pytest.raises(CryptoStoreLost, match=r"keys\.db"):
        async with entered(house, bot):
            pass
