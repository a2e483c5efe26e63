"""The scenarios, run in the terminal's conversation: what is drawn is what is looked at."""

import io
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from rich.console import Console

from bot.app import App, open_app
from bot.config import Config, Texts
from bot.model import ActionKind, Actions, Reply, Text, Tone
from bot.platforms.terminal.conversation import Conversation
from bot.platforms.terminal.drawing import draw, follow_ups
from tests.scenarios.script import Scenario, Step, scenarios, squeezed

ALL = scenarios()
# What a step may choose, as the label that the reply shows.
LABELS = {"context": "Context", "more": "More", "why": "Why", "earlier": "Earlier", "later": "Later"}


class Terminal:
    """Runs one scenario: opens the bot, asks, keeps what the placeholders stand for."""

    def __init__(self, scenario: Scenario, config: Config) -> None:
        self.scenario = scenario
        self.config = config
        self.known = {"passage": "", "answer": ""}
        self.last: Reply | None = None

    async def run(self) -> None:
        steps = list(self.scenario.steps)
        while steps:
            async with AsyncExitStack() as stack:
                app = await stack.enter_async_context(open_app(self.config))
                conversation = Conversation(app.dispatch, self.scenario.locale)
                while steps:
                    step = steps.pop(0)
                    if step.restart:
                        break
                    await self.step(step, conversation, app)

    async def step(self, step: Step, conversation: Conversation, app: App) -> None:
        reply = await conversation.ask(self.line(step, conversation))
        if reply.answer:
            self.known["answer"] = reply.answer
        if reply.passages():
            self.known["passage"] = reply.passages()[0][0]
        self.look(step, reply)

    def line(self, step: Step, conversation: Conversation) -> str:
        if step.ask is not None:
            line = step.ask
            for name, value in self.known.items():
                line = line.replace(f"{{{name}}}", value)
            return line
        assert step.choose is not None
        labels = [label for label, _ in conversation.offered]
        return str(labels.index(LABELS[step.choose]) + 1)

    def look(self, step: Step, reply: Reply) -> None:
        seen = squeezed(drawn(reply))
        for words in step.shows:
            assert squeezed(words) in seen, (step, seen)
        for words in step.lacks:
            assert squeezed(words) not in seen, (step, seen)
        assert any(isinstance(b, Text) and b.tone is Tone.ERROR for b in reply.blocks) is step.error, (step, seen)
        if step.quotes is not None:
            assert len(list(reply.quotes())) == step.quotes, (step, seen)
        if step.private is not None:
            assert reply.private is step.private, step
        if step.offers is not None:
            assert [label for label, _ in follow_ups(reply)] == [LABELS[name] for name in step.offers] or (
                self.scenario.locale != "en" and kinds(reply) == step.offers
            ), (step, follow_ups(reply))
        assert not any(ord(sign) < 32 and sign != "\n" for sign in drawn(reply))


def drawn(reply: Reply, width: int = 100) -> str:
    console = Console(file=io.StringIO(), width=width, highlight=False)
    draw(reply, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def kinds(reply: Reply) -> list[str]:
    rows = [block.actions for block in reply.blocks if isinstance(block, Actions)]
    return [str(action.kind) for row in rows for action in row if action.kind is not ActionKind.THREAD]


@pytest.mark.parametrize("name", ALL)
async def test_scenario(name: str, data: Path, tmp_path: Path) -> None:
    scenario = ALL[name]
    folder = tmp_path / "texts"
    folder.mkdir()
    for file, content in scenario.files.items():
        (folder / file).write_text(content, encoding="utf-8")
    texts = Texts(folder=str(folder)) if scenario.files else Texts()
    await Terminal(scenario, Config(data=str(data), texts=texts)).run()
