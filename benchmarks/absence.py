"""How often the bot is wrong about there being nothing: on questions whose answer was taken out of the texts, or not.

    python -m benchmarks.absence [FOLDER] [--fillers 100000] [--json]

FOLDER holds data sets as `benchmarks.retrieval` reads them. Of each, half of the documents are indexed, whole articles
where ids tell them, and all questions asked. False absence is the share of questions with a relevant document in
the index that are told "nothing is about that". False presence is the share that is told otherwise though all their
relevant documents were taken out: of the same set (its subjects stay near), and of the other sets of the language
(other subjects altogether). So asked are libraries of 30 documents, of half the set, and in English, with `--fillers`,
half the set among so many generated passages. What decides was chosen on none of these sets (decision note 175).
"""

import argparse
import asyncio
import hashlib
import json
import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.fillers import fillers
from benchmarks.retrieval import Dataset, load
from benchmarks.shelf import Shelf, Shelved
from bot.errors import AskingError
from bot.model import Source, words_in
from bot.search import Index
from bot.search.synonyms import grouped

SHARED = Path(__file__).parents[2] / "shared" / "bench" / "retrieval"
SMALL = 30
_PARAGRAPH = re.compile(r"[_#]\d+$")
PER_TEXT = 500

Absent = Callable[[str], bool]
"""Tells whether a question is told that nothing is about it."""


@dataclass(frozen=True, slots=True)
class Row:
    """Errors of one library, as shares; `None` where there are no such questions."""

    dataset: str
    passages: int
    asked: int
    false_absence: float
    same_subject: float | None
    other_subject: float | None


def kept(data: Dataset) -> dict[str, str]:
    """Give half of the documents, by a hash of their article: what stands in the id before the paragraph's number."""
    return {name: text for name, text in data.documents.items() if _hash(_PARAGRAPH.sub("", name)) % 2}


def _hash(text: str) -> int:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16)


def opened(data: Dataset, documents: dict[str, str], more: Sequence[str] = ()) -> Absent:
    """Index documents, with generated ones in texts of their own, and tell what is absent from them."""
    given = list(documents.items())
    texts = [_text(data.name, data.language, given)]
    for first in range(0, len(more), PER_TEXT):
        name = f"filler-{first}"
        texts.append(
            _text(name, "en", [(f"{name}.{at}", text) for at, text in enumerate(more[first : first + PER_TEXT])])
        )
    index = asyncio.run(Index.open(None, Shelf(texts), synonyms=grouped))

    def absent(question: str) -> bool:
        try:
            return not index.search(question, limit=1).matches
        except AskingError:
            return True

    return absent


def _text(name: str, language: str, given: list[tuple[str, str]]) -> Shelved:
    return Shelved(
        Source(name, name, language=language), len(given), sum(words_in(text) for _, text in given), lambda: given
    )


def row(data: Dataset, documents: dict[str, str], others: Iterable[str], more: Sequence[str] = ()) -> Row:
    """Ask all questions of a set, and some of others, of some of its documents."""
    absent = opened(data, documents, more)
    present = [text for name, text in data.questions.items() if documents.keys() & data.relevant[name].keys()]
    gone = [text for name, text in data.questions.items() if not documents.keys() & data.relevant[name].keys()]
    strange = list(others)
    return Row(
        data.name,
        len(documents) + len(more),
        len(present),
        _share(present, absent) or 0.0,
        _share(gone, lambda question: not absent(question)),
        _share(strange, lambda question: not absent(question)),
    )


def _share(questions: Sequence[str], said: Absent) -> float | None:
    return sum(map(said, questions)) / len(questions) if questions else None


def measure(folder: Path, generated: int) -> list[Row]:
    """Measure all sets of a folder whose questions are in the language of their documents."""
    sets = [load(one) for one in sorted(folder.iterdir()) if (one / "qrels.tsv").is_file() and "2" not in one.name]
    rows: list[Row] = []
    for data in sets:
        others = [
            q
            for other in sets
            if other.language == data.language and other is not data
            for q in other.questions.values()
        ]
        half = kept(data)
        few = dict(random.Random(data.name).sample(sorted(half.items()), min(SMALL, len(half))))
        rows += [row(data, few, others), row(data, half, others)]
        if generated and data.language == "en":
            rows.append(row(data, half, others, list(fillers(generated))))
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=SHARED)
    parser.add_argument("--fillers", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    rows = measure(given.folder, given.fillers)
    if given.json:
        print(json.dumps([asdict(one) for one in rows], indent=2))
        return
    print("| texts of | passages | with an answer | false absence | false presence, same subject | other subject |")
    print("| --- | --- | --- | --- | --- | --- |")
    for one in rows:
        shares = (one.false_absence, one.same_subject, one.other_subject)
        cells = ["-" if share is None else f"{share:.0%}" for share in shares]
        print(f"| {one.dataset} | {one.passages:,} | {one.asked} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
