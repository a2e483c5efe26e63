"""Passages that say nearly the same in other words. A hint for small libraries, never a verdict.

Compared are the beginnings of words, weighed by how few passages have them (inverse document frequency).
"""

import math
from collections import Counter

from bot.model import Place, Span
from bot.quotation.folding import fold
from bot.quotation.texts import Texts

SMALL = 2_000
_STEM = 5
_SHORTEST = 4
_ALIKE = 0.62
_FEWEST = 4


def closest(said: str, span: Span, texts: Texts) -> tuple[Place, ...]:
    """Give the one passage that is close to a wording; none in a library of more than 2,000 passages."""
    asked = _stems(fold(said).keys)
    if len(texts) > SMALL or len(asked) < _FEWEST:
        return ()
    stems = {handle: _stems(texts.told(handle).keys) for handle in texts.handles()}
    common: Counter[str] = Counter(stem for found in stems.values() for stem in found)
    weights = {stem: math.log(1 + len(stems) / (1 + common[stem])) for stem in asked}
    whole = sum(weights.values())
    best = max(stems, key=lambda handle: (sum(weights[stem] for stem in asked & stems[handle]), texts.passage(handle)))
    shared = asked & stems[best]
    if len(shared) < _FEWEST or sum(weights[stem] for stem in shared) < _ALIKE * whole:
        return ()
    text = texts.told(best).text
    everything = Span(0, len(text))
    return (
        Place(texts.passage(best), texts.source(best), span, (everything,), text, texts.speaker(best, 0, len(text))),
    )


def _stems(keys: list[str]) -> set[str]:
    return {key[:_STEM] for key in keys if len(key) >= _SHORTEST}
