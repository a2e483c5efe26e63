"""Every command and parameter has its words in every language, and help and privacy are made of what there is."""

from pathlib import Path

import pytest

from bot.app import open_app
from bot.commands.desk.declaration import Command
from bot.commands.desk.parser import parse
from bot.commands.desk.registry import commands
from bot.commands.help import help_, usage
from bot.commands.privacy import privacy
from bot.config import Config
from bot.model import Columns, Community, Facts, KeywordLine, Quote, Reply, Request, Right, Text
from bot.store.schema import TABLES
from bot.words import languages, words

ALL = list(commands().values())
DISCORDS_LIMIT = 100


def spoken(reply: Reply) -> str:
    lines = [block.text for block in reply.blocks if isinstance(block, Text)]
    facts = [f"{block.title} {block.rows}" for block in reply.blocks if isinstance(block, Facts)]
    return "\n".join([*lines, *facts])


def test_the_commands_of_the_house_are_there() -> None:
    expected = "quote context summary compare concordance sources random why more help privacy"
    assert set(expected.split()) <= set(commands())


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("command", ALL, ids=lambda command: command.name)
def test_every_command_has_its_words(command: Command, language: str) -> None:
    say = words(language).say
    assert len(say(command.message_id)) <= DISCORDS_LIMIT
    assert say(f"{command.message_id}-manual")
    for parameter in command.parameters:
        assert len(say(f"parameter-{parameter.name}")) <= DISCORDS_LIMIT


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("command", ALL, ids=lambda command: command.name)
def test_every_example_can_be_typed(command: Command, language: str) -> None:
    for line in words(language).say(f"{command.message_id}-examples").splitlines():
        assert parse(line, commands()).command is command


async def test_examples_that_look_for_something_find_it_in_the_shipped_texts(data: Path) -> None:
    async with open_app(Config(data=str(data))) as app:
        for name in ("quote", "compare", "concordance", "summary", "check", "random"):
            for line in words("en").say(f"command-{name}-examples").splitlines():
                asked = parse(line, commands())
                reply = await app.dispatch.ask(Request(name, asked.arguments, community=Community("test:1", "test:2")))
                assert any(isinstance(block, Quote | Columns | KeywordLine) for block in reply.blocks), line


@pytest.mark.parametrize("command", ALL, ids=lambda command: command.name)
def test_help_tells_every_parameter(command: Command) -> None:
    for parameter in command.parameters:
        assert parameter.name in usage(command)


async def test_help_leaves_out_what_the_asker_may_not_run(monkeypatch: pytest.MonkeyPatch) -> None:
    guarded = Command("guarded", (), help_.run, rights=frozenset({Right.MODERATE}))
    monkeypatch.setattr("bot.commands.help.commands", lambda: {**commands(), "guarded": guarded, "why": guarded})
    reply = await help_.run(Request("help"), None)
    assert "why" not in {row[0] for block in reply.blocks if isinstance(block, Facts) for row in block.rows}


@pytest.mark.parametrize("language", languages())
async def test_privacy_tells_of_every_table(language: str) -> None:
    class Desk:
        keep_days = 30
        log_days = 365

    reply = await privacy.run(Request("privacy", locale=language), Desk())
    told = [row[0] for block in reply.blocks if isinstance(block, Facts) for row in block.rows]
    assert sorted(told) == sorted(table.name for table in TABLES)
    assert "30" in spoken(reply)
