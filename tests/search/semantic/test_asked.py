"""A question's vector is worked out beside the event loop, once, and its words are not kept."""

import threading

import numpy as np

from bot.search.semantic.asked import Asked
from bot.search.semantic.weights import Floats


class Encoding:
    """Encodes, and tells in which threads."""

    def __init__(self) -> None:
        self.threads: list[int] = []

    def __call__(self, question: str) -> Floats:
        self.threads.append(threading.get_ident())
        return np.full(2, len(question), np.float32)


async def test_what_was_prepared_blocks_nobody_when_it_is_searched_for() -> None:
    encoding = Encoding()
    asked = Asked(encoding)
    await asked.prepare(["ships", "dykes and ships", "ships"])
    assert asked.vector("ships").tolist() == [5, 5]
    assert asked.vector("dykes and ships").tolist() == [15, 15]
    assert len(encoding.threads) == 2
    assert threading.get_ident() not in encoding.threads


async def test_what_was_not_prepared_is_worked_out_all_the_same() -> None:
    encoding = Encoding()
    assert Asked(encoding).vector("\udc80 ships").tolist() == [7, 7]
    assert encoding.threads == [threading.get_ident()]


async def test_no_words_are_kept() -> None:
    asked = Asked(Encoding())
    await asked.prepare([f"question {number}" for number in range(40)])
    assert len(asked._known) <= 16
    assert all(isinstance(key, bytes) and b"question" not in key for key in asked._known._held)
