"""Commands on a real homeserver, one after the other and in a burst: the bot, and beside it a bare echo bot on nio.

    make synapse && .venv/bin/python -m benchmarks.matrix_load [--commands 400]

Printed are commands a second, seconds until an answer stands in the room, processor time of each process for a command,
the memory, how often each command was answered, and how long the bot takes to answer once the homeserver is back. The
homeserver does most of the work: it stands in the same table. What is asked for is compared below; where something
falls short, the exit code is 1.
"""

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any

import aiohttp
import psutil

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.matrix.bot_process import PASSWORD, Bot, House
from tests.matrix.people import Person, answers_to
from tests.matrix.synapse import MISSING, Synapse, installed

ECHO = """
import asyncio, os
from nio import AsyncClient, RoomMessageText

async def main():
    client = AsyncClient(os.environ["URL"], os.environ["NAME"])
    await client.login(os.environ["SECRET"])
    await client.sync(timeout=0, full_state=True)

    async def said(room, event):
        if event.sender != client.user_id and event.body.startswith("!"):
            content = {"msgtype": "m.notice", "body": event.body, "m.mentions": {}}
            content["m.relates_to"] = {"m.in_reply_to": {"event_id": event.event_id}}
            await client.room_send(room.room_id, "m.room.message", content, ignore_unverified_devices=True)

    client.add_event_callback(said, RoomMessageText)
    print("ready", flush=True)
    await client.sync_forever(timeout=30000)

asyncio.run(main())
"""


IDLE = 12.0
"""Seconds without an answer after which no more are waited for: a bot that fills no gaps leaves some unanswered."""


@dataclass(frozen=True)
class Run:
    """What a burst came to: seconds until each answer, processor seconds, and how often each command was answered."""

    name: str
    seconds: float
    waits: list[float]
    own: float
    server: float
    memory: float
    answers: Counter[str]
    asked: list[str]

    @property
    def own_ms(self) -> float:
        """Processor time for a command that was answered."""
        return 1000 * self.own / max(1, len(self.waits))

    @property
    def once(self) -> int:
        return sum(self.answers[event] == 1 for event in self.asked)

    @property
    def many(self) -> int:
        return sum(self.answers[event] > 1 for event in self.asked)

    def row(self) -> str:
        cuts = quantiles(self.waits, n=20) if len(self.waits) > 1 else [0.0] * 19
        count = max(1, len(self.waits))  # of those that were answered
        return (
            f"| {self.name} | {len(self.asked)} | {count / self.seconds:.1f} | {cuts[9]:.2f} | {cuts[18]:.2f} | "
            f"{self.own_ms:.1f} | {1000 * self.server / count:.1f} | {self.memory:.0f} | {self.once} | {self.many} |"
        )


HEAD = """| bot, how asked | commands | per second | p50 s | p95 s | CPU ms | Synapse's CPU ms | RSS MB | once | twice |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"""
ONE_BY_ONE = 60
"""Commands that are asked one after the other."""
MOST_MS, MOST_MB, MOST_SECONDS = 8.0, 120.0, 5.0
"""What is asked for: processor time for a command, memory, seconds until the bot answers a homeserver that is back."""


