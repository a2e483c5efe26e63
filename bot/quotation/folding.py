"""The form in which wordings are compared, with a map back to the original's code points.

Folding takes away case, the style of quotation marks, apostrophes and dashes, spaces, Markdown, emoji, mentions, links
and characters that nobody sees. It keeps what carries meaning: apostrophes inside words ("can't"), the signs of numbers
("-5", "$5", "5%", "1.5"), the full stops of abbreviations ("U.S." is not "us"), accents, and the script of each letter.
What is struck through is taken as deleted.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.quotation.letters import loosen

_MONEY = "$€£¥₴₪₽₹"
# Scripts that write no spaces: each sign is a word.
_SIGNS = r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_SIMPLE = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_FULL = re.compile(
    rf"{_SIGNS}"
    r"|(?<!\w)[^\W\d_](?:\.[^\W\d_])+(?!\w)"
    rf"|(?:(?<![\w.,)\]%])[-−–]+(?=[{_MONEY}]*\d))?[{_MONEY}]*\d+(?:[.,]\d+)*(?:(?!{_SIGNS})[^\W_])*(?:'[^\W_]+)*[%‰{_MONEY}]*"
    r"|(?:<|(?<=[^\n])>)(?=\s?\d)|[≤≥≠±×÷+=](?=\s?\d)"
    rf"|(?:(?!{_SIGNS})[^\W_])+(?:'[^\W_]+)*(?:[+#]+(?!\w)|(?<=\d)[%‰{_MONEY}]+)?"
)
_NEEDS_FULL = re.compile(r"\.\w|[\d+#\u3040-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_INVISIBLE = (
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    r"\ufeff\uffa0\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# Vowel points of Hebrew and Arabic, and the long stroke: writers add and drop them freely.
_POINTS = r"\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc"
# "[T]hey" is how writers mark that they changed a letter's case.
_LETTER_IN_BRACKETS = r"(?<!\w)\[(?=[^\W\d_]\][^\W\d_])|(?<=(?<!\w)\[[^\W\d_])\](?=[^\W\d_])"
_INSIDE = rf"(?<=[^\W\d_])(?:\*{{1,3}}|\|\||`)(?=[^\W\d_])|{_LETTER_IN_BRACKETS}"
_HARD = re.compile(rf"[{_INVISIBLE}{_POINTS}\u0300-\u036f]|{_INSIDE}")
_DROPPED = re.compile(rf"[{_INVISIBLE}{_POINTS}]|{_INSIDE}")
_CLUSTER = re.compile(r".[\u0300-\u036f]*", re.DOTALL)
_BLANK = re.compile(
    r"<a?:\w+:\d+>|<[@#][!&]?\d+>|<t:-?\d+(?::\w)?>|<?https?://[^\s<>]+|(?<![~\\])~~(?!~)[^~]+~~|@(?:everyone|here)\b|\[sic!?\]"
)
_MAY_BLANK = re.compile(r"<|://|~~|@|\[sic")
_APOSTROPHES = str.maketrans("’‘ʼ‛´`׳＇", "''''''''")
_APOSTROPHE = re.compile(r"[’‘ʼ‛´`׳＇]")
# Compatibility forms that are another sign, not another look: 10⁶ is not 106, 1½ is not 11/2.
_KEPT = ("<super>", "<sub>", "<fraction>", "<circle>")
_DASHES = str.maketrans("−–", "--")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in comparison form: `words` as they count, `keys` as they are found, and how to find them in `text`.

    `plain` is the folded string; `origin` gives for each of its code points where it comes from in `text` (start, end),
    and is None where the two are in step.
    """

    text: str
    plain: str
    origin: Sequence[tuple[int, int]] | None
    words: list[str]
    keys: list[str]
    pattern: re.Pattern[str]

    def spans(self) -> list[tuple[int, int]]:
        """Give where each word stands in `text`: start and end, in code points."""
        found = [match.span() for match in self.pattern.finditer(self.plain)]
        origin = self.origin
        if origin is None:
            return found
        return [(origin[start][0], origin[end - 1][1]) for start, end in found]


def fold(text: str) -> Folded:
    """Bring a text into comparison form; the time grows with its length alone."""
    plain, origin = _characters(text)
    if _MAY_BLANK.search(plain):
        plain = _BLANK.sub(lambda match: " " * len(match[0]), plain)
    if _APOSTROPHE.search(plain):
        plain = plain.translate(_APOSTROPHES)
    if _NEEDS_FULL.search(plain):
        words = [_tidy(word) for word in _FULL.findall(plain)]
        pattern = _FULL
    else:
        words = _SIMPLE.findall(plain)
        pattern = _SIMPLE
    if pattern is _SIMPLE and plain.isascii() and "'" not in plain:
        return Folded(text, plain, origin, words, words, pattern)
    keys = [word if word.isascii() and word.isalpha() else loosen(word) for word in words]
    return Folded(text, plain, origin, words, keys, pattern)


def _tidy(word: str) -> str:
    return word.translate(_DASHES) if word[0] in "−–" else word


def _characters(text: str) -> tuple[str, Sequence[tuple[int, int]] | None]:
    """Fold characters one for one where that is possible, which is nearly always."""
    lowered = text if text.islower() else text.casefold()
    if text.isascii() and not any(sign in text for sign in "*|`["):
        return lowered, None
    simple = len(lowered) == len(text) and not _HARD.search(text)
    if simple and (text.isascii() or unicodedata.is_normalized("NFKC", lowered.replace("…", " ").replace("\xa0", " "))):
        return lowered, None
    return _one_by_one(text)


def _one_by_one(text: str) -> tuple[str, Sequence[tuple[int, int]]]:
    dropped = {place for match in _DROPPED.finditer(text) for place in range(*match.span())}
    kept = [place for place in range(len(text)) if place not in dropped]
    shown = "".join(text[place] for place in kept)
    parts: list[str] = []
    origin: list[tuple[int, int]] = []
    for match in _CLUSTER.finditer(shown):
        folded = _cluster(match[0])
        parts.append(folded)
        origin += [(kept[match.start()], kept[match.end() - 1] + 1)] * len(folded)
    return "".join(parts), origin


def _cluster(cluster: str) -> str:
    base = cluster[0]
    if len(cluster) > 1 and "\u0400" <= base <= "\u052f":
        # Stress marks over Cyrillic vowels go; the breve and the dots that make another letter stay.
        cluster = base + "".join(mark for mark in cluster[1:] if mark in "\u0306\u0308")
    if unicodedata.decomposition(base).startswith(_KEPT):
        return cluster
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", cluster).casefold())


def word_at(spans: Sequence[tuple[int, int]], place: int) -> int:
    """Give the number of the first word that ends after `place`; `len(spans)` if none does."""
    return bisect_right(spans, place, key=lambda span: span[1])


def between(folded: Folded, spans: Sequence[tuple[int, int]], first: int, second: int) -> str:
    """Give what stands in the text between two words; before the first and after the last word counts too."""
    start = spans[first][1] if first >= 0 else 0
    end = spans[second][0] if second < len(spans) else len(folded.text)
    return folded.text[start:end]


def ellipses(text: str) -> Iterator[tuple[int, int]]:
    """Find the marks that say that something is left out: …, ..., [...], (…), [snip]."""
    for match in _ELLIPSIS.finditer(text):
        yield match.span()


_ELLIPSIS = re.compile(r"[\[(<]\s*(?:…|\.\s?\.\s?\.|snip)\s*[\])>]|…|\.{3,}|\.\s\.\s\.|\[\s*\.\.\s*\]")
