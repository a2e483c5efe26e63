"""How fast each command's core answers, at the shipped texts and at 100,000 passages, and how much memory that takes.

    python -m benchmarks.answering [--texts 1000] [--passages 100] [--keep FOLDER]

Makes texts of Zipfian words, imports them as `commonplace texts import` does, then measures in a fresh process that
only opens what was built. SQLite's FTS5 answers the same questions beside it. Prints one table.
"""

import argparse
import asyncio
import itertools
import json
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import psutil

from benchmarks.wordings import Core, checks
from bot.answers.comparison import compare
from bot.answers.concordance import concordance
from bot.answers.context import context
from bot.answers.elsewhere import elsewhere
from bot.answers.quote import quote
from bot.answers.random import draw
from bot.answers.sources import texts
from bot.answers.summary import summary
from bot.answers.why import why
from bot.corpus.catalog import Catalog
from bot.corpus.catalog import load as load_catalog
from bot.corpus.importing import sync
from bot.corpus.library import Library
from bot.corpus.reading import Reader
from bot.quotation.provider import Quotations
from bot.search import Index
from bot.search.synonyms import grouped
from bot.store.database import Database

SEEDS = Path(__file__).parents[1] / "seeds"
VOCABULARY = 60_000
RUNS = 300
MEGABYTE = 1_000_000


def vocabulary() -> list[str]:
    """Make words that can be spoken, the frequent ones short."""
    syllables = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
    lengths = (itertools.product(syllables, repeat=n) for n in (2, 3))
    every = ["".join(parts) for parts in itertools.chain(*lengths)]
    head, tail = every[: len(syllables) ** 2], every[len(syllables) ** 2 :]
    rng = random.Random(1)
    rng.shuffle(head)
    rng.shuffle(tail)
    return [*head, *tail][:VOCABULARY]


def write_texts(folder: Path, many: int, passages: int) -> None:
    """Write texts of so many paragraphs; each has a topic of its own, words that it uses more than others do."""
    rng = random.Random(2)
    known = vocabulary()
    weights = list(itertools.accumulate(1 / (rank + 1) for rank in range(len(known))))
    for number in range(many):
        topic = rng.choices(known[200:20_000], k=30)
        parts = [f"# {' '.join(rng.choices(topic, k=4)).capitalize()} {number}"]
        for paragraph in range(passages):
            if paragraph % 10 == 0:
                parts.append(f"## {' '.join(rng.choices(topic, k=3)).capitalize()}")
            words = rng.choices(known, cum_weights=weights, k=56) + rng.choices(topic, k=8)
            rng.shuffle(words)
            parts.append(" ".join(f"{' '.join(words[at : at + 16]).capitalize()}." for at in range(0, 64, 16)))
        (folder / f"text-{number:05}.md").write_text("\n\n".join(parts) + "\n", encoding="utf-8")


async def build(folder: Path, sources: Path, catalog: Catalog) -> dict[str, float]:
    """Import texts and build their index; gives figures of the import."""
    size = sum(file.stat().st_size for file in sources.glob("*.md"))
    database = await Database.open(folder / "store.db")
    library = await Library.open(database)
    started, spent = time.perf_counter(), _processor_seconds()
    async with Reader() as reader:
        report = await sync(library, [sources], reader, catalog)
        imported, processor = time.perf_counter() - started, _processor_seconds() - spent
    most = _most_memory()
    started = time.perf_counter()
    await Index.open(folder / "index", library)
    indexed, most_indexing = time.perf_counter() - started, _most_memory()
    with sqlite3.connect(folder / "fts5.db") as peer:  # the same passages in FTS5, with its stemmer for English
        peer.execute("CREATE VIRTUAL TABLE passages USING fts5(text, tokenize = 'porter unicode61')")
        async for batch in library.scan():
            peer.executemany("INSERT INTO passages VALUES (?)", ((text,) for _, text in batch))
    await database.close()
    assert not report.failed, report.failed[:3]
    return {
        "megabytes": size / MEGABYTE,
        "import": size / MEGABYTE / imported,
        "import a core": size / MEGABYTE / processor,
        "index": size / MEGABYTE / indexed,
        "peak": most,
        "peak indexing": most_indexing,
    }


