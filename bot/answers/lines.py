"""A sentence as it is weighed: its words, what it tells by them, and how written it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from bot.answers.register import loose, register
from bot.model import words_in
from bot.search.analysis import is_stop, stem, words

Pair = tuple[str, str]
Concept = str | Pair


@dataclass(frozen=True, slots=True)
class _Read:
    concepts: frozenset[Concept]
    joining: frozenset[Pair]
    whole: frozenset[Concept]
    written: float


@dataclass(frozen=True, slots=True)
class Line:
    """Its folded words, the stems of those that carry meaning, and how often each stands.

    What only the sentences near a question need is read off it once, when it is needed: its concepts, and how written
    it is. `words` counts as everywhere.
    """

    folded: Sequence[str]
    stems: Mapping[str, int]
    words: int
    language: str
    _read: list[_Read] = field(default_factory=list, repr=False, compare=False)

    @property
    def concepts(self) -> frozenset[Concept]:
        """The stems that carry meaning, and the pairs of neighbouring stems with one of those."""
        return self._reading().concepts

    @property
    def joining(self) -> frozenset[Pair]:
        """The pairs of neighbouring stems that carry none: they tell nothing, but how things are told."""
        return self._reading().joining

    @property
    def whole(self) -> frozenset[Concept]:
        """Concepts and joining pairs together."""
        return self._reading().whole

    @property
    def written(self) -> float:
        """How written it is (see `register`)."""
        return self._reading().written

    @property
    def loose(self) -> int:
        """How many of its words only fill it or speak of the talk."""
        return loose(self.folded, self.language)

    def _reading(self) -> _Read:
        if not self._read:
            every = frozenset(pairwise(_form(word, self.language)[0] for word in self.folded))
            joining = frozenset(pair for pair in every if pair[0] not in self.stems and pair[1] not in self.stems)
            whole = self.stems.keys() | every
            written = register(self.folded, self.language)
            self._read.append(_Read(frozenset(whole - joining), joining, frozenset(whole), written))
        return self._read[0]


@lru_cache(maxsize=2048)  # the sentences of the passages that are asked about again and again
def line_of(text: str, language: str) -> Line:
    """Read a sentence in that language."""
    folded = words(text)
    counted: dict[str, int] = {}
    for word in folded:
        form, telling = _form(word, language)
        if telling:
            counted[form] = counted.get(form, 0) + 1
    return Line(folded, counted, words_in(text), language)


@lru_cache(maxsize=16_384)
def _form(word: str, language: str) -> tuple[str, bool]:
    """Give a word's stem, and whether it carries meaning."""
    return stem(word, language), not is_stop(word, language)
