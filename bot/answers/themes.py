"""Which sentences of a passage go together: short paragraphs share a passage, and may speak of different things."""

import re
from collections.abc import Collection
from itertools import pairwise

from bot.answers.leaning import stands
from bot.model import Document, Passage

# So many sentences make a paragraph that has a subject of its own; shorter ones, as in the news, carry theirs on.
LEAST = 3
_BLANK = re.compile(r"\n\s*\n")


def beside(passage: Passage, document: Document, having: Collection[int]) -> frozenset[int]:
    """Give the sentences of paragraphs that have nothing of what is asked, in a passage where another one has.

    `having` are the numbers of the passage's sentences with an asked word. Where none has one, the passage was found
    for something else, and nothing can be told.
    """
    if not having:
        return frozenset()
    themes = _themes(passage, document)
    asked = {themes[at] for at in having}
    return frozenset(at for at, theme in enumerate(themes) if theme not in asked)


def paragraphs(passage: Passage, document: Document) -> list[tuple[int, int]]:
    """Give the first sentence of each paragraph of a passage, and the one after its last."""
    ends = [spans[-1].end for spans in passage.sentences]
    starts = [spans[0].start for spans in passage.sentences]
    breaks = [at for at in range(1, len(starts)) if _BLANK.search(document.text, ends[at - 1], starts[at])]
    return list(pairwise([0, *breaks, len(starts)]))


def _themes(passage: Passage, document: Document) -> list[int]:
    """Number the paragraphs of a passage by sentence; what is short, or leans on what is above, goes with that."""
    bounds = paragraphs(passage, document)
    sizes = [last - first for first, last in bounds]
    themes: list[int] = []
    for number, size in enumerate(sizes):
        alone = number > 0 and min(size, sizes[number - 1]) >= LEAST
        own = alone and stands(document.derive(passage.sentences[bounds[number][0]]))
        themes += [(themes[-1] if themes else 0) + own] * size
    return themes
