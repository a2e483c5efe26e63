"""Finding the words and phrases of groups in a question."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bot.search.synonyms.groups import Entry, Group, arranged, shipped
from bot.search.synonyms.wordforms import asked, derived, foreign, is_ended, written


@dataclass(frozen=True, slots=True)
class Reading:
    """Entries that may stand in a question, from word `start` until before `stop`, and the others of each one's group.

    Groups are meanings. What is written just so comes first, then words, then names; of an entry with several meanings,
    that which is written first is meant most of the time.
    """

    start: int
    stop: int
    entries: tuple[Entry, ...]
    meanings: tuple[tuple[Entry, ...], ...]

    @property
    def entry(self) -> Entry:
        """The entry that stands there most likely."""
        return self.entries[0]

    @property
    def others(self) -> tuple[Entry, ...]:
        """What may be meant, whichever of the meanings it is."""
        return _each(self.meanings)

    def others_but(self, passed: Callable[[Entry], bool]) -> tuple[Entry, ...]:
        """Give what may be meant, but for entries that are none here."""
        pairs = zip(self.entries, self.meanings, strict=True)
        return _each(meaning for entry, meaning in pairs if not passed(entry))


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """An entry as one of its group; `named` says that the group is of a name."""

    entry: Entry
    group: Group
    named: bool

    def stands(self, words: Sequence[str]) -> bool:
        """Whether it stands in words whose first is known to be its first."""
        own, language = self.entry.telling, self.entry.language
        if len(own) > len(words) or any(foreign(word, language) for word in words):
            return False
        return all(
            not written(one, name=self.named).isdisjoint(asked(word))
            for one, word in zip(own[1:], words[1:], strict=False)
        )


class Synonyms:
    """Groups, found by the words of a question. What stands in several is read as the others of each, no further."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._begins: dict[str, list[_Known]] = {}
        for group in groups:
            named = _named(group)
            for entry in group:
                known = _Known(entry, group, named)
                for form in written(entry.telling[0], name=named):
                    self._begins.setdefault(form, []).append(known)

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
        """Find the longest entry that begins there, and others as long that the words may be a form of.

        What is written just so comes first, then what is with a particle before it; then words, then names.
        """
        standing = self._standing(asked(words[at]), words[at:]) or self._standing(derived(words[at]), words[at:])
        if not standing:
            return None
        size = max(len(known.entry.telling) for known in standing)
        part = tuple(words[at : at + size])
        longest = [known for known in standing if len(known.entry.telling) == size]
        order = sorted(longest, key=lambda known: (known.entry.telling != part, standing[known], known.named))
        groups: dict[int, _Known] = {}
        for known in order:
            groups.setdefault(id(known.group), known)
        meanings = tuple(tuple(_others(known.group, known.entry)) for known in groups.values())
        return Reading(at, at + size, tuple(known.entry for known in groups.values()), meanings)

    def _standing(self, forms: Iterable[str], words: Sequence[str]) -> dict[_Known, bool]:
        """Give the entries whose first word may have one of these forms, and whose others are the words that follow.

        Each is given with whether its first word has another ending there.
        """
        every: dict[_Known, bool] = {}
        for form in sorted(forms, key=lambda form: (is_ended(form), form)):
            for known in self._begins.get(form, ()):
                if known not in every and known.stands(words[: len(known.entry.telling)]):
                    every[known] = is_ended(form)
        return every


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


def _each(meanings: Iterable[Iterable[Entry]]) -> tuple[Entry, ...]:
    """Give all entries of some meanings, each once."""
    return tuple({other.words: other for meaning in meanings for other in meaning}.values())


def _named(group: Group) -> bool:
    """Whether a group is of a name, which English begins with a capital."""
    return any(entry.written[0].isascii() and entry.written[0].isupper() for entry in group)
