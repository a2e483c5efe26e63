"""Nearness in meaning in English, as the engine of the search asks for it."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bot.search.analysis import language_of
from bot.search.legs import Near
from bot.search.library import Shelved
from bot.search.semantic.english.encoder import MODEL, English
from bot.search.semantic.english.spoken import in_english
from bot.search.semantic.kept import KeptLeg
from bot.search.semantic.nearest import Compared

_LANGUAGE = "en"
# As much as the model for all languages has: where both know a passage, they share that (decision 185).
_SHARE = 0.6
_STRANGER = 0.0
# No cosine is above that: what answers a question without sharing a word with it is for the other model to say.
_NEVER = 2.0


class MeaningInEnglish(KeptLeg):
    """A leg (`bot.search.legs.Leg`): how near English passages are to a question in English.

    It brings no passages: those that words and the other model find are measured by it, too, in a tenth of the time.
    """

    name = "english"

    model = MODEL

    def share(self, language: str) -> float:
        """Give the leg's part of a score: none of a text in another language."""
        return _SHARE if language == _LANGUAGE else 0.0

    def stranger(self, language: str) -> float:
        """Give the nearness of what has nothing to do with a question."""
        return _STRANGER

    def least(self, language: str) -> float:
        """Give a nearness that nothing has: what shares no word with a question is never an answer by this alone."""
        return _NEVER

    async def prepare(self, questions: Sequence[str]) -> None:
        """Work out the vectors of those questions that are in English, in a thread."""
        if self._keeping.shelf.ids:
            await self._asked.prepare([question for question in questions if in_english(question)])

    def nearest(self, question: str, limit: int, source: str | None = None) -> Sequence[Near]:
        """Give nothing: the passages that this model alone would find are left out."""
        return ()

    def nearness(self, question: str, passages: Sequence[str]) -> Sequence[float | None]:
        """Give passages' cosine with a question above what is usual; None for one that is not ready, or not English."""
        places = [self._shelf.place(passage) for passage in passages]
        rows = [-1 if place is None else int(self._rows[place]) for place in places]
        ready = np.array([row for row in rows if row >= 0], np.int64)
        if not len(ready) or not in_english(question):
            return [None] * len(passages)
        asked = self._asked.vector(question)
        found = iter((self._compared.cosines(asked, ready) - self._compared.usual(asked)).tolist())
        return [next(found) if row >= 0 else None for row in rows]

    @staticmethod
    def _load(weights: Path) -> English:
        return English(weights)

    @staticmethod
    def reads(text: Shelved, /) -> bool:
        """Whether a text is in English."""
        return language_of(text.source.language) == _LANGUAGE

    def _arrange(self) -> None:
        """Let questions find what is ready now."""
        self._shelf, vectors = self._keeping.shelf, self._keeping.vectors
        self._rows = self._shelf.rows(vectors)
        self._compared = Compared(vectors.values, vectors.scales, self._rows)
