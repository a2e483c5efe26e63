"""Whoever reads beside a running bot notices that its texts have changed, without a restart and writing nothing."""

from pathlib import Path

from bot.app import App, open_app
from bot.app.noticing import noticed, noticing
from bot.config import Config, Texts
from bot.model import Community, Request, Right

HERE = Community("terminal", "terminal")
WELLS = "# On wells\n\nBy Ada Byron\n\nThe well in the yard was dug long before the mill, and nobody knows by whom.\n"
PONDS = "# On ponds\n\nBy Ada Byron\n\nThe pond behind the mill was dug by hand, and dries up in every hot summer.\n"


async def found(app: App, about: str) -> list[str]:
    reply = await app.dispatch.ask(Request("quote", {"about": about}, community=HERE))
    return [quote.source for quote in reply.quotes()]


async def texts(app: App, **arguments: str) -> None:
    asked = Request("texts", arguments, "terminal", HERE, rights=frozenset(Right), moderator="terminal")
    reply = await app.dispatch.ask(asked)
    assert not any("tone=<Tone.ERROR" in str(block) for block in reply.blocks), reply


def files(folder: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


async def test_what_a_running_bot_changes_is_noticed_beside_it(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "wells.md").write_text(WELLS, encoding="utf-8")
    (tmp_path / "ponds.md").write_text(PONDS, encoding="utf-8")
    config = Config(data=str(tmp_path / "data"), texts=Texts(shipped=False, folder=str(tmp_path / "texts")))
    async with open_app(config) as bot, open_app(config, may_read_only=True) as beside:
        assert not beside.texts.writable
        parts = beside.texts.library, beside.desk.index, beside.desk.withholding
        assert not await noticed(*parts)
        assert await found(beside, "pond") == []
        await texts(bot, action="add", file=str(tmp_path / "ponds.md"))
        index = files(tmp_path / "data" / "index")
        assert await noticed(*parts)
        assert await found(beside, "pond") == ["on-ponds"]
        assert files(tmp_path / "data" / "index") == index
        (passage,) = await bot.texts.library.order("on-wells")
        await texts(bot, action="withhold", passage=passage)
        await texts(bot, action="withdraw", text="on-ponds")
        async with noticing(*parts, 0.01):
            while beside.texts.library.generation() != bot.texts.library.generation():
                await beside.texts.database.read("SELECT 1")
        assert await found(beside, "pond") == []
        assert await found(beside, "yard") == []
        await texts(bot, action="restore", text="on-ponds")
        assert await noticed(*parts)
        assert await found(beside, "pond") == ["on-ponds"]
        assert await found(bot, "pond") == ["on-ponds"]


async def test_an_index_that_is_written_over_while_the_bot_runs_is_built_anew(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    for name, text in (("wells", WELLS), ("ponds", PONDS)):
        (tmp_path / "texts" / f"{name}.md").write_text(text, encoding="utf-8")
    config = Config(data=str(tmp_path / "data"), texts=Texts(shipped=False, folder=str(tmp_path / "texts")))
    async with open_app(config) as bot:
        with (config.index / "records").open("r+b") as file:
            file.write(bytes((config.index / "records").stat().st_size))
        assert await found(bot, "yard") == []
        assert bot.desk.index.damaged
        assert not await noticed(bot.texts.library, bot.desk.index, bot.desk.withholding)
        assert await found(bot, "yard") == ["on-wells"]
    async with open_app(config) as again:
        assert await found(again, "yard") == ["on-wells"]
