"""What moderators withhold is shown in their community by no command, and everywhere else as before."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.app import App, open_app
from bot.commands.desk.composing import Composing
from bot.config import Config, Texts
from bot.daily.selection import Choice
from bot.errors import PassageWithheld
from bot.model import ActionKind, Actions, Columns, Community, KeywordLine, Quote, Reply, Request, Right, Text
from bot.platforms.discord.suggesting import choices
from bot.platforms.terminal.exporting import to_json

Given = dict[str, str | int]
HERE, THERE = Community("test:1", "test:2"), Community("test:3", "test:4")
ABOUT = ("wells", "ponds", "the mill", "summer", "harbours")


def essay(title: str, *paragraphs: str) -> str:
    parts = "\n\n".join(f"## Part {n}\n\n{paragraph}" for n, paragraph in enumerate(paragraphs, 1))
    return f"# {title}\n\nBy Ada Byron\n\n{parts}\n"


WELLS = essay(
    "On wells",
    "The well in the yard was dug long before the mill, and nobody knows by whom. Its water is cold in every summer.",
    "Wells of this kind are lined with stone, and the mill has one that is forty feet deep and never dries up.",
    "Whoever drinks from wells should know that a summer without rain reaches them last of all.",
)
PONDS = essay(
    "On ponds",
    "The pond behind the mill was dug by hand, and dries up in every hot summer, unlike the wells around it.",
    "Ponds are older than harbours, and a mill without one has to stand still for half of the year.",
    "In a dry summer the ponds are the first to go, and the mill stops with them until the autumn.",
)


@pytest.fixture(scope="module")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    made = asyncio.new_event_loop()
    yield made
    made.close()


@pytest.fixture(scope="module")
def app(loop: asyncio.AbstractEventLoop, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """Two texts of three paragraphs."""
    folder = tmp_path_factory.mktemp("withheld")
    (folder / "texts").mkdir()
    (folder / "texts" / "wells.md").write_text(WELLS, encoding="utf-8")
    (folder / "texts" / "ponds.md").write_text(PONDS, encoding="utf-8")

    async def opened() -> AsyncIterator[App]:
        own = Texts(shipped=False, folder=str(folder / "texts"), words_per_answer=None, words_per_day=None)
        config = Config(data=str(folder / "data"), texts=own)
        async with open_app(config) as app:
            yield app

    walk = opened()
    yield loop.run_until_complete(anext(walk))
    with pytest.raises(StopAsyncIteration):
        loop.run_until_complete(anext(walk))


def passages_of(app: App, loop: asyncio.AbstractEventLoop) -> list[str]:
    orders = [loop.run_until_complete(app.desk.library.order(s.source.id)) for s in app.desk.library.sources()]
    return [passage for order in orders for passage in order]


def shown_in(reply: Reply) -> set[str]:
    """Every passage whose words stand in a reply."""
    found = {passage for passage, _ in reply.passages()}
    for block in reply.blocks:
        if isinstance(block, Quote | KeywordLine):
            found.add(block.passage)
        if isinstance(block, Columns):
            found |= {quote.passage for column in block.columns for quote in column.quotes}
        if isinstance(block, Actions):
            found |= {action.target for action in block.actions if action.kind is ActionKind.THREAD}
    return found


def words_of(reply: Reply) -> str:
    """Everything that is read in a reply, its files and charts included."""
    return json.dumps(to_json(reply), ensure_ascii=False)


def runs(words: str) -> set[str]:
    """Give every run of four words."""
    parts = re.findall(r"\w+", words.casefold())
    return {" ".join(parts[at : at + 4]) for at in range(len(parts) - 3)}


def told(reply: Reply) -> str:
    return " ".join(block.text for block in reply.blocks if isinstance(block, Text))


QUOTED = (
    "“The pond behind the mill was dug by hand, and dries up in every hot summer”",
    "“The pond behind the mill was built by hand, and dries up in a hot summer”",
    "“In a dry summer the ponds are the first to go” and “Ponds are older than harbours, and no mill stands”",
    "“Whoever drinks from wells should know … the last of all”",
)
commands = st.one_of(
    st.builds(lambda about: ("quote", {"about": about, "count": 5}), st.sampled_from(ABOUT)),
    st.builds(lambda about: ("compare", {"about": about}), st.sampled_from(ABOUT)),
    st.builds(lambda about: ("summary", {"about": about}), st.sampled_from(ABOUT)),
    st.builds(lambda length: ("summary", {"length": length}), st.sampled_from(["short", "medium", "long"])),
    st.builds(lambda term: ("concordance", {"term": term}), st.sampled_from(["summer", "mill", "the mill", "w*"])),
    st.builds(lambda at: ("context", {"passage": at, "before": 2, "after": 2}), st.integers(0, 5)),
    st.builds(lambda at: ("who-else", {"passage": at}), st.integers(0, 5)),
    st.just(("random", {})),
    st.builds(lambda said: ("check", {"wording": said}), st.sampled_from(QUOTED)),
    st.builds(lambda text: ("discussed", text), st.sampled_from([{}, {"source": "On ponds"}])),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=commands, withheld=st.sets(st.integers(0, 7), max_size=6))
def test_no_command_shows_what_is_withheld(
    app: App, loop: asyncio.AbstractEventLoop, asked: tuple[str, dict[str, str | int]], withheld: set[int]
) -> None:
    everything = passages_of(app, loop)
    hidden = {everything[at] for at in withheld if at < len(everything)}
    name, arguments = asked
    if "passage" in arguments:
        arguments = {**arguments, "passage": everything[int(arguments["passage"]) % len(everything)]}

    async def ask() -> tuple[Reply, Reply]:
        for passage in hidden:
            await app.desk.withholding.withhold(HERE.id, passage)
        try:
            return (
                await app.dispatch.ask(Request(name, arguments, community=HERE)),
                await app.dispatch.ask(Request(name, arguments, community=THERE)),
            )
        finally:
            for passage in hidden:
                await app.desk.withholding.release(HERE.id, passage)

    here, there = loop.run_until_complete(ask())
    assert not shown_in(here) & hidden
    secret = {passage: runs(loop.run_until_complete(_words(app, passage))) for passage in hidden}
    asked_with = runs(" ".join(str(value) for value in arguments.values()))
    for passage, unspeakable in secret.items():
        assert not runs(words_of(here)) & (unspeakable - asked_with), passage
        assert passage in arguments.values() or passage not in words_of(here)
    assert "went wrong" not in told(here)
    if name not in ("random", "check") and shown_in(there) and not hidden:
        assert shown_in(here) == shown_in(there)


async def _words(app: App, passage: str) -> str:
    (found,) = await app.desk.library.passages([passage])
    return (await app.desk.library.document(found.source, found.edition)).derive(found.spans)


def test_others_come_in_the_place_of_those_that_are_withheld_and_it_is_said(
    app: App, loop: asyncio.AbstractEventLoop
) -> None:
    async def ask() -> tuple[Reply, Reply]:
        asked = Request("quote", {"about": "mill", "count": 2}, community=HERE)
        before = await app.dispatch.ask(asked)
        first = next(before.quotes()).passage
        await app.desk.withholding.withhold(HERE.id, first)
        after = await app.dispatch.ask(asked)
        await app.desk.withholding.release(HERE.id, first)
        return before, after

    before, after = loop.run_until_complete(ask())
    assert len(list(after.quotes())) == len(list(before.quotes())) == 2
    assert "is left out, because the moderators" in told(after)
    assert "left out" not in told(before)


def test_where_everything_is_withheld_that_is_said(app: App, loop: asyncio.AbstractEventLoop) -> None:
    everything = passages_of(app, loop)

    async def ask() -> list[Reply]:
        for passage in everything:
            await app.desk.withholding.withhold(HERE.id, passage)
        replies = [
            await app.dispatch.ask(Request("random", {}, community=HERE)),
            await app.dispatch.ask(Request("context", {"passage": everything[0]}, community=HERE)),
            await app.dispatch.ask(Request("concordance", {"term": "mill"}, community=HERE)),
        ]
        for passage in everything:
            await app.desk.withholding.release(HERE.id, passage)
        return replies

    drawn, around, lines = loop.run_until_complete(ask())
    assert "do not want this shown here" in told(drawn)
    assert "do not want this shown here" in told(around)
    assert "left out" in told(lines)


def test_moderators_see_in_their_own_commands_what_they_withhold(app: App, loop: asyncio.AbstractEventLoop) -> None:
    passage = passages_of(app, loop)[0]
    asked = Request("review", {"action": "passage", "passage": passage}, community=HERE)

    async def ask() -> Reply:
        await app.desk.withholding.withhold(HERE.id, passage)
        reply = await app.dispatch.ask(replace(asked, rights=frozenset({Right.MODERATE})))
        await app.desk.withholding.release(HERE.id, passage)
        return reply

    assert passage in shown_in(loop.run_until_complete(ask()))


def test_no_command_shows_a_withdrawn_text(app: App, loop: asyncio.AbstractEventLoop) -> None:
    gone = [one for one in passages_of(app, loop) if one.startswith("on-ponds.")]
    left = runs(WELLS)
    unspeakable = runs(PONDS) - left
    asking: list[tuple[str, Given]] = [
        *(("quote", Given(about=about, count=5)) for about in ABOUT),
        *((name, Given(about="mill")) for name in ("compare", "summary")),
        ("summary", {"length": "long"}),
        ("concordance", {"term": "summer"}),
        *((name, Given(passage=gone[0])) for name in ("context", "who-else")),
        *(("random", Given()) for _ in range(5)),
        ("check", {"wording": QUOTED[1]}),
        ("discussed", {}),
        ("sources", {}),
        ("more", {}),
        ("quote", {"about": "wells", "source": "on-ponds"}),
    ]

    async def ask() -> list[tuple[Reply, str]]:
        kept = await app.dispatch.ask(Request("quote", {"about": "ponds"}, community=THERE))
        await app.desk.texts.withdraw("on-ponds")
        try:
            again: list[tuple[str, dict[str, str | int]]] = [
                (name, {"answer": kept.answer or ""}) for name in ("why", "more")
            ]
            return [
                (await app.dispatch.ask(Request(name, given, community=THERE)), " ".join(map(str, given.values())))
                for name, given in (*asking, *again)
            ]
        finally:
            await app.desk.texts.restore("on-ponds")

    for reply, asked in loop.run_until_complete(ask()):
        assert not shown_in(reply) & set(gone)
        assert not runs(words_of(reply)) & (unspeakable - runs(asked)), asked
        assert "went wrong" not in told(reply)
    assert [one for one in passages_of(app, loop) if one.startswith("on-ponds.")] == gone


def test_what_is_withheld_is_not_offered_while_somebody_types(app: App, loop: asyncio.AbstractEventLoop) -> None:
    """Discord offers passages by their first words; and the passage of the day keeps to it, too."""
    parameter = app.dispatch.command("context").parameters[0]
    hidden = passages_of(app, loop)[0]

    async def offered() -> tuple[set[str], set[str]]:
        await app.desk.withholding.withhold(HERE.id, hidden)
        try:
            here, there = [
                {str(one.value) for one in await choices(parameter, "pond mill", app.desk, app.dispatch, where.id)}
                for where in (HERE, THERE)
            ]
            composing, day = Composing(app.desk), date(2026, 11, 22)
            choice = Choice(hidden, hidden.partition(".")[0], "", ())
            with pytest.raises(PassageWithheld):
                await composing(choice, HERE.id, day, datetime(2026, 11, 22, tzinfo=UTC), "en")
            post = await composing(choice, THERE.id, day, datetime(2026, 11, 22, tzinfo=UTC), "en")
            assert shown_in(post.reply) == {hidden}
        finally:
            await app.desk.withholding.release(HERE.id, hidden)
        return here, there

    here, there = loop.run_until_complete(offered())
    assert hidden in there
    assert here == there - {hidden}


def test_an_answer_of_nothing_but_withheld_passages_is_explained_as_that(
    app: App, loop: asyncio.AbstractEventLoop
) -> None:
    async def ask() -> tuple[str, Reply]:
        kept = await app.dispatch.ask(Request("quote", {"about": ABOUT[0], "count": 1}, community=HERE))
        (passage,) = shown_in(kept)
        await app.desk.withholding.withhold(HERE.id, passage)
        try:
            return passage, await app.dispatch.ask(Request("why", {"answer": kept.answer or ""}, community=HERE))
        finally:
            await app.desk.withholding.release(HERE.id, passage)

    passage, reply = loop.run_until_complete(ask())
    assert "A passage is left out" in told(reply)
    assert "as told above" not in told(reply)
    assert passage not in told(reply)
