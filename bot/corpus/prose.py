"""A paragraph as the last steps read it: its words, where they stand, and the bounds of its sentences."""

from dataclasses import dataclass

from bot.corpus.markup import Flow
from bot.corpus.parts import Paragraph
from bot.model import Statement


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph, its words with the way back to the text, its sentences in those words, the headings above it.

    `cited` says that the page sets it apart as somebody else's words.
    """

    paragraph: Paragraph
    flow: Flow
    bounds: tuple[tuple[int, int], ...]
    headings: tuple[str, ...]
    cited: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A statement and where it stands: the paragraph's number and the place of its first word there."""

    paragraph: int
    start: int
    statement: Statement
