"""What is withheld and weighed is there again after a restart, and gone where it was taken back or erased."""

import sqlite3
from pathlib import Path

from bot.store import fates
from bot.store.database import Database
from bot.store.erasure import Erasure
from bot.store.withholding import Withholding


async def test_wishes_outlive_the_process(tmp_path: Path) -> None:
    async with await Database.open(tmp_path / "a.db") as database:
        wishes = await Withholding.open(database)
        assert await wishes.withhold("c:1", "a.one")
        assert not await wishes.withhold("c:1", "a.one")
        assert await wishes.withhold("c:2", "a.two")
        await wishes.weigh("c:1", "a", 250)
        await wishes.weigh("c:1", "b", 0)
        await wishes.weigh("c:1", "b", 100)
    async with await Database.open(tmp_path / "a.db") as database:
        wishes = await Withholding.open(database)
        assert await wishes.withheld("c:1") == {"a.one"}
        assert wishes.of("c:2") == {"a.two"}
        assert wishes.of("c:3") == frozenset()
        assert await wishes.weights("c:1") == {"a": 250}
        assert await wishes.release("c:1", "a.one")
        assert not await wishes.release("c:1", "a.one")
    async with await Database.open(tmp_path / "a.db") as database:
        assert (await Withholding.open(database)).of("c:1") == frozenset()


async def test_what_another_process_wrote_is_read(tmp_path: Path) -> None:
    async with await Database.open(tmp_path / "a.db") as database:
        one, other = await Withholding.open(database), await Withholding.open(database)
        await one.withhold("c:1", "a.one")
        assert other.of("c:1") == frozenset()
        await other.renew()
        assert other.of("c:1") == {"a.one"}


async def test_a_community_that_is_erased_wishes_for_nothing(tmp_path: Path) -> None:
    async with await Database.open(tmp_path / "a.db") as database:
        wishes = await Withholding.open(database)
        await wishes.withhold("c:1", "a.one")
        await wishes.weigh("c:1", "a", 50)
        wishes.forget("c:1")
        await Erasure(database).community("c:1")
        await wishes.renew()
        assert wishes.of("c:1") == frozenset()
        assert await wishes.weights("c:1") == {}


async def test_what_a_withheld_passage_becomes_is_withheld_too(tmp_path: Path) -> None:
    async with await Database.open(tmp_path / "a.db") as database:
        wishes = await Withholding.open(database)
        for passage in ("a.cut", "a.gone", "a.seen"):
            await wishes.withhold("c:1", passage)
        await wishes.withhold("c:2", "a.seen")
        ids = ("a.cut", "a.one", "a.two", "a.gone", "a.three", "a.shown", "a.four")

        def changed(connection: sqlite3.Connection) -> None:
            connection.execute("PRAGMA defer_foreign_keys = ON")
            connection.executemany(
                "INSERT INTO passages (id, edition, fate) VALUES (?, 1, 'removed')", [(name,) for name in ids]
            )
            fates.set_fates(
                connection,
                [
                    fates.Fate("a.cut", "split", ("a.one", "a.two")),
                    fates.Fate("a.gone", "orphan", ("a.three",)),  # nobody knows whether these are its words
                    fates.Fate("a.shown", "merged", ("a.four",)),
                ],
                "2026-01-01",
            )
            connection.execute("DELETE FROM redirects")
            connection.execute("DELETE FROM passages")

        await database.write(changed)
        await wishes.renew()
        assert wishes.of("c:1") == {"a.cut", "a.one", "a.two", "a.gone", "a.seen"}
        assert wishes.of("c:2") == {"a.seen"}
        assert await wishes.release("c:1", "a.one")
        await wishes.renew()
        assert "a.one" not in wishes.of("c:1")
