"""Messages are heard only where that is wanted, compared, counted and gone."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.app import App, open_app
from bot.config import Config, Texts
from bot.discussion import spotting as module
from bot.discussion.lately import Lately
from bot.discussion.settings import OFFER, ON, SPOTTING
from bot.discussion.spotting import MOST_WAITING, Heard, Spotting
from bot.errors import StoreFull
from bot.model import Passage
from bot.store.log import EventLog

GUILD, CHANNEL, ADA, BEN = "discord:1", "11", "discord:501", "discord:502"
MILL = "The mill on the old river was built by three brothers who had never seen a river before."
WELL = "Nobody in the village could remember a summer in which the lower well had fallen dry."
LETTER = f"# On mills\n\nBy Ada Byron\n\n## The mill\n\n{MILL}\n\n## The well\n\n{WELL}\n"
CANARY = "xylocanary quagga zephyrine"
MOMENT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


class Ears:
    """A bot with one text that hears, the offers that it made, and the clock that it goes by."""

    def __init__(self, app: App, spotting: Spotting) -> None:
        self.app = app
        self.spotting = spotting
        self.offers: list[tuple[str, str, tuple[str, ...]]] = []
        self.moment = MOMENT

    async def hear(self, text: str, person: str = ADA, channel: str = CHANNEL, parent: str | None = None) -> None:
        self.spotting.hear(Heard(GUILD, channel, parent, person, text))
        await self.spotting.settled()

    async def offer(self, community: str, channel: str, passages: Sequence[Passage]) -> None:
        self.offers.append((community, channel, tuple(passage.id for passage in passages)))

    async def counts(self) -> list[tuple[Any, ...]]:
        return [(row[0], row[1], row[2], row[5]) for row in await EventLog(self.app.texts.database).counts(GUILD)]


@asynccontextmanager
async def ears(folder: Path) -> AsyncIterator[Ears]:
    texts = folder / "texts"
    texts.mkdir(exist_ok=True)
    (texts / "mills.md").write_text(LETTER, encoding="utf-8")
    async with open_app(Config(data=str(folder / "data"), texts=Texts(shipped=False, folder=str(texts)))) as app:
        desk, database = app.desk, app.texts.database
        made: list[Ears] = []
        spotting = Spotting(
            desk.settings,
            app.discussing.consents,
            desk.quotations,
            desk.library,
            EventLog(database),
            lambda: made[0].moment,
            withheld=desk.withholding.of,
        )
        made.append(Ears(app, spotting))
        work = asyncio.create_task(spotting.work(made[0].offer))
        try:
            yield made[0]
        finally:
            work.cancel()
            with suppress(asyncio.CancelledError):
                await work


async def test_a_quote_is_counted_with_its_hour_and_channel(tmp_path: Path) -> None:
    async with ears(tmp_path) as here:
        await here.app.desk.settings.set(SPOTTING, GUILD, CHANNEL, ON)
        await here.hear(f"As it says: {MILL.lower()} – {CANARY}")
        await here.hear(f"{MILL}\n{WELL}\nand once more: {MILL}", person=BEN)
        await here.hear(CANARY)
        assert await here.counts() == [("2026-11-22T09", "11", "spotted", 2), ("2026-11-22T09", "11", "spotted", 1)]
        assert here.offers == []


async def test_an_edit_counts_for_what_it_adds_and_once(tmp_path: Path) -> None:
    async with ears(tmp_path) as here:

        async def hear(text: str, message: str, *, edited: bool = True) -> None:
            here.spotting.hear(Heard(GUILD, CHANNEL, None, ADA, text, message, edited))
            await here.spotting.settled()

        await here.app.desk.settings.set(SPOTTING, GUILD, CHANNEL, ON)
        await hear("nothing yet", "1", edited=False)
        await hear(MILL, "1")
        await hear(f"{MILL} {CANARY}", "1")
        assert sum(row[3] for row in await here.counts()) == 1
        await hear(f"{MILL} {WELL}", "1")
        await hear(WELL, "1")
        assert sum(row[3] for row in await here.counts()) == 2
        await hear(MILL, "2", edited=False)
        await hear(MILL, "2")
        assert sum(row[3] for row in await here.counts()) == 3
        await hear(WELL, "3")  # written before the bot was there: what it counted for is not known
        assert sum(row[3] for row in await here.counts()) == 3
        await here.app.discussing.consents.opt_out(ADA)
        await hear(f"{MILL} {WELL}", "2")
        assert sum(row[3] for row in await here.counts()) == 3


def test_only_the_last_messages_are_known() -> None:
    lately = Lately(most=2)
    for message in ("1", "2", "1", "3"):
        lately.begin(message)
    assert "2" not in lately
    lately.add("1", ["a"])
    lately.add("2", ["a"])
    assert (lately.left("1", ["a", "b"]), lately.left("2", ["a"])) == (["b"], ["a"])
    lately.begin("1")
    assert lately.left("1", ["a"]) == []


async def test_nothing_is_heard_where_it_is_off(tmp_path: Path) -> None:
    async with ears(tmp_path) as here:
        await here.hear(MILL)
        await here.app.desk.settings.set(SPOTTING, GUILD, CHANNEL, ON)
        await here.hear(MILL, channel="12")
        assert await here.counts() == []
        await here.hear(MILL, channel="12", parent=CHANNEL)
        assert await here.counts() == [("2026-11-22T09", "12", "spotted", 1)]


async def test_who_opted_out_is_never_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []

    def spot(message: str, texts: object) -> tuple[()]:
        compared.append(message)
        return ()

    async with ears(tmp_path) as here:
        monkeypatch.setattr("bot.quotation.spot", spot, raising=False)
        await here.app.desk.settings.set(SPOTTING, GUILD, CHANNEL, ON)
        await here.app.discussing.consents.opt_out(ADA)
        await here.hear("one")
        await here.hear("two", person=BEN)
        here.spotting.hear(Heard(GUILD, CHANNEL, None, BEN, "three"))
        await here.app.discussing.consents.opt_out(BEN)  # while it waits
        await here.spotting.settled()
        assert compared == ["two"]
        await here.app.discussing.consents.opt_in(ADA)
        await here.hear("four")
        assert compared == ["two", "four"]


async def test_an_offer_is_made_once_an_hour_also_over_a_restart(tmp_path: Path) -> None:
    async with ears(tmp_path) as here:
        await here.app.desk.settings.set(SPOTTING, GUILD, CHANNEL, OFFER)
        await here.hear(MILL)
        await here.hear(MILL, person=BEN)
        await here.hear(f"{MILL} {WELL}")
        assert [(community, channel, len(ids)) for community, channel, ids in here.offers] == [(GUILD, CHANNEL, 1)] * 2
        assert here.offers[0] != here.offers[1]
    async with ears(tmp_path) as here:
        await here.hear(MILL)
        assert here.offers == []
        here.moment += timedelta(hours=1)
        await here.hear(MILL)
        assert len(here.offers) == 1


async def test_the_place_of_a_withheld_passage_is_not_offered(tmp_path: Path) -> None:
    async with ears(tmp_path) as here:
        (source,) = here.app.desk.library.sources()
        mill, well = await here.app.desk.library.order(source.source.id)
        await here.app.desk.settings.set(SPOTTING, GUILD, CHANNEL, OFFER)
        await here.app.desk.withholding.withhold(GUILD, mill)
        await here.hear(MILL)
        assert here.offers == []
        await here.hear(f"{MILL} {WELL}")
        assert here.offers == [(GUILD, CHANNEL, (well,))]
        assert sum(row[3] for row in await here.counts()) == 3  # counted all the same: moderators see it in the log
        await here.app.desk.withholding.release(GUILD, mill)
        here.moment += timedelta(hours=1)
        await here.hear(MILL)
        assert here.offers[1:] == [(GUILD, CHANNEL, (mill,))]


async def test_a_burst_is_bounded_and_told_as_a_number(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async with ears(tmp_path) as here:
        await here.app.desk.settings.set(SPOTTING, GUILD, CHANNEL, ON)
        for _ in range(MOST_WAITING + 244):
            here.spotting.hear(Heard(GUILD, CHANNEL, None, ADA, f"{MILL} {CANARY}"))
        await here.spotting.settled()
        assert await here.counts() == [("2026-11-22T09", "11", "spotted", MOST_WAITING)]
    (told,) = (record for record in caplog.records if "passed over" in record.getMessage())
    assert vars(told)["commonplace_values"] == {"count": 244}
    assert "xylocanary" not in str([vars(record) for record in caplog.records])


async def test_what_fails_ends_nothing_and_is_logged_without_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with ears(tmp_path) as here:
        await here.app.desk.settings.set(SPOTTING, GUILD, CHANNEL, ON)
        with monkeypatch.context() as patch:

            def broken(message: str, texts: object) -> None:
                raise ValueError(message)

            patch.setattr("bot.quotation.spot", broken, raising=False)
            await here.hear(CANARY)
        with monkeypatch.context() as patch:

            async def full(*_: object) -> None:
                raise StoreFull("store.db")

            patch.setattr(EventLog, "record", full)
            await here.hear(f"{MILL} {CANARY}")
        await here.hear(MILL)
        assert await here.counts() == [("2026-11-22T09", "11", "spotted", 1)]
    assert [record.levelname for record in caplog.records] == ["ERROR", "WARNING"]
    assert "xylocanary" not in str([vars(record) for record in caplog.records])


def test_what_is_heard_is_never_printed() -> None:
    shown = repr(Heard(GUILD, CHANNEL, None, ADA, CANARY))
    assert ADA not in shown
    assert CANARY not in shown


def test_comparing_is_loaded_only_when_something_is_compared() -> None:
    assert not hasattr(module, "spot")


async def test_nothing_of_a_message_is_left_on_disk(tmp_path: Path) -> None:
    async with ears(tmp_path) as here:
        await here.app.desk.settings.set(SPOTTING, GUILD, CHANNEL, OFFER)
        for word in CANARY.split():
            await here.hear(f"{MILL} {word} and nothing else, says {word}", person=f"discord:{word}")
        await here.app.discussing.consents.opt_out("discord:zephyrine")
        await here.app.texts.database.backup(tmp_path / "copy" / "backup.db")
        look(tmp_path)
    look(tmp_path)


def look(folder: Path) -> None:
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert any(file.name == "backup.db" for file in files)
    for file in files:
        held = file.read_bytes().lower()
        for word in CANARY.split():
            assert word.encode() not in held, file
            assert word.encode("utf-16-le") not in held, file
