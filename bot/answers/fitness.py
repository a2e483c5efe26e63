"""Which passages can stand alone: to start from, or as the passage of a day."""

from functools import lru_cache

from bot.answers.leaning import stands
from bot.model import BlockKind, Document, Passage, Role, words_in

# A passage that stands alone has that many words.
LEAST, MOST = 25, 130

BEST = 4
"""The fitness of a passage that everything speaks for."""


def fitness(passage: Passage, document: Document) -> int:
    """Count what speaks for a passage standing alone: its kind, its voice, its length, its opening."""
    text = document.derive(passage.spans)
    return sum(
        (
            passage.kind == BlockKind.PARAGRAPH,
            passage.speaker.role not in (Role.INTERVIEWER, Role.EDITOR),
            *_opening_and_length(text),
        )
    )


@lru_cache(maxsize=1024)  # the passages of a small library are drawn again and again
def _opening_and_length(text: str) -> tuple[bool, bool]:
    return LEAST <= words_in(text) <= MOST, stands(text)
