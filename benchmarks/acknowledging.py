"""How many events a second are acknowledged, and whether any of them is lost when the process is killed.

    python -m benchmarks.acknowledging STORE

records events until it is killed, and prints the passage of each that was acknowledged; benchmarks.discussion kills it.
"""

import asyncio
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Coroutine
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import aiosqlite

from benchmarks.store import CALLERS
from benchmarks.store import fill as read_texts
from benchmarks.year import END, NAIVE, PASSAGES
from bot.store.database import Database
from bot.store.log import EventLog
from bot.store.tallies import Tallies, Window

KILLS = 10


@dataclass(frozen=True, slots=True)
class Pace:
    """Events in a second of the clock, and in one of the processor's time: what an idle machine could do."""

    clock: float
    cpu: float


async def acknowledged(file: Path, each: int) -> Pace:
    """Record events from a hundred callers at once, each waiting until its own is on disk."""
    async with await Database.open(file) as database:
        log, shown = EventLog(database), await some_passages(database)

        async def caller(number: int) -> None:
            chance = random.Random(number)
            for turn in range(each):
                moment = END + timedelta(hours=turn % 50)
                await log.record("spotted", f"discord:{number % 20}", str(number), [chance.choice(shown)], moment)

        return await paced([caller(number) for number in range(CALLERS)], CALLERS * each)


async def paced(callers: list[Coroutine[None, None, None]], many: int) -> Pace:
    started, began = time.perf_counter(), time.process_time()
    await asyncio.gather(*callers)
    return Pace(many / (time.perf_counter() - started), many / (time.process_time() - began))


async def naively_acknowledged(file: Path, each: int) -> Pace:
    connection = await aiosqlite.connect(file, isolation_level=None)
    await connection.execute("PRAGMA journal_mode = WAL")
    await connection.execute("PRAGMA synchronous = NORMAL")
    await connection.executescript(NAIVE)

    async def caller(number: int) -> None:
        for turn in range(each):
            given = (f"2026-06-01T{turn % 24:02}", f"discord:{number % 20}", str(number), "spotted", "text-1")
            await connection.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?)", (*given, f"p-{turn}", "e" * 64))

    pace = await paced([caller(number) for number in range(CALLERS)], CALLERS * each)
    await connection.close()
    return pace


async def some_passages(database: Database) -> list[tuple[str, str]]:
    if not await database.read("SELECT 1 FROM passages LIMIT 1"):
        await read_texts(database, PASSAGES)
    sql = "SELECT p.id, e.edition FROM passages p JOIN editions e ON e.key = p.edition ORDER BY p.key"
    return [(passage, edition) for passage, edition in await database.read(sql)]


# None is lost.


async def write_until_killed(file: Path) -> None:
    """Record events, one for each line that is printed once it is acknowledged."""
    async with await Database.open(file) as database:
        log, shown = EventLog(database), await some_passages(database)

        async def caller(number: int) -> None:
            for turn in range(10**9):
                place = (number * 31 + turn) % len(shown)
                await log.record("spotted", "c", str(number), [shown[place]], END)
                os.write(1, f"{shown[place][0]}\n".encode())

        await asyncio.gather(*(caller(number) for number in range(20)))


async def lost(file: Path) -> tuple[int, int]:
    """Kill a process that writes, again and again; gives how many events were acknowledged, and how many are gone."""
    chance, told = random.Random(3), Counter[str]()
    async with await Database.open(file) as database:
        await some_passages(database)
    for _ in range(KILLS):
        with tempfile.TemporaryFile() as out:
            process = subprocess.Popen([sys.executable, "-m", __name__, str(file)], stdout=out)
            while process.poll() is None and os.fstat(out.fileno()).st_size == 0:
                await asyncio.sleep(0.01)
            await asyncio.sleep(chance.uniform(0.05, 0.5))
            process.send_signal(signal.SIGKILL)
            process.wait()
            out.seek(0)
            told.update(line.decode().strip() for line in out if line.endswith(b"\n"))
        async with await Database.open(file) as database:
            await database.check()
    async with await Database.open(file) as database:
        found = {passage: count for passage, _, count in await Tallies(database).top(Window("c", 0, 10**6), 10**6)}
    return told.total(), sum(max(0, count - found.get(passage, 0)) for passage, count in told.items())


if __name__ == "__main__":
    asyncio.run(write_until_killed(Path(sys.argv[1])))
