"""What is said of a question stands together: how near a passage is counts with how near those are that are like it.

Passages that are like each other answer the same questions (the cluster hypothesis: Jardine and van Rijsbergen, "The
use of hierarchic clustering in information retrieval", 1971), so that scores are evened out among them (Diaz,
"Regularizing ad hoc retrieval scores", 2005). A passage without any of a headline's words is found by its likeness to
one that has them. Company lifts and never pulls down: one passage of many may be all that answers a question.
"""

from dataclasses import dataclass

import numpy as np

from bot.search.semantic.nearest import Rows
from bot.search.semantic.weights import Floats

# Chosen on help pages, package descriptions and passages without one of their sentences (decision 178).
_COMPANIONS = 2
_PART = 0.5
_NOBODY = np.float32(-2)


@dataclass(frozen=True, slots=True)
class Company:
    """The passages that come nearest to a question by themselves: their places in order, how near, and their vectors.

    Passages, not a question, decide who is like whom: what a passage gets doesn't depend on who is asked for with it.
    """

    places: Rows
    nearness: Floats
    vectors: Floats

    def joined(self, places: Rows, own: Floats, vectors: Floats) -> Floats:
        """Give passages' nearness: halfway from their `own` to that of the two most like them, if those are nearer.

        `vectors` are the passages' own, of length 1, a row each. Where there is no company it is their own alone.
        """
        count = min(_COMPANIONS, len(self.places) - 1)
        if count < 1:
            return own
        likeness = vectors @ self.vectors.T
        likeness[places[:, None] == self.places] = _NOBODY  # nobody is company to themselves
        beside = np.argpartition(-likeness, count - 1, axis=1)[:, :count]
        joined: Floats = own + _PART * np.maximum(self.nearness[beside].mean(1) - own, 0)
        return joined
