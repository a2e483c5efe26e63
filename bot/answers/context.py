"""A passage among its neighbours, page by page."""

from dataclasses import dataclass

from bot.answers.quoting import Excerpt, excerpt, opened
from bot.model import Trace
from bot.search import Library


@dataclass(frozen=True, slots=True)
class Context:
    """Passages in reading order; `focus` is the place of the one that was asked for.

    `earlier` and `later` are the passages to ask for to read on in either direction; None at the ends of the text.
    """

    excerpts: tuple[Excerpt, ...]
    focus: int
    earlier: str | None
    later: str | None
    trace: Trace


async def context(library: Library, passage: str, *, before: int = 1, after: int = 1) -> Context:
    """Give a passage with as many before and after it as are asked.

    Raises UnknownPassage, PassageWithdrawn and SourceChanged.
    """
    asked = (await library.passages([passage]))[0]  # the first of those that it was split into
    around = await library.neighbours(asked, before, after)
    shown = await opened(library, around)
    excerpts = tuple(excerpt(*one) for one in shown.passages)
    focus = next(at for at, chosen in enumerate(excerpts) if chosen.passage.id == asked.id)
    first, last = around[0].number, around[-1].number
    earlier = await library.of_source(asked.source, first - 1, first - 1) if first > 1 else []
    later = await library.of_source(asked.source, last + 1, last + 1)
    choices = (("passage", asked.id), ("before", str(before)), ("after", str(after)))
    trace = Trace("context", choices=choices, hits=tuple(chosen.traced for chosen in excerpts), searched=1)
    return Context(excerpts, focus, earlier[0].id if earlier else None, later[0].id if later else None, trace)
