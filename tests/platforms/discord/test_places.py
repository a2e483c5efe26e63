"""Servers come and go while they are compared, and the last word is right."""

import asyncio
from types import SimpleNamespace
from typing import Any

from bot.discussion.leaving import Leaving
from bot.discussion.settings import DIGEST, ON
from bot.discussion.settings import Settings as Known
from bot.errors import StoreFull
from bot.platforms.discord.places import Places
from bot.store.database import Database
from bot.store.erasure import Erasure
from bot.store.leavings import Leavings
from bot.store.settings import Settings
from tests.discussion.test_leaving import BEGIN
from tests.store.conftest import database as _database

database = _database


def guild(number: int) -> Any:
    return SimpleNamespace(id=number)


class Plan:
    """The passage of the day, as far as it has to know where the bot is."""

    def __init__(self) -> None:
        self.known: list[str] = []

    def left(self, community: str) -> None:
        self.known.append(f"left {community}")

    async def back(self, community: str) -> None:
        self.known.append(f"back {community}")


def places(database: Database, client: Any) -> Places:
    leaving = Leaving(Leavings(database), Erasure(database), lambda: BEGIN, lambda community: None)
    return Places(client, leaving, Plan(), None, Known(Settings(database)))  # type: ignore[arg-type]


async def test_what_was_set_for_a_channel_goes_with_it(database: Database) -> None:
    kept = Settings(database)
    for community, channel in (("417", "11"), ("417", "12"), ("418", "11")):
        await kept.set(f"discord:{community}", f"digest:{channel}", "on")
    watched = places(database, SimpleNamespace(guilds=[guild(417)]))
    await watched._settings.renew()
    await watched.deleted(SimpleNamespace(guild=guild(417), id=11))  # type: ignore[arg-type]
    assert watched._settings.where(DIGEST, ON) == {"discord:417": ["12"], "discord:418": ["11"]}
    assert await kept.all("discord:417") == {"digest:12": "on"}


async def test_an_invitation_during_a_comparison_holds(database: Database) -> None:
    await Settings(database).set("discord:417", "spotting:11", "on")
    client = SimpleNamespace(guilds=[])
    watched = places(database, client)
    comparing = asyncio.create_task(watched.compare())
    await asyncio.sleep(0)  # it has looked, and found the server gone
    client.guilds.append(guild(417))
    await asyncio.gather(comparing, watched.back(guild(417)))
    assert await database.read("SELECT * FROM leavings") == []
    await watched.left(guild(417))
    assert await database.read("SELECT * FROM leavings") == [("discord:417", "2026-03-01")]
    await watched.compare()
    assert await database.read("SELECT * FROM leavings") == []


async def test_a_full_disk_ends_nothing(database: Database, monkeypatch: Any) -> None:
    async def full(*_: object) -> None:
        raise StoreFull("store.db")

    watched = places(database, SimpleNamespace(guilds=[guild(417)]))
    with monkeypatch.context() as broken:
        broken.setattr(database, "write", full)
        await watched.left(guild(417))
        await watched.compare()
    await watched.left(guild(417))
    assert len(await database.read("SELECT * FROM leavings")) == 1


async def test_the_passage_of_the_day_is_told_where_the_bot_is(database: Database) -> None:
    await Settings(database).set("discord:417", "spotting:11", "on")
    client = SimpleNamespace(guilds=[])
    watched = places(database, client)
    await watched.compare()
    client.guilds.append(guild(417))
    await watched.compare()
    await watched.left(guild(417))
    await watched.back(guild(417))
    await watched.compare()
    assert watched._daily.known == [f"{what} discord:417" for what in ("left", "back", "left", "back")]  # type: ignore[attr-defined]
