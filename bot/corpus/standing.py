"""How a quotation stands in its paragraph: in which sentence, after and before what, and whether it counts as said."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from bot.corpus.cues import Cue, tag_after
from bot.corpus.inverted import CASELESS
from bot.corpus.naming import UNCLEAR
from bot.corpus.prose import Prose
from bot.corpus.quotations import Quotation
from bot.corpus.works import is_title
from bot.model import Speaker

_OPENS = re.compile(r"[\s“„«»\"‘']*[A-ZÀ-ÖØ-ÞЀ-ЯҐ\u0590-\u08ff]")

_OPENING_MARKS = "‘“„«‹'\"\u00a0\u202f "
_MARKS = " \u00a0\u202f’'”“\"»›"


def takes_up(following: str) -> bool:
    """Whether a paragraph opens with a quotation, which may go on with one that the paragraph before left open."""
    return following[:1] in '“"„«'


def end_of(words: str, mark: Quotation) -> int:
    """Where a quotation ends: with its paragraph, if that does not close it."""
    return mark.end if mark.closed else len(words)


def without_quotation(lead: str, before: Quotation | None, left: int) -> str:
    """Take the quotation before out of a lead, so that its words are not read for tags."""
    if before is None or before.left <= left:
        return lead if before is None else lead[max(0, before.right - left) :]
    return lead[: before.left - left] + "…" + lead[before.right - left :]


def sentence_around(prose: Prose, mark: Quotation) -> tuple[int, int]:
    """Give the bounds of the sentence that a quotation stands in, or of those that it runs over."""
    first = max(0, bisect_left(prose.bounds, (mark.start, 0)) - 1)
    last = max(first, bisect_left(prose.bounds, (mark.end, 0)) - 1)
    left = prose.bounds[first][0] if prose.bounds else 0
    right = next((b for _, b in prose.bounds[last : last + 2] if b >= mark.end), len(prose.flow.words))
    words = prose.flow.words
    if _ending(words, mark) in tuple(".!?…") and right > mark.right and _OPENS.match(words, mark.right):
        trail = words[mark.right : mark.right + 200]
        return left, right if tag_after(trail) else mark.right
    return left, right


def tag_may_follow(words: str, mark: Quotation, trail: str) -> bool:
    """Whether a quotation ends, or what follows it begins, as before a tag ("…," said …)."""
    last = _ending(words, mark)
    return last in ",?!…—–.-" or trail.lstrip()[:1] in ",—–-" or CASELESS.search(trail[:20]) is not None


def _ending(words: str, mark: Quotation) -> str:
    """The last sign of a quotation, before the marks of one that ends inside it: "He said, ‘No.’" ends with a stop."""
    return words[mark.start : mark.end].rstrip(_MARKS)[-1:]


def is_clause(words: str, mark: Quotation, least: int = 3) -> bool:
    """Whether a quotation is a clause of its own: it begins and ends as a sentence and has `least` spaces."""
    quoted = words[mark.start : mark.end].lstrip(_OPENING_MARKS)
    ends = _ending(words, mark) in tuple(".!?,…؟") or words[mark.right : mark.right + 1] in (".", ",", "!", "?")
    return (
        quoted.count(" ") >= least
        and ends
        and (quoted[:1].isupper() or CASELESS.match(quoted) is not None or quoted[:1] in "…[")
    )


def overlaps(direct: Sequence[tuple[int, int]], start: int, end: int, *, inside: bool) -> bool:
    """Whether a stretch overlaps a quotation; lying wholly `inside` one may be allowed."""
    place = max(0, bisect_left(direct, (start, 0)) - 1)
    near = direct[place : bisect_left(direct, (end, 0))]
    return any(a < end and start < b and not (inside and a <= start and end <= b) for a, b in near)


def splits(between: str) -> bool:
    """Whether the words between two quotations of a sentence are only a tag that splits one quotation in two."""
    return len(between) <= 80 and between.rstrip().endswith((",", "—", "–", "-", ".", ";")) and ":" not in between


def counts_as_said(words: str, mark: Quotation, cue: Cue | None, who: Speaker | None) -> bool:
    """Whether a quotation gives somebody's words; a few words that nobody is named for are the writer's own."""
    if cue is not None and cue.mention == "I" and who is UNCLEAR:
        return is_clause(words, mark, least=0)
    if cue is not None or who is not None:
        return True
    before = words[max(0, mark.left - 30) : mark.left]
    if not words[: mark.left].strip() and not words[mark.right :].strip() and is_clause(words, mark, least=0):
        return True
    return is_clause(words, mark) and not is_title(words[mark.start : mark.end], before)
