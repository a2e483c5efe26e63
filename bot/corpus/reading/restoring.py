"""What taking an article out of its page loses of it, put back: bylines and dates, headings, and what is cited.

trafilatura takes lines that a page marks as byline, author or date for metadata, drops some headings, and writes a
block citation like any paragraph: whoever is cited would lose the words to the author.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from lxml import html

from bot.corpus.bylines import byline_names, correspondent
from bot.corpus.dates import dates
from bot.corpus.reading.flow import Piece

_LONGEST = 25  # words of a line in the head
_PROSE = 12  # words of a paragraph with which the text itself begins
_MOST = 8  # lines that are put back into a head
_NEAR = 12  # blocks above the text in which they are looked for
_UP = 2  # elements above a line's own that may say what it is
_TELLS = re.compile(
    r"byline|author|dateline|\bdate|pub(?:lish|date)|posted|timestamp|standfirst|subtitle|sub-?head|\bdek\b|\bdeck\b",
    re.IGNORECASE,
)
_APART = ("article", "main", "body", "html", "aside")
_MARKS = re.compile(r"[\W_]+")
_LINK = re.compile(r"\]\([^()\s]*\)")


def restore(article: str, whole: Sequence[Piece]) -> str:
    """Give an article with the lines of its page, in their places, that were taken out of it though they are its own.

    `whole` are the blocks of the page in their order. Nothing is taken away or moved, but a line of which only a part
    was left is put back as a whole; where a line stands in both cannot be told, nothing is put before it.
    """
    lines = article.split("\n\n")
    places = _places(lines, whole)
    back = {*_head(whole, places), *_headings(whole, places)}
    cites = _cites(whole, places)
    found: list[str] = []
    waiting: list[str] = []
    reached = 0
    for number, line in enumerate(lines):
        place = places.get(number)
        if place is None:
            waiting.append(line)
            continue
        fuller = [whole[n].line for n in range(reached, place) if n in back]
        found += [part for part in waiting if not any(_is_part(part, other) for other in fuller)]
        marked = cites and whole[place].cited and not line.startswith((">", "#", "-"))
        found += [*fuller, f"> {line}" if marked else line]
        waiting, reached = [], place + 1
    return "\n\n".join((*found, *waiting))


def _cites(whole: Sequence[Piece], places: dict[int, int]) -> bool:
    """Whether what stands in elements for citations is cited: not where most of a page does, as old pages set it in."""
    kept = [whole[place] for place in places.values()]
    return 2 * sum(len(piece.line) for piece in kept if piece.cited) <= sum(len(piece.line) for piece in kept)


def _is_part(line: str, other: str) -> bool:
    """Whether a line is another with words left out: its day, or a link."""
    words = line.split()
    return bool(words) and set(words) <= set(other.split()) and len(line) < len(other)


def _key(line: str) -> str:
    """The letters of a line: what two ways of writing down the same block have in common."""
    plain = _LINK.sub("", line) if "](" in line else line
    return _MARKS.sub("", plain).casefold()


def _places(lines: Sequence[str], whole: Sequence[Piece]) -> dict[int, int]:
    """Tell which block of the page each line of the article is, as far as both are in the same order."""
    as_they_stand = _numbered(piece.line for piece in whole)
    by_letters: dict[str, list[int]] = {}
    places: dict[int, int] = {}
    reached = -1
    for number, line in enumerate(lines):
        found = as_they_stand.get(line)
        if found is None and line:
            by_letters = by_letters or _numbered(_key(piece.line) for piece in whole)
            found = by_letters.get(_key(line))
        place = next((n for n in found or () if n > reached), None)
        if place is not None:
            places[number] = reached = place
    return places


def _numbered(lines: Iterable[str]) -> dict[str, list[int]]:
    known: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        known.setdefault(line, []).append(number)
    known.pop("", None)
    return known


def _head(whole: Sequence[Piece], places: dict[int, int]) -> Iterator[int]:
    """Find who wrote the text and when, in lines between its title and its text."""
    kept = frozenset(places.values())
    prose = (n for n in sorted(kept) if not _heads(whole[n]) and len(whole[n].line.split()) >= _PROSE)
    begins = max(islice(prose, 2), default=0)  # the first may be what stands under the title
    title = max((n for n in range(begins) if whole[n].line.startswith("# ")), default=None)
    if title is None:
        return
    near = (n for n in range(max(title + 1, begins - _NEAR), begins) if n not in kept)
    yield from islice((n for n in near if _is_of_head(whole[n])), _MOST)


def _heads(piece: Piece) -> bool:
    return piece.line.startswith("#")


def _is_of_head(piece: Piece) -> bool:
    if _heads(piece) or len(piece.line.split()) > _LONGEST:
        return False
    return bool(byline_names(piece.line) or correspondent(piece.line) or dates(piece.line)) or _says_so(piece.element)


def _says_so(element: html.HtmlElement) -> bool:
    """Whether an element, one right above it, or one within says that it tells of the author, the day, the subtitle."""
    above = [element, *islice(element.iterancestors(), _UP)]
    near = [other for other in above if other.tag not in _APART]
    marks = (
        f"{other.get('class', '')} {other.get('id', '')} {other.get('itemprop', '')} {other.get('rel', '')}"
        for other in (*near, *islice(element.iterdescendants(), _UP))
    )
    return any(map(_TELLS.search, marks))


def _headings(whole: Sequence[Piece], places: dict[int, int]) -> Iterator[int]:
    """Find the headings that stand right above what was kept, within the article."""
    kept = frozenset(places.values())
    below = False
    for number in range(max(kept, default=0), min(kept, default=0), -1):
        if number in kept:
            below = True
        elif _heads(whole[number]) and below and not whole[number].line.startswith("# "):
            yield number
        else:
            below = False
