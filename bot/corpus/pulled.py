"""Whose words a pull quote repeats: it speaks with the voice of the paragraph that it is taken from."""

import re

from bot.corpus.units import NOBODY, Page
from bot.model import BlockKind

_NEAR = 12
_FOLD = re.compile(r"[^\w]+")


def give_pulled(page: Page, inner: range) -> None:
    """Give each pull quote the speaker of the nearest paragraph that says its words; nobody where two could."""
    body = [number for number in inner if page.units[number].kind in (BlockKind.PARAGRAPH, BlockKind.PULL_QUOTE)]
    for place, number in enumerate(body):
        unit = page.units[number]
        if unit.kind is not BlockKind.PULL_QUOTE:
            continue
        near = [*body[max(0, place - _NEAR) : place], *body[place + 1 : place + 1 + _NEAR]]
        mine = _folded(unit.plain)
        for words in (mine, _later(mine)):
            found = [
                page.units[other].speaker
                for other in near
                if page.units[other].kind is BlockKind.PARAGRAPH and words in _folded(page.units[other].plain[:6000])
            ]
            if found:
                unit.speaker = found[0] if len(set(found)) == 1 else NOBODY
                break


def _folded(words: str) -> str:
    return _FOLD.sub(" ", words.casefold()).strip()


def _later(words: str) -> str:
    """The last two thirds of the words, as a pull quote may begin anew."""
    parts = words.split(" ")
    return " ".join(parts[len(parts) // 3 :])
