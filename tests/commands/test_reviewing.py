"""`review`, `discussed` and `balance`: who may ask, who did what, and what files say."""

import json
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.app import App, open_app
from bot.config import Config, Texts
from bot.model import Attachment, Bars, Community, Facts, Reply, Request, Right, Strip, Text, Tone, Trend
from bot.store.log import EventLog

HERE = Community("discord:1", "11")
ADA, BEN = "ab12" + "0" * 60, "cd34" + "0" * 60
ASKED = Request("review", {}, "discord", HERE, "en", frozenset({Right.MODERATE}), ADA)


PARTS = "\n\n".join(f"## Part {n}\n\nThe orchard of part {n} was sold before the frost came." for n in range(1, 8))
ORCHARD = f"# The orchard\n\nBy Ada Penn\n\n{PARTS}\n"


@pytest.fixture
def config(tmp_path: Path, read_once: Callable[[Path, str], Path]) -> Config:
    folder = read_once(tmp_path / "data", ORCHARD)
    return Config(data=str(tmp_path / "data"), texts=Texts(shipped=False, folder=str(folder), words_per_answer=30))


@pytest.fixture
async def app(config: Config) -> AsyncIterator[App]:
    async with open_app(config) as opened:
        yield opened


async def ask(app: App, moderator: str = ADA, command: str = "review", **given: str | int) -> Reply:
    return await app.dispatch.ask(replace(ASKED, command=command, arguments=given, moderator=moderator))


async def happen(app: App, *counts: int) -> list[str]:
    passages = await app.desk.library.of_source("the-orchard")
    log = EventLog(app.texts.database)
    for passage, count in zip(passages, counts, strict=False):
        for _ in range(count):
            await log.record("replied", HERE.id, HERE.channel, [(passage.id, passage.edition)], app.desk.clock())
    return [passage.id for passage in passages]


def text(reply: Reply) -> str:
    parts = [block.text for block in reply.blocks if isinstance(block, Text)]
    rows = [f"{name}: {value}" for block in reply.blocks if isinstance(block, Facts) for name, value in block.rows]
    return "\n".join([*parts, *rows])


def failed(reply: Reply) -> bool:
    return any(isinstance(block, Text) and block.tone is Tone.ERROR for block in reply.blocks)


async def test_it_is_for_moderators_and_for_their_eyes(app: App) -> None:
    refused = await app.dispatch.ask(replace(ASKED, rights=frozenset(), moderator=None))
    assert failed(refused)
    for command in ("discussed", "balance"):
        reply = await app.dispatch.ask(replace(ASKED, command=command, rights=frozenset(), moderator=None))
        assert not failed(reply)
        assert not reply.private
    assert (await ask(app)).private


async def test_charts_and_lists_hide_what_is_small(app: App) -> None:
    ids = await happen(app, 23, 3, 1, 0, 12)
    top = await ask(app)
    (bars,) = (block for block in top.blocks if isinstance(block, Bars))
    assert [(bar.shown, bar.count.value) for bar in bars.bars] == [
        ("20+ times", 20),
        ("10+ times", 10),
        ("fewer than 5 times", None),
        ("fewer than 5 times", None),
    ]
    assert ids[0] in text(top)
    (trend,) = (block for block in (await ask(app, action="trend")).blocks if isinstance(block, Trend))
    assert [point.count.value for point in trend.points] == [35]
    strips = [block for block in (await ask(app, command="discussed")).blocks if isinstance(block, Strip)]
    assert [cell.count.value for cell in strips[0].cells] == [20, None, None, 0, 10, 0, 0]
    assert "4 of 7" in strips[0].alt


async def test_who_noted_what_is_you_or_a_mark(app: App) -> None:
    (first, *_) = await happen(app, 1)
    await ask(app, BEN, action="note", passage=first, note="<@1> look here")
    await ask(app, ADA, action="status", passage=first, status="seen")
    seen = await ask(app, BEN, action="passage", passage=first)
    assert "moderator ab12" in text(seen)
    assert "<@1> look here" in text(seen)
    assert "you" in text(await ask(app, ADA, action="passage", passage=first))
    trail = text(await ask(app, BEN, action="trail"))
    assert "moderator ab12 · review status" in trail
    assert "you · review note" in trail
    assert "look here" not in trail
    assert ADA not in trail
    assert seen.passages()
    assert seen.counts == ""


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"action": "status", "passage": "{id} seen"}, "seen"),
        ({"action": "note", "passage": "{id} was asked twice"}, "was asked twice"),
        ({"action": "status", "passage": "[The orchard · {id}]", "status": "noted"}, "noted"),
    ],
)
async def test_words_after_the_id_will_do(app: App, given: dict[str, str], said: str) -> None:
    (first, *_) = await happen(app)
    reply = await ask(app, **{name: value.replace("{id}", first) for name, value in given.items()})
    assert said in text(reply)
    assert not failed(reply)


