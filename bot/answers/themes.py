"""Which sentences of a passage go together: short paragraphs share a passage, and may speak of different things."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from bot.answers.breaks import BLANK_LINE
from bot.answers.leaning import stands
from bot.answers.lines import line_of
from bot.model import Document, Passage

# So many sentences make a paragraph that has a subject of its own. A shorter one carries on that of the one before, as
# in the news, if it has a word of it that carries meaning (Hearst, "TextTiling", 1997).
LEAST = 3


def beside(passage: Passage, document: Document, having: Collection[int], language: str) -> frozenset[int]:
    """Give the sentences of paragraphs that have nothing of what is asked, in a passage where another one has.

    `having` are the numbers of the passage's sentences with an asked word. Where none has one, the passage was found
    for something else, and nothing can be told.
    """
    if not having:
        return frozenset()
    themes = _themes(passage, document, language)
    asked = {themes[at] for at in having}
    return frozenset(at for at, theme in enumerate(themes) if theme not in asked)


def paragraphs(passage: Passage, document: Document) -> list[tuple[int, int]]:
    """Give the first sentence of each paragraph of a passage, and the one after its last."""
    ends = [spans[-1].end for spans in passage.sentences]
    starts = [spans[0].start for spans in passage.sentences]
    breaks = [at for at in range(1, len(starts)) if BLANK_LINE.search(document.text, ends[at - 1], starts[at])]
    return list(pairwise([0, *breaks, len(starts)]))


def _themes(passage: Passage, document: Document, language: str) -> list[int]:
    """Number the paragraphs of a passage by sentence; what goes on with what is above, or leans on it, goes with it."""
    bounds = paragraphs(passage, document)
    if len(bounds) == 1:
        return [0] * len(passage.sentences)
    texts = [document.derive(spans) for spans in passage.sentences]
    themes = [0] * bounds[0][1]
    for (start, first), (_, last) in pairwise(bounds):
        long = min(first - start, last - first) >= LEAST
        apart = long or _stems(texts[start:first], language).isdisjoint(_stems(texts[first:last], language))
        themes += [themes[-1] + (apart and stands(texts[first]))] * (last - first)
    return themes


def _stems(texts: Sequence[str], language: str) -> set[str]:
    return {stem for text in texts for stem in line_of(text, language).stems}
