"""Columns that answer letters: between "Dear Auntie," and "Dear Sleepless," stands what somebody else wrote."""

from bot.corpus.uncased import Uncased
from bot.corpus.units import NOBODY, Page
from bot.model import BlockKind, Speaker

# English, Ukrainian, Russian, German, French, Spanish.
_DEAR = Uncased(
    r"(?:dear|шановн\w+|дорог\w+|уважаем\w+|мил\w+|liebe[rs]?|chère?|querid[oa]|estimad[oa]) [^.!?,:;]{2,40}[,:!]"
)
_WORDS = 6
_SHORT = 2  # letters of a name's part that is too short to be known by


def letters_to(page: Page, inner: range, author: Speaker) -> None:
    """Give what is written to the author, between the greeting by name and the greeting of whoever wrote, to nobody."""
    units = page.units
    greetings = [n for n in inner if units[n].words <= _WORDS and _DEAR.fullmatch(units[n].plain.strip("*_ "))]
    parts = {part.casefold() for part in (author.name or "").split() if len(part) > _SHORT}
    if len(greetings) < 2:
        return
    for number, stop in zip(greetings, [*greetings[1:], inner.stop], strict=True):
        if parts.isdisjoint(units[number].plain.strip("*_ ,:!").casefold().split()):
            continue
        for unit in units[number:stop]:
            if unit.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
                unit.speaker = NOBODY
