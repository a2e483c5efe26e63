"""A passage to start from: any text, then any of its passages that can stand alone."""

import random
from dataclasses import dataclass

from bot.answers.fitness import BEST, fitness
from bot.answers.quoting import Excerpt, excerpt, opened, shelf
from bot.errors import NoTexts, SourceChanged
from bot.model import Trace
from bot.search import Library, Shelved

_DRAWS = 24
"""So many passages are drawn until one is fit."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A passage that was drawn, and what `seed` drew it."""

    excerpt: Excerpt
    seed: int
    trace: Trace


async def draw(library: Library, *, source: str | None = None, seed: int | None = None) -> Drawn:
    """Draw a passage, of the text with the id `source` if that is given. The same seed draws the same.

    Each text has the same chance, however long it is. Raises NoTexts, and SourceChanged where no text may be quoted.
    """
    texts = [text for text in shelf(library) if source in (None, text.source.id) and text.passages]
    chance = random.Random(seed if seed is not None else random.SystemRandom().getrandbits(32))  # noqa: S311
    drawn = seed if seed is not None else chance.getrandbits(32)
    if seed is None:
        chance.seed(drawn)
    best = await _draw(library, texts, chance)
    choices = tuple((k, v) for k, v in (("source", source), ("seed", str(drawn))) if v)
    return Drawn(best, drawn, Trace("random", choices=choices, hits=(best.traced,), searched=len(texts)))


async def _draw(library: Library, texts: list[Shelved], chance: random.Random) -> Excerpt:
    """Draw a text, and another only where that has changed on disk."""
    refused: SourceChanged | None = None
    for text in chance.sample(texts, len(texts)):
        try:
            return await _draw_of(library, text, chance)
        except SourceChanged as changed:
            refused = changed
    raise refused or NoTexts


async def _draw_of(library: Library, text: Shelved, chance: random.Random) -> Excerpt:
    """Draw until a passage of the text is fit; else take the one that came nearest to it.

    Another text is not drawn instead: texts with many fit passages would come more often than others.
    """
    found: list[tuple[int, Excerpt]] = []
    for _ in range(_DRAWS):
        passages = await library.of_source(text.source.id, number := chance.randint(1, text.passages), number)
        for passage, document, record in (await opened(library, passages)).passages:
            found.append((fitness(passage, document), excerpt(passage, document, record)))
            if found[-1][0] == BEST:
                return found[-1][1]
    if not found:  # it was taken away just now
        raise SourceChanged(text.source.id)
    return max(found, key=lambda one: one[0])[1]
