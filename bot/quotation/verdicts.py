"""From matches to a verdict. Exact is what is left when nothing at all differs."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.model import Change, ChangeKind, Checked, Matter, Misattribution, Place, Role, Span, VerdictKind
from bot.quotation import meaning
from bot.quotation.cautions import caution
from bot.quotation.claims import Claim, claim
from bot.quotation.edges import Edge
from bot.quotation.folding import fold
from bot.quotation.matching import Match
from bot.quotation.message import Message
from bot.quotation.places import after_quote, place_of
from bot.quotation.speakers import misattribution
from bot.quotation.texts import Texts
from bot.quotation.wording import added, changes, named

# They make what is seen another text than what is read.
_OVERRIDES = re.compile(r"[\u202d\u202e]")
# A name and a verb ("Harold Osei said") that the text has, too, is no quote.
_CLAIM = 5


def judge(message: Message, group: Sequence[Match], texts: Texts) -> Checked:
    """Judge one quote: the matches that make it up, in the order of the message."""
    given = _without_claims(message, group, texts)
    claimed = _claim(message, given, texts)
    group, outside = _settled(message, given, claimed)
    listed: list[Change] = [change for match in group for change in changes(message, match)]
    listed += outside
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
        _wrongly(claimed, places),
        tuple(texts.passage(handle) for handle in group[0].also) if len(group) == 1 else (),
    )


def _wrongly(claimed: Claim | None, places: Sequence[Place]) -> Misattribution | None:
    """Find whose words are given to somebody else: those that the quote begins with, or other people's among them.

    Later words of an author's are the text's own between what it quotes.
    """
    others = (place.speaker for place in places[1:] if place.speaker.role is not Role.AUTHOR)
    wrong = (misattribution(claimed, speaker) for speaker in (places[0].speaker, *others))
    return next((found for found in wrong if found), None)


def _without_claims(message: Message, group: Sequence[Match], texts: Texts) -> Sequence[Match]:
    """Leave out, at both ends, the few words that only tell who says the rest."""
    for left in (group[1:], group[:-1]) if len(group) > 1 else ():
        gone = group[0] if left[-1] is group[-1] else group[-1]
        if gone.said[1] - gone.said[0] <= _CLAIM and (claimed := _claim(message, left, texts)):
            start, end = message.spans[gone.said[0]][0], message.spans[gone.said[1] - 1][1]
            if claimed.start <= start and end <= claimed.end:
                return left
    return group


def _claim(message: Message, group: Sequence[Match], texts: Texts) -> Claim | None:
    start, end = group[0].alignment.pairs[0][0], group[-1].alignment.pairs[-1][0]
    return claim(message.text, message.spans[start][0], message.spans[end][1], texts.names)


def _settled(message: Message, group: Sequence[Match], claimed: Claim | None) -> tuple[Sequence[Match], list[Change]]:
    """Settle where a quote begins and ends; gives its matches anew, and the words that are no part of the text."""
    matches = list(group)
    outside: list[Change] = []
    for place, step in ((0, -1), (-1, 1)):
        if _at_end(message, matches[place], step):
            continue
        alignment, added_there = Edge(message, matches[place], step, claimed).settled()
        outside += added_there
        if alignment is not matches[place].alignment:
            matches[place] = replace(matches[place], alignment=alignment)
    return matches, outside


def _at_end(message: Message, match: Match, step: int) -> bool:
    """Whether a match ends where the message does, so that there is nothing to settle."""
    start, end = match.said
    if step > 0:
        return end == len(message.keys) == match.alignment.pairs[-1][0] + 1
    return start == 0 == match.alignment.pairs[0][0]


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
