"""A passage to start from: any text, then any of its passages that can stand alone."""

from collections.abc import Callable
from dataclasses import dataclass
from secrets import randbits

from bot.answers.chance import Chance
from bot.answers.fitness import BEST, fitness
from bot.answers.quoting import Excerpt, excerpt, shelf
from bot.corpus.caching import Cache
from bot.errors import NoTexts, PassageWithheld, SourceChanged
from bot.model import Document, Passage, Source, Trace, TracedHit, words_in
from bot.search import Library, Shelved

_DRAWS = 24
"""So many passages are drawn until one is fit."""


@dataclass(frozen=True, slots=True)
class _Measure:
    """How fit a passage is to start from, and how many words it has."""

    passage: Passage
    fitness: int
    words: int


# Of the passages that were measured last, by id: as long as they are the same objects, they have the same words.
_measures: Cache[str, _Measure] = Cache(2_000)

_Found = tuple[Source, Document, Passage]

# How many words of a text may still be quoted today; None: as many as anybody likes.
Left = Callable[[Source], int | None]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A passage that was drawn, out of the text that it stands in, and what `seed` drew it."""

    source: Source
    document: Document
    passage: Passage
    seed: int
    trace: Trace

    @property
    def key(self) -> str:
        """What was drawn, by its id."""
        return self.passage.id

    @property
    def excerpt(self) -> Excerpt:
        """Take the passage's words out of its text."""
        return excerpt(self.passage, self.document, self.source)


async def draw(
    library: Library,
    *,
    source: str | None = None,
    seed: int | None = None,
    left: Left = lambda _: None,
    without: frozenset[str] = frozenset(),
) -> Drawn:
    """Draw a passage, of the text with the id `source` if that is given. The same seed draws the same.

    Each text has the same chance, however long it is, as long as a passage is found in it that keeps to the words that
    are `left`; where none is found in any text, one that does not is given. No passage of `without` is drawn. Raises
    NoTexts, SourceChanged where no text may be quoted, and PassageWithheld where nothing is left to be drawn.
    """
    texts = [text for text in shelf(library) if source in (None, text.source.id) and text.passages]
    drawn = seed if seed is not None else randbits(32)
    found, document, passage = await _draw(library, texts, Chance(drawn), left, without)
    choices = tuple((k, v) for k, v in (("source", source), ("seed", str(drawn))) if v)
    hit = TracedHit(passage.id, passage.edition, 0.0, ())
    return Drawn(found, document, passage, drawn, Trace("random", choices=choices, hits=(hit,), searched=len(texts)))


async def _draw(library: Library, texts: list[Shelved], chance: Chance, left: Left, without: frozenset[str]) -> _Found:
    """Draw a text, and another only where that has changed on disk, or may not be quoted any more today."""
    refused: SourceChanged | PassageWithheld | None = None
    spent: _Found | None = None
    for text in chance.order(texts):
        most = left(text.source)
        try:
            drawn = await _draw_of(library, text, chance, most, without)
            document = await library.document(drawn.passage.source, drawn.passage.edition)
        except (SourceChanged, PassageWithheld) as changed:
            refused = changed
            continue
        found = text.source, document, drawn.passage
        if most is None or drawn.words <= most:
            return found
        spent = spent or found
    if spent is not None:
        return spent
    raise refused or NoTexts


async def _draw_of(
    library: Library, text: Shelved, chance: Chance, most: int | None, without: frozenset[str]
) -> _Measure:
    """Draw until a passage of the text is fit and has no more than `most` words; else take what came nearest to it.

    Another text is not drawn instead: texts with many fit passages would come more often than others.
    """
    found: list[tuple[bool, int, _Measure]] = []
    for _ in range(_DRAWS):
        number = 1 + chance.below(text.passages)
        for passage in await _of_text(library, text, without, number, number):
            measure = await _measured(library, passage)
            found.append((most is None or measure.words <= most, measure.fitness, measure))
            if found[-1][:2] == (True, BEST):
                return measure
    if found:
        return max(found, key=lambda one: one[:2])[2]
    return await _any_of(library, text, chance, without)


async def _measured(library: Library, passage: Passage) -> _Measure:
    """Give how fit a passage is. Most draws are of passages that were drawn before, and need no look into the text."""
    known = _measures.get(passage.id)
    if known is not None and known.passage is passage:
        return known
    document = await library.document(passage.source, passage.edition)
    measure = _Measure(passage, fitness(passage, document), words_in(document.derive(passage.spans)))
    _measures.put(passage.id, measure)
    return measure


async def _any_of(library: Library, text: Shelved, chance: Chance, without: frozenset[str]) -> _Measure:
    """Draw one of the few passages of a text that are not withheld."""
    passages = await _of_text(library, text, without, 1, text.passages)
    if not passages and without:
        raise PassageWithheld
    if not passages:  # it was taken away just now
        raise SourceChanged(text.source.id)
    return await _measured(library, chance.choice(passages))


async def _of_text(library: Library, text: Shelved, without: frozenset[str], first: int, last: int) -> list[Passage]:
    found = await library.of_source(text.source.id, first, last)
    return [passage for passage in found if passage.id not in without]
