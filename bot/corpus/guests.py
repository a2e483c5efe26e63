"""Whom a conversation is with, when its turns do not say: the one person whom the head of the page introduces."""

import re
from collections.abc import Sequence

from bot.corpus.names import NAME, bare, is_name
from bot.corpus.units import Page, Unit
from bot.model import BlockKind

_MEETING = re.compile(
    r"\binterview|\bin conversation with|\bspoke (?:with|to)|\bsat down with|\btalk(?:s|ed) (?:with|to)|"
    r"інтерв|интервью|entretien|gespräch mit|ריאיון|ראיון|مقابلة|حوار",
    re.IGNORECASE,
)
_HEAD = (BlockKind.KICKER, BlockKind.TITLE, BlockKind.SUBTITLE)


def is_conversation(page: Page, first: int) -> bool:
    """Whether what stands before the first turn speaks of an interview or a talk."""
    return _MEETING.search(_words(_opening(page, first))) is not None


def guest(page: Page, first: int, authors: Sequence[str]) -> str | None:
    """Give the one person besides the authors whom the opening names in full, if it speaks of a talk at all.

    Named right after "with", "to" or "interviewed" counts most, then alone in title and subtitle, then named again.
    """
    opening = _opening(page, first)
    words = _words(opening)
    if not _MEETING.search(words):
        return None
    names = [name for name in _names(words) if name not in authors]
    near = [name for name in names if _met(name, words)]
    head = [name for name in _names(_words([unit for unit in opening if unit.kind in _HEAD])) if name in names]
    again = [name for name in names if words.count(name.split()[-1]) >= 2]
    persons = near or head or again
    return persons[0] if len(persons) == 1 else None


def _opening(page: Page, first: int) -> list[Unit]:
    return [unit for unit in page.units[:first] if unit.kind not in (BlockKind.FURNITURE, BlockKind.BYLINE)]


def _words(units: Sequence[Unit]) -> str:
    return ". ".join(unit.plain for unit in units)[:6000]


def _names(words: str) -> list[str]:
    found = [bare(match.group()) for match in re.finditer(NAME, words) if not _opens_sentence(match, words)]
    return [name for name in dict.fromkeys(found) if is_name(name)]


def _opens_sentence(match: re.Match[str], words: str) -> bool:
    """Whether the first of three capitalised words may only be a sentence's first word ("Hydrologist Jane Doe …")."""
    name = match.group()
    return name.count(" ") >= 2 and words[: match.start()].rstrip()[-1:] in ("", ".") and words.count(name) < 2


def _met(name: str, words: str) -> bool:
    lead = rf"(?:with|to|interview(?:s|ed)?|meet|met)\s+(?:[\w-]+\s+){{0,4}}{re.escape(name)}"
    return re.search(lead, words) is not None
