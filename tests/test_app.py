"""Wiring: what is brought in at a start, what is refused, what is cleared away, and how it ends."""

import asyncio
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.app import App, open_app, open_texts
from bot.app.housekeeping import next_moment
from bot.config import Answers, Config, Discussion, Housekeeping, KeepDays, Search, Texts
from bot.corpus.reading import Reader
from bot.errors import CatalogBroken, ConfigInvalid, DuplicateSource, StoreFull, StoreLocked
from bot.model import Community, Facts, Quote, Reply, Request, Text, Trace
from bot.platforms.terminal.conversation import Conversation
from bot.store.log import AnswerLog, EventLog
from bot.store.tallies import Window

CANARY = "xylocanary"
WELLS = "# On wells\n\nBy Ada Byron\n\nThe well in the yard was dug long before the mill, and nobody knows by whom.\n"


def config(data: Path, folder: Path | None = None, *, shipped: bool = True) -> Config:
    return Config(data=str(data), texts=Texts(shipped=shipped, folder=str(folder) if folder else None))


def texts_of(app: App) -> list[str]:
    return [entry.source.id for entry in app.desk.library.sources()]


async def ask(app: App, command: str, /, **arguments: str | int) -> Reply:
    request = Request(command, arguments, community=Community("test:1", "test:2"))
    reply = await app.dispatch.ask(request)
    await app.dispatch.shown(request, reply)
    return reply


def said(reply: Reply) -> str:
    return "\n".join(block.text for block in reply.blocks if isinstance(block, Text))