def spent(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


@dataclass(frozen=True)
class Asking:
    """Somebody who asks a bot in a room, so many times, and so many at once."""

    ada: Person
    room: str
    by: Person
    pid: int
    server: int

    async def run(self, name: str, commands: int, at_once: int) -> Run:
        own, homeserver = psutil.Process(self.pid), psutil.Process(self.server)
        await self.ada.ask(self.room, LINE, self.by)
        await self.ada.arrivals()
        before = spent(own), spent(homeserver)
        asked: dict[str, float] = {}
        waits: dict[str, float] = {}
        answers: Counter[str] = Counter()
        free = asyncio.Semaphore(at_once)

        async def ask() -> None:
            await free.acquire()
            moment = time.perf_counter()
            asked[await self.ada.say(self.room, LINE)] = moment

        begun = last = time.perf_counter()
        sending = asyncio.create_task(_in_turn(ask, commands))
        while len(waits) < commands and time.perf_counter() - last < IDLE:
            for to in await self.answered():
                answers[to] += 1
                if to not in waits:
                    last = waits[to] = time.perf_counter()
                    free.release()
        await sending
        after = spent(own), spent(homeserver)
        answers.update(await self.answered(2.0))
        lasted = [waits[event] - moment for event, moment in asked.items() if event in waits]
        memory = own.memory_info().rss / 2**20
        used = after[0] - before[0], after[1] - before[1]
        return Run(name, last - begun, lasted, *used, memory, answers, list(asked))

    async def answered(self, patience: float = 1.0) -> list[str]:
        """Which commands were answered since this was asked last."""
        told = [event for _, event in await self.ada.arrivals(patience) if event["sender"] == self.by.id]
        return [to for event in told if event["type"] == "m.room.message" and (to := answers_to(event))]

    async def both(self, name: str, commands: int) -> list[Run]:
        return [
            await self.run(f"{name}, one by one", min(ONE_BY_ONE, commands), 1),
            await self.run(f"{name}, in a burst", commands, commands),
        ]


LINE = "!quote ceasefire count=1"


async def _in_turn(ask: Any, commands: int) -> None:
    for start in range(0, commands, 5):
        await asyncio.gather(*(ask() for _ in range(min(5, commands - start))))


async def echo(synapse: Synapse, house: House, ada: Person, commands: int, server: int) -> list[Run]:
    name = f"echo{time.monotonic_ns()}"
    person = Person(synapse, name, await synapse.register(name, PASSWORD), house.session)
    environment = {**os.environ, "URL": synapse.url, "NAME": person.id, "SECRET": PASSWORD}
    room = await ada.room(person)
    await person.join(room)
    process = subprocess.Popen([sys.executable, "-c", ECHO], env=environment, stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        await asyncio.to_thread(process.stdout.readline)
        return await Asking(ada, room, person, process.pid, server).both("bare nio echo", commands)
    finally:
        process.kill()
        process.wait()


async def recovery(synapse: Synapse, bot: Bot, ada: Person, room: str) -> float:
    """Seconds from the homeserver's return to the answer of what was asked at once."""
    await synapse.stop()
    await asyncio.sleep(8)
    await synapse.start()
    begun = time.perf_counter()
    await ada.ask(room, LINE, bot.person)
    return time.perf_counter() - begun


def judged(runs: list[Run], back: float) -> bool:
    """Compare with what is asked for, and print it."""
    most, memory = max(run.own_ms for run in runs), max(run.memory for run in runs)
    once = all(run.once == len(run.asked) for run in runs)
    found = [
        (f"{most:.1f} ms of processor time a command, at most {MOST_MS:.0f}", most <= MOST_MS),
        (f"{memory:.0f} MB, at most {MOST_MB:.0f}", memory <= MOST_MB),
        ("each command answered exactly once", once),
        (f"answered {back:.1f} s after the homeserver's return, at most {MOST_SECONDS:.0f}", back <= MOST_SECONDS),
    ]
    print(*(f"{'ok' if good else 'FALLS SHORT'}: {told}" for told, good in found), sep="\n")
    return all(good for _, good in found)


async def measure(commands: int) -> bool:
    store = Path(tempfile.mkdtemp()) / "data"
    from bot.app import open_app
    from bot.config import Config

    async with open_app(Config(data=str(store))):
        pass
    synapse = await Synapse().start()
    async with aiohttp.ClientSession() as session:
        house = House(synapse, session, store.parent, store)
        try:
            server = synapse.pid
            bot = await (await house.bot()).start()
            ada = await house.person()
            room = await house.room(bot, ada)
            assert bot.process is not None
            pid = bot.process.pid
            runs = await Asking(ada, room, bot.person, pid, server).both("Commonplace", commands)
            print(HEAD, *(run.row() for run in runs), sep="\n", flush=True)
            print(*(run.row() for run in await echo(synapse, house, ada, commands, server)), sep="\n", flush=True)
            back = await recovery(synapse, bot, ada, room)
            good = judged(runs, back)
            await bot.stop()
            return good
        finally:
            await house.close()
            synapse.end()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--commands", type=int, default=400)
    if not installed():
        sys.exit(MISSING)
    sys.exit(0 if asyncio.run(measure(parser.parse_args().commands)) else 1)


if __name__ == "__main__":
    main()
