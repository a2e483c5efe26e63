"""What a second way of finding passages brings: nearness in meaning beside the words, from whoever computes it.

The engine (`ranking.py`) takes the passages that share words with a question together with each leg's nearest, and
adds to a passage's score, as one more signal with the leg's name,

    share / (1 - share) · W · likeness / legs

where `share` is the leg's part of the whole for the language of the passage's text, W is what a passage gets that has
every asked word once (so that both are measured on the same scale: the order is that of the convex sum
(1 - share) · words / W + share · likeness), `likeness` is between 0 (a stranger) and 1 (the nearest of this question's
candidates), and `legs` is how many know that passage: two of them share what one would count for. W is what the words
could bring, not what those of the best candidate did (theoretical normalisation; Bruch, Gai and Ingber, "An Analysis of
Fusion Functions for Hybrid Retrieval", 2023): where a question shares no more than a name with the texts, that name
decides little. A leg only says cosines, or anything else that grows with nearness; the engine normalises.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.search.library import Library


@dataclass(frozen=True, slots=True)
class Near:
    """A passage's id and how near it is to a question, as the leg measures it (for embeddings: the cosine)."""

    passage: str
    nearness: float


class Leg(Protocol):
    """A way of finding passages by something else than shared words. It stays on this machine.

    Calls but `refresh` are synchronous, must not block for longer than a question may take, and answer from what is
    ready: passages that are not ready yet are left out by `nearest` and have None as their nearness.
    """

    @property
    def name(self) -> str:
        """The signal's name in `why`."""
        ...

    @property
    def generation(self) -> int:
        """A number that grows whenever more passages are ready, so that remembered answers are dropped."""
        ...

    def share(self, language: str) -> float:
        """Give the leg's part (0 to below 1) of the score of a passage in that language (two letters)."""
        ...

    def stranger(self, language: str) -> float:
        """Give the nearness, in that language, of a passage that has nothing to do with a question: likeness 0."""
        ...

    def least(self, language: str) -> float:
        """Give the nearness from which a passage that shares no word with a question is an answer to it."""
        ...

    async def prepare(self, questions: Sequence[str]) -> None:
        """Work out what these questions need, beside the event loop, before they are searched for."""
        ...

    def nearest(self, question: str, limit: int, source: str | None = None) -> Sequence[Near]:
        """Give the passages that are nearest to a question, the nearest first, in one text where `source` is given."""
        ...

    def nearness(self, question: str, passages: Sequence[str]) -> Sequence[float | None]:
        """Give how near passages (by id) are to a question, in their order; None for one that is not ready."""
        ...

    async def refresh(self, library: Library) -> None:
        """Take in the texts that came or changed and drop those that went; long work goes on after it returned."""
        ...
