"""The passage of the day in a room: once, also where the bot is killed between sending it and writing that down."""

import asyncio
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.discussion.announcing import Arrival, Slip
from bot.discussion.settings import Settings
from bot.model import Text
from bot.platforms.matrix.announcing import ANNOUNCED, MatrixAnnouncer
from bot.store.database import Database
from bot.store.settings import Settings as Kept
from tests.matrix.bot_process import Bot, House, entered, until
from tests.matrix.sealed import KEYED

pytestmark = pytest.mark.asyncio(loop_scope="module")
DAILY = "org.commonplace.daily"


def posts(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [event for event in events if DAILY in event["content"]]


def database(bot: Bot) -> sqlite3.Connection:
    return sqlite3.connect(Path(bot.folder) / "data" / "commonplace.db", isolation_level=None)


async def test_one_post_over_a_kill_between_sending_and_recording(house: House) -> None:
    bot = await (await house.bot()).start()
    ada = await house.person()
    room = await house.room(bot, ada)
    due = datetime.now(UTC) - timedelta(hours=1)
    await ada.say(room, f"!daily time {due:%H:%M} zone=UTC")
    await ada.say(room, "!daily on")
    await until(bot, "SELECT state, time FROM schedules", [("on", f"{due:%H:%M}")])
    assert await bot.stop() == 0
    with database(bot) as connection:
        connection.execute("UPDATE schedules SET since = ?", (int(due.timestamp()) - 120,))
    await bot.start()
    (post,) = posts(await wait_for_post(bot, ada, room))
    assert post["content"]["msgtype"] == "m.notice"

    # As if it had been killed before it wrote down that the post is there.
    await bot.kill()
    sent = (post["event_id"],)
    with database(bot) as connection:
        connection.execute("UPDATE days SET state = 'claimed', message = NULL, lease = 0 WHERE message = ?", sent)
    await bot.start()
    for _ in range(200):
        with database(bot) as connection:
            states = connection.execute("SELECT message FROM days WHERE state = 'sent'").fetchall()
        if states:
            break
        await asyncio.sleep(0.1)
    assert states == [sent]
    assert len(posts(await ada.history(room))) == 1
    assert await bot.stop() == 0


async def test_a_digest_is_found_again_among_what_was_said_since(house: House) -> None:
    bot, ada = await house.bot(), await house.person()
    plain, hidden = await ada.room(bot.person), await ada.room(bot.person, **KEYED)
    for room in (plain, hidden):
        await bot.person.join(room)
    tried = datetime.now(UTC)
    async with entered(house, bot) as presence, await Database.open(bot.folder / "data" / "commonplace.db") as store:
        server, rooms = presence.gate.server, presence.gate.rooms
        sync = await server.sync(None, whole=True)
        for name, told in sync["rooms"]["join"].items():
            rooms.take(name, [*told["state"]["events"], *told["timeline"]["events"]])
        await presence.take(sync)
        announcer = MatrixAnnouncer(server, rooms, "en", await Settings.open(Kept(store)))
        for room in (plain, hidden):
            slip, other = (Slip(what, f"matrix:{room}", room) for what in ("digest 2026-W01", "digest 2026-W02"))
            assert await announcer.find(slip, tried) is Arrival.REFUSED
            for _ in range(2):
                assert await announcer.post(slip, (Text("What waits"),)) is Arrival.ARRIVED
            await ada.chatter(room, 20)
            assert await announcer.find(slip, tried) is Arrival.ARRIVED
            assert await announcer.find(other, tried) is Arrival.REFUSED
            assert len(await ada.answers(room, bot.person, kind=await kind_in(ada, room))) == 1
    (said,) = await ada.answers(plain, bot.person)
    assert said["content"][ANNOUNCED] == Slip("digest 2026-W01", f"matrix:{plain}", plain).nonce


async def kind_in(ada: Any, room: str) -> str:
    kinds = [event["type"] for event in await ada.history(room)]
    return "m.room.encrypted" if "m.room.encryption" in kinds else "m.room.message"


async def wait_for_post(bot: Bot, ada: Any, room: str) -> list[dict[str, Any]]:
    for _ in range(200):
        found = [event for event in await ada.answers(room, bot.person) if DAILY in event["content"]]
        if found:
            return found
        await asyncio.sleep(0.1)
    with database(bot) as connection:
        rows = [connection.execute(f"SELECT * FROM {t}").fetchall() for t in ("schedules", "days", "leavings")]
    raise AssertionError(rows, bot.output()[-3000:])
