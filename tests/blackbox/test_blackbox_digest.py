"""The weekly digest on Discord: once, in the community's language, also where the bot ends while it is being sent."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.blackbox.week import LETTER, Week

SUNDAY, MONDAY = datetime(2030, 10, 27, 12, tzinfo=UTC), datetime(2030, 10, 28, 9, 1, tzinfo=UTC)
DIGESTS = "SELECT value FROM settings WHERE key LIKE 'digest:%'"


@pytest.fixture
async def week(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Week]:
    from localcord import Localcord, world

    async with Localcord(portal_intents=set()) as dc:
        made = Week(dc, tmp_path)
        made.go_to(SUNDAY)
        monkeypatch.setattr(world, "time", made.time)
        yield made
        await made.house.bot.stop()


def digests(week: Week) -> list[dict[str, Any]]:
    """Every message whose card has the number of an announcement."""
    everywhere = (message for messages in week.dc.world.messages.values() for message in messages.values())
    return [one for one in everywhere if any(part.get("id", 0) >= 10**9 for part in one["components"])]


async def until(week: Week, sql: str) -> None:
    for _ in range(600):
        if week.rows(sql):
            return
        await asyncio.sleep(0.05)
    raise AssertionError(week.rows("SELECT * FROM digests"))


async def test_a_digest_that_arrived_unheard_of_is_not_sent_again(week: Week) -> None:
    await week.start()
    for name, value in (("digest", "on"), ("language", "uk")):
        result = await week.dc.slash("settings", {"name": name, "value": value}, user="owner")
        assert result.error is None, result
    passage = next(line for line in LETTER.splitlines() if len(line) > 80)
    await week.dc.slash("check", {"wording": passage})
    await week.stop()
    week.go_to(MONDAY)
    week.dc.faults.add("drop_response", "create_message", times=1)
    await week.house.bot.start(wait_sync=False)
    while not digests(week):
        await asyncio.sleep(0.01)
    await week.kill()
    (digest,) = digests(week)
    week.go_on(130)
    await week.house.start(wait_sync=False)
    await until(week, "SELECT 1 FROM digests WHERE state = 'sent' AND fence >= 2")
    assert digests(week) == [digest]
    assert "модератор" in str(digest)


async def test_a_digest_is_not_taken_where_the_bot_may_not_write(week: Week) -> None:
    await week.start()
    await week.house.ready()
    closed, hidden, open_to_it = (week.dc.text_channel(name) for name in ("closed", "hidden", "open"))
    forum = week.dc.forum("readings", ["Reading"])
    week.dc.deny_bot(closed, "send_messages")
    week.dc.deny_bot(hidden, "view_channel")

    async def asked(channel: Any) -> str:
        given = {"name": "digest", "value": "on", "channel": channel}
        return str((await week.dc.slash("settings", given, user="owner")).text)

    assert "I may not send messages in that channel" in await asked(closed)
    assert "I can’t see it" in await asked(hidden)
    assert "that kind of place" in await asked(forum)
    assert week.rows(DIGESTS) == []
    assert "digest is on from now on" in await asked(open_to_it)
    assert week.rows(DIGESTS) == [("on",)]
    await week.stop()