@pytest.mark.parametrize(
    "given",
    [
        {"action": "note", "passage": "{id}"},
        {"action": "status", "passage": "{id} done"},
        {"action": "passage"},
        {"action": "passage", "passage": "nowhere.abcdefg"},
        {"action": "channels", "source": "orchard"},
        {"action": "top", "passage": "{id}"},
        {"action": "export", "passage": "{id}"},
        {"passage": "everything"},
        {"action": "top", "source": "no such text"},
        {"days": 0},
        {"days": 36_501},
        {"action": "everything"},
        {"format": "xls"},
    ],
)
async def test_what_cannot_be_is_said(app: App, given: dict[str, str | int]) -> None:
    (first, *_) = await happen(app)
    reply = await ask(app, **{name: str(value).replace("{id}", first) for name, value in given.items()})
    assert failed(reply)
    assert reply.private


async def test_statuses_narrow_lists_down(app: App) -> None:
    first, second, *_ = await happen(app, 6, 7)
    await ask(app, action="status", passage=first, status="seen")
    assert first not in text(await ask(app, status="open"))
    assert second in text(await ask(app, status="open"))
    assert first in text(await ask(app, status="seen"))
    assert first in text(await ask(app, action="recent", status="seen"))
    assert "nothing to tell" in text(await ask(app, action="undiscussed", status="noted"))
    assert first in text(await ask(app, action="status", status="seen"))


@pytest.mark.parametrize("form", ["csv", "json", "annotations"])
async def test_a_file_has_what_was_discussed_and_what_was_marked(app: App, form: str) -> None:
    first, *_, last = await happen(app, 6, 2)
    await ask(app, action="note", passage=last, note="why never?")
    reply = await ask(app, action="export", format=form)
    (file,) = (block for block in reply.blocks if isinstance(block, Attachment))
    data = file.data.decode("utf-8-sig")
    assert first in data
    assert last in data
    assert "why never?" in data
    assert ADA[:8] not in data
    assert HERE.id not in data
    if form == "annotations":
        assert json.loads(data)["total"] == 3
        assert "only the place" in text(reply)  # thirty words of the text and no more
    assert f"review export · {form}" in text(await ask(app, action="trail"))


async def test_a_file_of_nothing_is_said(app: App) -> None:
    reply = await ask(app, action="export")
    assert "nothing to export" in text(reply)
    assert not any(isinstance(block, Attachment) for block in reply.blocks)


async def test_the_page_is_asked_for_and_that_is_in_the_trail(app: App) -> None:
    reply = await ask(app, action="page")
    assert reply.page
    assert "review page" in text(await ask(app, action="trail"))


async def test_where_nothing_is_to_be_seen_it_is_said_why(app: App) -> None:
    assert "nothing was discussed in that time" in text(await ask(app))
    assert "no passage fits" in text(await ask(app, source="the-orchard"))
    assert "without singling anybody out" in text(await ask(app, action="trend"))
    assert "No passage is marked yet" in text(await ask(app, action="status"))
    assert "Nothing of “The orchard”" in text(await ask(app, command="discussed", source="the-orchard"))
    (never, *_) = await happen(app)
    assert "reacted to" not in text(await ask(app, action="passage", passage=never))


async def test_of_many_texts_those_that_were_discussed_are_shown_and_all_are_counted(app: App, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.md" for number in range(9)]
    for number, file in enumerate(files):
        file.write_text(
            f"# Apples {number}\n\nBy Ada Penn\n\nThe apples of year {number} were small.\n", encoding="utf-8"
        )
    await app.texts.take(files)
    await happen(app, 8)
    reply = await ask(app, command="discussed")
    strips = [block for block in reply.blocks if isinstance(block, Strip)]
    assert [strip.title for strip in strips[:2]] == ["The orchard", "Apples 0"]
    assert strips[1].alt == "Its only passage was not discussed."
    assert "1 of 16 passages" in text(reply)
    assert "2 more texts" in text(reply)


async def test_balance_tells_shares_once_enough_was_shown(app: App) -> None:
    quiet = await ask(app, command="balance")
    assert "Too little was shown" in text(quiet)
    passages = await app.desk.library.of_source("the-orchard")
    log = EventLog(app.texts.database)
    for passage in passages:
        await log.record("shown", HERE.id, "11", [(passage.id, passage.edition)], app.desk.clock())
    told = await ask(app, command="balance")
    charts = [block for block in told.blocks if isinstance(block, Bars)]
    assert [bar.shown for bar in charts[1].bars] == ["shown: 100 %", "in the texts: 100 %"]


async def test_ukrainian(app: App) -> None:
    await happen(app, 8, 2)
    reply = await app.dispatch.ask(replace(ASKED, locale="uk"))
    (bars,) = (block for block in reply.blocks if isinstance(block, Bars))
    assert [bar.shown for bar in bars.bars] == ["5+ разів", "менше ніж 5 разів"]
