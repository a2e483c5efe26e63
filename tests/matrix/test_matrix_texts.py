"""Texts by command on Matrix: a file becomes a text, only for those whom the operator names."""

import io
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from nio.crypto.attachments import encrypt_attachment

from tests.matrix.bot_process import Bot, House, rows, running, until
from tests.matrix.people import Person
from tests.matrix.sealed import KEYED, Sealed

pytestmark = pytest.mark.asyncio(loop_scope="module")
LAMPS = b"""# On street lamps

By Ada Byron

## What they do

Street lamps were lit by hand until the council bought the new ones. Nobody has counted the moths around them.

## What they cost

The council pays for oil twice a year, and the price has doubled since the harbour closed to the oil ships.
"""
WELLS = LAMPS.replace(b"street lamps", b"wells").replace(b"Street lamps were lit", b"Wells were dug")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(house: House, ada: Person) -> AsyncIterator[Bot]:
    more = {"COMMONPLACE_MATRIX__OPERATORS": f"{ada.id}, @other:test", "COMMONPLACE_READING__MEGABYTES": "1"}
    async with running(await house.bot(**more)) as started:
        yield started


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def direct(bot: Bot, ada: Person) -> str:
    return await ada.direct(bot.person)


async def given(person: Person, room: str, data: bytes, name: str = "lamps.md", **more: Any) -> str:
    """Put a file into a room."""
    content = {"msgtype": "m.file", "body": name, "url": await person.upload(data), "info": {"size": len(data)}}
    return await person.send(room, content | more)


def to(event: str) -> dict[str, Any]:
    return {"m.relates_to": {"m.in_reply_to": {"event_id": event}}}


async def test_a_file_becomes_a_text_and_then_another_edition(bot: Bot, ada: Person, direct: str) -> None:
    file = await given(ada, direct, LAMPS)
    added = await ada.ask(direct, 'texts add standpoint="of the lamps"', bot.person, **to(file))
    assert "On street lamps" in added["content"]["body"]
    quoted = await ada.ask(direct, "quote moths around them", bot.person)
    assert "counted the moths" in quoted["content"]["body"]
    caption = {"body": "texts update on-street-lamps", "filename": "newer.md"}
    event = await given(ada, direct, LAMPS.replace(b"moths", b"owls"), **caption)
    updated = await ada.answer_to(direct, event, bot.person)
    assert "On street lamps" in updated["content"]["body"]
    quoted = await ada.ask(direct, "quote owls around them", bot.person)
    assert "counted the owls" in quoted["content"]["body"]
    assert not list((bot.folder / "data" / "incoming").glob("*"))


async def test_several_files_come_as_a_zip(bot: Bot, ada: Person, direct: str) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in ("mills", "barns"):
            archive.writestr(
                f"{name}.md", LAMPS.replace(b"treet lamps", name.encode()).replace(b"moths", name.encode())
            )
    file = await given(ada, direct, packed.getvalue(), "both.zip")
    told = await ada.ask(direct, "texts add", bot.person, **to(file))
    assert "2" in told["content"]["body"]
    assert rows(bot, "SELECT count(*) FROM sources WHERE title IN ('On smills', 'On sbarns')") == [(2,)]


async def test_a_file_of_an_encrypted_room_is_decrypted(house: House, bot: Bot, tmp_path: Path) -> None:
    ada = bot.environment["COMMONPLACE_MATRIX__OPERATORS"].split(",")[0]
    person = next(p for p in house.people if p.id == ada)
    desk = await Sealed(house.synapse, person, tmp_path, "DESK").login()
    try:
        room = await house.room(bot, person, **KEYED)
        hidden, keys = encrypt_attachment(WELLS)
        url = await person.upload(bytes(hidden))
        await desk.sync()
        content = {"msgtype": "m.file", "body": "!texts add", "filename": "wells.md", "file": {**keys, "url": url}}
        await desk.client.room_send(room, "m.room.message", content, ignore_unverified_devices=True)
        await until(bot, "SELECT title FROM sources WHERE id LIKE 'on-wells%'", [("On wells",)])
        # and one whose keys don't fit is no text
        content |= {"filename": "other.md", "file": {**keys, "url": await person.upload(b"x" + bytes(hidden))}}
        before = rows(bot, "SELECT count(*) FROM editions")
        event = await desk.client.room_send(room, "m.room.message", content, ignore_unverified_devices=True)
        await until(bot, "SELECT event FROM matrix_waiting WHERE event = ?", [], str(event.event_id))
        assert rows(bot, "SELECT count(*) FROM editions") == before
    finally:
        await desk.close()


async def test_whoever_is_not_named_changes_nothing(house: House, bot: Bot) -> None:
    ben = await house.person()
    room, direct = await house.room(bot, ben), await ben.direct(bot.person)
    before = rows(bot, "SELECT count(*) FROM editions")
    file = await given(ben, direct, LAMPS)
    told = await ben.ask(direct, "texts add", bot.person, **to(file))
    assert "look after" in told["content"]["body"]
    said = len(await ben.answers(direct, bot.person))
    file = await given(ben, room, LAMPS)
    await ben.say(room, "!texts add", **to(file))  # a moderator of the room: told in the direct room
    errors = [*await ben.answers(room, bot.person, 1), *(await ben.answers(direct, bot.person))[said:]]
    assert any("matrix.operators" in error["content"]["body"] for error in errors)
    path = bot.folder / "data" / "commonplace.db"
    await ben.say(direct, f"texts add file={path}")
    assert rows(bot, "SELECT count(*) FROM editions") == before


async def test_what_is_too_large_or_gone_is_told(bot: Bot, ada: Person, direct: str) -> None:
    large = b"A sentence of words.\n" * 60_000
    for size in (len(large), 10, "odd"):  # honestly told, or not
        file = await given(ada, direct, large, "large.txt", info={"size": size})
        told = await ada.ask(direct, "texts add", bot.person, **to(file))
        assert "more than 1 MB" in told["content"]["body"], size
    odd = {"msgtype": "m.file", "body": "gone.txt", "url": "mxc://test/gone"}
    for content in (odd, odd | {"url": "mxc://"}, odd | {"url": "mxc://a/b/../c"}):
        file = await ada.send(direct, content)
        told = await ada.ask(direct, "texts add", bot.person, **to(file))
        assert "gone.txt" in told["content"]["body"]
    file = await ada.send(direct, odd | {"url": 7})
    assert "file" in (await ada.ask(direct, "texts add", bot.person, **to(file)))["content"]["body"]
    path = bot.folder / "data" / "commonplace.db"  # nor does an operator name files of the bot's computer from here
    assert "gone" not in (await ada.ask(direct, f"texts add file={path}", bot.person))["content"]["body"]
