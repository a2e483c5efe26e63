"""A process that is killed in the middle of its writes loses nothing that it acknowledged."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from bot.model import Document
from bot.store import passages, texts
from bot.store.database import Database
from bot.store.log import EventKind
from bot.store.tallies import Tallies, Window

ROOT = Path(__file__).parents[2]
KILLS = 10

WRITER = """
import asyncio, os, sys
from pathlib import Path
from bot.store.database import Database

async def main():
    database, run = await Database.open(Path(sys.argv[1])), sys.argv[2]
    numbers = iter(range(10**9))
    async def caller():
        for number in numbers:
            row = ("c", f"{run}-{number}", "text", "x" * 100)
            await database.write(lambda c: c.execute("INSERT INTO settings VALUES (?, ?, ?, ?)", row).rowcount)
            os.write(1, f"{run}-{number}\\n".encode())
    await asyncio.gather(*(caller() for _ in range(20)))

asyncio.run(main())
"""


def killed_in_the_middle(script: str, file: Path, run: int, chance: random.Random, *more: str) -> Counter[str]:
    """Run a script that writes, kill it, and give the lines that it had acknowledged."""
    with file.with_name(f"out{run}").open("w+b") as out:
        process = subprocess.Popen([sys.executable, "-c", script, str(file), str(run), *more], stdout=out, cwd=ROOT)
        while process.poll() is None and os.fstat(out.fileno()).st_size == 0:
            time.sleep(0.01)
        time.sleep(chance.uniform(0.005, 0.1))
        process.send_signal(signal.SIGKILL)
        assert process.wait(30) == -signal.SIGKILL
        out.seek(0)
        return Counter(line.decode().strip() for line in out if line.endswith(b"\n"))


async def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    file, chance = tmp_path / "store.db", random.Random(7)
    acknowledged: set[str] = set()
    for run in range(KILLS):
        acknowledged |= killed_in_the_middle(WRITER, file, run, chance).keys()
        async with await Database.open(file) as database:
            await database.check()
            there = {key for (key,) in await database.read("SELECT key FROM settings")}
        assert acknowledged <= there
    assert len(acknowledged) > KILLS


IMPORTER = """
import asyncio, os, sys
from dataclasses import replace
from pathlib import Path
from bot.model import Document, Passage, Role, Source, Span, Speaker
from bot.store import texts
from bot.store.database import Database

def edition(run, turn):
    lines = [f"Line {n} of turn {turn} in run {run}." for n in range(50 + turn % 7)]
    document, passages, start = Document.of("letter", "\\n".join(lines)), [], 0
    for n, line in enumerate(lines, start=1):
        spans, start = (Span(start, start + len(line)),), start + len(line) + 1
        name = f"letter-{n}" if n % 2 else f"letter-{run}-{turn}-{n}"
        passages.append(Passage(name, "letter", document.edition, n, spans, (spans,), Speaker("Ada Penn", Role.AUTHOR)))
    stamp = texts.Stamp("/texts/letter.txt", 1, turn, document.edition)
    return texts.Addition(Source("letter", "Letter"), document, stamp, "2025-01-01", 1, tuple(passages))

async def main():
    database = await Database.open(Path(sys.argv[1]))
    for turn in range(10**9):
        made = edition(sys.argv[2], turn)
        await database.write(lambda c: texts.add(c, made))
        os.write(1, f"{made.document.edition}\\n".encode())

asyncio.run(main())
"""


async def test_an_edition_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    file, chance = tmp_path / "store.db", random.Random(8)
    for run in range(KILLS // 2):
        killed_in_the_middle(IMPORTER, file, run, chance)
        async with await Database.open(file) as database:
            await database.check()
            (entry,) = await database.look(texts.shelf)
            standing = await database.look(lambda c: passages.of_source(c, "letter", 1, 99))
            text = await database.look(lambda c, edition=entry.edition: texts.text(c, "letter", edition))
        assert entry.passages == len(standing)
        assert text is not None
        document = Document("letter", entry.edition, text)
        assert document.intact
        assert [document.derive(passage.spans) for passage in standing] == text.split("\n")


COUNTER = """
import asyncio, os, sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from bot.store.database import Database
from bot.store.log import EventKind, EventLog

async def main():
    database, edition = await Database.open(Path(sys.argv[1])), sys.argv[3]
    log, kinds, start = EventLog(database), list(EventKind), datetime(2025, 3, 1, tzinfo=UTC)
    async def caller(number):
        for turn in range(10**9):
            kind, moment = kinds[turn % len(kinds)], start + timedelta(hours=turn % 30)
            await log.record(kind, "c", str(number % 3), [("letter-1", edition)], moment)
            os.write(1, f"{kind}\\n".encode())
    await asyncio.gather(*(caller(number) for number in range(20)))

asyncio.run(main())
"""


async def test_no_counted_event_is_lost_and_days_agree_with_hours(tmp_path: Path, addition) -> None:
    file, chance, told = tmp_path / "store.db", random.Random(9), Counter[str]()
    made = addition()
    async with await Database.open(file) as database:
        await database.write(lambda connection: texts.add(connection, made))
    for run in range(KILLS // 2):
        told += killed_in_the_middle(COUNTER, file, run, chance, made.document.edition)
        async with await Database.open(file) as database:
            await database.check()
            sums = "SELECT place, {} AS day, kind, SUM(count) FROM {} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
            hours = await database.read(sums.format("hour / 24", "events"))
            assert hours == await database.read(sums.format("day", "tallies"))
            counted = await Tallies(database).of_passage(Window("c", 0, 10**6), "letter-1")
        assert all(counted[EventKind(kind)] >= times for kind, times in told.items())
        assert sum(counted.values()) <= told.total() + 20 * (run + 1)
    assert told.total() > KILLS
