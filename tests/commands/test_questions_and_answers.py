"""An interviewer's question is shown with what answers it, and `why` tells the truth of answers of each kind."""

from pathlib import Path

import pytest

from bot.app import App, open_app
from bot.config import Config, Texts
from bot.model import ActionKind, Actions, Community, Facts, Quote, Reply, Request, Text

TALK = """# The bell founder of Tolm

Mara Lind spoke with Ada Byron, who casts bells.

**Mara Lind:** When did you first cast a bell?

**Ada Byron:** I was twelve, and my aunt held the ladle with me.

**Mara Lind:** Why did you never move abroad?

**Ada Byron:** My brother went. Somebody has to mend what hangs in the towers here.

**Mara Lind:** Is bronze dear today?

**Ada Byron:** It is twice as dear as last year, and nobody asks for less of it.
"""
NEWS = "# Bronze is dear\n\nThe price of bronze rose twice last year, founders say, and nobody asks for less of it.\n"
SMELTING = """# The smelter of Tolm

Mara Lind spoke with Ada Byron, who smelts copper.

**Mara Lind:** Is copper what you smelt, copper alone?

**Ada Byron:** Mostly it is copper, with a little tin from the hills behind the town.

**Mara Lind:** And who buys all of it in a bad year?

**Ada Byron:** Copper! Copper is always bought, copper never waits.

**Mara Lind:** Has copper become dear?

**Ada Byron:** Less so than bread has.
"""
PLACE = Community("t:1", "t:2")


async def asked(app: App, command: str, locale: str = "en", **arguments: str) -> Reply:
    return await app.dispatch.ask(Request(command, arguments, community=PLACE, locale=locale))


def config(tmp_path: Path) -> Config:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "talk.md").write_text(TALK, encoding="utf-8")
    (folder / "news.md").write_text(NEWS, encoding="utf-8")
    return Config(data=str(tmp_path / "data"), texts=Texts(shipped=False, folder=str(folder)))


def said(reply: Reply) -> str:
    facts = (f"{name} {value}" for block in reply.blocks if isinstance(block, Facts) for name, value in block.rows)
    return "\n".join([*(block.text for block in reply.blocks if isinstance(block, Text)), *facts])


def quoted(reply: Reply) -> list[str]:
    return [block.text for block in reply.blocks if isinstance(block, Quote)]


async def test_a_question_comes_with_its_answer(tmp_path: Path) -> None:
    async with open_app(config(tmp_path)) as app:
        reply = await asked(app, "quote", about="why not move abroad")
        assert [text.split()[0] for text in quoted(reply)] == ["Why", "My"]
        assert "one passage, from one of 2 texts, and one answer to a question" in said(reply)
        assert "the same passages" in said(await asked(app, "why", answer=reply.answer or ""))
        told = said(await asked(app, "quote", "uk", about="why not move abroad"))
        assert "1 уривок, у 1 з 2 текстів, і 1 відповідь на запитання" in told
        only = await asked(app, "quote", about="why not move abroad", speaker="Mara Lind")
        assert [text.split()[0] for text in quoted(only)] == ["Why"]


def more(reply: Reply) -> dict[str, str] | None:
    """Give what the button for more asks with."""
    offered = (action for block in reply.blocks if isinstance(block, Actions) for action in block.actions)
    return next(
        ({"answer": one.target, "offset": str(one.offset)} for one in offered if one.kind is ActionKind.MORE), None
    )


async def test_more_repeats_no_answer(tmp_path: Path) -> None:
    settings = config(tmp_path)
    (tmp_path / "texts" / "smelting.md").write_text(SMELTING, encoding="utf-8")
    async with open_app(settings) as app:
        reply = await asked(app, "quote", about="copper", count="1")
        shown, titles = quoted(reply), [said(reply)]
        while further := more(reply):
            reply = await asked(app, "more", **further)
            shown += quoted(reply)
            titles.append(said(reply))
            assert "the same passages in the same order" in said(await asked(app, "why", answer=reply.answer or ""))
        assert sorted(shown) == sorted(set(shown))
        assert len(shown) == 6
        assert all(f"of {len(titles)}" in title for title in titles)


@pytest.mark.parametrize("command", ["quote", "summary", "compare"])
async def test_a_heading_begins_with_a_capital(command: str, tmp_path: Path) -> None:
    long = "The price of bronze rose twice last year, founders say, and nobody asks for less of it, here or anywhere."
    async with open_app(config(tmp_path)) as app:
        assert said(await asked(app, command, about=long)).startswith("Your question")
        assert said(await asked(app, command, "uk", about=long)).startswith("Ваше запитання")


async def test_no_question_is_offered_to_begin_with(tmp_path: Path) -> None:
    async with open_app(config(tmp_path)) as app:
        begins = [text.split()[0] for text in quoted(await asked(app, "discussed", source="bell founder"))]
        assert begins == ["Mara", "I", "My"]


async def test_why_tells_how_the_passages_of_a_summary_were_found(tmp_path: Path) -> None:
    async with open_app(config(tmp_path)) as app:
        reply = await asked(app, "summary", about="price of bronze")
        told = said(await asked(app, "why", answer=reply.answer or ""))
        assert "words in the passage" in told
        assert "score" in told


async def test_why_says_that_a_passage_was_looked_for_with_its_words(tmp_path: Path) -> None:
    async with open_app(config(tmp_path)) as app:
        found = await asked(app, "quote", about="bronze price")
        passage = next(block.passage for block in found.blocks if isinstance(block, Quote))
        reply = await asked(app, "who-else", passage=passage)
        assert len(quoted(reply)) > 1
        told = said(await asked(app, "why", answer=reply.answer or ""))
        assert "Looked for were the passage’s own words" in told
        assert "rests on no search" not in told
