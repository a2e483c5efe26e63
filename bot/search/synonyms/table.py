"""Finding the words and phrases of groups in a question."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bot.search.synonyms.groups import Entry, Group, arranged, shipped
from bot.search.synonyms.wordforms import asked, written


@dataclass(frozen=True, slots=True)
class Reading:
    """An entry that stands in a question, from word `start` until before `stop`, and the others of each of its groups.

    Groups are meanings, in the order in which they are written: those that a word has most of the time come first.
    """

    start: int
    stop: int
    entry: Entry
    meanings: tuple[tuple[Entry, ...], ...]

    @property
    def others(self) -> tuple[Entry, ...]:
        """What the entry may be, whichever of its meanings is meant."""
        return tuple({other.words: other for meaning in self.meanings for other in meaning}.values())


class Synonyms:
    """Groups, found by the words of a question. What stands in several is read as the others of each, no further."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._groups: dict[tuple[str, ...], list[Group]] = {}
        self._begins: dict[str, list[Entry]] = {}
        for group in groups:
            for entry in group:
                self._groups.setdefault(entry.words, []).append(group)
                for form in written(entry.telling[0]):
                    self._begins.setdefault(form, []).append(entry)

    def readings(self, words: Sequence[str]) -> Iterator[Reading]:
        """Find the entries that stand in folded words that carry meaning: the longest at each place, no two overlap."""
        at = 0
        while at < len(words):
            found = self._longest(words, at)
            if found is None:
                at += 1
                continue
            yield found
            at = found.stop

    def _longest(self, words: Sequence[str], at: int) -> Reading | None:
        """Find the longest entry that begins there; of equals the one that is written just so, then the first."""
        known = (entry for form in sorted(asked(words[at])) for entry in self._begins.get(form, ()))
        standing = [entry for entry in known if _stands(entry, words, at)]
        if not standing:
            return None
        entry = max(standing, key=lambda one: (len(one.telling), one.telling == _part(words, at, one)))
        meanings = tuple(tuple(_others(group, entry)) for group in self._groups[entry.words])
        return Reading(at, at + len(entry.telling), entry, meanings)


@cache
def grouped(own: tuple[Group, ...] = (), *, with_shipped: bool = True) -> Synonyms:
    """Give an operator's own groups together with those that come with the bot, read at the first question."""
    return Synonyms(arranged(own, shipped() if with_shipped else ()))


def none() -> Synonyms:
    """Give the groups of a search that has none."""
    return grouped(with_shipped=False)


def _others(group: Group, entry: Entry) -> Iterator[Entry]:
    """Give what is one thing with a word or phrase of a group, and not a form of it."""
    own = next(each.written for each in group if each.words == entry.words)
    return (other for other in group if other.written != own)


def _part(words: Sequence[str], at: int, entry: Entry) -> tuple[str, ...]:
    """Give as many words from there on as an entry has that carry meaning."""
    return tuple(words[at : at + len(entry.telling)])


def _stands(entry: Entry, words: Sequence[str], at: int) -> bool:
    standing = _part(words, at, entry)
    return len(standing) == len(entry.telling) and all(
        not written(own).isdisjoint(asked(word)) for own, word in zip(entry.telling, standing, strict=True)
    )
