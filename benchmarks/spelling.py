"""How often a misspelt word still finds what it would have found: `python -m benchmarks.spelling DATASET_DIR…`

Of each data set (in the form that `benchmarks.retrieval` reads) words that stand in at most five of its documents are
asked alone, each with one letter dropped, doubled, put in, replaced, or swapped with the next one, at any place. Only
what stands in no document then is asked. Found is what has the right word, or what the right word finds, among the
first three passages. Prints the share for short words (four to six letters) and longer ones, and milliseconds of
processor time. A seed makes the mistakes the same each time; none of the rules was chosen on the sets of the README
(decision note 158).
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.retrieval import Dataset, Own, load
from bot.errors import AskingError
from bot.search.analysis import is_stop, words

EACH = 60
RARE = 5
SHORT, LONG, LONGEST = 4, 7, 40
FIRST = 3
_TRIED = 5

Mistake = Callable[[str, int, str], str]
"""Makes a mistake in a word at a place, with a letter at hand."""

MISTAKES: dict[str, Mistake] = {
    "dropped": lambda word, at, _: word[:at] + word[at + 1 :],
    "doubled": lambda word, at, _: word[: at + 1] + word[at:],
    "put in": lambda word, at, letter: word[:at] + letter + word[at:],
    "replaced": lambda word, at, letter: word[:at] + letter + word[at + 1 :],
    "swapped": lambda word, at, _: word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
}


@dataclass(frozen=True, slots=True)
class Misspelt:
    """A word with a mistake in it."""

    right: str
    wrong: str


def misspelt(data: Dataset, mistake: Mistake, least: int, most: int) -> Iterator[Misspelt]:
    """Misspell rare words of `least` to `most` letters."""
    chance = random.Random(f"{data.name} {least}")
    having = Counter(word for text in data.documents.values() for word in set(words(text)))
    letters = sorted({letter for word in having for letter in word if word.isalpha() and len(word) >= least})
    rare = sorted(word for word, times in having.items() if times <= RARE and least <= len(word) <= most)
    chance.shuffle(rare)
    for word in rare:
        if not word.isalpha() or is_stop(word, data.language):
            continue
        tried = (mistake(word, chance.randrange(len(word)), chance.choice(letters)) for _ in range(_TRIED))
        wrong = next((other for other in tried if other != word and other not in having), None)
        if wrong:
            yield Misspelt(word, wrong)


def found(engine: Own, asked: str) -> list[str]:
    """Give the first passages that are found."""
    try:
        return engine.ask(asked)[:FIRST]
    except AskingError:
        return []


def share(data: Dataset, engine: Own, mistake: Mistake, least: int, most: int) -> tuple[float, float]:
    """Give the share of misspelt words that still find, and milliseconds for each."""
    standing = {name: set(words(text)) for name, text in data.documents.items()}
    asked = [one for one, _ in zip(misspelt(data, mistake, least, most), range(EACH), strict=False)]
    wanted = [set(found(engine, one.right)) for one in asked]
    started = time.process_time()
    got = [found(engine, one.wrong) for one in asked]
    spent = (time.process_time() - started) * 1000 / max(len(asked), 1)
    hits = [
        any(passage in right or one.right in standing[passage] for passage in passages)
        for one, right, passages in zip(asked, wanted, got, strict=True)
    ]
    return sum(hits) / max(len(hits), 1), spent


def main() -> None:
    """Measure each data set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="DATASET_DIR")
    given = parser.parse_args()
    print(f"| misspelt words of | letters | {' | '.join(MISTAKES)} | ms |\n{'| --- ' * (len(MISTAKES) + 3)}|")
    for folder in given.folders:
        data, engine = load(folder), Own(semantic=False)
        engine.build(data)
        for least, most in ((SHORT, LONG - 1), (LONG, LONGEST)):
            shares = [share(data, engine, mistake, least, most) for mistake in MISTAKES.values()]
            cells = " | ".join(f"{100 * part:.0f} %" for part, _ in shares)
            spent = sum(spent for _, spent in shares) / len(shares)
            letters = f"{least} to {most}" if most < LONGEST else f"{least} or more"
            print(f"| {data.name} | {letters} | {cells} | {spent:.2f} |", flush=True)


if __name__ == "__main__":
    main()
