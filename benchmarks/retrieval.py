"""How well questions find their passages, and how fast, beside SQLite's FTS5 and bm25s.

    python -m benchmarks.retrieval DATASET_DIR… [--semantic [--keep FOLDER]] [--json]

A data set is a folder in the form of BEIR: `corpus.jsonl` (_id, title, text), `queries.jsonl` (_id, text), `qrels.tsv`
(query, document, gain) and `meta.json`, whose `lang` ("ru", "ru->en") gives the texts' language. Each document is one
passage of the project's own index; questions go through `Index.search` as everybody's do. Prints nDCG@10, Recall@10
and MRR@10 (all × 100, over the questions that have a relevant document), the median and the 95th percentile of a
question in milliseconds of processor time on one thread, passages indexed in a second of it, and the resident memory
that the index adds. Ranked is what a question finds with what comes near it, by score, whether or not it is enough to
be shown as an answer; "offered" counts the questions to which nothing is, so that only the nearest are offered.
"""

import argparse
import asyncio
import json
import math
import multiprocessing
import sqlite3
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

from benchmarks.models import legs
from benchmarks.shelf import Shelf, Shelved
from bot.errors import AskingError
from bot.model import Source
from bot.search import Index
from bot.search.analysis import language_of, words
from bot.search.synonyms import grouped

DEPTH = 10
_LANGUAGES = {"ukr": "uk", "rus": "ru", "heb": "he", "ara": "ar", "eng": "en"}

Ask = Callable[[str], Sequence[str]]
"""Answers a question with the ids of at most ten documents."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """Documents and questions by id, and for each question its relevant documents with their gain."""

    name: str
    language: str
    documents: dict[str, str]
    questions: dict[str, str]
    relevant: dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured of one engine on one data set; `None` where an engine has no such figure."""

    dataset: str
    engine: str
    ndcg: float
    recall: float
    mrr: float
    median_ms: float
    p95_ms: float
    built_per_second: float
    memory_mb: float
    offered: int = 0


def load(folder: Path) -> Dataset:
    """Read a data set."""
    said = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    language = language_of(str(said.get("lang", "en")).split("->")[-1])
    relevant: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for line in (folder / "qrels.tsv").read_text(encoding="utf-8").splitlines():
        question, *_, document, gain = line.split("\t")
        if gain.lstrip("-").isdigit() and int(gain) > 0:
            relevant[question][document] = int(gain)
    documents = {
        one["_id"]: " ".join(f"{one.get('title') or ''}\n{one['text']}".split())
        for one in _lines(folder / "corpus.jsonl")
    }
    questions = {one["_id"]: one["text"] for one in _lines(folder / "queries.jsonl") if one["_id"] in relevant}
    return Dataset(folder.name, _LANGUAGES.get(language, language), documents, questions, dict(relevant))


