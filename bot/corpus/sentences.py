"""Sentences of a paragraph's words: nupunkt finds them, and a few rules mend what it cannot know of quotations."""

import re
from collections.abc import Sequence
from functools import cache

from nupunkt import sent_spans

from bot.corpus.names import NAME, UPPER

_ABBREVIATED = re.compile(
    r"(?:^|[\s(“\"«])(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Gen|Sen|Rep|Gov|St|Lt|Col|Capt|Sgt|Maj|Rev|Hon|No|Nos|vs|"
    r"v|e\.g|i\.e|cf|Fig|Figs|pp|p|vol|Vol|"
    r"ed|eds|ca|approx|Art|Sec|Ch|Mme|Mlle|MM|Nr|bzw|ca|z\.\s?B|d\.\s?h|u\.\s?a|м|ім|вул|ст|напр|див|гр|о|"
    r"т|тов|проф|акад|ред|г|ул|им|см|"
    rf"[{UPPER.replace('I', '')}])\.$"
)
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[IVXLC]{1,5}|[a-zа-я])[.)]$")
_MAY_END = re.compile(r"[.!?؟。！？…][^\s]*\s")
_CLOSING = re.compile(r"[”’»\")\]]+(?=\s|$)")
_TAG = re.compile(
    rf"(?:(?:the |an? )?(?:{NAME}|[a-z]+)|he|she|they|I|we)(?:,[^,.?!]{{1,60}},)? (?:said|says|asked|asks|"
    rf"replied|added|wrote|cried|shouted|answered|wondered|told)\b[^?!“\"]{{0,120}}$",
)
# Where a sentence can end whatever the language: after a mark that is never part of a word, or in scripts without case.
_SURE = re.compile(
    rf"(?:[!?؟。！？]+|(?<=[a-zà-ÿ]{{3}})\.(?=[\"'”’»)\]]*\s+[“„«\"][{UPPER}])|"
    rf"(?<=[\u0400-\u04ff\u0590-\u08ff]{{3}})\.|"
    rf"(?<=[\w%])…(?=\s))[\"'”’»)\]]*\s+(?=[\"'“‘„«(\[–—-]*\s?[{UPPER}0-9\u0590-\u08ff])"
)


def sentence_bounds(words: str) -> list[tuple[int, int]]:
    """Find the sentences of a paragraph as (start, end) in its words, white space at the ends left out."""
    if _MAY_END.search(words) is None:
        return _stripped(words, [])
    cuts = {start for start, _ in sent_spans(words)} if len(words) < 400_000 else _in_parts(words)
    cuts |= {match.end() for match in _SURE.finditer(words)}
    cuts.discard(0)
    pieces = _stripped(words, sorted(cut for cut in cuts if cut < len(words)))
    return _mended(words, pieces)


@cache
def _step() -> int:
    return 200_000


def _in_parts(words: str) -> set[int]:
    """Look at a giant paragraph in parts, so that memory stays flat; each part ends at a space."""
    cuts: set[int] = set()
    start = 0
    while start < len(words):
        stop = words.find(" ", start + _step())
        stop = len(words) if stop < 0 else stop + 1
        cuts |= {start + a for a, _ in sent_spans(words[start:stop]) if a}
        start = stop
    return cuts


def _stripped(words: str, cuts: Sequence[int]) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    for start, end in zip([0, *cuts], [*cuts, len(words)], strict=True):
        part = words[start:end]
        left = start + len(part) - len(part.lstrip())
        if part.strip():
            pieces.append((left, left + len(part.strip())))
    return pieces


def _mended(words: str, pieces: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in pieces:
        if found:
            last = found[-1]
            closing = _CLOSING.match(words, start, end)
            if closing and not words[last[1] - 1].isspace() and _opens(words, last) and words[start] != '"':
                found[-1] = (last[0], closing.end())
                start = closing.end() + len(words[closing.end() : end]) - len(words[closing.end() : end].lstrip())
                if start >= end:
                    continue
            if _belongs(words, found[-1], start, end):
                found[-1] = (found[-1][0], end)
                continue
        found.append((start, end))
    return found


def _opens(words: str, last: tuple[int, int]) -> bool:
    return last[1] > last[0]


def _belongs(words: str, last: tuple[int, int], start: int, end: int) -> bool:
    """Whether a piece is no sentence of its own but goes on with the one before."""
    if words[start].islower() or (words[start] in ",;:" or words[start : start + 2] in ("– ", "— ")):
        return True
    if end - start == 1 and not words[start].isalnum():
        return True
    before = words[max(last[0], last[1] - 14) : last[1]]
    if _ABBREVIATED.search(before) or (last[1] - last[0] <= 6 and _NUMBER.fullmatch(words[last[0] : last[1]])):
        return True
    return (
        before[-1:] in '”"’»' and before[-2:-1] in "?!" and _TAG.match(words, start, min(end, start + 200)) is not None
    )
