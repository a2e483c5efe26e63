"""The whole bot as a process on a homeserver, with people around it."""

import asyncio
import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
from pydantic import SecretStr

from bot.config import Config, Matrix
from bot.platforms.matrix.serving import Presence, entering
from tests.matrix.people import Person
from tests.matrix.synapse import REPOSITORY, Synapse

PASSWORD = "the bot's own"
READY = "ready on Matrix"


class Bot:
    """The bot's process; `kill` ends it as a power cut would."""

    def __init__(self, synapse: Synapse, person: Person, folder: Path, **more: str) -> None:
        self.person, self.folder = person, folder
        self.log = folder / "bot.log"
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("COMMONPLACE", "DISCORD"))},
            "COMMONPLACE_DATA": str(folder / "data"),
            "COMMONPLACE_TEXTS__WORDS_PER_DAY": "1000000",
            "COMMONPLACE_LOG__FORMAT": "json",
            "COMMONPLACE_MATRIX__HOMESERVER": synapse.url,
            "COMMONPLACE_MATRIX__USER": person.id,
            "COMMONPLACE_MATRIX__COMMANDS_PER_MINUTE": "100000",
            "MATRIX_PASSWORD": PASSWORD,
            **more,
        }
        self.process: subprocess.Popen[bytes] | None = None
        self.token = ""

    async def start_with_token(self) -> "Bot":
        """Start with an access token in place of the password."""
        self.environment |= {"MATRIX_TOKEN": await self.new_token()}
        return await self.start()

    async def new_token(self) -> str:
        """Log in as a new device; gives its token."""
        body = {"type": "m.login.password", "user": self.person.id, "password": PASSWORD}
        self.token = str((await self.person.call("POST", "/login", body))["access_token"])
        return self.token

    async def revoked(self) -> None:
        """Have the homeserver take the token back."""
        former, self.person.token = self.person.token, self.token
        await self.person.call("POST", "/logout", {})
        self.person.token = former

    def run_to_end(self, *command: str) -> int:
        """Run something that is expected to end by itself; gives its exit code."""
        with self.log.open("ab") as log:
            return subprocess.run(
                [sys.executable, "-m", "bot", *(command or ("run",))],
                cwd=REPOSITORY,
                env=self.environment,
                stdout=log,
                stderr=log,
                timeout=60,
                check=False,
            ).returncode

    async def start(self, *more: str) -> "Bot":
        before = self.log.stat().st_size if self.log.exists() else 0
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bot", "run", *more],
                cwd=REPOSITORY,
                env=self.environment,
                stdout=log,
                stderr=log,
            )
        await self.logged(READY, before)
        return self

    async def logged(self, words: str, after: int = 0, patience: float = 40.0) -> None:
        """Wait until the log says something."""
        until = time.monotonic() + patience
        while time.monotonic() < until:
            if words in self.log.read_bytes()[after:].decode():
                return
            assert self.process is not None
            assert self.process.poll() is None, self.output()
            await asyncio.sleep(0.05)
        raise AssertionError(f"never said: {words}\n{self.output()}")

    async def kill(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        await asyncio.to_thread(self.process.wait)

    async def stop(self) -> int:
        if self.process is None or self.process.poll() is not None:
            return 0 if self.process is None else int(self.process.returncode)
        self.process.send_signal(signal.SIGTERM)
        return int(await asyncio.to_thread(self.process.wait))

    def output(self) -> str:
        return self.log.read_text() if self.log.exists() else ""


class House:
    """A homeserver, the bot's account, and people."""

    def __init__(self, synapse: Synapse, session: aiohttp.ClientSession, folder: Path, store: Path) -> None:
        self.synapse, self.session, self.folder, self.store = synapse, session, folder, store
        self.bots: list[Bot] = []
        self.people: list[Person] = []
        self._count = 0

    async def person(self, name: str | None = None) -> Person:
        self._count += 1
        made = await Person.new(self.synapse, self.session, name or f"reader{self._count}-{time.monotonic_ns()}")
        self.people.append(made)
        return made

    async def bot(self, **more: str) -> Bot:
        """Make a bot with an account of its own; it is not started yet."""
        name = f"commonplace{len(self.bots)}-{time.monotonic_ns()}"
        token = await self.synapse.register(name, PASSWORD)
        folder = self.folder / name
        folder.mkdir()
        await asyncio.to_thread(shutil.copytree, self.store, folder / "data")
        self.bots.append(Bot(self.synapse, Person(self.synapse, name, token, self.session), folder, **more))
        return self.bots[-1]

    async def room(self, bot: Bot, *people: Person, **more: object) -> str:
        """Make a room of the first one's, with the others and the bot in it."""
        first, *others = people
        room = await first.room(bot.person, *others, **more)
        for other in others:
            await other.join(room)
        await here(bot.person, room)
        return room

    async def limit(self, user: str, limits: dict[str, int] | None) -> None:
        """Limit how often somebody may send, or lift that (None). The homeserver's administrator does this."""
        admin = await Person.new(self.synapse, self.session, f"admin{time.monotonic_ns()}", admin=True)
        url = f"{self.synapse.url}/_synapse/admin/v1/users/{user}/override_ratelimit"
        headers = {"Authorization": f"Bearer {admin.token}"}
        method = "DELETE" if limits is None else "POST"
        async with self.session.request(method, url, json=limits or {}, headers=headers) as answer:
            assert answer.status == 200, await answer.text()

    async def close(self) -> None:
        for bot in self.bots:
            if bot.process is not None and bot.process.poll() is None:
                with contextlib.suppress(ProcessLookupError):
                    await bot.kill()


@contextlib.asynccontextmanager
async def running(bot: Bot) -> AsyncIterator[Bot]:
    """Start a bot, and see at the end that it stops in order and nothing broke in it."""
    yield await bot.start()
    assert await bot.stop() == 0, bot.output()
    assert "Traceback" not in bot.output()


@contextlib.asynccontextmanager
async def entered(house: House, bot: Bot) -> AsyncIterator[Presence]:
    """Be let in as a bot, in this process: a device that is kept, its keys uploaded."""
    told = Matrix(homeserver=house.synapse.url, user=bot.person.id, password=SecretStr(PASSWORD))
    async with entering(Config(data=str(bot.folder / "data"), matrix=told)) as presence:
        await presence.prepare()
        yield presence


async def here(bot: Person, room: str, patience: float = 20.0) -> None:
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if room in await bot.joined():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("the bot did not come")


def rows(bot: Bot, sql: str, *values: str) -> list[Any]:
    """What stands in the bot's store."""
    with sqlite3.connect(f"file:{bot.folder}/data/commonplace.db?mode=ro", uri=True) as connection:
        return connection.execute(sql, values).fetchall()


async def until(bot: Bot, sql: str, wanted: list[Any], *values: str) -> None:
    """Wait until it stands in the bot's store."""
    found: list[Any] = []
    for _ in range(200):
        found = rows(bot, sql, *values)
        if found == wanted:
            return
        await asyncio.sleep(0.05)
    assert found == wanted


def write(bot: Bot, sql: str, values: tuple[object, ...]) -> None:
    """Change the store of a bot that does not run."""
    with sqlite3.connect(f"{bot.folder}/data/commonplace.db", isolation_level=None) as connection:
        connection.execute(sql, values)
