"""Which passages of each text are fit to stand alone: looked up once for each edition."""

import asyncio
from dataclasses import dataclass

from bot.answers.fitness import fitness
from bot.errors import SourceChanged
from bot.model import words_in
from bot.search import Library, Shelved


@dataclass(frozen=True, slots=True)
class Fit:
    """The fit passages of a text: their ids, in order, and how many words each has."""

    ids: tuple[str, ...] = ()
    words: tuple[int, ...] = ()


class Fitting:
    """Knows the fit passages of every text. Only ids and numbers are held, so that a large library costs little."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[str, tuple[str, str, Fit]] = {}
        self._reading = asyncio.Lock()

    async def texts(self) -> dict[str, Fit]:
        """Give the fit passages of each text that may be quoted now and has any."""
        shelved = self._library.sources()
        found: dict[str, Fit] = {}
        async with self._reading:  # many communities ask at the same moment: each text is read once
            for text in shelved:
                fit = await self._of(text)
                if fit.ids:
                    found[text.source.id] = fit
        for gone in self._known.keys() - {text.source.id for text in shelved}:
            del self._known[gone]
        return found

    async def _of(self, text: Shelved) -> Fit:
        known = self._known.get(text.source.id)
        if known is not None and known[:2] == (text.edition, text.rules):
            return known[2]
        try:
            fit = await self._read(text)
        except SourceChanged:  # looked at again the next time: it may be imported anew
            return Fit()
        self._known[text.source.id] = (text.edition, text.rules, fit)
        return fit

    async def _read(self, text: Shelved) -> Fit:
        """Give the fittest: where no passage has everything that speaks for standing alone, those that have most."""
        document = await self._library.document(text.source.id, text.edition)
        passages = await self._library.of_source(text.source.id)
        graded = [(fitness(passage, document), passage) for passage in passages]
        best = max((grade for grade, _ in graded), default=0)
        fit = [passage for grade, passage in graded if grade == best]
        words = tuple(words_in(document.derive(passage.spans)) for passage in fit)
        return Fit(tuple(passage.id for passage in fit), words)
