"""What is offered while somebody types."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from bot.app import open_app
from bot.config import Config
from bot.platforms.terminal.completing import Completing
from bot.platforms.terminal.conversation import Conversation


@pytest.fixture
async def completing(data: Path) -> AsyncIterator[Completing]:
    async with open_app(Config(data=str(data))) as app:
        conversation = Conversation(app.dispatch, "en")
        await conversation.ask("quote ceasefire count=1")
        yield Completing(conversation, app.desk)


def offered(completing: Completing, line: str) -> list[str]:
    document = Document(line, len(line))
    found = list(completing.get_completions(document, CompleteEvent()))
    # What is put in, in place of what stands before the cursor.
    return [line[: len(line) + choice.start_position] + choice.text for choice in found]


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("qu", "quote"),
        ("/conc", "/concordance"),
        ("quote ceas", "quote ceasefire"),
        ("quote ceasefire sp", "quote ceasefire speaker="),
        ("quote ceasefire source=int", "quote ceasefire source=interview-digest"),
        ("quote ceasefire source=solid", "quote ceasefire source=interview-digest"),
        ("quote ceasefire speaker=yul", 'quote ceasefire speaker="Yuliia Kishchuk"'),
        ('quote ceasefire speaker="yul', 'quote ceasefire speaker="Yuliia Kishchuk"'),
        ("summary length=m", "summary length=medium"),
        ("help conc", "help concordance"),
        ("sources rep", "sources report-digest"),
    ],
)
async def test_the_first_offer(completing: Completing, line: str, first: str) -> None:
    assert offered(completing, line)[0] == first


async def test_the_passage_that_was_shown_is_offered(completing: Completing) -> None:
    assert offered(completing, "context ")[0].startswith("context interview-digest.")


async def test_nothing_is_offered_for_what_is_no_command(completing: Completing) -> None:
    assert offered(completing, "nosuch ce") == []


async def test_a_parameter_that_was_given_is_not_offered_again(completing: Completing) -> None:
    assert "quote a source=b source=" not in offered(completing, "quote a source=b s")
