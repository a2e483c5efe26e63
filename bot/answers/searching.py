"""Searching for a question that somebody asks in a sentence: the whole of it is looked for, and what is left of it
without who is asked to have said it, and that they did, tells whether anything is about it (note 188).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial

from bot.answers.asking import begins_to_ask, matter, telling
from bot.answers.requesting import requested
from bot.errors import QuestionUnsearchable
from bot.search import Found, Index, Library


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is searched: `whole`, and `bare`, what is left of it and decides; None where nothing is cut."""

    whole: str
    bare: str | None = None

    @classmethod
    def of(cls, about: str, whole: str, library: Library) -> "Asked":
        """Cut a question down; `whole` is what of it is looked for."""
        found = requested(about)
        bare = matter(found, library.speakers())
        return cls(requested(whole), None if telling(bare) == telling(found) else bare)

    @classmethod
    def in_a_sentence(cls, about: str, library: Library) -> "Asked":
        """Cut a question down that is asked in a sentence; key words are left as they are."""
        found = requested(about)
        return cls.of(found, found, library) if begins_to_ask(found) else cls(found)

    async def prepare(self, index: Index) -> None:
        """Let the index work out what the search needs."""
        await index.prepare(*filter(None, (self.whole, self.bare)))


@dataclass(frozen=True, slots=True)
class Told:
    """What was found, and what is to be kept of the question so that it can be asked again."""

    found: Found
    left: Found | None = None

    @property
    def choices(self) -> Iterable[tuple[str, str]]:
        """The words that decided whether anything is about the question, if they were not all of them, and how many
        of those stand nowhere.
        """
        if self.left is None:
            return ()
        return ("bare", " ".join(self.left.terms)), ("bare-missing", str(self.left.missing or ""))


def search(index: Index, asked: Asked, *, limit: int, source: str | None = None, speaker: str | None = None) -> Told:
    """Search for a question. Raises QuestionEmpty, QuestionTooLong and QuestionUnsearchable."""
    find = partial(index.search, source=source, speaker=speaker, limit=limit)
    left = _left(asked.bare, find)
    if left is None:
        return Told(find(asked.whole))
    found = find(asked.whole) if left.matches else left
    return Told(_of(found, left) if found.matches else replace(left, missing=found.missing), left)


def _left(bare: str | None, find: Callable[..., Found]) -> Found | None:
    """Search for what is left of a question; None where that is all of it, or nothing to look for."""
    try:
        return None if bare is None else find(bare, cut=True)
    except QuestionUnsearchable:
        return None


def _of(found: Found, left: Found) -> Found:
    """Leave out texts that only have words with which was asked: "does the chair disagree", where others disagree."""
    about = {match.source for match in left.matches}
    return replace(found, matches=tuple(match for match in found.matches if match.source in about) or left.matches)
