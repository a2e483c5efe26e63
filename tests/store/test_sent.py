"""References to the bot's own messages, numbers of people, and communities that were left."""

from bot.store.database import Database
from bot.store.leavings import Leavings
from bot.store.participants import ParticipantCounts
from bot.store.sent import Sent, SentMessage
from bot.store.settings import Settings

HERE, THERE = "discord:417", "discord:923"
TWO = SentMessage("9001", HERE, "11", (("p1", "e1"), ("p2", "e1")))
ONE = SentMessage("9002", HERE, "12", (("p3", "e2"),))


async def test_messages_are_found_with_their_passages_until_they_are_forgotten(database: Database) -> None:
    sent = Sent(database)
    await sent.add([TWO, ONE], "2026-03-01")
    await sent.add([TWO], "2026-03-02")  # told twice, kept once
    assert await sent.find(["9001", "9002", "9003"]) == {"9001": TWO, "9002": ONE}
    assert await sent.find([]) == {}
    await sent.forget(["9001", "9003"])
    assert await sent.find(["9001", "9002"]) == {"9002": ONE}
    await sent.add([TWO], "2026-03-02")
    await sent.forget_channel(HERE, "12")
    assert await sent.find(["9001", "9002"]) == {"9001": TWO}


async def test_numbers_of_people_only_grow(database: Database) -> None:
    counts = ParticipantCounts(database)
    await counts.raise_to({(HERE, "2026-03-01", "p1"): 4, (HERE, "2026-03-02", "p1"): 2})
    await counts.raise_to({(HERE, "2026-03-01", "p1"): 3})
    await counts.raise_to({})
    assert await counts.most(HERE, "p1", "2026-03-01", "2026-03-03") == 4
    assert await counts.most(HERE, "p1", "2026-03-02", "2026-03-03") == 2
    assert await counts.most(THERE, "p1", "2026-03-01", "2026-03-03") == 0
    assert await counts.most(HERE, "p1", "2026-01-01", "2026-12-31") == 4


async def test_who_was_left_is_known_until_the_bot_is_back(database: Database) -> None:
    leavings = Leavings(database)
    await leavings.left(HERE, "2026-03-01")
    await leavings.left(HERE, "2026-03-09")  # it is gone since the first day
    assert await leavings.before("2026-02-28") == ()
    assert await leavings.before("2026-03-01") == (HERE,)
    await leavings.back(HERE)
    assert await leavings.before("2026-03-09") == ()


async def test_what_happened_meanwhile_is_noticed_of_one_platform(database: Database) -> None:
    settings, leavings = Settings(database), Leavings(database)
    for community in (HERE, THERE, "matrix:room", "terminal"):
        await settings.set(community, "spotting:1", "on")
    await leavings.left(THERE, "2026-02-01")
    assert await leavings.compare("discord", {THERE, "discord:5"}, "2026-03-01") == ((HERE,), (THERE,))
    assert await leavings.before("2026-03-01") == (HERE,)
    assert await leavings.compare("discord", {THERE, HERE}, "2026-03-02") == ((), (HERE,))
    assert await leavings.before("2026-03-02") == ()
