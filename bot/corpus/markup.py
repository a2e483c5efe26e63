"""Light markup in running text: the words without it, and the way back from each word to its place."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from bot.model import Span

NONE: Mapping[int, bool] = MappingProxyType({})

_ADDRESS = r"\((?:[^()\s]|\([^()\s]*\)){0,2000}(?:[ \t]+\"[^\"\n]{0,300}\")?\)"
_SPECIAL = re.compile(r"[*_\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029\[\]<>\\]")
_MARK = re.compile(
    r"(?P<line>[^\S\n\r]*[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]\s*)"
    rf"|(?P<open>!?\[(?=[^\[\]]{{1,1000}}\]{_ADDRESS}))"
    rf"|(?P<close>\]{_ADDRESS})"
    r"|(?P<angle><(?=[a-z]{3,8}:[^<>\s]{1,2000}>))"
    r"|(?P<shut>(?<=\S)>)"
    r"|(?P<stress>\*{1,3}|_{1,3})"
    r"|(?P<escape>\\(?=[\\`*_{}\[\]()#+.!>~|-]))"
)


_SPACES = re.compile("[\u00a0\u2007\u2009\u200a\u202f]")


@dataclass(frozen=True, slots=True)
class Flow:
    """A paragraph without markup and line ends: `pieces[i]` of the text stands at `starts[i]` of `plain`.

    `words` is `plain` for reading by rules, of the same length: every kind of space is a plain one. `count` counts
    the words at plain spaces.
    """

    plain: str
    words: str
    starts: tuple[int, ...]
    pieces: tuple[Span, ...]
    count: int

    def cut(self, start: int, end: int) -> tuple[Span, ...]:
        """Give the pieces of the text that make up `plain[start:end]`; neither end may lie on a joining space."""
        if len(self.pieces) == 1:
            piece = self.pieces[0]
            a, b = piece.start + start, min(piece.start + end, piece.end)
            if (a, b) == (piece.start, piece.end):
                return self.pieces
            return (Span(a, b),) if a < b else ()
        found: list[Span] = []
        first = max(0, bisect_right(self.starts, start) - 1)
        for index in range(first, len(self.pieces)):
            base, piece = self.starts[index], self.pieces[index]
            if base >= end:
                break
            a, b = max(start - base, 0), min(end - base, len(piece))
            if a < b:
                found.append(Span(piece.start + a, piece.start + b, bool(found) and piece.glued))
        return tuple(found)

    def place(self, position: int) -> int:
        """Give the place in the text of `plain[position]`; a joining space has that of what follows it."""
        if len(self.pieces) == 1:
            return self.pieces[0].start + position
        index = max(0, bisect_right(self.starts, position) - 1)
        inside = position - self.starts[index]
        if inside >= len(self.pieces[index]) and index + 1 < len(self.pieces):
            return self.pieces[index + 1].start
        return self.pieces[index].start + inside


def flow_of(text: str, spans: Sequence[Span], media: str = "txt", hyphens: Mapping[int, bool] = NONE) -> Flow:
    """Take the markup out of the text that `spans` cover: links, stress, escapes, and line ends inside a span.

    `hyphens` are the places of hyphens that end a line inside a word, with whether each of them stays.
    """
    if len(spans) == 1 and spans[0].start < spans[0].end and spans[0].end - 1 not in hyphens:
        start, end = spans[0].start, spans[0].end
        if _SPECIAL.search(text, start, end) is None:
            return _flow(text[start:end], (0,), (Span(start, end) if spans[0].glued else spans[0],))
    pieces: list[Span] = []
    for span in spans:
        inside = list(_pieces(text, span, media, hyphens))
        if inside:
            pieces += [Span(inside[0].start, inside[0].end, span.glued and bool(pieces)), *inside[1:]]
    return _joined(text, pieces)


def _joined(text: str, pieces: list[Span]) -> Flow:
    starts: list[int] = []
    parts: list[str] = []
    length = 0
    for piece in pieces:
        if parts and not piece.glued:
            parts.append(" ")
            length += 1
        starts.append(length)
        parts.append(text[piece.start : piece.end])
        length += len(piece)
    plain = "".join(parts)
    return _flow(plain, tuple(starts) or (0,), tuple(pieces) or (Span(0, 0),))


def _flow(plain: str, starts: tuple[int, ...], pieces: tuple[Span, ...]) -> Flow:
    words = plain if plain.isascii() else _SPACES.sub(" ", plain)
    return Flow(plain, words, starts, pieces, plain.count(" ") + 1)


def _pieces(text: str, span: Span, media: str, hyphens: Mapping[int, bool]) -> Iterator[Span]:
    end = span.end - 1 if hyphens.get(span.end - 1) is False else span.end
    if _SPECIAL.search(text, span.start, end) is None:
        if span.start < end:
            yield Span(span.start, end)
        return
    at, glued = span.start, False
    for start, stop, joins in _cuts(text, Span(span.start, end), media, hyphens):
        if at < start:
            yield Span(at, start, glued)
            glued = joins
        else:
            glued = glued and joins
        at = max(at, stop)
    if at < end:
        yield Span(at, end, glued)


def _cuts(text: str, span: Span, media: str, hyphens: Mapping[int, bool]) -> list[tuple[int, int, bool]]:
    """List what is no word, as (start, end, whether the words around it join without a space)."""
    cuts: list[tuple[int, int, bool]] = []
    stress: list[re.Match[str]] = []
    links = angles = 0
    for mark in _MARK.finditer(text, span.start, span.end):
        group, start = mark.lastgroup, mark.start()
        if group == "stress":
            stress.append(mark)
        elif group == "line":
            stays = hyphens.get(start - 1)
            cuts.append((start - (stays is False), mark.end(), stays is not None))
        elif group in ("open", "angle"):
            links, angles = links + (group == "open"), angles + (group == "angle")
            cuts.append((start, mark.end(), True))
        elif (group == "close" and links) or (group == "shut" and angles):
            links, angles = links - (group == "close"), angles - (group == "shut")
            cuts.append((start, mark.end(), True))
        elif group == "escape" and media != "txt":
            cuts.append((start, mark.end(), True))
    return sorted(cuts + _stressed(text, stress, span)) if stress else cuts


def _stressed(text: str, marks: list[re.Match[str]], span: Span) -> list[tuple[int, int, bool]]:
    """Pair the marks of stress, the nearest with the nearest; a mark without a partner is a character like others."""
    waiting: dict[str, int] = {}
    found: list[tuple[int, int, bool]] = []
    for mark in marks:
        sign, start, end = mark.group(), mark.start(), mark.end()
        before = text[start - 1] if start > span.start else " "
        after = text[end] if end < span.end else " "
        if sign in waiting and not before.isspace() and not after.isalnum():
            opener = waiting[sign]
            found += [(opener, opener + len(sign), True), (start, end, True)]
            waiting = {key: place for key, place in waiting.items() if place < opener}
        elif not after.isspace() and not before.isalnum():
            waiting[sign] = start
    return found
