"""How many events a second are acknowledged, that none is lost, and how fast ten million of them are added up.

    python -m benchmarks.discussion [--events 10000000] [--naive 10000000] [--folder DIR]

Beside it stands what is written first without thinking: one table of texts, a row and a commit for each event. The
store of a former run is used again where `--folder` has it. Prints tables.
"""

import argparse
import asyncio
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path

from benchmarks.acknowledging import KILLS, acknowledged, lost, naively_acknowledged, some_passages
from benchmarks.store import CALLERS, row
from benchmarks.store import fill as read_texts
from benchmarks.year import COMMUNITIES, DAYS, END, PASSAGES
from bot.clock import hours
from bot.store.database import Database
from bot.store.log import EventKind, EventLog
from bot.store.retention import Retention
from bot.store.tallies import DISCUSSED, Tallies, Window


def beside(*arguments: str | int | Path) -> None:
    """Make a store in a process of its own: what that needs of memory is not counted here."""
    subprocess.run([sys.executable, "-m", "benchmarks.year", *map(str, arguments)], check=True)


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds: the median and the 95th percentile of what a caller waits, and the mean of the processor's time."""

    median: float
    most: float
    cpu: float

    def __str__(self) -> str:
        return f"{self.median:.1f} (p95 {self.most:.1f}, CPU {self.cpu:.1f})"


