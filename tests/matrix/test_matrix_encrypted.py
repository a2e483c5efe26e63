"""Encrypted rooms: answers that only its members can read, through restarts, gaps and keys that come late."""

from pathlib import Path

import pytest

from tests.matrix.bot_process import House
from tests.matrix.people import Person, invited
from tests.matrix.sealed import KEYED, Sealed

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_an_encrypted_room_with_two_devices_a_restart_and_a_gap(house: House, tmp_path: Path) -> None:
    ada = await house.person()
    devices = [Sealed(house.synapse, ada, tmp_path / name, name) for name in ("DESK", "POCKET")]
    try:
        await talk(house, ada, *devices)
    finally:
        for device in devices:
            await device.close()


async def talk(house: House, ada: Person, desk: Sealed, pocket: Sealed) -> None:
    bot = await (await house.bot()).start()
    await desk.login()
    await pocket.login()
    room = await house.room(bot, ada, **KEYED)
    answer = await desk.answer_to(room, await desk.say(room, "!quote ceasefire count=1"), bot.person)
    assert "interview-digest." in answer["content"]["body"]
    answer = await desk.answer_to(room, await pocket.say(room, "!sources"), bot.person)
    assert "digest" in answer["content"]["body"]
    event = await desk.say(room, "!random")
    both = [await device.answer_to(room, event, bot.person) for device in (desk, pocket)]
    assert both[0]["content"] == both[1]["content"]

    # A private answer: its sign is the only thing that is not encrypted, because no reaction is.
    private = await desk.say(room, "!privacy")
    direct = await invited(ada)
    (told,) = list(await ada.answers(direct, bot.person, 1, kind="m.room.encrypted"))
    assert "org.commonplace.room" in (await desk.read(told, direct))["content"]
    signs = [e for e in await ada.history(room) if e["type"] == "m.reaction" and e["sender"] == bot.person.id]
    assert [e["content"]["m.relates_to"]["event_id"] for e in signs] == [private]

    assert await bot.stop() == 0
    asked = [await desk.say(room, "!quote weapons count=1") for _ in range(2)]
    await ada.chatter(room, 105)  # a room takes what is not encrypted, too, and that is faster
    asked.append(await desk.say(room, "!quote weapons count=1"))
    await bot.start()
    for event in asked:
        answer = await pocket.answer_to(room, event, bot.person)
        assert "op-ed-digest." in answer["content"]["body"]
    answers = [e for e in await ada.history(room) if e["sender"] == bot.person.id and e["type"] == "m.room.encrypted"]
    assert len(answers) == 6

    # What the numbers of an answer stand for is known after the restart, too.
    first = next(e for e in answers if e["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] == asked[0])
    await ada.react(room, first["event_id"], "1\ufe0f\u20e3")
    answer = await desk.answer_to(room, first["event_id"], bot.person)
    assert "passages" in answer["content"]["body"]

    await late_key(house, bot.person.id, desk, room)
    assert await bot.stop() == 0
    assert "Traceback" not in bot.output()


async def late_key(house: House, bot: str, desk: Sealed, room: str) -> None:
    """A command whose key comes after it, and after a restart."""
    process = house.bots[-1]
    await desk.sync()
    desk.client.invalidate_outbound_session(room)
    desk.client.held = []
    event = await desk.say(room, "!sources")
    assert desk.client.held
    assert await process.stop() == 0
    await process.start()
    last = [e for e in await desk.person.history(room) if e["sender"] == bot][-1]
    assert last["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] != event
    await desk.client.let_go()
    answer = await desk.answer_to(room, event, process.person)
    assert "digest" in answer["content"]["body"]