def _lines(file: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


class Own:
    """The project's index, in memory."""

    def __init__(self, semantic: bool, kept: Path | None = None) -> None:
        self._semantic = semantic
        self._kept = kept
        self.offered = 0

    def build(self, data: Dataset) -> Ask:
        """Index the documents as the passages of one text."""
        given = list(data.documents.items())
        total = sum(len(words(text)) for text in data.documents.values())
        source = Source(data.name, data.name, language=data.language)
        shelf = Shelf([Shelved(source, len(given), total, lambda: given)])
        kept = self._kept / data.name if self._kept else None
        self._index = asyncio.run(_opened(shelf, self._semantic, kept))
        return self.ask

    def ask(self, question: str) -> list[str]:
        """Ask as everybody does."""
        try:
            found = self._index.search(question, limit=DEPTH)
        except AskingError:
            return []
        self.offered += not found.matches
        ranked = sorted((*found.matches, *found.nearest), key=lambda match: -match.score)
        return [match.passage for match in ranked]


async def _opened(shelf: Shelf, semantic: bool, kept: Path | None) -> Index:
    """Open the index; with the models that are installed, when they have read every passage that is not `kept`."""
    async with AsyncExitStack() as stack:
        found = await legs(stack, kept) if semantic else []
        index = await Index.open(None, shelf, legs=found, synonyms=grouped)
        for leg in found:
            await leg.done()
        return index


class Fts5:
    """SQLite's FTS5 with its stemmer for English, asked for any of the words."""

    offered = 0

    def build(self, data: Dataset) -> Ask:
        """Index the documents."""
        connection = sqlite3.connect(":memory:")
        connection.execute("CREATE VIRTUAL TABLE d USING fts5(id UNINDEXED, text, tokenize = 'porter unicode61')")
        connection.executemany("INSERT INTO d VALUES (?, ?)", data.documents.items())
        sql = f"SELECT id FROM d WHERE d MATCH ? ORDER BY rank LIMIT {DEPTH}"

        def ask(question: str) -> list[str]:
            asked = " OR ".join(f'"{word}"' for word in words(question))
            return [found for (found,) in connection.execute(sql, (asked,))]

        return ask


class Bm25s:
    """bm25s (Lù, 2024) as its readme sets it up: English stop words and PyStemmer where there is one."""

    offered = 0

    def build(self, data: Dataset) -> Ask:
        """Index the documents."""
        import bm25s  # here, so that its memory counts for it alone

        ids = list(data.documents)
        stemmer = _stemmer(data.language)
        stop = data.language if data.language in ("en", "ru") else None

        def cut(texts: list[str]) -> object:
            return bm25s.tokenize(texts, stopwords=stop, stemmer=stemmer, show_progress=False)

        engine = bm25s.BM25()
        engine.index(cut(list(data.documents.values())), show_progress=False)
        depth = min(DEPTH, len(ids))

        def ask(question: str) -> list[str]:
            found, _ = engine.retrieve(cut([question]), k=depth, show_progress=False)
            return [ids[at] for at in found[0]]

        return ask


def _stemmer(language: str) -> object | None:
    import Stemmer

    named = {"en": "english", "ru": "russian", "ar": "arabic"}.get(language)
    return Stemmer.Stemmer(named) if named else None


def measure(folder: Path, engine: str, semantic: bool, kept: Path | None = None) -> Row:
    """Measure one engine on one data set; in a process of its own, so that memory is its own."""
    data = load(folder)
    made = {"commonplace": lambda: Own(semantic, kept), "FTS5, porter": Fts5, "bm25s": Bm25s}[engine]()
    before, started = psutil.Process().memory_info().rss, time.process_time()
    ask = made.build(data)
    built = time.process_time() - started
    resident = (psutil.Process().memory_info().rss - before) / 1_000_000
    spent: list[float] = []
    scores: list[tuple[float, float, float]] = []
    for question, text in data.questions.items():
        started = time.process_time()
        found = ask(text)
        spent.append((time.process_time() - started) * 1000)
        scores.append(judged(found, data.relevant[question]))
    ndcg, recall, mrr = (100 * statistics.fmean(column) for column in zip(*scores, strict=True))
    spent.sort()
    p95 = spent[math.ceil(0.95 * len(spent)) - 1]
    speed = len(data.documents) / built
    return Row(data.name, engine, ndcg, recall, mrr, statistics.median(spent), p95, speed, resident, made.offered)


def judged(found: Sequence[str], relevant: dict[str, int]) -> tuple[float, float, float]:
    """Give nDCG, recall and the reciprocal rank of the first relevant document, each at ten."""
    top = found[:DEPTH]
    gained = sum(relevant.get(document, 0) / math.log2(rank + 1) for rank, document in enumerate(top, 1))
    best = sorted(relevant.values(), reverse=True)[:DEPTH]
    ideal = sum(gain / math.log2(rank + 1) for rank, gain in enumerate(best, 1))
    ranks = [rank for rank, document in enumerate(top, 1) if document in relevant]
    return gained / ideal, len(ranks) / len(relevant), 1 / ranks[0] if ranks else 0.0


def table(rows: Sequence[Row]) -> str:
    """Write the rows as a table."""
    head = f"{'data set':14} {'engine':14} {'nDCG@10':>8} {'Recall':>7} {'MRR':>6} {'p50 ms':>7} {'p95 ms':>7}"
    lines = [f"{head} {'built/s':>8} {'MB':>6} {'offered':>7}"]
    lines += [
        f"{row.dataset:14} {row.engine:14} {row.ndcg:8.1f} {row.recall:7.1f} {row.mrr:6.1f} {row.median_ms:7.2f} "
        f"{row.p95_ms:7.2f} {row.built_per_second:8.0f} {row.memory_mb:6.1f} {row.offered:7}"
        for row in rows
    ]
    return "\n".join(lines)


def main() -> None:
    """Measure every engine on every data set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="DATASET_DIR")
    parser.add_argument("--semantic", action="store_true", help="with the semantic leg, where it is installed")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--alone", action="store_true", help="without the peers")
    parser.add_argument(
        "--keep", type=Path, metavar="FOLDER", help="where the leg's vectors are kept, so that they are worked out once"
    )
    given = parser.parse_args()
    engines = ["commonplace"] if given.alone else ["commonplace", "FTS5, porter", "bm25s"]
    tasks = [(folder, engine, given.semantic, given.keep) for folder in given.folders for engine in engines]
    context = multiprocessing.get_context("spawn")
    with context.Pool(1, maxtasksperchild=1) as pool:
        rows = pool.starmap(measure, tasks, chunksize=1)
    print(json.dumps([asdict(row) for row in rows], indent=1) if given.json else table(rows))


if __name__ == "__main__":
    main()
