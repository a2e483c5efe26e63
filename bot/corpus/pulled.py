"""Whose words a pull quote repeats: it speaks with the voice of the paragraph that it is taken from."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.corpus.prose import Prose, Said
from bot.corpus.units import NOBODY, Page, Unit
from bot.model import BlockKind, Speaker, StatementType

_NEAR = 12
_OPENERS = "“„«‘\"'「"
_LEAST = 12
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
                unit.speaker = found[0] if len(set(found)) == 1 and not _is_quoted(page, near, unit) else NOBODY
                break


def _is_quoted(page: Page, near: list[int], unit: Unit) -> bool:
    """Whether a pull quote in quotation marks repeats what stands in such marks in its paragraph: another's words."""
    if unit.plain[:1] not in _OPENERS or len(unit.plain) < _LEAST:
        return False
    start = unit.plain[1:_LEAST]
    others = (page.units[other].plain for other in near)
    return any(place > 0 and words[place - 1] in _OPENERS for words in others if (place := words.find(start)) >= 0)


class Heard:
    """What a text quotes of people, folded, to find whose words a pull quote repeats."""

    def __init__(self, text: str, statements: Sequence[Said]) -> None:
        quoted = (said.statement for said in statements if said.statement.type is StatementType.DIRECT)
        self._quoted = list(
            dict.fromkeys(
                (_folded(" ".join(text[span.start : span.end] for span in said.spans)), said.speaker) for said in quoted
            )
        )
        self._holding: dict[str, list[int]] = defaultdict(list)
        for number, (words, _) in enumerate(self._quoted):
            for word in frozenset(words.split(" ")):
                self._holding[word].append(number)

    def speaker_of(self, prose: Prose) -> Speaker | None:
        """Name whose quoted words a pull quote repeats; nobody where none are repeated, or those of two.

        It may begin anew, as `give_pulled` has it; a few words more around them are the page's.
        """
        mine = _folded(prose.flow.words)
        if len(mine) < _LEAST:
            return None
        for words in (mine, _later(mine)):
            found = {who for who, said in self._near(words) if words in said}
            if found:
                who = found.pop()
                return who if not found and who.name else None
        return None

    def _near(self, words: str) -> Iterator[tuple[Speaker, str]]:
        """Give the quotations that may hold some words: those with the rarest word that does not begin or end them."""
        inner = (self._holding.get(word, []) for word in words.split(" ")[1:-1])
        for number in min(inner, key=len, default=range(len(self._quoted))):
            said, who = self._quoted[number]
            yield who, said


@lru_cache(maxsize=64)
def _folded(words: str) -> str:
    return _FOLD.sub(" ", words.casefold()).strip()


def _later(words: str) -> str:
    """The last two thirds of the words, as a pull quote may begin anew."""
    parts = words.split(" ")
    return " ".join(parts[len(parts) // 3 :])
