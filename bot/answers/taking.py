"""Taking sentences one after the other: always the one that adds most for its words to what was taken.

That comes near the best choice there is (Lin and Bilmes, "Multi-document Summarization via Budgeted Maximization of
Submodular Functions", 2010). It is done lazily, since what a sentence adds only becomes less (Minoux, 1978).
"""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from bot.answers.lines import Concept

# A voice that has all the words so far counts so much less.
VOICE = 0.5


@dataclass(slots=True)  # not frozen: a hundred are made for each extract, and that would take three times as long
class Offer:
    """A candidate that may be taken: what it tells, in how many words, for what price, and its rate.

    The rate is what does not change while others are taken: nearness to the question and style, for the price.
    """

    lines: tuple[int, ...]
    voice: str | None
    tells: frozenset[Concept]
    words: int
    price: float
    rate: float


class _Taking:
    """What was taken so far, and what another sentence would add to it."""

    def __init__(self, worth: Mapping[Concept, float], plain: Mapping[Concept, float], budget: int) -> None:
        self.taken: list[int] = []
        self._worth = worth
        self._plain = plain
        self._budget = budget
        self._left = budget
        self._added = 0.0
        self._told: set[Concept] = set()
        self._used: set[int] = set()
        self._heard: Counter[str | None] = Counter()

    def fits(self, offer: Offer) -> bool:
        """Whether there is room for it, and none of its lines was taken."""
        return offer.words <= self._left and self._used.isdisjoint(offer.lines)

    def gain(self, offer: Offer) -> float:
        """Tell what it would add now: concepts that were not told, less for a voice that was heard much."""
        worth = self._worth  # looked up once: this is what an extract takes its time for
        added = math.fsum([worth[concept] for concept in offer.tells - self._told])
        return offer.rate * added * (1 - VOICE * self._heard[offer.voice] / self._budget)

    def adds(self, offer: Offer) -> float:
        """Tell what it would add now for no price, where nothing gains by what is spoken of."""
        plain = self._plain
        return offer.rate * offer.price * math.fsum([plain[concept] for concept in offer.tells - self._told])

    def pays(self, offer: Offer, fair: float) -> bool:
        """Whether it adds at least a `fair` share of what those that were taken added on average."""
        return fair <= 0 or self.adds(offer) * len(self.taken) >= fair * self._added

    def take(self, at: int, offer: Offer) -> None:
        """Take it: it costs its words, and what it tells is told."""
        self.taken.append(at)
        self._added += self.adds(offer)
        self._used.update(offer.lines)
        self._heard[offer.voice] += offer.words
        self._left -= offer.words
        self._told |= offer.tells


def taken(
    offers: Mapping[int, Offer],
    worth: Mapping[Concept, float],
    budget: int,
    fair: float,
    plain: Mapping[Concept, float] | None = None,
) -> list[int]:
    """Take what adds most for its words, until nothing fits any more or adds its `fair` share.

    `worth` is what each concept is worth; by what it is worth without what it gains by its subject, `plain`, is judged
    what is fair: beside the sentence that has the whole title, no other would tell enough.
    """
    taking = _Taking(worth, worth if plain is None else plain, budget)
    waiting = [(-taking.gain(offer), at) for at, offer in offers.items()]
    heapify(waiting)
    while waiting:
        _, best = heappop(waiting)
        offer = offers[best]
        if not taking.fits(offer):
            continue
        gain = taking.gain(offer)
        if waiting and (-gain, best) > waiting[0]:
            heappush(waiting, (-gain, best))
        elif gain > 0 and taking.pays(offer, fair):
            taking.take(best, offer)
    return taking.taken
