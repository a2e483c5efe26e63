"""Commands in a burst on a real homeserver: the bot, and beside it a bare echo bot on matrix-nio, in the same run.

    make synapse && .venv/bin/python -m benchmarks.matrix_load [--commands 400]

Printed are commands a second, seconds until an answer stands in the room, processor time of each process for a command,
the largest memory, how often each command was answered, and how long the bot takes to answer once the homeserver is
back. The homeserver does most of the work: it stands in the same table.
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

    def row(self) -> str:
        cuts = quantiles(self.waits, n=20) if len(self.waits) > 1 else [0.0] * 19
        once = sum(self.answers[event] == 1 for event in self.asked)
        many = sum(self.answers[event] > 1 for event in self.asked)
        count = max(1, len(self.waits))  # of those that were answered
        own, speed = 1000 * self.own / count, count / self.seconds
        return (
            f"{self.name:<22} {speed:6.1f} {cuts[9]:7.2f} {cuts[18]:7.2f} {own:8.1f} "
            f"{1000 * self.server / count:8.1f} {self.memory:7.0f} {once:6} {many:6}"
        )


HEAD = f"{'':<22}  cmd/s   p50 s   p95 s   bot ms  syn. ms  RSS MB   once  twice"


def spent(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)


async def burst(name: str, commands: int, ada: Person, room: str, by: Person, pid: int, server: int, line: str) -> Run:
    own, homeserver = psutil.Process(pid), psutil.Process(server)
    await ada.ask(room, line, by)
    await ada.arrivals()
    before = spent(own), spent(homeserver)
    asked: dict[str, float] = {}
    begun = time.perf_counter()

    async def ask() -> None:
        moment = time.perf_counter()
        asked[await ada.say(room, line)] = moment

    waits: dict[str, float] = {}
    answers: Counter[str] = Counter()
    sending = asyncio.create_task(_in_turn(ask, commands))
    last = begun
    while len(waits) < commands and time.perf_counter() - last < IDLE:
        for _, event in await ada.arrivals():
            to = answers_to(event) if event["sender"] == by.id and event["type"] == "m.room.message" else None
            if to is not None:
                answers[to] += 1
                last = waits.setdefault(to, time.perf_counter())
    await sending
    seconds = last - begun
    after = spent(own), spent(homeserver)
    for _, event in await ada.arrivals(2.0):
        to = answers_to(event) if event["sender"] == by.id and event["type"] == "m.room.message" else None
        answers.update([to] if to else [])
    lasted = [waits[event] - moment for event, moment in asked.items() if event in waits]
    memory = own.memory_info().rss / 2**20
    return Run(name, seconds, lasted, after[0] - before[0], after[1] - before[1], memory, answers, list(asked))


async def _in_turn(ask: Any, commands: int) -> None:
    for start in range(0, commands, 5):
        await asyncio.gather(*(ask() for _ in range(min(5, commands - start))))


async def echo(synapse: Synapse, house: House, ada: Person, commands: int, server: int) -> Run:
    name = f"echo{time.monotonic_ns()}"
    person = Person(synapse, name, await synapse.register(name, PASSWORD), house.session)
    environment = {**os.environ, "URL": synapse.url, "NAME": person.id, "SECRET": PASSWORD}
    room = await ada.room(person)
    await person.join(room)
    process = subprocess.Popen([sys.executable, "-c", ECHO], env=environment, stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        await asyncio.to_thread(process.stdout.readline)
        return await burst(
            "bare nio echo", commands, ada, room, person, process.pid, server, "!quote ceasefire count=1"
        )
    finally:
        process.kill()
        process.wait()


async def recovery(synapse: Synapse, bot: Bot, ada: Person, room: str) -> float:
    """Seconds from the homeserver's return to the answer of what was asked at once."""
    await synapse.stop()
    await asyncio.sleep(8)
    await synapse.start()
    begun = time.perf_counter()
    await ada.ask(room, "!quote ceasefire count=1", bot.person)
    return time.perf_counter() - begun


async def measure(commands: int) -> None:
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
            line = "!quote ceasefire count=1"
            runs = [await burst("Commonplace", commands, ada, room, bot.person, pid, server, line)]
            runs.append(await echo(synapse, house, ada, commands, server))
            print(HEAD)
            for run in runs:
                print(run.row())
            print(f"answered again after the homeserver's return: {await recovery(synapse, bot, ada, room):.1f} s")
            await bot.stop()
        finally:
            await house.close()
            synapse.end()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--commands", type=int, default=400)
    if not installed():
        sys.exit(MISSING)
    asyncio.run(measure(parser.parse_args().commands))


if __name__ == "__main__":
    main()
