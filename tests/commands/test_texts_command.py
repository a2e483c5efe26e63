"""`texts`: texts come, change, go and come back while the bot answers; what moderators decide; who may do what."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import App, open_app
from bot.config import Config, Texts
from bot.model import Block, Community, Diff, Facts, Reply, Request, Right, Text, Tone
from bot.platforms.terminal.conversation import Conversation

HERE = Community("test:1", "test:2")
ESSAY = """# On street lamps

By Ada Byron

## What they do

Street lamps were lit by hand until the council bought the new ones. Nobody has counted the moths around them.

## What they cost

The council pays for oil twice a year, and the price has doubled since the harbour closed to the oil ships.

## Who decides

The lamplighter was asked and said that the street belongs to those who sleep in it at night.
"""
OTHER = "# On wells\n\nBy Ada Byron\n\nThe well in the yard was dug long before the mill, and nobody knows by whom.\n"


@pytest.fixture
def config(tmp_path: Path) -> Config:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "wells.md").write_text(OTHER, encoding="utf-8")
    (tmp_path / "lamps.md").write_text(ESSAY, encoding="utf-8")
    own = Texts(shipped=False, folder=str(tmp_path / "texts"), words_per_answer=None, words_per_day=None)
    return Config(data=str(tmp_path / "data"), texts=own)


@pytest.fixture
async def app(config: Config) -> AsyncIterator[App]:
    async with open_app(config) as opened:
        yield opened


async def ask(app: App, line: str) -> Reply:
    return await Conversation(app.dispatch, "en").ask(line)


def told(reply: Reply) -> str:
    def words(block: Block) -> str:
        match block:
            case Text(text=text):
                return text
            case Facts(rows=rows, title=title):
                return f"{title} " + " ".join(f"{name}: {value}." for name, value in rows)
            case _:
                return ""

    return " ".join(words(block) for block in reply.blocks)


def is_error(reply: Reply) -> bool:
    return any(isinstance(block, Text) and block.tone is Tone.ERROR for block in reply.blocks)


async def ids(app: App, source: str = "on-street-lamps") -> list[str]:
    return list(await app.desk.library.order(source))


async def test_a_text_that_is_added_answers_at_once_and_after_a_restart(config: Config, tmp_path: Path) -> None:
    async with open_app(config) as app:
        reply = await ask(app, f"texts add file={tmp_path}/lamps.md standpoint=darkness title='On lamps'")
        assert "“On lamps” (on-lamps) is added, with 3 passages." in told(reply)
        assert "darkness (labelled by moderators of a community): 0 → 75 % of passages" in told(reply)
        assert "On wells (on-wells): 100 → 25 % of passages" in told(reply)
        assert next(iter((await ask(app, "quote moths")).quotes())).source == "on-lamps"
        before = await ids(app, "on-lamps")
    (tmp_path / "lamps.md").unlink()
    async with open_app(config) as app:
        assert await ids(app, "on-lamps") == before
        source = app.desk.library.source("on-lamps").source
        assert (source.title, source.standpoint and source.standpoint.label) == ("On lamps", "darkness")
        assert list((await ask(app, "quote moths")).quotes())
    assert sorted(file.name for file in (tmp_path / "data" / "texts").iterdir()) == ["on-lamps.md", "on-lamps.yaml"]
    assert list((tmp_path / "data" / "incoming").iterdir()) == []


async def test_a_text_without_a_standpoint_is_told_to_have_none(app: App, tmp_path: Path) -> None:
    reply = await ask(app, f"texts add {tmp_path}/lamps.md")
    assert "counts as unlabelled" in told(reply)
    assert "no standpoint given" in told(await ask(app, "texts"))


async def test_an_update_says_what_became_of_passages_and_offers_a_correction(app: App, tmp_path: Path) -> None:
    await ask(app, f"texts add file={tmp_path}/lamps.md")
    first, _, last = await ids(app)
    await ask(app, "quote moths")
    await ask(app, "quote lamplighter")
    edited = ESSAY.replace("Nobody has counted the moths", "Everybody has counted the moths")
    (tmp_path / "lamps.md").write_text(edited[: edited.index("## Who decides")], encoding="utf-8")
    reply = await ask(app, f"texts update on-street-lamps file={tmp_path}/lamps.md")
    assert "As they were: 1. Worded otherwise, under their ids: 1. Gone: 1." in told(reply)
    assert "2 passages that were shown here" in told(reply)
    assert "“texts orphans” lists it" in told(reply)
    assert (await ids(app))[0] == first
    notice = await ask(app, "texts correct")
    assert "can’t write to channels from here" in told(notice)
    assert [quote.passage for quote in notice.quotes()] == [first]
    (diff,) = [block for block in notice.blocks if isinstance(block, Diff)]
    assert "[Nobody → Everybody] has counted" in "".join(part.marked for part in diff.parts)
    assert "It said: “The lamplighter was asked" in told(notice)
    listed = await ask(app, "texts orphans")
    assert f"{last}: on-street-lamps, since" in told(listed)
    assert "The lamplighter was asked" in told(listed)


@pytest.mark.parametrize("decision", ["keep", "forget", "redirect"])
async def test_what_is_decided_of_an_orphan_holds(app: App, tmp_path: Path, decision: str) -> None:
    await ask(app, f"texts add file={tmp_path}/lamps.md")
    first, _, last = await ids(app)
    await ask(app, "quote lamplighter")
    (tmp_path / "lamps.md").write_text(ESSAY[: ESSAY.index("## Who decides")], encoding="utf-8")
    await ask(app, f"texts update on-street-lamps file={tmp_path}/lamps.md")
    assert is_error(await ask(app, f"texts orphans decision=keep passage={first}"))
    more = f" to={first}" if decision == "redirect" else ""
    assert not is_error(await ask(app, f"texts orphans decision={decision} passage={last}{more}"))
    assert "Every passage that was discussed here" in told(await ask(app, "texts orphans"))
    around = await ask(app, f"context {last} before=0 after=0")
    assert [quote.passage for quote in around.quotes()] == ([first] if decision == "redirect" else [])
    logged = {row[3] for row in await app.dispatch.events.counts("terminal")}
    assert (last in logged) is (decision != "forget")


async def test_a_withdrawn_text_is_nowhere_and_comes_back_with_its_ids(config: Config, tmp_path: Path) -> None:
    async with open_app(config) as app:
        await ask(app, f"texts add file={tmp_path}/lamps.md")
        (tmp_path / "lamps.md").write_text(ESSAY.replace("Nobody has", "Nobody had"), encoding="utf-8")
        await ask(app, f"texts update on-street-lamps file={tmp_path}/lamps.md")
        before = await ids(app)
        assert list((await ask(app, "quote moths")).quotes())
        assert "is withdrawn" in told(await ask(app, "texts withdraw on-street-lamps"))
        assert not list((await ask(app, "quote moths")).quotes())
        assert "stood in an earlier edition" in told(await ask(app, f"context {before[0]}"))
        assert "was withdrawn" in told(await ask(app, f"texts add file={tmp_path}/lamps.md"))
        await app.desk.library.tidy()
    async with open_app(config) as app:  # its copy is still there, and brings nothing back
        assert not list((await ask(app, "quote moths")).quotes())
        assert "on-street-lamps: On street lamps" in told(await ask(app, "texts"))
        assert "is back" in told(await ask(app, "texts restore on-street-lamps"))
        assert await ids(app) == before
        assert list((await ask(app, "quote moths")).quotes())
        assert "nothing to restore" in told(await ask(app, "texts restore on-street-lamps"))


async def test_what_can_be_restored_is_named_where_something_else_was_asked_for(app: App, tmp_path: Path) -> None:
    await ask(app, f"texts add file={tmp_path}/lamps.md")
    assert told(await ask(app, "texts restore lamps")) == "No text is withdrawn, so there is nothing to restore."
    await ask(app, "texts withdraw on-street-lamps")
    for wanted in ("lamps", "on-wells", "nothing-like-it"):  # on-wells is there, and not withdrawn
        reply = await ask(app, f"texts restore {wanted}")
        assert is_error(reply)
        assert told(reply) == "No withdrawn text has that name. These can be restored: on-street-lamps."
    assert "is back" in told(await ask(app, 'texts restore text="On street lamps"'))


async def test_what_is_wrong_with_a_file_is_told_by_its_name_and_leaves_no_trace(app: App, tmp_path: Path) -> None:
    before = [shelved.source.id for shelved in app.desk.library.sources()]
    (tmp_path / "binary.md").write_bytes(b"\0\1\2" * 50)
    (tmp_path / "empty.md").touch()
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 and nothing of it")
    (tmp_path / "bad.epub").write_bytes(b"PK\3\4 and nothing of it")
    os.mkfifo(tmp_path / "pipe.md")
    for name in ("binary.md", "empty.md", "bad.pdf", "bad.epub", "pipe.md", "gone.md", "essay.exe"):
        reply = await ask(app, f"texts add file={tmp_path}/{name}")
        assert is_error(reply), name
        assert str(tmp_path) not in told(reply)
    assert is_error(await ask(app, "texts add"))
    assert is_error(await ask(app, "texts update on-wells"))
    assert [shelved.source.id for shelved in app.desk.library.sources()] == before
    assert list((tmp_path / "data" / "incoming").iterdir()) == []
    assert not (tmp_path / "data" / "texts").exists()


async def test_adding_replaces_no_text_and_updating_none_of_the_operators(app: App, tmp_path: Path) -> None:
    await ask(app, f"texts add file={tmp_path}/lamps.md")
    assert "is there already" in told(await ask(app, f"texts add file={tmp_path}/lamps.md"))
    reply = await ask(app, f"texts update on-wells file={tmp_path}/lamps.md")
    assert "is read from a file on the computer" in told(reply)
    assert "one line of words" in told(await ask(app, f"texts add file={tmp_path}/lamps.md title='\x07'"))


async def test_moderators_elsewhere_withhold_and_weigh_but_change_nothing(app: App, tmp_path: Path) -> None:
    async def asked(rights: set[Right], **arguments: str | int) -> Reply:
        where = Community("discord:1", "2")
        return await app.dispatch.ask(Request("texts", arguments, "discord", where, rights=frozenset(rights)))

    moderator, curator = {Right.MODERATE}, {Right.MODERATE, Right.OPERATE}
    assert "for moderators" in told(await asked(set())) or is_error(await asked(set()))
    for action in ("add", "update", "withdraw", "restore"):
        refused = await asked(moderator, action=action, text="on-wells", file=str(tmp_path / "lamps.md"))
        assert "texts.curators" in told(refused)
    # A path is no upload: nobody reads this computer's files by naming them.
    assert "also needs “file”" in told(await asked(curator, action="add", file=str(tmp_path / "lamps.md")))
    assert "also needs “file”" in told(await asked(curator, action="add", text=str(tmp_path / "lamps.md")))
    (passage,) = await ids(app, "on-wells")
    assert "is not shown" in told(await asked(moderator, action="withhold", passage=passage))
    assert "already" in told(await asked(moderator, action="withhold", passage=passage))
    assert "200 %" in told(await asked(moderator, action="weight", text="on-wells", percent=200))
    shelf = told(await asked(moderator, action="list"))
    assert "weighs 200 % here" in shelf
    assert passage in shelf
    assert "shown again" in told(await asked(moderator, action="release", passage=passage))
    assert "not withheld here" in told(await asked(moderator, action="release", passage=passage))
    trail = [(entry.action, entry.target, entry.value) for entry in await app.desk.trail.entries("discord:1", 10)]
    assert trail == [
        ("texts release", passage, None),
        ("texts weight", "on-wells", "200"),
        ("texts withhold", passage, None),
    ]
