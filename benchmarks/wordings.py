"""What a check is measured with: quotes as they stand, altered, in other words, in no text, and bad input."""

import random
from collections.abc import Awaitable, Callable

from bot.answers.checked import assess
from bot.corpus.library import Library
from bot.quotation.provider import Quotations

EACH = 40
LONG = 5_000

Core = Callable[[random.Random], Awaitable[object]]


async def checks(library: Library, quotations: Quotations) -> dict[str, Core]:
    """Make the cores that are timed; the wordings are made here, before any clock starts."""
    rng = random.Random(3)
    passages = [await _words(library, rng) for _ in range(EACH)]
    common = [word for words in passages for word in words]
    kinds = {
        "exact": [f"“{' '.join(_cut(words, rng))}”" for words in passages],
        "altered": [_altered(_cut(words, rng), common, rng) for words in passages],
        "paraphrase": [" ".join(rng.sample(words, min(len(words), 14))) for words in passages],
        "not found": [" ".join(rng.choices(common, k=14)) for _ in passages],
        "5,000 words": [_long(common, rng), " ".join(rng.choices(common, k=LONG))],
        "bad input": bad(passages[0]),
    }
    return {f"check, {kind}": _core(library, quotations, wordings) for kind, wordings in kinds.items()}


def _core(library: Library, quotations: Quotations, wordings: list[str]) -> Core:
    return lambda rng: assess(library, quotations, rng.choice(wordings))


async def _words(library: Library, rng: random.Random) -> list[str]:
    """Give the words of a passage that has enough of them for a quote."""
    while True:
        held = rng.choice(library.sources())
        number = rng.randrange(1, held.passages + 1)
        for passage in await library.of_source(held.source.id, number, number):
            document = await library.document(held.source.id, passage.edition)
            words = document.derive(passage.spans).split()
            if len(words) > 20:
                return words


def _cut(words: list[str], rng: random.Random) -> list[str]:
    at = rng.randrange(len(words) - 15)
    return words[at : at + 15]


def _altered(words: list[str], others: list[str], rng: random.Random) -> str:
    words[rng.randrange(3, 12)] = rng.choice(others)
    return f"they write “{' '.join(words)}” and I wonder"


def _long(words: list[str], rng: random.Random) -> str:
    """Make 5,000 words that are quotes of forty words each, one after the other."""
    starts = (rng.randrange(len(words) - 40) for _ in range(LONG // 40))
    return " ".join(word for at in starts for word in words[at : at + 40])


def bad(words: list[str]) -> list[str]:
    """Give wordings that are no quotes, or are dressed as none: each has to be answered all the same."""
    whole = " ".join(words)
    return [
        "", " \n", words[0], " ".join(words[:2]), "🙏😀" * 1000, "שלום עולם טוב " * 200, "漢字" * 1000,
        f"\u202e{whole}",
        "“" * 2000 + whole + "”" * 2000, '"' * 5000, f"```\n{whole}\n```", f"||{whole}||", "`" * 5000, "*a" * 5000,
        " ".join([words[0]] * LONG), f"{whole} " * (LONG // len(words)), "... ".join(words * 20), "\u200b" * 20_000,
        "a" + "\u0301" * 20_000, "x" * 60_000, "“‘" * 500 + whole, "> " * 2000 + whole,
        "~~a" * 3000, "-5$%" * 3000,
    ]  # fmt: skip
