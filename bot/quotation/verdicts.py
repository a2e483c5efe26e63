"""From matches to a verdict. Exact is what is left when nothing at all differs."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.model import Change, ChangeKind, Checked, Matter, Span, VerdictKind
from bot.quotation import meaning
from bot.quotation.cautions import caution
from bot.quotation.folding import fold
from bot.quotation.marked import Mark
from bot.quotation.matching import Match
from bot.quotation.message import Message
from bot.quotation.places import after_quote, place_of
from bot.quotation.speakers import misattribution
from bot.quotation.texts import Texts
from bot.quotation.wording import added, changes, named

# So many words before or after a wording that is not marked belong to it, if nothing parts them; more is somebody
# talking. It is better to name words that were never meant as a quote than to miss that a quote goes on changed.
_EDGE = 8
_BREAKS = frozenset('.!?…:;,\n"“”„«»()|*>`_—–')
# They make what is seen another text than what is read.
_OVERRIDES = re.compile(r"[\u202d\u202e]")
# Signs inside of sentences: where the text has the same, they part nothing.
_LINKS = frozenset(",:;—–")
# A word of so many letters echoes the text from some words away; a shorter one has to stand where the text has it.
_TELLING = 4


def judge(message: Message, group: Sequence[Match], texts: Texts) -> Checked:
    """Judge one quote: the matches that make it up, in the order of the message."""
    listed: list[Change] = [change for match in group for change in changes(message, match)]
    listed += _edges(message, group)
    joined = _joined(message, group, texts, listed) if len(group) > 1 else None
    verdict = joined or _verdict(listed)
    if verdict == VerdictKind.EXACT and _OVERRIDES.search(message.text):
        verdict = VerdictKind.UNCLEAR
    said = Span(message.spans[group[0].said[0]][0], message.spans[group[-1].said[1] - 1][1])
    places = tuple(place_of(message, match, texts) for match in group)
    return Checked(
        verdict,
        said,
        message.text[said.start : said.end],
        places,
        named(listed),
        tuple(change.true for change in listed if change.hidden),
        caution(*after_quote(group[-1], texts)),
        misattribution(message.text, said.start, said.end, places[0].speaker),
        tuple(texts.passage(handle) for handle in group[0].also) if len(group) == 1 else (),
    )


def _verdict(listed: Sequence[Change]) -> VerdictKind:
    if not listed:
        return VerdictKind.EXACT
    if all(change.hidden and not _turns(change) for change in listed):
        return VerdictKind.SHORTENED
    return VerdictKind.ALTERED


def _turns(change: Change) -> bool:
    """Whether what an ellipsis hides turns or limits what is left."""
    words = fold(change.true).words
    return meaning.negations(words) > 0 or any(meaning.bare(word) in meaning.CONDITIONS for word in words)


def _joined(message: Message, group: Sequence[Match], texts: Texts, listed: list[Change]) -> VerdictKind | None:
    """Judge how the parts of a quote follow each other; None where only their words decide."""
    stitched = False
    for one, other in pairwise(group):
        hidden = any(one.said[1] <= at <= other.said[0] for at in message.ellipses)
        if one.said[1] < other.said[0]:
            listed.append(added(message, one.said[1], other.said[0], one.told.spans[one.alignment.last - 1][1]))
        if one.handle == other.handle:
            stitched |= _same_passage(message, one, other, listed, hidden=hidden)
        elif not _runs_on(one, other, texts):
            stitched = True
    if any(change.kind == ChangeKind.MOVED for change in listed):
        return VerdictKind.ALTERED
    return VerdictKind.STITCHED if stitched else None


def _same_passage(message: Message, one: Match, other: Match, listed: list[Change], *, hidden: bool) -> bool:
    """Add what lies between two parts of one passage; tells whether they are stitched together."""
    told = one.told
    said = Span(message.spans[other.said[0]][0], message.spans[other.said[1] - 1][1])
    if other.alignment.first < one.alignment.last:
        span = Span(told.spans[other.alignment.first][0], told.spans[other.alignment.last - 1][1])
        moved = message.text[said.start : said.end], told.text[span.start : span.end]
        listed.append(Change(ChangeKind.MOVED, Matter.WORDS, *moved, said, span))
        return False
    if other.alignment.first == one.alignment.last:
        return False
    span = Span(told.spans[one.alignment.last][0], told.spans[other.alignment.first - 1][1])
    left = told.text[span.start : span.end]
    listed.append(Change(ChangeKind.LEFT_OUT, Matter.WORDS, "", left, Span(said.start, said.start), span, hidden))
    return not hidden


def _runs_on(one: Match, other: Match, texts: Texts) -> bool:
    """Whether the second part begins the passage that follows the one that the first part ends."""
    ends = one.alignment.last == len(one.told.keys) and other.alignment.first == 0
    return ends and other.handle in (texts.beside(one.handle, 1), texts.beside(one.handle, 1, running=True))


def _edges(message: Message, group: Sequence[Match]) -> list[Change]:
    """Find words at the ends of a quote that are no part of the text."""
    one, other = group[0], group[-1]
    start, end = one.said[0], other.said[1]
    low, high, marked = _bounds(message, start, end)
    before = start - _reach(message, one, start - 1, low - 1, marked=marked)
    after = end + _reach(message, other, end, high, marked=marked)
    found: list[Change] = []
    if before < start:
        found.append(added(message, before, start, one.told.spans[one.alignment.first][0]))
    if after > end:
        found.append(added(message, end, after, other.told.spans[other.alignment.last - 1][1]))
    return found


def _bounds(message: Message, start: int, end: int) -> tuple[int, int, bool]:
    """Give the marks around a quote: the smallest that hold all of it."""
    around = [
        region
        for region in message.regions
        if region.mark != Mark.EMPHASIS and region.start <= start and end <= region.end
    ]
    if not around:
        return 0, len(message.keys), False
    region = min(around, key=lambda region: region.end - region.start)
    return region.start, region.end, region.mark == Mark.QUOTED


def _reach(message: Message, match: Match, word: int, bound: int, *, marked: bool) -> int:
    """Count the words from `word` towards `bound` that a reader takes for a part of the quote.

    Within quotation marks that is all of them. Without, it is a few words up to the end of the sentence, and of more
    the two nearest if they say no; and whatever echoes the words that the text has there.
    """
    step = 1 if bound >= word else -1
    if marked:
        return abs(bound - word)
    nearest = range(word, bound, step)[:_EDGE]
    if _echo(message, match, nearest):
        return len(nearest)
    for many, at in enumerate(range(word, bound, step)):
        signs = _BREAKS & set(message.between(min(at, at - step), max(at, at - step)))
        if signs and (many or not signs & _LINKS & _signs_beside(match, step)):
            return many
        if many == _EDGE:
            return 2 if any(meaning.negates(message.folded.words[near]) for near in nearest[:2]) else 0
    return abs(bound - word)


def _signs_beside(match: Match, step: int) -> set[str]:
    """Give the signs that the text has before or after a match, up to the next word."""
    told, found = match.told, match.alignment
    if step > 0:
        start, end = told.spans[found.last - 1][1], told.spans[found.last][0] if found.last < len(told.spans) else None
    else:
        start, end = told.spans[found.first - 1][1] if found.first else 0, told.spans[found.first][0]
    return set(told.text[start:end])


def _echo(message: Message, match: Match, nearest: range) -> bool:
    """Whether some words beside a quote are those that the text has there: then the quote goes on, changed."""
    told, found = match.told.keys, match.alignment
    if nearest.step > 0:
        there = told[found.last : found.last + len(nearest) + 2]
    else:
        there = told[max(0, found.first - len(nearest) - 2) : found.first][::-1]
    for far, at in enumerate(nearest):
        key = message.keys[at]
        if far < len(there) and meaning.counts(key) and meaning.counts(there[far]):
            return True
        if key in (there if len(key) >= _TELLING else there[max(0, far - 1) : far + 2]):
            return True
    return False