def _most_memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _processor_seconds() -> float:
    """Give the seconds of processor that this process and its living children have used."""
    own = psutil.Process()
    return sum(p.cpu_times().user + p.cpu_times().system for p in (own, *own.children(recursive=True)))


async def measure(folder: Path) -> dict[str, object]:
    """Measure each command's core in a process that did nothing before."""
    database = await Database.open(folder / "store.db")
    library = await Library.open(database)
    started = time.perf_counter()
    index = await Index.open(folder / "index", library, synonyms=grouped)
    opened = (time.perf_counter() - started) * 1000
    memory = _resident()
    rows: dict[str, object] = {}
    for name, run in _cores(library, index).items():
        rows[name] = await _timed(run)
    rows["quote, FTS5"] = await _timed(_asking_fts5(folder, index))
    after = _resident()
    checking, checks_memory = await _checking(library)
    rows |= checking
    count = sum(text.passages for text in library.sources())
    found = {"texts": len(library.sources()), "passages": count, "open": opened, "rows": rows}
    await database.close()
    return {**found, "memory": memory, "memory after": after, "memory checking": checks_memory}


async def _checking(library: Library) -> tuple[dict[str, object], float]:
    """Measure checks of quotes; gives the memory with their index, too."""
    quotations = Quotations(library, None)
    await quotations.texts()
    rows: dict[str, object] = {name: await _timed(run) for name, run in (await checks(library, quotations)).items()}
    return rows, _resident()


def _resident() -> float:
    return psutil.Process().memory_info().rss / 1024 / 1024


def _asker(index: Index) -> Callable[[random.Random], str]:
    """Ask for two to four words of the texts: frequent ones and rarer ones, as people do."""
    offered = [term for letter in "abcdefghijklmnopqrstuvwxyz" for term in index.suggest(letter)]
    return lambda rng: " ".join(rng.sample(offered, rng.randint(2, 4)))


def _cores(library: Library, index: Index) -> dict[str, Core]:
    sources = [text.source.id for text in library.sources()]
    question = _asker(index)

    async def search(rng: random.Random) -> object:
        return index.search(question(rng), limit=10)

    async def explain(rng: random.Random) -> object:
        return await why(library, index, (await quote(library, index, question(rng))).trace)

    async def around(rng: random.Random) -> object:
        (passage,) = await library.of_source(rng.choice(sources), 5, 5)
        return await context(library, passage.id)

    async def others(rng: random.Random) -> object:
        (passage,) = await library.of_source(rng.choice(sources), 5, 5)
        return await elsewhere(library, index, passage.id)

    async def shelf(_: random.Random) -> object:
        return texts(library)

    common = index.suggest("")[:10]
    return {
        "search alone": search,
        "quote": lambda rng: quote(library, index, question(rng)),
        "quote in a text": lambda rng: quote(library, index, question(rng), source=rng.choice(sources)),
        "context": around,
        "summary of all": lambda rng: summary(library, index, turn=rng.randrange(1000)),
        "summary of a text": lambda rng: summary(library, index, source=rng.choice(sources)),
        "summary about": lambda rng: summary(library, index, question(rng)),
        "compare": lambda rng: compare(library, index, question(rng), day=date(2025, 1, rng.randint(1, 31))),
        "who-else": others,
        "concordance": lambda rng: concordance(library, index, rng.choice(common)),
        "concordance of a phrase": lambda rng: concordance(library, index, " ".join(rng.sample(common, 2))),
        "concordance, begin*": lambda rng: concordance(library, index, f"{rng.choice(common)[:3]}*"),
        "sources": shelf,
        "random": lambda rng: draw(library, seed=rng.randrange(1 << 30)),
        "quote and why": explain,
    }


