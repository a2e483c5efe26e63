"""Taking sentences one after the other: always the one that adds most for its words to what was taken.

That comes near the best choice there is (Lin and Bilmes, "Multi-document Summarization via Budgeted Maximization of
Submodular Functions", 2010). It is done lazily, since what a sentence adds only becomes less (Minoux, 1978).
"""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from statistics import fmean

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
        self.left = budget
        self._added = 0.0
        self._told: set[Concept] = set()
        self._used: set[int] = set()
        self._heard: Counter[str | None] = Counter()

    def fits(self, offer: Offer) -> bool:
        """Whether there is room for it, and none of its lines was taken."""
        return offer.words <= self.left and self._used.isdisjoint(offer.lines)

    def gain(self, offer: Offer) -> float:
        """Tell what it would add now: concepts that were not told, less for a voice that was heard much."""
        worth = self._worth  # looked up once: this is what an extract takes its time for
        added = math.fsum([worth[concept] for concept in offer.tells - self._told])
        return offer.rate * added * (1 - VOICE * self._heard[offer.voice] / self._budget)

    def adds(self, offer: Offer) -> float:
        """Tell what it would add now wherever it stood, and whatever were spoken of."""
        plain = self._plain
        return math.fsum([plain[concept] for concept in offer.tells - self._told])

    def heard(self, voice: str | None) -> int:
        """Tell how many words a voice has had."""
        return self._heard[voice]

    def within(self, offer: Offer, share: float) -> float:
        """Tell which part of an offer's words its voice's share has room for: a long one would be at others' cost."""
        return min(max(share - self._heard[offer.voice], 1.0) / max(offer.words, 1), 1.0)

    def pays(self, offer: Offer, fair: float) -> bool:
        """Whether it adds at least a `fair` share of what those that were taken added on average."""
        return fair <= 0 or self.adds(offer) * len(self.taken) >= fair * self._added

    def take(self, at: int, offer: Offer) -> None:
        """Take it: it costs its words, and what it tells is told."""
        self.taken.append(at)
        self._added += self.adds(offer)
        self._used.update(offer.lines)
        self._heard[offer.voice] += offer.words
        self.left -= offer.words
        self._told |= offer.tells


def taken(
    offers: Mapping[int, Offer],
    worth: Mapping[Concept, float],
    budget: int,
    fair: float = 0.0,
    plain: Mapping[Concept, float] | None = None,
    shares: Mapping[str | None, float] | None = None,
) -> list[int]:
    """Take what adds most for its words, until nothing fits any more or adds its `fair` share.

    `worth` is what each concept is worth; `plain`, by which what is fair is judged, is that wherever it stands and
    whatever is spoken of: beside a sentence of the first page that has the whole title, no other would tell enough.
    Where each voice has its share of the words (of 1), they take turns.
    """
    taking = _Taking(worth, worth if plain is None else plain, budget)
    if shares:
        return _in_turns(taking, offers, {voice: share * budget for voice, share in shares.items()}, fair)
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


def _in_turns(
    taking: _Taking, offers: Mapping[int, Offer], shares: Mapping[str | None, float], fair: float
) -> list[int]:
    """Let the voice that has had least of its share go on with what tells most; `shares` are in words.

    Nobody has had any at first: whoever has most to tell begins. What a voice says first needs to add no fair share.
    """
    waiting = {at: offer for at, offer in offers.items() if offer.voice in shares}
    usual = fmean(offer.words for offer in waiting.values()) if waiting else 0.0
    while waiting := {at: offer for at, offer in waiting.items() if taking.fits(offer)}:
        had = {offer.voice: taking.heard(offer.voice) / shares[offer.voice] for offer in waiting.values()}
        least = min(had.values())
        turn = {at: offer for at, offer in waiting.items() if had[offer.voice] == least}
        if not least:
            turn = _sparing(turn, taking.left)
        gains = {
            at: taking.gain(offer) * taking.within(offer, max(shares[offer.voice], usual)) for at, offer in turn.items()
        }
        best = max(gains, key=lambda at: (gains[at], -at))
        offer = waiting.pop(best)
        if gains[best] > 0 and (not least or taking.pays(offer, fair)):
            taking.take(best, offer)
    return taking.taken


def _sparing(turn: dict[int, Offer], left: int) -> dict[int, Offer]:
    """Keep to offers after which everybody else here can still say something, if there are words for everybody."""
    shortest: dict[str | None, int] = {}
    for offer in turn.values():
        shortest[offer.voice] = min(shortest.get(offer.voice, offer.words), offer.words)
    room = left - sum(shortest.values())
    return {at: offer for at, offer in turn.items() if offer.words - shortest[offer.voice] <= room} or turn
