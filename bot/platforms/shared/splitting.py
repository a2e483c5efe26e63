"""Cutting long texts so that each part fits: between words, and never inside what a reader sees as one character."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

CUT = "[…]"
"""Stands where a quote goes on in the next part or comes from the one before. It is no word of the text."""

_WORDS = re.compile(r"\S*\s*")
_JOINERS = "\u200d\ufe0e\ufe0f\u20e3"
_SKIN_TONES = ("\U0001f3fb", "\U0001f3ff")
_FLAGS = ("\U0001f1e6", "\U0001f1ff")
_HANGUL_MEDIAL_AND_FINAL = ("\u1160", "\u11ff")
_TAGS = ("\U000e0020", "\U000e007f")


def size(text: str) -> int:
    """Count a text as Discord's strictest counting does: in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def split(text: str, limit: int, cost: Callable[[str], int] = size) -> list[str]:
    """Cut a text into parts of at most `limit`, as `cost` counts them; joined, the parts are the text again.

    A part ends after a sentence where one ends in its second half, else between words; only a word that is longer than
    a whole part is cut itself, between two of its characters. The `cost` of a whole must be that of its pieces.
    """
    if cost(text) <= limit:
        return [text] if text else []
    parts: list[str] = []
    words: list[str] = []
    costs: list[int] = []
    for word in _fitting(text, limit, cost):
        price = cost(word)
        while words and sum(costs) + price > limit:
            cut = _after_sentence(words, costs)
            parts.append("".join(words[:cut]))
            del words[:cut], costs[:cut]
        words.append(word)
        costs.append(price)
    return [*parts, "".join(words)]


def continued(parts: Sequence[str]) -> Iterator[str]:
    """Mark in the parts of a quote where it goes on in the next one, and where it comes from the one before."""
    for number, part in enumerate(parts):
        before = f"{CUT} " if number > 0 else ""
        after = f" {CUT}" if number < len(parts) - 1 else ""
        yield f"{before}{part}{after}"


def shorten(text: str, limit: int, mark: str = "…") -> str:
    """Keep the words at the beginning that fit into `limit`, and mark that there were more."""
    text = " ".join(text.split())
    if size(text) <= limit:
        return text
    first = split(text, limit - size(mark) - 1)[0].rstrip()
    return first.rstrip(",;:–—-") + mark


def shorten_start(text: str, limit: int, mark: str = "…") -> str:
    """Keep the words at the end that fit into `limit`, and mark that there were more."""
    words = text.split()
    if size(" ".join(words)) <= limit:
        return " ".join(words)
    kept: list[str] = []
    room = limit - size(mark)
    while words and size(words[-1]) + 1 <= room:
        room -= size(words[-1]) + 1
        kept.insert(0, words.pop())
    return " ".join((mark, *kept))


def shorten_within(text: str, limit: int) -> str:
    """Keep words at the beginning and a third of `limit` at the end: of a place in a text both ends matter."""
    text = " ".join(text.split())
    if size(text) <= limit:
        return text
    end = shorten_start(text, limit // 3, "").strip()
    return f"{shorten(text, limit - size(end) - 1)} {end}"


def _fitting(text: str, limit: int, cost: Callable[[str], int]) -> Iterator[str]:
    """Give the words, each with the white space after it; those that fit nowhere in smaller pieces."""
    for found in _WORDS.finditer(text):
        word = found.group()
        if cost(word) <= limit:
            if word:
                yield word
            continue
        piece = ""
        for character in characters(word):
            if piece and cost(piece) + cost(character) > limit:
                yield piece
                piece = ""
            piece += character
        if piece:
            yield piece


def _after_sentence(words: list[str], costs: list[int]) -> int:
    """Find where to cut: after the last sentence that ends in the second half, else after the last word."""
    half, spent = sum(costs) / 2, sum(costs)
    for count in range(len(words), 0, -1):
        if spent < half:
            break
        if words[count - 1].rstrip().rstrip("”’\"'»)]").endswith((".", "!", "?", "…", "。", "！", "？")):
            return count
        spent -= costs[count - 1]
    return len(words)


def characters(text: str) -> Iterator[str]:
    """Give what a reader sees as single characters: a letter with its accents, an emoji with what it is joined of.

    A cautious form of the rules in Unicode Annex 29: it may keep together a little more than they ask for.
    """
    start = 0
    for place in range(1, len(text)):
        if not _belongs(text, place, start):
            yield text[start:place]
            start = place
    if text:
        yield text[start:]


def _belongs(text: str, place: int, start: int) -> bool:
    """Whether the character at `place` belongs to the one before it, which began at `start`."""
    before, here = text[place - 1], text[place]
    if here.isascii():
        return here == "\n" and before == "\r"
    if before == "\u200d" or here in _JOINERS or unicodedata.category(here) in ("Mn", "Me", "Mc"):
        return True
    if _SKIN_TONES[0] <= here <= _SKIN_TONES[1] or _TAGS[0] <= here <= _TAGS[1]:
        return True
    if _FLAGS[0] <= here <= _FLAGS[1]:
        return _FLAGS[0] <= before <= _FLAGS[1] and (place - start) % 2 == 1
    return _HANGUL_MEDIAL_AND_FINAL[0] <= here <= _HANGUL_MEDIAL_AND_FINAL[1]
