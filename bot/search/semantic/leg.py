"""Nearness in meaning, as the engine of the search asks for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np

from bot.corpus.caching import Cache
from bot.search.legs import Near
from bot.search.semantic.company import Company
from bot.search.semantic.encoder import MODEL, Encoder
from bot.search.semantic.kept import KeptLeg
from bot.search.semantic.nearest import Nearest, Rows
from bot.search.semantic.shelf import Shelf
from bot.search.semantic.weights import Floats

# A passage is as near as its cosine with a question is above what all passages have with it on average: that differs by
# .1 from question to question and more from language to language. On the shipped digests, nothing was .045 above it
# that had nothing to do with a question (decision 168).
_STRANGER = 0.0
_LEAST = 0.05
_SHARE = 0.6

# Passages whose sentences are compared, too, and which are company to others: the nearest by their own vectors.
_LOOKED_INTO = 200
# Questions whose company is remembered (300 kB each): one answer asks for it twice.
_REMEMBERED = 4


@dataclass(frozen=True, slots=True)
class _Ready:
    """What questions are compared with: all passages, their rows among the vectors (-1: none), and the vectors.

    `companies` remembers, by a question's vector, what was found nearest to it.
    """

    shelf: Shelf
    rows: Rows
    near: Nearest
    companies: Cache[bytes, Company]


class Meaning(KeptLeg):
    """A leg (`bot.search.legs.Leg`) of the extra `semantic`; `open` makes one that ends with its block."""

    name = "meaning"

    model = MODEL

    def share(self, language: str) -> float:
        """Give the leg's part of a score, the same in every language."""
        return _SHARE

    def stranger(self, language: str) -> float:
        """Give the nearness of what has nothing to do with a question."""
        return _STRANGER

    def least(self, language: str) -> float:
        """Give the nearness from which a passage that shares no word with a question answers it."""
        return _LEAST

    async def prepare(self, questions: Sequence[str]) -> None:
        """Work out the questions' vectors in a thread."""
        await self._asked.prepare(questions)

    def nearest(self, question: str, limit: int, source: str | None = None) -> Sequence[Near]:
        """Give the passages that are nearest to a question, the nearest first; of equals, the first in its text."""
        ready = self._ready
        within = ready.near.ready(ready.shelf.range(source))
        if not len(within) or limit < 1:
            return ()
        asked = self._asked.vector(question)
        company = self._company(ready, asked)
        looked = company
        if source is not None or limit > len(company.places):
            looked = self._looked_into(ready, asked, _likeliest(ready, asked, within, limit))
        found = company.joined(looked.places, looked.nearness, looked.vectors)
        best = np.argsort(-found, kind="stable")[:limit]
        return tuple(Near(ready.shelf.ids[looked.places[at]], float(found[at])) for at in best)

    def nearness(self, question: str, passages: Sequence[str]) -> Sequence[float | None]:
        """Give how near passages are to a question; None for one that is not ready."""
        ready = self._ready
        places = [ready.shelf.place(passage) for passage in passages]
        known = [place for place in places if place is not None and ready.rows[place] >= 0]
        if not known:
            return [None] * len(passages)
        asked = self._asked.vector(question)
        looked = self._looked_into(ready, asked, np.array(known))
        joined = self._company(ready, asked).joined(looked.places, looked.nearness, looked.vectors)
        found = dict(zip(known, joined.tolist(), strict=True))
        return [found.get(place) if place is not None else None for place in places]

    def _company(self, ready: _Ready, asked: Floats) -> Company:
        """Give those of all passages that are nearest to a question; kept by its vector, not by its words."""
        key = asked.tobytes()
        found = ready.companies.get(key)
        if found is None:
            every = ready.near.ready(ready.shelf.range(None))
            found = self._looked_into(ready, asked, _likeliest(ready, asked, every, _LOOKED_INTO))
            ready.companies.put(key, found)
        return found

    def _looked_into(self, ready: _Ready, asked: Floats, places: Rows) -> Company:
        """Measure passages alone: the mean of their cosine and of their nearest sentence's, above what is usual."""
        rows = [self._keeping.vectors.rows(ready.shelf.keys[place]) for place in places]
        sentences = [own[1:] or own for own in rows]
        cosines = ready.near.cosines(asked, np.fromiter(chain.from_iterable(sentences), np.int64))
        best: Floats = np.maximum.reduceat(cosines, np.cumsum([0, *map(len, sentences[:-1])]))
        vectors = ready.near.vectors(ready.rows[places])
        found: Floats = vectors @ asked
        found += (best - found) / 2 - np.float32(ready.near.usual(asked))
        return Company(places, found, vectors)

    @staticmethod
    def _load(weights: Path) -> Encoder:
        return Encoder(weights)

    def _arrange(self) -> None:
        """Let questions find what is ready now."""
        shelf, vectors = self._keeping.shelf, self._keeping.vectors
        rows = shelf.rows(vectors)
        near = Nearest(vectors.values, vectors.scales, rows)
        self._ready = _Ready(shelf, rows, near, Cache(_REMEMBERED))


def _likeliest(ready: _Ready, asked: Floats, within: Rows, limit: int) -> Rows:
    """Give the places, in order, of the passages there that are nearest by their own vectors."""
    places = ready.near.likeliest(asked, within)
    cosines = ready.near.cosines(asked, ready.rows[places])
    found: Rows = np.sort(places[np.argsort(-cosines, kind="stable")[: max(limit, _LOOKED_INTO)]])
    return found
