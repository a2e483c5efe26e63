"""A reply that is given again is the one that would be made anew, under an answer id of its own."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answers import random
from bot.answers.quoting import Excerpt
from bot.app import App, open_app
from bot.clock import day
from bot.commands.desk import wording
from bot.config import Config, Texts
from bot.model import Actions, Community, Reply, Request, Text
from bot.search import Index

HERE, THERE = Community("test:1", "test:2"), Community("test:3", "test:4")
WELLS = "# On wells\n\nBy Ada Byron\n\nThe well in the yard was dug long before the mill, and nobody knows by whom.\n"
PONDS = "# On ponds\n\nBy Ada Byron\n\nThe pond behind the mill was dug by hand, and dries up in every hot summer.\n"


@pytest.fixture
async def app(tmp_path: Path) -> AsyncIterator[App]:
    """Two texts in a folder, and nothing else."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "wells.md").write_text(WELLS, encoding="utf-8")
    (folder / "ponds.md").write_text(PONDS, encoding="utf-8")
    async with open_app(Config(data=str(tmp_path / "data"), texts=Texts(shipped=False, folder=str(folder)))) as opened:
        yield opened


@pytest.fixture
def searches(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was searched for."""
    found: list[str] = []
    search = Index.search

    def counted(self: Index, about: str, **more: object) -> object:
        found.append(about)
        return search(self, about, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Index, "search", counted)
    return found


async def ask(app: App, about: str, where: Community = HERE, locale: str = "en", **more: str | int) -> Reply:
    return await app.dispatch.ask(Request("quote", {"about": about, **more}, community=where, locale=locale))


def without_id(reply: Reply) -> Reply:
    """Give a reply as it is under any answer id."""
    assert reply.answer is not None
    rows = [block for block in reply.blocks if isinstance(block, Actions)]
    assert any(action.target == reply.answer for row in rows for action in row.actions)
    plain = tuple(
        Actions(
            tuple(
                replace(
                    action,
                    target=action.target.replace(reply.answer, "ID"),
                    command=action.command and action.command.replace(reply.answer, "ID"),
                )
                for action in block.actions
            )
        )
        if isinstance(block, Actions)
        else block
        for block in reply.blocks
    )
    return replace(reply, blocks=plain, answer="ID", like=None)


async def test_the_same_question_is_searched_for_once_and_answered_twice(app: App, searches: list[str]) -> None:
    first, second = await ask(app, "mill"), await ask(app, "mill", THERE)
    assert searches == ["mill"]
    assert len(list(first.quotes())) == 2
    assert first.answer != second.answer
    assert without_id(first) == without_id(second)
    for reply, where in ((first, HERE), (second, THERE)):
        assert reply.answer is not None
        told = await app.desk.answers.load(reply.answer, where.id)
        assert told is not None
        assert told[0] == reply.trace


@pytest.mark.parametrize("about", ["mill xylocanary", "what of the mill", '"the mill"', "mlil"])
async def test_a_question_with_words_of_its_own_is_not_remembered(app: App, searches: list[str], about: str) -> None:
    for _ in range(2):
        assert (await ask(app, about)).passages()
    assert searches == [about] * 2


async def test_each_language_and_each_choice_is_a_question_of_its_own(app: App, searches: list[str]) -> None:
    english, ukrainian = await ask(app, "mill"), await ask(app, "mill", locale="uk")
    one = await ask(app, "mill", count=1)
    assert len(searches) == 3
    assert english.blocks[0] != ukrainian.blocks[0]
    assert len(one.passages()) == 1


async def test_words_are_counted_each_time(app: App) -> None:
    today = day(app.desk.clock())
    for times in (1, 2, 3):
        reply = await ask(app, "mill")
        words = {quote.source: len(quote.text.split()) for quote in reply.quotes()}
        spent = {source: app.dispatch.spending.spent(HERE.id, source, today) for source in words}
        assert spent == {source: times * count for source, count in words.items()}


async def test_a_text_that_changed_on_disk_is_left_out_and_named(app: App, tmp_path: Path) -> None:
    assert len((await ask(app, "mill")).passages()) == 2
    (tmp_path / "texts" / "wells.md").write_text(WELLS.replace("dug", "cut"), encoding="utf-8")
    reply = await ask(app, "mill")
    assert [quote.source for quote in reply.quotes()] == ["on-ponds"]
    assert any("on-wells" in block.text for block in reply.blocks if isinstance(block, Text))
    (tmp_path / "texts" / "wells.md").write_text(WELLS, encoding="utf-8")
    assert len((await ask(app, "mill")).passages()) == 2


async def test_a_text_that_goes_is_quoted_no_longer(app: App) -> None:
    assert len((await ask(app, "mill")).passages()) == 2
    await app.desk.library.remove("on-wells")
    await app.desk.index.refresh(app.desk.library)
    assert [quote.source for quote in (await ask(app, "mill")).quotes()] == ["on-ponds"]


async def test_an_answer_rests_on_the_texts_from_before_it_was_made(app: App) -> None:
    quote, runs = app.dispatch.commands["quote"], 0

    async def meanwhile(*given: object, **more: object) -> Reply:
        nonlocal runs
        runs += 1
        made = await quote.run(*given, **more)
        if runs == 1:  # the texts change while the first answer is under way
            await app.desk.library.remove("on-wells")
            await app.desk.index.refresh(app.desk.library)
        return made

    slow = replace(app.dispatch, commands={**app.dispatch.commands, "quote": replace(quote, run=meanwhile)})
    for times in (1, 2, 2):
        reply = await slow.ask(Request("quote", {"about": "pond"}, community=HERE))
        assert [one.source for one in reply.quotes()] == ["on-ponds"]
        assert runs == times


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The passages for which a reply was written."""
    found: list[str] = []
    quoted = wording.quoted

    def noted(excerpt: Excerpt, *given: object, **more: object) -> object:
        found.append(excerpt.passage.id)
        return quoted(excerpt, *given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(wording, "quoted", noted)
    return found


async def draw(app: App, where: Community = HERE, **given: str) -> Reply:
    return await app.dispatch.ask(Request("random", given, community=where))


async def test_a_drawn_passage_is_written_about_once_and_told_by_a_seed_of_its_own(
    app: App, written: list[str]
) -> None:
    replies = [await draw(app) for _ in range(40)]
    drawn = [next(reply.quotes()).passage for reply in replies]
    assert len(set(drawn)) == 2
    assert sorted(written) == sorted(set(drawn))
    for passage in set(drawn):
        alike = {
            repr(without_id(replace(r, trace=None))) for r, of in zip(replies, drawn, strict=True) if of == passage
        }
        assert len(alike) == 1
    assert len({reply.answer for reply in replies}) == 40
    for reply, passage in zip(replies, drawn, strict=True):
        assert reply.answer is not None
        assert reply.trace is not None
        told = await app.desk.answers.load(reply.answer, HERE.id)
        assert told is not None
        assert told[0] == reply.trace
        again = await random.draw(app.desk.library, seed=int(dict(reply.trace.choices)["seed"]))
        assert again.passage.id == passage == reply.trace.hits[0].passage


async def test_a_drawn_text_that_changed_on_disk_is_passed_over(app: App, tmp_path: Path) -> None:
    assert {quote.source for _ in range(40) for quote in (await draw(app)).quotes()} == {"on-wells", "on-ponds"}
    (tmp_path / "texts" / "wells.md").write_text(WELLS.replace("dug", "cut"), encoding="utf-8")
    assert {quote.source for _ in range(40) for quote in (await draw(app)).quotes()} == {"on-ponds"}


async def test_what_was_drawn_of_one_text_says_so(app: App, written: list[str]) -> None:
    ponds = [await draw(app, source="on-ponds") for _ in range(3)]
    assert {quote.source for reply in ponds for quote in reply.quotes()} == {"on-ponds"}
    assert {dict(reply.trace.choices)["source"] for reply in ponds if reply.trace} == {"on-ponds"}
    anywhere = [reply for reply in [await draw(app) for _ in range(40)] if next(reply.quotes()).source == "on-ponds"]
    assert {reply.trace.searched for reply in anywhere if reply.trace} == {2}
    assert {reply.blocks[0] for reply in anywhere} != {reply.blocks[0] for reply in ponds}


async def test_what_is_remembered_has_no_words_of_an_asker(app: App) -> None:
    await ask(app, "mill")
    await ask(app, "mill xylocanary", source="wells", speaker="byron")
    assert "xylocanary" not in json.dumps(repr(vars(app.dispatch.repeating)["_kept"].__dict__))
