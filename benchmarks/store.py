"""How many events a second the store acknowledges, and how fast passages are read at 100,000 of them.

    python -m benchmarks.store [--passages 100000]

Beside it stands the same insert with one commit a row, and spans as rows of their own. Prints two tables.
"""

import argparse
import asyncio
import random
import resource
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import aiosqlite

from bot.model import BlockKind, Document, Passage, Role, Source, Span, Speaker
from bot.store import passages, texts
from bot.store.database import Database
from bot.store.texts import Addition, Stamp

CALLERS = 100
PER_TEXT = 100
WORDS = 80
SENTENCES = 4


async def grouped(file: Path, each: int) -> float:
    async with await Database.open(file) as database:

        async def caller(number: int) -> None:
            for turn in range(each):
                row = (f"c{number}", f"k{turn}")
                await database.write(
                    lambda c, row=row: c.execute("INSERT INTO settings VALUES (?, ?, 'text', 'v')", row).rowcount
                )

        started = time.perf_counter()
        await asyncio.gather(*(caller(number) for number in range(CALLERS)))
        return CALLERS * each / (time.perf_counter() - started)


async def one_by_one(file: Path, each: int) -> float:
    connection = await aiosqlite.connect(file, isolation_level=None)
    await connection.execute("PRAGMA journal_mode = WAL")
    await connection.execute("PRAGMA synchronous = NORMAL")
    await connection.execute("CREATE TABLE settings (c TEXT, k TEXT, t TEXT, v TEXT, PRIMARY KEY (c, k)) WITHOUT ROWID")

    async def caller(number: int) -> None:
        for turn in range(each):
            await connection.execute("INSERT INTO settings VALUES (?, ?, 'text', 'v')", (f"c{number}", f"k{turn}"))

    started = time.perf_counter()
    await asyncio.gather(*(caller(number) for number in range(CALLERS)))
    took = time.perf_counter() - started
    await connection.close()
    return CALLERS * each / took


def made(number: int, chance: random.Random) -> Addition:
    """Make a text of 100 passages of 80 words in four sentences."""
    name, parts, found, start = f"text-{number}", [], [], 0
    speaker = Speaker("Ada Penn", Role.AUTHOR)
    for place in range(1, PER_TEXT + 1):
        sentences: list[tuple[Span, ...]] = []
        for _ in range(SENTENCES):
            words = [format(chance.getrandbits(22), "x") for _ in range(WORDS // SENTENCES)]
            sentence = " ".join(words) + "."
            sentences.append((Span(start, start + len(sentence)),))
            parts.append(sentence)
            start += len(sentence) + 1
        spans = (Span(sentences[0][0].start, sentences[-1][0].end),)
        code = format(chance.getrandbits(35), "x")
        kind = BlockKind.PARAGRAPH
        found.append(Passage(f"{name}-{code}", name, "", place, spans, tuple(sentences), speaker, kind, ("A heading",)))
    document = Document.of(name, " ".join(parts))
    stamp = Stamp(f"/texts/{name}.txt", len(document.text), 1, document.edition)
    return Addition(Source(name, name), document, stamp, "2025-01-01", WORDS * PER_TEXT, tuple(found))


async def fill(database: Database, many: int) -> list[str]:
    chance, ids = random.Random(1), []
    for number in range(many // PER_TEXT):
        addition = made(number, chance)
        await database.write(lambda c, addition=addition: texts.add(c, addition))
        ids += [passage.id for passage in addition.passages]
    return ids


def write_rows(file: Path, many: int) -> None:
    """Keep the spans of as many passages as rows of their own."""
    connection = sqlite3.connect(file)
    connection.execute(
        "CREATE TABLE spans (passage INTEGER, sentence INTEGER, number INTEGER, start INTEGER, end INTEGER, "
        "glued INTEGER, PRIMARY KEY (passage, sentence, number)) WITHOUT ROWID"
    )
    rows = ((p, s, 0, p * 500 + s * 100, p * 500 + s * 100 + 99, 0) for p in range(many) for s in range(-1, SENTENCES))
    with connection:
        connection.executemany("INSERT INTO spans VALUES (?, ?, ?, ?, ?, ?)", rows)
    connection.close()


def read_rows(file: Path, many: int) -> tuple[float, float, float]:
    """Read the spans of five passages at a time, kept as rows."""
    connection, chance = sqlite3.connect(file), random.Random(2)

    def work() -> None:
        for passage in chance.choices(range(many), k=5):
            rows = connection.execute("SELECT start, end, glued FROM spans WHERE passage = ?", (passage,))
            [Span(start, end, bool(glued)) for start, end, glued in rows]

    measured = timed(work, 2_000)
    connection.close()
    return measured


def timed(work: Callable[[], object], runs: int) -> tuple[float, float, float]:
    """Give the 50th and 95th percentile of the time, and the mean of the processor's time, in microseconds."""
    took, began = [], time.process_time()
    for _ in range(runs):
        started = time.perf_counter()
        work()
        took.append(time.perf_counter() - started)
    cpu = (time.process_time() - began) / runs
    took.sort()
    return took[runs // 2] * 1e6, took[runs * 95 // 100] * 1e6, cpu * 1e6


async def read_by_id(database: Database, ids: list[str]) -> tuple[float, float, float]:
    chance, took, runs = random.Random(2), [], 2_000
    began = time.process_time()
    for _ in range(runs):
        wanted = chance.choices(ids, k=5)
        started = time.perf_counter()
        await database.look(lambda c, wanted=wanted: passages.by_id(c, wanted))
        took.append(time.perf_counter() - started)
    cpu = (time.process_time() - began) / runs
    took.sort()
    return took[runs // 2] * 1e6, took[runs * 95 // 100] * 1e6, cpu * 1e6


def row(*cells: object) -> None:
    print("| " + " | ".join(str(cell) for cell in cells) + " |")


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=100_000)
    many = parser.parse_args().passages
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        row(f"writes, {CALLERS} callers at once", "acknowledged a second")
        row("---", "---")
        row("group commit", f"{await grouped(folder / 'grouped.db', 300):,.0f}")
        row("one commit a row", f"{await one_by_one(folder / 'single.db', 100):,.0f}")
        print()
        async with await Database.open(folder / "store.db") as database:
            started = time.perf_counter()
            ids = await fill(database, many)
            took = time.perf_counter() - started
            by_id = await read_by_id(database, ids)
            connection = sqlite3.connect(folder / "store.db")
            inside = timed(lambda: passages.by_id(connection, random.choices(ids, k=5)), 2_000)
            connection.close()
        size = (folder / "store.db").stat().st_size / 1e6
        await asyncio.to_thread(write_rows, folder / "rows.db", many)
        rows = read_rows(folder / "rows.db", many)
        more = (folder / "rows.db").stat().st_size / 1e6
        row(f"five passages of {many:,}", "p50 µs", "p95 µs", "CPU µs")
        row("---", "---", "---", "---")
        row("through the store", *(f"{value:.0f}" for value in by_id))
        row("of which SQLite and decoding", *(f"{value:.0f}" for value in inside))
        row("spans alone, as rows of their own", *(f"{value:.0f}" for value in rows))
        print()
        print(f"{size:.0f} MB on disk ({WORDS} words a passage); spans as rows of their own: {more:.0f} MB more.")
        print(
            f"Written in {took:.1f} s. Peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB."
        )


if __name__ == "__main__":
    asyncio.run(main())
