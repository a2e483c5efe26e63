"""How fast 100,000 and 1,000,000 generated passages are indexed and asked, and how much memory that takes.

    python -m benchmarks.scale [--passages 100000 1000000] [--words 48] [--json]

Texts of 500 passages of Zipfian words, each with topics of its own. Built in one process and asked in another that only
opens what was built: 1,000 questions of two to four words, three in four of them rare ones. All times are processor
time, that of building of all threads; an update is one passage written into a text of its own, until a question finds
it. Resident memory is what the process has of its own and the mapped parts of files, which the system may take back.
"""

import argparse
import asyncio
import gc
import importlib
import itertools
import json
import math
import multiprocessing
import random
import resource
import statistics
import tempfile
import time
from functools import partial
from pathlib import Path

import psutil

from benchmarks.answering import vocabulary
from benchmarks.shelf import Given, Shelf, Shelved
from bot.model import Source
from bot.search import Index
from bot.search.synonyms import grouped

PER_TEXT = 500
QUESTIONS = 1_000
MEGABYTE = 1_000_000


def shelf(passages: int, length: int) -> Shelf:
    """Give texts of that many passages together, made when they are read."""
    texts = math.ceil(passages / PER_TEXT)
    return Shelf(
        [
            Shelved(
                Source(f"text-{number:05}", f"Text {number}", language="en"),
                PER_TEXT,
                PER_TEXT * length,
                partial(written, number, length),
            )
            for number in range(texts)
        ]
    )


_KNOWN = vocabulary()
_WEIGHTS = list(itertools.accumulate(1 / (rank + 1) for rank in range(len(_KNOWN))))


def written(number: int, length: int) -> Given:
    """Write a text's passages: one word in eight is of its topic."""
    rng = random.Random(number)
    topic = rng.choices(_KNOWN[200:20_000], k=30)
    given: Given = []
    for passage in range(PER_TEXT):
        words = rng.choices(_KNOWN, cum_weights=_WEIGHTS, k=length - length // 8) + rng.choices(topic, k=length // 8)
        given.append((f"text-{number:05}.{passage}", f"{' '.join(words).capitalize()}."))
    return given


def build(folder: Path, passages: int, length: int) -> dict[str, float]:
    """Build the index; the making of the texts is not counted."""
    library = shelf(passages, length)
    importlib.import_module("numpy")  # a bot has it from its start: quotes are checked with it
    making = time.process_time()
    for number in range(min(20, passages // PER_TEXT)):
        library._read(f"text-{number:05}")
    making = (time.process_time() - making) / min(20, passages // PER_TEXT) * (passages / PER_TEXT)
    started = time.process_time()
    asyncio.run(Index.open(folder, library))
    spent = time.process_time() - started - making
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {"built a second": passages / spent, "built in MB": most / MEGABYTE, "disk MB": size / MEGABYTE}


def ask(folder: Path, passages: int, length: int) -> dict[str, float]:
    """Ask in a process that only opens what was built, then write one passage more."""
    library = shelf(passages, length)
    importlib.import_module("numpy")  # as before
    before, started = psutil.Process().memory_info().rss, time.process_time()
    index = asyncio.run(Index.open(folder, library, synonyms=grouped))
    opened = time.process_time() - started
    # As the bot does when it has opened (`bot.cli.running`): else a search for garbage among the generated passages,
    # which the bot has on its disk, falls into the update or not, as it happens (28 ms of 100,000).
    gc.collect()
    gc.freeze()
    rng = random.Random(5)
    frequent, rare = _KNOWN[50:2_000], _KNOWN[2_000:40_000]
    spent = []
    for _ in range(QUESTIONS):
        many = rng.randint(2, 4)
        question = " ".join(rng.choice(rare if rng.random() < 0.75 else frequent) for _ in range(many))
        started = time.process_time()
        index.search(question, limit=10)
        spent.append((time.process_time() - started) * 1000)
    spent.sort()
    now = psutil.Process().memory_info()
    found = {"p50 ms": statistics.median(spent), "p95 ms": spent[math.ceil(0.95 * len(spent)) - 1]}
    update = asyncio.run(_update(index, library))
    return {
        **found,
        "open ms": opened * 1000,
        "RSS MB": now.rss / MEGABYTE,
        "of it mapped files": now.shared / MEGABYTE,
        "of it index": (now.rss - before) / MEGABYTE,
        **update,
    }


async def _update(index: Index, library: Shelf) -> dict[str, float]:
    library.put(
        Shelved(Source("text-new", "New", language="en"), 1, 3, lambda: [("text-new.1", "A wholly newfangled one.")])
    )
    wall, started = time.perf_counter(), time.process_time()
    await index.refresh(library)
    assert [match.passage for match in index.search("newfangled").matches] == ["text-new.1"]
    return {"update ms": (time.process_time() - started) * 1000, "update wall ms": (time.perf_counter() - wall) * 1000}


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", nargs="+", type=int, default=[100_000, 1_000_000])
    parser.add_argument("--words", type=int, default=48, help="words of a passage")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    context = multiprocessing.get_context("spawn")
    every = {}
    for passages in given.passages:
        with tempfile.TemporaryDirectory() as folder, context.Pool(1, maxtasksperchild=1) as pool:
            what = (Path(folder) / "index", passages, given.words)
            every[passages] = {**pool.apply(build, what), **pool.apply(ask, what)}
        if not given.json:
            print(f"{passages:>9}", *(f"{name} {value:.2f}" for name, value in every[passages].items()), sep="  ")
    if given.json:
        print(json.dumps(every, indent=1))


if __name__ == "__main__":
    main()
