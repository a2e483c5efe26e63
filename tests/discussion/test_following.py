"""What is held in memory of a community follows with what is kept; what people have to be told of stays behind."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.clock import day, now
from bot.discussion.following import Following
from bot.discussion.participants import Participants
from bot.discussion.recording import Recording
from bot.discussion.settings import DIGEST, LANGUAGE, SPOTTING, Settings
from bot.store.consents import Consents
from bot.store.database import Database
from bot.store.log import EventLog
from bot.store.moving import Moving
from bot.store.participants import ParticipantCounts
from bot.store.sent import Sent
from bot.store.settings import Settings as Kept
from bot.store.spending import Spending
from bot.store.withholding import Withholding

OLD, NEW = ("matrix:!old:test", "!old:test"), ("matrix:!new:test", "!new:test")


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with await Database.open(tmp_path / "store.db") as opened:
        yield opened


async def test_settings_wishes_and_caps_count_in_the_new_place_at_once(database: Database) -> None:
    settings, wishes = await Settings.open(Kept(database)), await Withholding.open(database)
    spending, events = await Spending.open(database), EventLog(database)
    counts, consents = ParticipantCounts(database), await Consents.open(database)
    recording = Recording(Sent(database), Participants(counts), consents, events, now)
    following = Following(Moving(database), recording, settings, wishes, spending)
    assert not await following.anything(OLD[0])
    assert not await following.follow(OLD, NEW)

    await settings.set(DIGEST, *OLD, "on")
    await settings.set(LANGUAGE, *OLD, "uk")
    await settings.set(SPOTTING, *OLD, "offer", "$notice")
    await wishes.withhold(OLD[0], "letter.aaaaaaa")
    await wishes.weigh(OLD[0], "letter", 300)
    today = day(now())
    await spending.add(OLD[0], {"letter": 70}, today)
    await spending.add(NEW[0], {"letter": 5}, today)
    recording.gather(*OLD, "$answer", [("letter.aaaaaaa", "e")])  # not written yet

    assert await following.anything(OLD[0])
    assert await following.follow(OLD, NEW)
    assert settings.value(DIGEST, *NEW) == "on"
    assert settings.spoken(NEW[0], "en") == "uk"
    assert settings.value(SPOTTING, *NEW) == settings.value(SPOTTING, *OLD) == "off"
    assert settings.is_notice("$notice")  # who reacts to it still says no
    assert wishes.of(NEW[0]) == {"letter.aaaaaaa"}
    assert await wishes.weights(NEW[0]) == {"letter": 300}
    assert wishes.of(OLD[0]) == frozenset()
    assert spending.spent(NEW[0], "letter", today) == 75
    assert (await Spending.open(database)).spent(NEW[0], "letter", today) == 75
    assert await database.read("SELECT message, community, channel FROM sent") == [("$answer", *NEW)]
    assert not await following.anything(OLD[0])
    assert not await following.follow(OLD, NEW)
    assert not await following.follow(NEW, NEW)
