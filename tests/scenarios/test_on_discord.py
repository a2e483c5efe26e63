"""The scenarios, run on Discord: the whole bot as a process, and what people see there."""

import re
from pathlib import Path
from typing import Any

import pytest

from bot.commands.desk.arguments import checked
from bot.commands.desk.parser import parse
from bot.commands.desk.registry import commands
from bot.errors import AskingError
from bot.platforms.discord.escaping import unescape
from bot.words import words
from tests.blackbox.house import LOCALCORD, MISSING, House
from tests.scenarios.script import Scenario, Step, scenarios, squeezed

pytestmark = [
    pytest.mark.blackbox,
    pytest.mark.timeout(120),
    pytest.mark.skipif(not LOCALCORD.is_dir(), reason=MISSING),
]
ALL = scenarios()
QUOTE = re.compile(r"(?m)^> .*(?:\n> .*)*\n(?:➤ )?\*\*")


class Discord:
    """Runs one scenario: asks with slash commands, presses buttons, keeps what the placeholders stand for."""

    def __init__(self, scenario: Scenario, house: House) -> None:
        self.scenario = scenario
        self.house = house
        self.known = {"passage": "", "answer": ""}
        self.last: Any = None

    async def run(self) -> None:
        await self.house.start()
        for step in self.scenario.steps:
            if step.restart:
                await self.house.stop()
                await self.house.start(wait_sync=False)
                continue
            try:
                self.last = await self.asked(step)
            except AskingError:
                # What can be typed wrongly elsewhere, Discord's own fields don't let through.
                assert step.error, step
                continue
            self.look(step, self.last)
            self.remember(self.last)
        await self.house.stop()
        self.house.assert_clean()

    async def asked(self, step: Step) -> Any:
        if step.choose is not None:
            label = words(self.scenario.locale).say(f"action-{step.choose}")
            return await self.house.dc.click(self.last, label=label, locale=self.scenario.locale)
        assert step.ask is not None
        line = step.ask
        for name, value in self.known.items():
            line = line.replace(f"{{{name}}}", value)
        typed = parse(line, commands())
        given = {
            name: value for name, value in checked(typed.command, typed.arguments).items() if name in typed.arguments
        }
        who = "owner" if typed.command.rights else None
        return await self.house.dc.slash(typed.command.name, given, user=who, locale=self.scenario.locale)

    def look(self, step: Step, result: Any) -> None:
        assert result.error is None, step
        seen = squeezed(read(result))
        for said in step.shows:
            assert squeezed(said) in seen, (step, seen)
        for said in step.lacks:
            assert squeezed(said) not in seen, (step, seen)
        if step.error:
            assert result.ephemeral, step
        if step.quotes is not None:
            assert len(QUOTE.findall(result.text)) == step.quotes, (step, result.text)
        if step.private is not None:
            assert result.ephemeral is step.private, step
        if step.offers is not None:
            say = words(self.scenario.locale)
            wanted = [say.say(f"action-{name}") for name in step.offers]
            assert [label for label in labels(result) if label != say.say("action-thread")] == wanted, step

    def remember(self, result: Any) -> None:
        for written in result.custom_ids():
            _, kind, target, *_ = written.split(":")
            if kind == "thread":
                self.known["passage"] = target
            elif kind in ("why", "more"):
                self.known["answer"] = target


def read(result: Any) -> str:
    """What people read: without the marks of Markdown, and without the backslashes that keep a text's own plain."""
    unmarked = re.sub(r"(?m)^(?:> |-# |### |➤ )", "", result.text)
    return unescape(re.sub(r"(?<!\\)(?:\*\*|__)", "", unmarked))


def labels(result: Any) -> list[str]:
    found: list[str] = []

    def walk(parts: Any) -> None:
        for part in parts:
            if part.get("type") == 2:
                found.append(part["label"])
            walk(part.get("components", ()))

    walk(result.message["components"])
    return found


@pytest.mark.parametrize("name", ALL)
async def test_scenario(name: str, tmp_path: Path) -> None:
    from localcord import Localcord

    async with Localcord() as dc:
        house = House(dc, tmp_path, ALL[name].files)
        try:
            await Discord(ALL[name], house).run()
        finally:
            await house.bot.stop()