def _asking_fts5(folder: Path, index: Index) -> Core:
    connection = sqlite3.connect(folder / "fts5.db")
    question = _asker(index)

    async def ask(rng: random.Random) -> object:
        asked = " OR ".join(f'"{word}"' for word in question(rng).split())
        sql = "SELECT rowid, text FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT 3"
        return connection.execute(sql, (asked,)).fetchall()

    return ask


async def _timed(run: Core) -> list[float]:
    """Give p50, p95 and p99 in milliseconds; the questions are made before the clock starts."""
    times: list[float] = []
    for seed in range(RUNS):
        coroutine = run(random.Random(seed))
        started = time.perf_counter()
        await coroutine
        times.append((time.perf_counter() - started) * 1000)
    times.sort()
    return [times[int(share * (RUNS - 1))] for share in (0.5, 0.95, 0.99)]


def _child(*arguments: str) -> dict[str, object]:
    command = [sys.executable, "-m", "benchmarks.answering", *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def _run(folder: Path, sources: Path, *, shipped: bool) -> tuple[dict[str, object], dict[str, object]]:
    folder.mkdir(parents=True, exist_ok=True)
    built = {} if (folder / "fts5.db").exists() else _child("--build", str(folder), str(sources), str(int(shipped)))
    return built, _child("--measure", str(folder))


def report(few: dict[str, object], many: dict[str, object], built: dict[str, object]) -> None:
    """Print the table, in Markdown."""
    print(f"| ms: p50 / p95 / p99 | {few['texts']} texts | {many['texts']} texts, {many['passages']} passages |")
    print("| --- | --- | --- |")
    one, other = few["rows"], many["rows"]
    assert isinstance(one, dict)
    assert isinstance(other, dict)
    for name in one:
        print(f"| {name} | {_three(one[name])} | {_three(other[name])} |")
    print(f"| opening the index, ms | {few['open']:.0f} | {many['open']:.0f} |")
    print(f"| memory when opened, MB | {few['memory']:.0f} | {many['memory']:.0f} |")
    print(f"| memory after all but checks, MB | {few['memory after']:.0f} | {many['memory after']:.0f} |")
    print(f"| memory with the index of quotations, MB | {few['memory checking']:.0f} | {many['memory checking']:.0f} |")
    if built:
        print(
            f"\nImport of {built['megabytes']:.0f} MB: {built['import']:.2f} MB/s, {built['import a core']:.2f} a core;"
        )
        print(f"index: {built['index']:.2f} MB/s. Most memory: {built['peak']:.0f} MB importing,", end=" ")
        print(f"{built['peak indexing']:.0f} MB after indexing.")


def _three(times: list[float]) -> str:
    return " / ".join(f"{one:.2f}" for one in times)


def main() -> None:
    """Build and measure, each in a process of its own."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--texts", type=int, default=1000)
    arguments.add_argument("--passages", type=int, default=100, help="passages in each text")
    arguments.add_argument("--keep", type=Path, help="build there, and use what is built there already")
    arguments.add_argument("--build", nargs=3, help=argparse.SUPPRESS)
    arguments.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    chosen = arguments.parse_args()
    if chosen.build:
        folder, sources, shipped = chosen.build
        catalog = load_catalog(SEEDS / "catalog.yaml") if shipped == "1" else Catalog.empty()
        print(json.dumps(asyncio.run(build(Path(folder), Path(sources), catalog))))
    elif chosen.measure:
        print(json.dumps(asyncio.run(measure(chosen.measure))))
    else:
        with tempfile.TemporaryDirectory() as temporary:
            _compare(chosen.keep or Path(temporary), chosen.texts, chosen.passages)


def _compare(folder: Path, many: int, passages: int) -> None:
    sources = folder / "texts"
    if not sources.exists():
        sources.mkdir(parents=True)
        write_texts(sources, many, passages)
    _, few = _run(folder / "shipped", SEEDS, shipped=True)
    built, large = _run(folder / "generated", sources, shipped=False)
    report(few, large, built)


if __name__ == "__main__":
    main()