async def test_a_start_with_nothing_changed_starts_no_worker(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def refuse(*_: object) -> None:
        raise AssertionError("a file was read although nothing changed")

    monkeypatch.setattr(Reader, "load", refuse)
    async with open_app(config(data)) as app:
        assert texts_of(app) == ["interview-digest", "op-ed-digest", "report-digest"]


async def test_the_configured_folder_is_read_and_what_fails_is_told(data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "wells.md").write_text(WELLS, encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    told: list[str] = []

    def tell(message: str, /, **values: str | int) -> None:
        told.append(f"{message} {values}")

    async with open_app(config(data, folder), told=tell) as app:
        assert "on-wells" in texts_of(app)
        assert "Ada Byron" in app.desk.library.speakers()
    assert len(told) == 1
    assert "empty.txt" in told[0]


async def test_shipped_texts_leave_when_they_are_switched_off(data: Path) -> None:
    async with open_app(config(data, shipped=False)) as app:
        assert texts_of(app) == []
        for command in ("quote", "compare"):
            assert "There are no texts" in said(await ask(app, command, about="anything"))
        assert "There are no texts" in said(await ask(app, "sources"))
        assert "What can be asked" not in said(await ask(app, "random"))


async def test_a_file_that_changes_while_the_bot_runs_is_not_quoted(data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "wells.md").write_text(WELLS, encoding="utf-8")
    async with open_app(config(data, folder)) as app:
        passage = (await app.desk.library.of_source("on-wells"))[0].id
        (folder / "wells.md").write_text(WELLS.replace("dug", "cut"), encoding="utf-8")
        assert "has changed" in said(await ask(app, "context", passage=passage))
    async with open_app(config(data, folder)) as app:
        reply = await ask(app, "context", passage=passage)
        assert "was cut" in next(reply.quotes()).text


async def test_a_broken_catalog_ends_the_start(data: Path, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "catalog.yaml").write_text("texts: [{id: 1}]\n", encoding="utf-8")
    with pytest.raises(CatalogBroken):
        async with open_app(config(data, folder)):
            pass
    (folder / "catalog.yaml").write_text('texts: [{id: op-ed, title: "Twice", kind: other}]\n', encoding="utf-8")
    with pytest.raises(DuplicateSource):
        async with open_app(config(data, folder)):
            pass


async def test_a_second_bot_on_the_same_store_is_refused_or_only_reads(data: Path) -> None:
    async with open_app(config(data)) as first:
        with pytest.raises(StoreLocked):
            async with open_app(config(data)):
                pass
        told: list[str] = []
        async with open_app(config(data), told=lambda message, /, **_: told.append(message), may_read_only=True) as app:
            reply = await ask(app, "quote", about="ceasefire")
            assert list(reply.quotes())
            assert reply.answer is None
        assert told == ["cli-reading-only"]
        assert await first.dispatch.events.counts("test:1") == []


async def test_a_stale_index_beside_a_running_bot_is_replaced_in_memory(data: Path) -> None:
    async with open_app(config(data)) as first:
        for file in Path(config(data).index).glob("*"):
            file.unlink()
        async with open_app(config(data), told=lambda *_, **__: None, may_read_only=True) as app:
            assert list((await ask(app, "quote", about="ceasefire")).quotes())
        assert list(Path(config(data).index).glob("*")) == []
        assert list((await ask(first, "quote", about="ceasefire")).quotes())


async def test_what_was_asked_is_nowhere_in_the_store(data: Path) -> None:
    async with open_app(config(data)) as app:
        for command, name in (("quote", "about"), ("compare", "about"), ("summary", "about"), ("concordance", "term")):
            await ask(app, command, **{name: f"ceasefire {CANARY}"})
        await ask(app, "quote", about="ceasefire", source=CANARY, speaker=CANARY)
        await ask(app, "context", passage=CANARY)
        await ask(app, "help", command=CANARY)
    kept = b"".join(file.read_bytes() for file in data.rglob("*") if file.is_file())
    assert b"ceasefire" in kept
    assert CANARY.encode() not in kept


async def test_a_full_disk_is_no_members_business(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def full(*_: object) -> None:
        raise StoreFull(str(data / "commonplace.db"))

    async with open_app(config(data)) as app:
        monkeypatch.setattr(AnswerLog, "save", full)
        for platform, told in (("terminal", True), ("discord", False)):
            reply = await app.dispatch.ask(Request("quote", {"about": "ceasefire"}, platform))
            assert reply.private
            assert not reply.passages()
            assert (str(data) in said(reply)) is told


async def test_an_answer_that_cannot_be_counted_is_still_given(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def full(*_: object) -> None:
        raise StoreFull(str(data / "commonplace.db"))

    monkeypatch.setattr(EventLog, "_count", full)
    async with open_app(config(data)) as app:
        reply = await Conversation(app.dispatch, "en").ask("quote ceasefire")
        assert reply.passages()
        with pytest.raises(StoreFull):
            await app.dispatch.events.settle()


async def test_what_was_shown_is_counted_at_the_end_at_the_latest(data: Path) -> None:
    async with open_app(config(data)) as app:
        reply = await ask(app, "quote", about="ceasefire")
    async with open_app(config(data)) as app:
        counted = [passage for _, _, _, passage, _, _ in await app.dispatch.events.counts("test:1")]
    assert sorted(counted) == sorted(passage for passage, _ in reply.passages())


async def test_old_answers_are_cleared_away_at_the_start(data: Path) -> None:
    old = datetime.now(UTC) - timedelta(days=8)
    async with open_texts(config(data)) as texts:
        await AnswerLog(texts.database).save("aaaaaaaaaa", "test:1", Trace("quote", ("israel",)), old)
    for days, left in ((9, True), (7, False)):
        kept = Config(data=str(data), answers=Answers(keep_days=days))
        async with open_app(kept) as app:
            assert (await app.desk.answers.load("aaaaaaaaaa", "test:1") is not None) is left


async def test_old_hours_are_cleared_away_at_the_start_and_their_day_stays_counted(data: Path) -> None:
    async with open_app(config(data)) as app:
        shown = (await ask(app, "quote", about="ceasefire")).passages()
        await app.dispatch.events.record("shown", "test:1", "1", shown, datetime.now(UTC) - timedelta(days=40))
    kept = Config(data=str(data), discussion=Discussion(keep_days=KeepDays(shown=30)))
    async with open_app(kept) as app:
        async with asyncio.timeout(10):
            while len(await app.dispatch.events.counts("test:1")) > len(shown):
                await asyncio.sleep(0.01)
        trend = await app.desk.tallies.trend(Window("test:1", 0, 10**6))
        assert list(trend.values()) == [len(shown)] * 2
        assert app.desk.log_days == 365


async def test_words_that_are_one_thing_are_told_in_the_answer_and_by_why(data: Path) -> None:
    async with open_app(config(data)) as app:
        reply = await ask(app, "quote", about="перемир'я")
        assert "Read in the texts’ own words: перемирʼя as ceasefire." in said(reply)
        trace, _ = await app.desk.answers.load(reply.answer or "", "test:1") or (None, None)
        assert trace is not None
        assert trace.terms == ("ceasefire",)
    own = Config(data=str(data), search=Search(synonyms=("ceasefire = weapons", "Netanyahu = Bibi")))
    async with open_app(own) as app:
        reply = await ask(app, "quote", about="ceasefire", count=5)
        facts = [
            block for block in (await ask(app, "why", answer=reply.answer or "")).blocks if isinstance(block, Facts)
        ]
        assert ("read also", "ceasefire as weapons") in facts[0].rows
        assert any(name == "other words for the same" for block in facts[1:] for name, _ in block.rows)
        assert "Bibi as Netanyahu" in said(await ask(app, "quote", about="Bibi"))


@pytest.mark.parametrize("asked", ["що кажуть про перемир'я в Газі?", "מה נאמר על הפסקת האש בעזה?", "прекращение огня"])
async def test_questions_in_other_languages_find_the_english_digests_without_the_extra(asked: str, data: Path) -> None:
    async with open_app(config(data)) as app:
        (quote, *_) = (block for block in (await ask(app, "quote", about=asked)).blocks if isinstance(block, Quote))
        assert "ceasefire" in quote.text


async def test_without_the_list_of_synonyms_words_are_themselves(data: Path) -> None:
    bare = Config(data=str(data), search=Search(shipped_synonyms=False))
    async with open_app(bare) as app:
        assert "Nothing in the 3 texts" in said(await ask(app, "quote", about="перемир'я"))


async def test_wrong_synonyms_are_refused_before_anything_is_opened(data: Path) -> None:
    with pytest.raises(ConfigInvalid):
        async with open_app(Config(data=str(data / "none"), search=Search(synonyms=("truce",)))):
            pass
    assert not (data / "none").exists()


async def test_an_answer_is_explained_only_where_it_was_given(data: Path) -> None:
    async with open_app(config(data)) as app:
        answer = (await ask(app, "quote", about="ceasefire")).answer
        assert answer is not None
        elsewhere = Request("why", {"answer": answer}, community=Community("test:other", "test:2"))
        assert "There is no answer with that id here" in said(await app.dispatch.ask(elsewhere))


MOMENTS = st.integers(1_700_000_000, 1_800_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
ZONES = st.sampled_from(
    ["UTC", "Europe/Kyiv", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Asia/Gaza"]
)


@given(MOMENTS, ZONES, st.times())
def test_the_next_moment_comes_once_a_day_at_the_configured_time(moment: datetime, zone: str, time: datetime) -> None:
    when = Housekeeping(time=f"{time.hour:02}:{time.minute:02}", zone=zone)
    due = next_moment(moment, when)
    following = next_moment(due, when)
    assert moment < due <= moment + timedelta(hours=26)
    assert timedelta(hours=22) <= following - due <= timedelta(hours=26)
    local = due.astimezone(ZoneInfo(zone))
    assert abs((local.hour * 60 + local.minute) - (time.hour * 60 + time.minute)) in (0, 30, 60, 1380)


def test_a_time_that_is_skipped_comes_later_and_a_doubled_one_once() -> None:
    when = Housekeeping(time="03:30", zone="Europe/Kyiv")
    assert next_moment(datetime(2025, 3, 29, 12, tzinfo=UTC), when) == datetime(2025, 3, 30, 1, 30, tzinfo=UTC)
    assert next_moment(datetime(2025, 10, 25, 12, tzinfo=UTC), when) == datetime(2025, 10, 26, 0, 30, tzinfo=UTC)
    assert next_moment(datetime(2025, 10, 26, 0, 30, tzinfo=UTC), when) == datetime(2025, 10, 27, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_closes_everything_and_is_exit_code_0(number: signal.Signals, data: Path) -> None:
    program = (
        "import asyncio, sys\n"
        "from bot.app import open_app, until_stopped\n"
        "from bot.config import Config\n"
        "async def serve():\n"
        "    async with open_app(Config(data=sys.argv[1])):\n"
        "        print('ready', flush=True)\n"
        "        await asyncio.Event().wait()\n"
        "asyncio.run(until_stopped(serve()))\n"
        "print('closed')\n"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)}
    with subprocess.Popen(
        [sys.executable, "-c", program, str(data)], stdout=subprocess.PIPE, text=True, env=environment
    ) as bot:
        assert bot.stdout is not None
        while bot.stdout.readline() not in ("ready\n", ""):
            pass
        bot.send_signal(number)
        rest, _ = bot.communicate(timeout=30)
    assert bot.returncode == 0
    assert rest.endswith("closed\n")
    # A clean close folds the log of writes back into the file.
    assert not (data / "commonplace.db-wal").exists()
