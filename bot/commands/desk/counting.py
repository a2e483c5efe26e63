"""What replies about counts share: windows, numbers in words, places of passages, and the blocks that are drawn."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from bot.answers.halves import halves
from bot.answers.quoting import Excerpt, excerpt, opened, still_there
from bot.commands.desk import Desk, wording
from bot.discussion.course import step_of
from bot.discussion.hiding import low
from bot.discussion.insights import lately
from bot.discussion.numbers import Ranked, SourceStrip
from bot.model import Bar, Bars, Count, Passage, Point, Quote, Request, Span, Strip, Trend, words_in
from bot.words import Words

if TYPE_CHECKING:
    from bot.store.tallies import Window

MONTH = 30
EVER = 36_500
"""Days that are asked for where all time is meant: a hundred years."""

_TASTE = 25
"""Words of a passage after which an excerpt for a list may end, at the end of a sentence."""


def window_of(request: Request, desk: Desk, days: int, channel: str | None = None) -> "Window":
    """Give the last so many days of the community that asks."""
    return lately(request.community.id, days, desk.clock(), channel)


def number(count: Count, say: Words) -> str:
    """Write a count: none, fewer than so many, or so many and perhaps some more."""
    if count.value is None:
        return say.say("count-few", least=count.least)
    return say.say("count-from", count=count.value) if count.value else say.say("count-none")


def people(count: Count, say: Words) -> str:
    """Write a number of people: nobody, fewer than so many, or so many and perhaps some more."""
    if count.value is None:
        return say.say("people-few", least=count.least)
    return say.say("people-from", count=count.value) if count.value else say.say("people-none")


def place(ranked: Ranked, say: Words, *, titled: bool = True) -> str:
    """Say where a passage stands: title, headings, place in its text."""
    title = ranked.source.title if titled else ""
    headings = " › ".join(heading for heading in ranked.headings if heading != ranked.source.title)
    at = say.say("count-place", number=ranked.number, of=ranked.of) if ranked.number else say.say("count-gone")
    return " · ".join(part for part in (title, headings, at) if part)


def bars_of(ranked: Sequence[Ranked], title: str, say: Words) -> Bars:
    """Make bars of passages."""
    bars = tuple(Bar(_label(one, say), one.count, number(one.count, say)) for one in ranked)
    first = f"{bars[0].label} ({bars[0].shown})" if bars else say.say("count-none")
    return Bars(title, bars, say.say("bars-alt", count=len(bars), first=first))


def _label(ranked: Ranked, say: Words) -> str:
    at = say.say("count-place", number=ranked.number, of=ranked.of) if ranked.number else say.say("count-gone")
    return f"{at} · {ranked.source.title}"


def strip_of(strip: SourceStrip, say: Words) -> Strip:
    """Make a text's strip; its sentence says how much of it was discussed, and what most."""
    most = max(strip.cells, key=lambda cell: low(cell.count), default=None)
    values = {"covered": strip.covered, "of": strip.passages}
    if most is None or not low(most.count):
        return Strip(strip.source.title, strip.cells, say.say("strip-alt-none", of=strip.passages))
    at = [cell.passage for cell in strip.cells].index(most.passage) + 1
    alt = say.say("strip-alt", **values, number=at, most=number(most.count, say))
    return Strip(strip.source.title, strip.cells, alt)


def trend_of(points: Sequence[Point], say: Words) -> Trend:
    """Make a trend; its sentence says when most was discussed, and from when to when it goes."""
    step = step_of(points)
    most = max(points, key=lambda point: low(point.count))
    alt = say.say(
        "trend-alt", first=points[0].day, last=points[-1].day, step=step, day=most.day, most=number(most.count, say)
    )
    return Trend(say.say("trend-title", step=step), tuple(points), alt)


async def tastes(ids: Sequence[str], desk: Desk, say: Words) -> tuple[Quote, ...]:
    """Quote the beginnings of passages, in whole sentences; those that are gone or whose text changed are left out."""
    found = await opened(desk.library, await still_there(desk.library, ids)) if ids else None
    excerpts: Iterable[Excerpt] = (
        excerpt(passage, document, source, _beginning(passage, document.derive))
        for passage, document, source in (found.passages if found else ())
    )
    return tuple(wording.quoted(one, desk, say) for one in excerpts)


def _beginning(passage: Passage, derive: "Derive") -> tuple[Span, ...]:
    """Take the first sentences of a passage until they have some words and leave no quotation open."""
    texts = [derive(sentence) for sentence in passage.sentences]
    cut = halves(texts)
    for last in range(len(texts)):
        if words_in(" ".join(texts[: last + 1])) >= _TASTE and cut.whole(0, last) == (0, last):
            return tuple(span for sentence in passage.sentences[: last + 1] for span in sentence)
    return passage.spans


if TYPE_CHECKING:
    from collections.abc import Callable

    Derive = Callable[[Iterable[Span]], str]
