"""Conversations whose turns have no labels: questions in bold or italics, after dashes, or set off by nothing."""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.corpus.asking import Asking, addresses, is_question, is_stressed, puts, replies, requests
from bot.corpus.guests import guest, is_conversation
from bot.corpus.narrator import cast_of
from bot.corpus.turns import BODY, Talk, Teller
from bot.corpus.units import NOBODY, Page
from bot.corpus.words import asks, in_first_person
from bot.model import BlockKind, Role, Speaker

_DASH = re.compile(r"[–—-]\s")
# How whoever asked ends a conversation.
_THANKS = re.compile(
    r"(?:[–—-]\s)?(?:дякую|дякуємо|спасибо|благодарю|thank you|thanks|danke|vielen dank|merci|gracias|grazie|"
    r"dziękuj\w+|תודה|شكرا)\b.{0,50}$",
    re.IGNORECASE,
)


def talk_without_labels(page: Page, authors: Sequence[str], author: Speaker, inner: range) -> Talk | None:
    """Give the units of a conversation without labels their speakers; None if the text is no conversation."""
    asking, perhaps = _asking_units(page, inner)
    asking = asking or _headed(page, authors, inner)
    if not asking:
        return None
    first = min(asking)
    asker = Speaker(authors[0], Role.INTERVIEWER) if len(authors) == 1 else NOBODY
    name = guest(page, first, authors)
    other = Speaker(name, Role.INTERVIEWEE) if name else NOBODY
    teller = Teller(cast_of(page, [asker.name, other.name]), author)
    for number in range(first, inner.stop):
        unit = page.units[number]
        if unit.kind is BlockKind.HEADING:
            unit.speaker = asker if number in asking else author
        elif unit.kind in BODY:
            opens = number in asking or _DASH.match(unit.plain) is not None
            voice = teller.voice(unit, asker if number in asking else other, opens=opens)
            unit.speaker = NOBODY if number in perhaps else voice
    return Talk(first, author, asker if asker.name else None, other if other.name else None)


def _asking_units(page: Page, inner: range) -> tuple[frozenset[int], frozenset[int]]:
    """Find what is asked in a conversation without labels, and the units of which that is not certain."""
    body = [number for number in inner if page.units[number].kind is BlockKind.PARAGRAPH]
    stressed = [number for number in body if is_stressed(page, page.units[number])]
    asked = sum(asks(page.units[number].plain) for number in stressed)
    if asked >= 2 and asked >= 0.4 * len(stressed):
        return (frozenset(stressed), frozenset()) if _is_talk(page, body, stressed) else (frozenset(), frozenset())
    return _dashed(page, body) or _bare(page, body)


def _is_talk(page: Page, body: Sequence[int], asking: Sequence[int]) -> bool:
    """Whether stressed questions are put to somebody: an article may ask its readers in its headings, too."""
    if is_conversation(page, asking[0]):
        return True
    stressed = frozenset(asking)
    answers = [page.units[number].plain for number in body if number > asking[0] and number not in stressed]
    told = sum(in_first_person(words) for words in answers)
    spoken = sum(addresses(page.units[number].plain) or requests(page.units[number].plain) for number in asking)
    return spoken >= 1 and told >= max(1, len(answers) // 4)


def _headed(page: Page, authors: Sequence[str], inner: range) -> frozenset[int]:
    """Find questions set as headings, where the page speaks of a talk and somebody answers as "I" under them."""
    headings = [number for number in inner if page.units[number].kind is BlockKind.HEADING]
    asking = [number for number in headings if asks(page.units[number].plain)]
    if len(asking) < 2 or len(asking) < 0.6 * len(headings) or not is_conversation(page, asking[0]):
        return frozenset()
    name = guest(page, asking[0], authors)
    if name is None:
        return frozenset()
    answers = [page.units[number].plain for number in inner if number > asking[0] and page.units[number].kind in BODY]
    told = sum(name.split()[-1] in words for words in answers)
    spoken = sum(in_first_person(words) for words in answers)
    return frozenset(asking) if spoken >= 0.4 * len(answers) and told <= 0.2 * len(answers) else frozenset()


def _dashed(page: Page, body: Sequence[int]) -> tuple[frozenset[int], frozenset[int]] | None:
    """Find the questions among turns that dashes open: the turns alternate, so a statement among them may be asked."""
    turns = [number for number in body if _DASH.match(page.units[number].plain) or page.units[number].sign == "-"]
    asking = [place for place, number in enumerate(turns) if asks(page.units[number].plain)]
    pairs = sum(1 for a, b in pairwise(asking) if b > a + 1)
    if len(asking) < 3 or pairs < len(asking) - 1 or len(turns) < 0.5 * len(body):
        return None
    asked, perhaps = set(asking), set[int]()
    for a, b in pairwise([*asking, len(turns)]):
        for place in range(a + 2, b - 1):
            following = page.units[turns[place + 1]]
            put = puts(page.units[turns[place]], following)
            if (place - a) % 2 == 0 and put is Asking.SURELY:
                asked.add(place)
            elif put is not Asking.NO or ((place - a) % 2 == 0 and replies(following.plain)):
                perhaps.add(place)
    last = len(turns) - 1
    if last > asking[-1] and (last - asking[-1]) % 2 == 0:
        (asked if _THANKS.match(page.units[turns[last]].plain) else perhaps).add(last)
    return frozenset(turns[place] for place in asked), frozenset(turns[place] for place in perhaps - asked)


def _bare(page: Page, body: Sequence[int]) -> tuple[frozenset[int], frozenset[int]]:
    """Find the questions of a conversation that sets nothing off, when the page calls itself a conversation.

    They must come back regularly and be shorter than what answers them: an essay, too, asks now and then. Where the
    page does not say what it is, but "you" is asked and "I" answer, whose the answers are is not certain.
    """
    nothing: tuple[frozenset[int], frozenset[int]] = frozenset(), frozenset()
    asking = [number for number in body if is_question(page.units[number])]
    if len(asking) < 3:
        return nothing
    turns = [number for number in body if number >= asking[0]]
    answers = [page.units[number].words for number in turns if number not in set(asking)]
    regular = all(b > a + 1 for a, b in pairwise(asking)) and 0.2 <= len(asking) / len(turns) <= 0.5
    short = sum(page.units[number].words for number in asking) / len(asking) < sum(answers) / max(1, len(answers))
    if not regular or not short or asking[-1] == turns[-1]:
        return nothing
    if not is_conversation(page, asking[0]):
        rest = [number for number in turns if number not in set(asking)]
        spoken = sum(in_first_person(page.units[number].plain) for number in rest)
        doubtful = spoken * 2 >= len(rest) and any(addresses(page.units[number].plain) for number in asking)
        return (frozenset(asking), frozenset(rest)) if doubtful else nothing
    put = {a: puts(page.units[a], page.units[b]) for a, b in pairwise(turns) if a not in set(asking)}
    fresh = {b for a, b in pairwise(turns) if a in set(asking)}
    surely = {number for number, how in put.items() if how is Asking.SURELY and number not in fresh}
    perhaps = {number for number, how in put.items() if how is Asking.PERHAPS and number not in fresh}
    return frozenset((*asking, *surely)), frozenset(perhaps)
