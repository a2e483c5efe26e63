"""Lists and charts of what is discussed, and what is not."""

from collections.abc import Sequence
from dataclasses import replace

from bot.commands.desk import counting
from bot.commands.desk.reviewing.asked import Asked, aside, status_of, title
from bot.discussion.numbers import Ranked
from bot.errors import ArgumentUnneeded
from bot.model import Bar, Bars, Block, Facts, Reply
from bot.store.reviews import Review

_LISTED = 10
_LOOKED_THROUGH = 500
"""So many passages are looked through for those of a status."""


async def top(asked: Asked) -> Reply:
    """Show the passages that were discussed most, those of a status if one is named."""
    say = asked.say
    most = _LOOKED_THROUGH if asked.status else _LISTED
    found = (await asked.wanted(await asked.desk.insights.top(asked.window, most, asked.source)))[:_LISTED]
    if not found:
        return _nothing(asked)
    called = f"{say.say('review-top')} · {asked.narrowed()}"
    chart = counting.bars_of([ranked for ranked, _ in found], called, say)
    return Reply((chart, _facts(found, asked), aside(say.say("review-next"))))


async def recent(asked: Asked) -> Reply:
    """Show the passages that were discussed last, by day."""
    say = asked.say
    seen = await asked.desk.insights.recent(asked.window, _LOOKED_THROUGH if asked.source or asked.status else _LISTED)
    source = asked.desk.library.source(asked.source).source.id if asked.source else None
    kept = {one.passage for one, _ in await asked.wanted([entry.ranked for entry in seen])}
    chosen = [one for one in seen if one.ranked.passage in kept and source in (None, one.ranked.source.id)][:_LISTED]
    if not chosen:
        return _nothing(asked)
    rows = tuple((one.day, _told(one.ranked, asked)) for one in chosen)
    note = aside(say.say("review-recent-what"))
    return Reply((title(say.say("review-recent")), Facts(rows, asked.narrowed()), note))


async def undiscussed(asked: Asked) -> Reply:
    """Show the passages that were discussed least: never, and shown longest ago, before others."""
    say = asked.say
    least = await asked.desk.insights.undiscussed(
        asked.window, asked.source, _LOOKED_THROUGH if asked.status else _LISTED
    )
    found = (await asked.wanted(least))[:_LISTED]
    if not found:
        return _nothing(asked)
    quotes = await counting.tastes([found[0][0].passage], asked.desk, say)
    blocks: tuple[Block, ...] = (title(say.say("review-undiscussed")), _facts(found, asked, counted=True), *quotes)
    return Reply((*blocks, aside(say.say("review-next"))), counts="")


async def trend(asked: Asked) -> Reply:
    """Show how much was discussed from day to day."""
    _refuse_source(asked, "trend")
    points = await asked.desk.insights.trend(asked.window)
    if not points:
        return _untold(asked)
    drawn = counting.trend_of(points, asked.say)
    return Reply((replace(drawn, title=f"{drawn.title} · {asked.narrowed()}"),))


async def channels(asked: Asked) -> Reply:
    """Show how much was discussed where."""
    _refuse_source(asked, "channels")
    say = asked.say
    counted = await asked.desk.insights.channels(asked.window)
    if not counted:
        return _untold(asked)
    bars = tuple(Bar(channel, count, counting.number(count, say)) for channel, count in counted[:_LISTED])
    alt = say.say("channels-alt", count=len(counted))
    return Reply((Bars(f"{say.say('review-channels')} · {asked.narrowed()}", bars, alt),))


def _refuse_source(asked: Asked, action: str) -> None:
    """Say that days and channels are counted over all texts, instead of leaving out what was asked."""
    for name, given in (("source", asked.source), ("status", asked.status)):
        if given is not None:
            raise ArgumentUnneeded(name, asked.say.say("review-not-with", action=action))


def _told(ranked: Ranked, asked: Asked) -> str:
    """Say in a line which passage it is, where it stands and how often it was discussed."""
    place = counting.place(ranked, asked.say, titled=False)
    return " · ".join((ranked.passage, place, counting.number(ranked.count, asked.say)))


def _nothing(asked: Asked) -> Reply:
    """Say that nothing is there to list: nothing at all, or nothing that fits what was asked for."""
    fits = asked.source or asked.channel or asked.status
    told = "review-nothing-fits" if fits else "review-nothing-yet"
    return Reply((title(asked.say.say(told)), aside(asked.narrowed())))


def _untold(asked: Asked) -> Reply:
    """Say that no numbers by day or place can be told: there are none, or they would single somebody out."""
    return Reply((title(asked.say.say("review-nothing")), aside(asked.narrowed())))


def _facts(found: Sequence[tuple[Ranked, Review | None]], asked: Asked, *, counted: bool = False) -> Facts:
    """List passages by their ids, with place and status (and count)."""
    say = asked.say
    rows = []
    for ranked, review in found:
        parts = [counting.place(ranked, say, titled=False), say.say(f"status-{status_of(review)}")]
        if counted:
            parts.insert(1, counting.number(ranked.count, say))
        rows.append((ranked.passage, " · ".join(parts)))
    return Facts(tuple(rows), asked.narrowed() if counted else None)
