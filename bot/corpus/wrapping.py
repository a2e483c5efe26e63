"""Lines that only end because the page is full: which lines go on in the next one, and which hyphens are the page's."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.corpus.lines import Line
from bot.corpus.words import tokens_of, word_set

WIDEST = 130
_ENDED = re.compile(r"[.!?:;…。؟۔][\"'”’»)\]*_]*$")
_CASELESS = re.compile(r"[\u0590-\u08ff]")
_BROKEN = re.compile(r"([-\u2010\u00ad])(?<=[^\W\d_].)[ \t]{0,8}[\n\r\x0c]\s{0,40}(?:\d{1,4}\s{1,40})?(?=[^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_FIRST = re.compile(r"[^\W\d_]+$")
_PREFIXES = word_set("self non anti half cross twenty thirty forty fifty sixty seventy eighty ninety")


def ended(text: str, line: Line) -> bool:
    """Whether a line ends as a sentence or a lead-in ends."""
    return _ENDED.search(text, max(line.start, line.end - 8), line.end) is not None


def goes_on(text: str, line: Line, after: Line) -> bool:
    """Whether a line breaks off inside a sentence that `after` takes up in lower case."""
    return not ended(text, line) and text[after.start].islower()


def page_width(text: str, lines: Sequence[Line]) -> int | None:
    """Find the width (code points) at which the lines of a text were wrapped; None where they were not."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap and not b.page]
    if len(pairs) < 2:
        return None
    broken = [a for a, b in pairs if goes_on(text, a, b)]
    if not broken:
        broken = [a for a, b in pairs if _CASELESS.match(text, b.start) and not ended(text, a)]
        if len(broken) < 0.5 * len(pairs):
            return None
    lengths = sorted(len(line) for line in broken)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    long = sum(1 for line, _ in pairs if len(line) > WIDEST)
    wrapped = len(broken) >= 0.2 * len(pairs) and 24 <= width <= WIDEST and long <= 0.1 * len(pairs)
    return width if wrapped else None


def is_full(text: str, line: Line, after: Line, width: int) -> bool:
    """Whether the first word of the line `after` had no place any more on `line` of a page of that width."""
    stop = min(after.end, after.start + width)
    space = text.find(" ", after.start, stop)
    word = (space if space > 0 else stop) - after.start
    return line.indent + len(line) + 1 + word > 0.92 * width


def hyphens(text: str) -> dict[int, bool]:
    """Find the hyphens that end a line inside a word, and whether each stays when the line's end goes.

    It stays when the text writes the compound with a hyphen elsewhere, or when its first half only begins compounds
    ("self-"); it goes when the text has the word in one, and otherwise when either half is no word of the text.
    """
    found = list(_BROKEN.finditer(text))
    if not found:
        return {}
    known = known_words(text)
    return {match.start(): stays(text, match.start(), match.end(), known) for match in found}


def known_words(text: str) -> frozenset[str]:
    """The words of a text, compounds with their hyphens, in lower case."""
    return frozenset(map(str.casefold, tokens_of(text, _WORD)))


def stays(text: str, place: int, on: int, known: frozenset[str]) -> bool:
    """Whether the hyphen at `place` stays when the word goes on at `on`."""
    before = _FIRST.search(text, max(0, place - 40), place)
    after = _WORD.match(text[on : on + 40])
    if before is None or after is None or text[place] == "\u00ad":
        return False
    first, second = before.group().casefold(), after.group().casefold()
    if first + second in known:
        return False
    if f"{first}-{second}" in known or first in _PREFIXES or text[on].isupper():
        return True
    return first in known and second in known and len(first) > 2 and len(second) > 3
