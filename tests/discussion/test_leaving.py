"""A community that was left is kept for thirty days and then erased, by a clock that can be told."""

from datetime import UTC, datetime, timedelta

from bot.discussion.leaving import KEPT_DAYS, Leaving
from bot.discussion.settings import SPOTTING, Settings
from bot.store.database import Database
from bot.store.erasure import Erasure
from bot.store.leavings import Leavings
from bot.store.settings import Settings as Kept
from tests.store.conftest import database as _database

database = _database

HERE, THERE = "discord:417", "discord:923"
BEGIN = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Years:
    """A clock, and what goes by it."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self.moment = BEGIN
        self.settings = settings
        self.leaving = Leaving(Leavings(database), Erasure(database), lambda: self.moment, settings.forget)

    @classmethod
    async def begin(cls, database: Database) -> "Years":
        years = cls(database, await Settings.open(Kept(database)))
        for community in (HERE, THERE):
            await years.settings.set(SPOTTING, community, "11", "on", notice=f"5{community[-3:]}")
        return years

    def set_in(self, community: str) -> bool:
        return self.settings.value(SPOTTING, community, "11") == "on"


async def test_after_thirty_days_nothing_is_left(database: Database) -> None:
    years = await Years.begin(database)
    await years.leaving.left(HERE)
    years.moment += timedelta(days=KEPT_DAYS - 1)
    assert await years.leaving.clear() == 0
    assert years.set_in(HERE)
    years.moment += timedelta(days=1)
    assert await years.leaving.clear() == 1
    assert not years.set_in(HERE)
    assert years.set_in(THERE)
    assert {row[0] for row in await database.read("SELECT community FROM settings")} == {THERE}
    assert await database.read("SELECT * FROM leavings") == []
    assert await years.leaving.clear() == 0


async def test_who_comes_back_finds_everything(database: Database) -> None:
    years = await Years.begin(database)
    await years.leaving.left(HERE)
    years.moment += timedelta(days=KEPT_DAYS - 1)
    await years.leaving.back(HERE)
    years.moment += timedelta(days=400)
    assert await years.leaving.clear() == 0
    await years.leaving.compare("discord", [THERE])  # it left while the bot was away: its time begins now
    years.moment += timedelta(days=KEPT_DAYS - 1)
    assert await years.leaving.clear() == 0
    await years.leaving.compare("discord", [HERE, THERE])
    years.moment += timedelta(days=KEPT_DAYS)
    assert await years.leaving.clear() == 0
    assert years.set_in(HERE)


async def test_a_clock_that_is_set_back_erases_nothing_early(database: Database) -> None:
    years = await Years.begin(database)
    await years.leaving.left(HERE)
    years.moment -= timedelta(days=1)
    await years.leaving.left(HERE)
    years.moment += timedelta(days=KEPT_DAYS)
    assert await years.leaving.clear() == 0
    years.moment += timedelta(days=1)
    assert await years.leaving.clear() == 1
