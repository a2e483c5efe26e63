"""What a message marks as somebody's words: quotation marks of all kinds, block quotes, code, spoilers."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.model import Span

_PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "「": "」", "『": "』", "‚": "‘’", "»": "«"}
_ANY = re.compile(r"[\"“”„«»‹›「『‚‘*_`|>＂״]")
_STRAIGHT = '"＂'
_BLOCK = re.compile(r"^(?:>>> [\s\S]*|(?:> ?[^\n]*(?:\n|$))+)", re.MULTILINE)
_WRAPPED = re.compile(
    r"```(?:\w*\n)?([\s\S]+?)```|``?([^`\n]+?)``?|\|\|([\s\S]+?)\|\||\*{1,3}(?=\S)([^*\n]+?)\*{1,3}|(?<!\w)_([^_\n]+?)_(?!\w)"
)
_MOST = 200
_DEEPEST = 8


class Mark(StrEnum):
    """How words are marked. Emphasis is weak: it may be only emphasis."""

    QUOTED = "quoted"
    BLOCK = "block"
    EMPHASIS = "emphasis"


@dataclass(frozen=True, slots=True)
class Marked:
    """Marked words of a message, without the marks."""

    span: Span
    mark: Mark


def marks(text: str) -> tuple[Marked, ...]:
    """Find the marked parts of a message, nested ones too, outer ones first; at most 200."""
    if not _ANY.search(text):
        return ()
    found = [Marked(Span(start, end), Mark.QUOTED) for start, end in _quoted(text)]
    found += [Marked(Span(*match.span()), Mark.BLOCK) for match in _BLOCK.finditer(text)]
    for match in _WRAPPED.finditer(text):
        kind = match.lastindex or 0
        found.append(Marked(Span(*match.span(kind)), Mark.BLOCK if kind <= 2 else Mark.EMPHASIS))
    kept = [marked for marked in found if marked.span.end > marked.span.start]
    return tuple(sorted(kept, key=lambda marked: (marked.span.start, -marked.span.end))[:_MOST])


def _quoted(text: str) -> list[tuple[int, int]]:
    """Pair quotation marks with a stack; a straight mark opens after a space and closes before one."""
    found: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for match in re.finditer(r"[\"“”„«»‹›「」『』‚‘’＂]", text):
        sign, at = match[0], match.start()
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        if sign in "’‘‚" and before.isalnum() and after.isalnum():
            continue
        closed = _closed(stack, sign, before)
        if closed is not None:
            found.append((stack[closed][1], at))
            del stack[closed:]
        elif (sign in _PAIRS or sign in _STRAIGHT or sign == "‘") and not after.isspace() and len(stack) < _DEEPEST:
            stack.append((sign, at + 1))
    return found


def _closed(stack: list[tuple[str, int]], sign: str, before: str) -> int | None:
    """Find the innermost open mark that this sign closes."""
    for place in range(len(stack) - 1, -1, -1):
        opened = stack[place][0]
        if sign in _STRAIGHT:
            if (opened in _STRAIGHT and not before.isspace()) or (opened == "„" and not before.isspace()):
                return place
        elif sign in _PAIRS.get(opened, "’" if opened == "‘" else "") and not before.isspace():
            return place
    return None
