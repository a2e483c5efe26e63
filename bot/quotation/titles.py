"""Words of a text's title or of a heading in it: they stand on its page, but in no passage."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from bot.quotation.folding import fold

_FEWEST = 3

Titled = tuple[str, str]
"""A text's id, and a title or heading of it."""


@dataclass(frozen=True, slots=True)
class Titles:
    """Titles, or headings, and their words as they are compared: but for case, marks and dashes."""

    given: tuple[Titled, ...]
    folded: tuple[str, ...]

    @classmethod
    def of(cls, given: Iterable[Titled]) -> Self:
        """Fold some, each once."""
        every = tuple(dict.fromkeys(given))
        return cls(every, tuple(_spaced(title) for _, title in every))

    def having(self, wording: str) -> tuple[Titled, ...]:
        """Give those that have a wording in them word for word; none for a wording of a word or two."""
        said = _spaced(wording)
        if said.count(" ") <= _FEWEST:
            return ()
        return tuple(one for one, told in zip(self.given, self.folded, strict=True) if said in told)


def _spaced(title: str) -> str:
    """Give folded words with a space before and after each."""
    return f" {' '.join(fold(title).words)} "