async def timed(work: Callable[[], Awaitable[object]], runs: int) -> Took:
    took, began = [], time.process_time()
    for _ in range(runs):
        started = time.perf_counter()
        await work()
        took.append(time.perf_counter() - started)
    cpu = (time.process_time() - began) / runs
    took.sort()
    return Took(took[runs // 2] * 1e3, took[min(runs - 1, runs * 95 // 100)] * 1e3, cpu * 1e3)


def questions(tallies: Tallies) -> dict[str, tuple[Callable[[], Awaitable[object]], str]]:
    """What is asked of the largest community, and in how many milliseconds it is to be answered."""
    end = hours(END)
    month = Window("discord:0", end - 30 * 24, end, kinds=DISCUSSED)
    year, all_kinds = Window("discord:0", end - DAYS * 24, end, kinds=DISCUSSED), Window("discord:0", end - 720, end)
    return {
        "top 20 of 30 days": (partial(tallies.top, month, 20), "100"),
        "the same of all kinds": (partial(tallies.top, all_kinds, 20), "100"),
        "a text's strip of 30 days": (partial(tallies.of_source, month, "text-0"), "30"),
        "a text's strip of a year": (partial(tallies.of_source, year, "text-0"), ""),
        "a year's trend": (partial(tallies.trend, year), "20"),
        "channels of 30 days": (partial(tallies.channels, month), ""),
        "texts of 30 days": (partial(tallies.sources, month), ""),
        "what happened last": (partial(tallies.recent, month, 20), ""),
        "top 20 of a year": (partial(tallies.top, year, 20), ""),
        "all that was discussed": (partial(tallies.discussed, "discord:0"), ""),
    }


def naive_questions(connection: sqlite3.Connection) -> dict[str, Callable[[], object]]:
    here = "FROM log WHERE community = 'discord:0' AND hour >= ? AND hour < ? AND kind NOT IN ('shown', 'daily')"
    until, month, year = (f"{END - timedelta(days=days):%Y-%m-%dT%H}" for days in (0, 30, DAYS))

    def asked(sql: str, since: str) -> Callable[[], object]:
        return lambda: connection.execute(sql, (since, until)).fetchall()

    top = f"SELECT passage, count(*) {here} GROUP BY passage ORDER BY 2 DESC LIMIT 20"
    strip = f"SELECT passage, count(*) {here} AND source = 'text-0' GROUP BY passage"
    return {
        "top 20 of 30 days": asked(top, month),
        "a text's strip of 30 days": asked(strip, month),
        "a text's strip of a year": asked(strip, year),
        "a year's trend": asked(f"SELECT substr(hour, 1, 10), count(*) {here} GROUP BY 1", year),
        "top 20 of a year": asked(top, year),
    }


async def writing(log: EventLog, shown: list[tuple[str, str]], took: list[float], until: asyncio.Event) -> None:
    """Record 200 events a second, each waiting for the disk, in communities large and small."""
    chance = random.Random(9)

    async def one() -> None:
        community = min(int(chance.paretovariate(0.3)), COMMUNITIES) - 1
        where, kind = f"discord:{community}", chance.choice(list(EventKind))
        started = time.perf_counter()
        await log.record(kind, where, f"{community * 100}", [chance.choice(shown)], END - timedelta(minutes=5))
        took.append(time.perf_counter() - started)

    running: set[asyncio.Task[None]] = set()
    while not until.is_set():
        running.add(task := asyncio.create_task(one()))
        task.add_done_callback(running.discard)
        await asyncio.sleep(0.005)
    await asyncio.gather(*running)


async def naively(file: Path) -> dict[str, Took]:
    connection = sqlite3.connect(file, check_same_thread=False)
    found = {}
    for name, ask in naive_questions(connection).items():
        found[name] = await timed(partial(asyncio.to_thread, ask), 3)
    connection.close()
    return found


async def added_up(file: Path, naive: dict[str, Took]) -> None:
    async with await Database.open(file) as database:
        shown, log = await some_passages(database), EventLog(database)
        row(
            f"milliseconds in the largest community, {CALLERS // 5} runs",
            "alone",
            "while 200 a second are written",
            "naive",
            "at most",
        )
        row("---", "---", "---", "---", "---")
        alone = {name: await timed(ask, 20) for name, (ask, _) in questions(Tallies(database)).items()}
        took: list[float] = []
        until = asyncio.Event()
        writer = asyncio.create_task(writing(log, shown, took, until))
        for name, (ask, least) in questions(Tallies(database)).items():
            row(name, alone[name], await timed(ask, 20), naive.get(name, ""), least)
        until.set()
        await writer
        row("writing an event meanwhile", "", waited(took), "", "10")
    with tempfile.TemporaryDirectory(dir=file.parent) as place:
        await forgetting(Path(shutil.copy(file, place)))


async def forgetting(file: Path) -> None:
    """Let a month of the log be forgotten while others write."""
    async with await Database.open(file) as database:
        took: list[float] = []
        until = asyncio.Event()
        writer = asyncio.create_task(writing(EventLog(database), await some_passages(database), took, until))
        retention, started = Retention(database, dict.fromkeys(EventKind, DAYS - 30)), time.perf_counter()
        forgotten = await retention.purge(END)
        seconds = time.perf_counter() - started
        until.set()
        await writer
        row(f"… while {forgotten.events:,} rows are forgotten in {seconds:.0f} s", "", waited(took), "", "10")
    print()


def waited(took: list[float]) -> str:
    took.sort()
    return f"{took[len(took) // 2] * 1e3:.1f} (p95 {took[len(took) * 95 // 100] * 1e3:.1f})"


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=10_000_000)
    parser.add_argument("--naive", type=int, default=10_000_000)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    if given.folder:
        await measured(given.folder, given.events, given.naive)
    else:
        with tempfile.TemporaryDirectory() as place:
            await measured(Path(place), given.events, given.naive)


async def measured(folder: Path, many: int, naive: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        row(f"events, {CALLERS} callers at once", "group commit", "naive: one commit an event", "at least")
        row("---", "---", "---", "---")
        ours, theirs = (
            await acknowledged(Path(place) / "a.db", 500),
            await naively_acknowledged(Path(place) / "b.db", 100),
        )
        row("acknowledged a second", f"{ours.clock:,.0f}", f"{theirs.clock:,.0f}", "10,000")
        row("… of the processor's time", f"{ours.cpu:,.0f}", f"{theirs.cpu:,.0f}", "")
        told, gone = await lost(Path(place) / "c.db")
        row(f"lost to {KILLS} × kill -9", f"{gone} of {told:,}", "", "0")
    print()
    store, other = folder / "discussion.db", folder / "naive.db"
    if not store.exists():
        async with await Database.open(store) as database:
            await read_texts(database, PASSAGES)
        texts = store.stat().st_size
        beside(store, "--events", many)
        (folder / "texts").write_text(str(texts))
    if naive and not other.exists():
        beside(store, "--events", naive, "--naive", other)
    connection = sqlite3.connect(store)
    rows, events = connection.execute("SELECT count(*), sum(count) FROM events").fetchone()
    (largest,) = connection.execute(
        "SELECT sum(v.count) FROM events v JOIN places w ON w.key = v.place WHERE w.community = 'discord:0'"
    ).fetchone()
    connection.close()
    size = store.stat().st_size - int((folder / "texts").read_text())
    print(
        f"{events:,} events ({rows:,} rows) of {DAYS} days in {COMMUNITIES:,} communities, "
        f"{largest / events:.0%} of them in one."
    )
    per = f"{size / events:.0f} MB a million" + (f"; naive {other.stat().st_size / naive:.0f}" if naive else "")
    print(f"{per}.\n")
    await added_up(store, await naively(other) if naive else {})
    print(f"Peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB.")


if __name__ == "__main__":
    asyncio.run(main())
