"""Passages that say nearly the same in other words. A hint for small libraries, never a verdict.

Compared are the beginnings of words, weighed by how few passages have them (inverse document frequency).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from bot.model import Place, Span
from bot.quotation.folding import fold
from bot.quotation.shingles import Numbers, numbers

if TYPE_CHECKING:  # the texts keep their stems
    from bot.quotation.texts import Handle, Texts

SMALL = 2_000
_STEM = 5
_SHORTEST = 4
_ALIKE = 0.62
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class Stems:
    """The beginnings of words of all passages, as numbers; `owners` has a place in `handles` for each of them."""

    handles: list[Handle]
    numbers: Numbers
    owners: npt.NDArray[np.int64]

    @classmethod
    def of(cls, texts: Texts) -> Stems:
        """Read them from the texts; folding 2,000 passages takes a tenth of a second."""
        handles = list(texts.handles())
        found = [_stems(fold(texts.words(handle)).keys) for handle in handles]
        owners = np.repeat(np.arange(len(found)), [len(stems) for stems in found])
        return cls(handles, np.concatenate([*found, np.empty(0, np.uint32)]), owners)

    def best(self, asked: Numbers, texts: Texts) -> Handle | None:
        """Give the passage that shares the most of some stems, the rare ones counting more; None if that is little."""
        shared = np.isin(self.numbers, asked)
        which, owners = asked.searchsorted(self.numbers[shared]), self.owners[shared]
        common = np.bincount(which, minlength=len(asked))
        weights = np.log(1 + len(self.handles) / (1 + common))
        scores = np.bincount(owners, weights[which], minlength=len(self.handles))
        highest = np.flatnonzero(scores >= scores.max() - 1e-9).tolist()
        best = max(highest, key=lambda at: texts.passage(self.handles[at]))
        if int((owners == best).sum()) < _FEWEST or scores[best] < _ALIKE * weights.sum():
            return None
        return self.handles[best]


def closest(said: str, span: Span, texts: Texts) -> tuple[Place, ...]:
    """Give the one passage that is close to a wording; none in a library of more than 2,000 passages."""
    asked = _stems(fold(said).keys)
    if not 0 < len(texts) <= SMALL or len(asked) < _FEWEST:
        return ()
    best = texts.stems.best(asked, texts)
    if best is None:
        return ()
    text = texts.words(best)
    everything = Span(0, len(text))
    return (
        Place(texts.passage(best), texts.source(best), span, (everything,), text, texts.speaker(best, 0, len(text))),
    )


def _stems(keys: list[str]) -> Numbers:
    """Give the numbers of the different stems, in order."""
    return np.unique(numbers([key[:_STEM] for key in keys if len(key) >= _SHORTEST]))
