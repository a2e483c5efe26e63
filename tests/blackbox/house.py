"""A house: the whole bot as a process, on a local Discord that stands beside the repository, where it does."""

import asyncio
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
LOCALCORD = REPOSITORY.parent / "shared" / "localcord"
MISSING = "NOT TRIED: the local Discord (../shared/localcord) is not beside this repository"

if LOCALCORD.is_dir():
    sys.path.insert(0, str(LOCALCORD))

HOSTILE = """# A letter with everything in it

by Ada Penn

The harbour master @everyone wrote to <@123456789012345678> and <#123456789012345678> that **nothing** was _lost_ at
https://example.org/harbour and discord.gg/harbour in the harbour fire.

The harbour log says <t:1700000000:R> and </help:123456789012345678> and `code` and ||spoiler|| and :smile: and
<:owl:123456789012345678>, all of it in the harbour at night.

[A harbour link](https://example.org) and ~~harbour~~ and ¯\\_(ツ)_/¯ are words of the harbour letter, too.
"""


FILES = MappingProxyType({"letter.md": HOSTILE})


class House:
    """A local Discord and the bot on it. `bot` is the process, `dc` drives the people."""

    def __init__(
        self, dc: Any, folder: Path, files: Mapping[str, str] = FILES, *, hearing: bool = False, **more: str
    ) -> None:
        from localcord import BotProcess

        self.dc = dc
        self.expected: set[str] = set()
        texts = folder / "texts"
        texts.mkdir(exist_ok=True)
        for name, content in files.items():
            (texts / name).write_text(content, encoding="utf-8")
        environment = {
            "COMMONPLACE_DATA": str(folder / "data"),
            "COMMONPLACE_TEXTS__WORDS_PER_DAY": "100000",
            "COMMONPLACE_LOG__FORMAT": "json",
            "COMMONPLACE_DISCORD__MESSAGE_CONTENT": str(hearing).lower(),
            **more,
        }
        command = [sys.executable, "-m", "bot", "run", "--texts", str(texts)]
        self.bot = BotProcess(dc, command, cwd=str(REPOSITORY), env=environment, log=str(folder / "bot.log"))

    async def start(self, *, wait_sync: bool = True) -> "House":
        await self.bot.start(wait_sync=wait_sync)
        return self

    async def serves(self) -> None:
        """Ask until the bot has read its texts, which it says for as long as it has not."""
        for _ in range(20):
            told = await self.dc.slash("help")
            assert told.error is None
            if "still reading" not in told.text:
                return
        raise AssertionError("still reading")

    async def ready(self) -> None:
        """Wait until the bot knows its servers: before that nobody can tell whether a channel takes posts."""
        while "ready on Discord" not in self.bot.output():
            await asyncio.sleep(0.05)

    async def answers(self) -> Any:
        """Ask until there is an answer, as people do while the connection is being made again."""
        for _ in range(100):
            await asyncio.sleep(0.1)
            if not self.dc.gateway.live():
                continue
            result = await self.dc.slash("quote", {"about": "ceasefire", "count": 1})
            if result.error is None and "still reading" not in result.text:
                return result
        raise AssertionError("no answer any more")

    async def stop(self) -> None:
        assert await self.bot.stop() == 0
        assert self.bot.net_attempts() == []

    def assert_clean(self) -> None:
        """Nothing that Discord would have refused but what was `expected`, and no secret and no person in the log."""
        self.dc.assert_clean(*self.expected)
        output = self.bot.output()
        assert self.dc.world.token not in output
        for person in self.dc.users.values():
            assert person["id"] not in output
        assert "Traceback" not in output
