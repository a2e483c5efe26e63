"""The shelf: every source and speaker there is, in memory, and how a person's wording finds one of them."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.errors import UnknownSource, UnknownSpeaker
from bot.model import Source

_BETWEEN = re.compile(r"[\W_]+")
MOST_NAMED = 10
"""How many names an error lists: the nearest first."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A source on the shelf: its current edition, its passages and their words, its file, the day it was added.

    `rules` names the rules that it was read by: other rules may find other passages in the same edition.
    """

    source: Source
    edition: str
    passages: int
    words: int
    file: str | None
    added: str
    rules: str = ""


def fold(words: str) -> str:
    """Bring a name to the form in which names are compared: no case, no accents, one space between words."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _BETWEEN.sub(" ", plain).strip()


class Shelf:
    """Sources by id, and the names of who speaks in each."""

    def __init__(self) -> None:
        self._held: dict[str, Shelved] = {}
        self._voices: dict[str, frozenset[str]] = {}
        self._ordered: tuple[Shelved, ...] | None = None
        self._speakers: tuple[str, ...] | None = None
        self._titles: dict[str, tuple[str, ...]] | None = None
        self._names: dict[str, tuple[str, ...]] | None = None

    def put(self, shelved: Shelved, voices: Iterable[str]) -> None:
        """Put a source on the shelf, in place of what has its id."""
        self._held[shelved.source.id] = shelved
        self._voices[shelved.source.id] = frozenset(voices)
        self._changed()

    def take(self, source: str) -> None:
        """Take a source off the shelf."""
        self._held.pop(source, None)
        self._voices.pop(source, None)
        self._changed()

    def _known_titles(self) -> Mapping[str, tuple[str, ...]]:
        if self._titles is None:
            self._titles = names_of(self.sources())
        return self._titles

    def _changed(self) -> None:
        self._ordered = self._speakers = self._titles = self._names = None

    def get(self, source: str) -> Shelved | None:
        """Give what has exactly that id."""
        return self._held.get(source)

    def exactly(self, source: str) -> Shelved:
        """Give what has exactly that id: whoever changes a text must not hit another. Raises UnknownSource."""
        if source not in self._held:
            raise UnknownSource(nearest(fold(source), self._known_titles()))
        return self._held[source]

    def voices(self, source: str) -> frozenset[str]:
        """Give the names of who speaks in a source."""
        return self._voices.get(source, frozenset())

    def sources(self) -> tuple[Shelved, ...]:
        """Give all sources, ordered by id."""
        if self._ordered is None:
            self._ordered = tuple(shelved for _, shelved in sorted(self._held.items()))
        return self._ordered

    def speakers(self) -> tuple[str, ...]:
        """Give the names of everybody who speaks, in order of the alphabet."""
        if self._speakers is None:
            self._speakers = tuple(sorted(set().union(*self._voices.values()), key=lambda name: (fold(name), name)))
        return self._speakers

    def source(self, wanted: str) -> Shelved:
        """Find a source by its id, its title, or a part of either that no other one has. Raises UnknownSource."""
        if wanted in self._held:
            return self._held[wanted]
        found, near = match(wanted, self._known_titles())
        if found is None:
            raise UnknownSource(near)
        return self._held[found]

    def speaker(self, wanted: str) -> str:
        """Find a speaker by name, or by a part of it that no other one has. Raises UnknownSpeaker."""
        if self._names is None:
            self._names = {name: (fold(name),) for name in self.speakers()}
        found, near = match(wanted, self._names)
        if found is None:
            raise UnknownSpeaker(near)
        return found


def match(wanted: str, names: Mapping[str, tuple[str, ...]]) -> tuple[str | None, tuple[str, ...]]:
    """Find the one key that one of its names (folded) says is wanted; else None and the nearest keys.

    A whole name goes before whole words of a name, and those before any part of one.
    """
    asked = fold(wanted)
    if asked:
        for fits in (_is, _has_words, _has):
            found = [key for key, ways in names.items() if any(fits(asked, name) for name in ways)]
            if len(found) == 1:
                return found[0], ()
            if found:
                return None, tuple(found[:MOST_NAMED])
    return None, nearest(asked, names)


def names_of(sources: Iterable[Shelved]) -> dict[str, tuple[str, ...]]:
    """Give the names (folded) by which each source, as its id, is found."""
    return {one.source.id: (fold(one.source.id), fold(one.source.title)) for one in sources}


def nearest(asked: str, names: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Give the keys of which a name (folded) is most like what was asked (folded), the nearest first."""
    # Comparing letter by letter is slow; pairs of letters in common pick the few names that are worth it.
    pairs = _pairs(asked)
    few = sorted(names, key=lambda key: -max(len(pairs & _pairs(name)) for name in names[key]))[: 3 * MOST_NAMED]
    return tuple(sorted(few, key=lambda key: -max(_likeness(asked, name) for name in names[key]))[:MOST_NAMED])


def _is(asked: str, name: str) -> bool:
    return asked == name


def _has_words(asked: str, name: str) -> bool:
    return f" {asked} " in f" {name} "


def _has(asked: str, name: str) -> bool:
    return asked in name


def _pairs(name: str) -> set[str]:
    return {name[at : at + 2] for at in range(len(name) - 1)}


def _likeness(asked: str, name: str) -> float:
    return max(difflib.SequenceMatcher(None, asked, part).ratio() for part in (name, *name.split()))
