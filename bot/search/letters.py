"""Letters in a row: what the forms of a word have in common, in any language, whatever is put before or behind them.

A word is cut into runs of four letters (McNamee and Mayfield, "Character n-gram tokenization for European language text
retrieval", 2004). Where words change at their end, its beginning counts as a letter, so that "warm" and "swarm" have
less in common than "warm" and "warmly"; Hebrew and Arabic write particles on to the beginning of a word, so that
there it doesn't. Words that are too short stand for themselves.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

SIZE = 4
# The rarest runs of a question that are looked up; the others would tell little and take as long.
MOST = 48
# A term of the field of runs that every passage has: how many passages there are to compare with.
EVERY = "_"

_ATTACHING = re.compile("[\u0590-\u06ff\u0750-\u077f]")


def attaching(word: str) -> bool:
    """Whether a word is in a script that writes particles ("and", "the", "in") on to the beginning of words."""
    return _ATTACHING.search(word) is not None


@lru_cache(maxsize=16_384)
def runs(word: str) -> tuple[str, ...]:
    """Give a folded word's runs as they stand in a line of words with a space before and after each."""
    return tuple(_cut(word))


def _cut(word: str) -> Iterable[str]:
    begun = word if attaching(word) else f" {word}"
    if len(begun) < SIZE:
        return (f" {word} ",)
    return dict.fromkeys([begun[at : at + SIZE] for at in range(len(begun) - SIZE + 1)])


def term_of(run: str) -> str:
    """Give a run as it is looked up, without spaces."""
    return run.replace(" ", "_")


def terms_of(word: str) -> str:
    """Give a folded word's runs as they are looked up, with a space between them."""
    if word.isascii() and len(word) >= SIZE:  # as most are: the same, in half the time
        begun = f"_{word}"
        return " ".join(dict.fromkeys([begun[at : at + SIZE] for at in range(len(begun) - SIZE + 1)]))
    return term_of("\n".join(_cut(word))).replace("\n", " ")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of letters of an asked word, and its idf."""

    letters: str
    word: str
    weight: float


@dataclass(frozen=True, slots=True)
class Letters:
    """The runs of a question. `part` brings the sum of their weights to that of the question's words.

    So words and letters count alike: the convex sum of both, each measured by the most that it could be with every
    term once (theoretical normalisation; Bruch, Gai and Ingber, "An Analysis of Fusion Functions for Hybrid
    Retrieval", 2023).
    """

    runs: tuple[Run, ...] = ()
    part: float = 0.0

    @classmethod
    def of(cls, asked: Iterable[str], weight: float, weigh: Callable[[str, str], float]) -> "Letters":
        """Take the runs of asked words, which weigh `weight` together; `weigh` gives the idf of a word's run."""
        of_word = {run: word for word in asked for run in runs(word)}
        weighed = [Run(run, word, weigh(run, word)) for run, word in of_word.items()]
        rarest = sorted(weighed, key=lambda run: (-run.weight, run.letters))[:MOST]
        total = sum(run.weight for run in rarest)
        return cls(tuple(rarest), weight / total) if total else cls()

    def score(self, words: str, length: float, saturation: float) -> tuple[float, tuple[str, ...]]:
        """Give BM25 over the runs that stand in a line of folded words, and whose words they are.

        `length` is the part of BM25 that knows the passage's length, K1 · (1 - B + B · length / mean).
        """
        value, matched = 0.0, dict[str, None]()
        for run in self.runs:
            times = words.count(run.letters)
            if times:
                value += run.weight * times * (saturation + 1) / (times + length)
                matched[run.word] = None
        return self.part * value, tuple(matched)

    def likeness(self, word: str, words: str) -> float:
        """Give how much of a word's letters stand in a line of folded words, from 0 to 1."""
        own = [run for run in self.runs if run.word == word]
        standing = sum(run.weight for run in own if run.letters in words)
        return standing / sum(run.weight for run in own) if own else 0.0

    def lacking(self, word: str, words: str) -> float:
        """Give what an asked word's runs that don't stand in a line of folded words would count, each once."""
        return self.part * sum(run.weight for run in self.runs if run.word == word and run.letters not in words)


NO_LETTERS = Letters()
