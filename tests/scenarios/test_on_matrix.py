"""The scenarios, run on Matrix: the whole bot as a process on a real homeserver, and what people see there."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from bot.words import words
from tests.matrix.bot_process import Bot, House, here
from tests.matrix.people import Person
from tests.matrix.synapse import MISSING, installed, shared
from tests.scenarios.script import Scenario, Step, scenarios, squeezed

pytestmark = [
    pytest.mark.blackbox,
    pytest.mark.timeout(180),
    pytest.mark.asyncio(loop_scope="module"),
    pytest.mark.skipif(not installed(), reason=MISSING),
]
ALL = scenarios()
CHOICES = "org.commonplace.choices"
BOTS: dict[tuple[str, str], Bot] = {}


class Matrix:
    """Runs one scenario: asks in a room, chooses numbers, keeps what the placeholders stand for."""

    def __init__(self, scenario: Scenario, house: House, bot: Bot, arguments: list[str]) -> None:
        self.scenario, self.house, self.bot, self.arguments = scenario, house, bot, arguments
        self.known = {"passage": "", "answer": ""}
        self.last: list[dict[str, Any]] = []
        self.where = self.direct = self.room = ""
        self.person: Person

    async def run(self) -> None:
        self.person = await self.house.person()
        self.room = await self.house.room(self.bot, self.person)
        # A direct room of the person's own making: private answers are found in it without waiting for an invitation.
        self.direct = await self.person.room(self.bot.person, is_direct=True)
        await here(self.bot.person, self.direct)
        await self.person.arrivals()
        for step in self.scenario.steps:
            if step.restart:
                assert await self.bot.stop() == 0
                await self.bot.start(*self.arguments)
                continue
            await self.asked(step)
            self.look(step)
            self.remember()
        assert "Traceback" not in self.bot.output()
        assert self.person.id not in self.bot.output()

    async def asked(self, step: Step) -> None:
        if step.choose is not None:
            label = words(self.scenario.locale).say(f"action-{step.choose}")
            body = self.last[-1]["content"]["body"]
            (number,) = re.findall(rf"([1-9])\ufe0f\u20e3 {re.escape(label)}(?: ·|\n|$)", body)
            await self.person.react(self.where, self.last[-1]["event_id"], f"{number}\ufe0f\u20e3")
        else:
            assert step.ask is not None
            line = step.ask
            for name, value in self.known.items():
                line = line.replace(f"{{{name}}}", value)
            await self.person.say(self.room, line if line.startswith("/") else f"!{line}")
        for _ in range(20):
            found = [(room, event) for room, event in await self.person.arrivals() if self.is_answer(event)]
            if found:
                self.where, self.last = found[0][0], [event for _, event in found]
                return
        raise AssertionError(f"no answer: {step}")

    def is_answer(self, event: dict[str, Any]) -> bool:
        return event["sender"] == self.bot.person.id and event["content"].get("msgtype") == "m.notice"

    def look(self, step: Step) -> None:
        seen = squeezed(self.seen())
        for said in step.shows:
            assert squeezed(said) in seen, (step, seen)
        for said in step.lacks:
            assert squeezed(said) not in seen, (step, seen)
        if step.quotes is not None:
            html = "".join(event["content"]["formatted_body"] for event in self.last)
            assert len(re.findall(r"</blockquote><p><strong>", html)) == step.quotes, (step, seen)
        if step.private is not None:
            assert (self.where == self.direct) is step.private or (step.private and self.says_one_sentence()), step
        if step.offers is not None:
            say = words(self.scenario.locale)
            offered = re.findall(r"[1-9]\ufe0f\u20e3 ([^·\n]+?)(?: ·|\n|$)", self.last[-1]["content"]["body"])
            assert offered == [say.say(f"action-{name}") for name in step.offers], step

    def says_one_sentence(self) -> bool:
        """What only says what went wrong stands where it was asked: it is a sentence, and nothing of the texts."""
        (event,) = self.last
        return re.fullmatch(r"<p>[^<]*</p>", event["content"]["formatted_body"]) is not None

    def seen(self) -> str:
        plain = "\n".join(event["content"]["body"] for event in self.last)
        return re.sub(r"(?m)^(?:> |— |• )", "", plain).replace("\u2068", "").replace("\u2069", "")

    def remember(self) -> None:
        for command in self.last[-1]["content"].get(CHOICES, ()):
            name, _, rest = command.partition(" ")
            if name == "context" and "before=" not in rest:
                self.known["passage"] = rest.split()[0]
            elif name in ("why", "more"):
                self.known["answer"] = rest.split()[0]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory, shipped_store: Path) -> AsyncIterator[House]:
    async with aiohttp.ClientSession() as session:
        made = House(await shared(), session, tmp_path_factory.mktemp("matrix"), shipped_store)
        try:
            yield made
            assert [await bot.stop() for bot in BOTS.values()] == [0] * len(BOTS)
        finally:
            BOTS.clear()
            await made.close()


@pytest.mark.parametrize("name", ALL)
async def test_scenario(name: str, house: House) -> None:
    """Each scenario has a room, and so a community, of its own: those on the same texts share a bot."""
    scenario = ALL[name]
    folder = house.folder / f"texts-{sorted(scenario.files)}"
    arguments = ["--texts", str(folder)] if scenario.files else []
    key = (str(folder), scenario.locale)
    if key not in BOTS:
        folder.mkdir(exist_ok=True)
        for file, content in scenario.files.items():
            (folder / file).write_text(content, encoding="utf-8")
        made = await house.bot(COMMONPLACE_LANGUAGE=scenario.locale, COMMONPLACE_TEXTS__WORDS_PER_DAY="1500")
        BOTS[key] = await made.start(*arguments)
    await Matrix(scenario, house, BOTS[key], arguments).run()
