"""Single days of the daily passage: which passage comes, which was queued or skipped, and what came."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.commands.desk import Desk, wording
from bot.commands.desk.channels import channel_name
from bot.commands.desk.composing import Composing, previewed, reasons_line
from bot.daily.asking import read_date
from bot.daily.calendar import Turn, due, following, zone_of
from bot.daily.selection import Choice, Reason, Why
from bot.errors import ArgumentMissing, UnknownZone
from bot.model import Facts, Reply, Request, Source, Text, Tone
from bot.store.days import Day, DayState
from bot.store.schedules import MODERATOR, Schedule, State
from bot.words import Words, words

_TOLD = 14
"""Days that the history goes back."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of `daily`: the request, what is set in its community, and the arguments as they were written."""

    request: Request
    desk: Desk
    schedule: Schedule
    value: str | None
    date: str | None
    zone: str | None
    channel: str | None

    @property
    def say(self) -> Words:
        """The asker's language."""
        return words(self.request.locale)

    def told(self, message: str, **values: str | int) -> Reply:
        """Answer with one sentence."""
        return Reply((Text(self.say.say(message, **values)),))

    def problem(self, code: str) -> str:
        """Put into words why something is not posted."""
        return self.say.say(f"daily-problem-{code}")

    def place(self, schedule: Schedule) -> str:
        """Give the name of a schedule's channel, as far as it is for the asker."""
        poster = self.desk.daily.poster(schedule.community)
        if schedule.channel is None:
            return self.say.say("daily-no-channel")
        if schedule.channel in self.request.unseen:
            return self.say.say("channel-unseen")
        return channel_name(poster.place(schedule), self.say) if poster is not None else schedule.channel

    def moment(self, turn: Turn, schedule: Schedule | None = None) -> str:
        """Say when a day is due, as the community's clocks show it."""
        of = schedule or self.schedule
        return f"{turn.day.isoformat()}, {of.time} ({of.zone})"

    async def noted(self, target: str | None, value: str | None) -> None:
        """Write a line of the moderators' own trail."""
        where, action = self.request.community.id, f"daily {self.request.arguments.get('action', 'show')}"
        await self.desk.trail.add(where, self.request.moderator, action, target, value, self.desk.clock())

    async def turn(self) -> Turn:
        """Give the day that is asked for: the one of `date`, else the next."""
        zone = zone_of(self.schedule.zone)
        if zone is None:
            raise UnknownZone
        if self.date is not None:
            return self.on(read_date(self.date, following(self.desk.clock(), self.schedule.at, zone).day), zone)
        return await self.desk.daily.next(self.schedule) or following(self.desk.clock(), self.schedule.at, zone)

    def on(self, day: dt.date, zone: ZoneInfo) -> Turn:
        """Give the turn of a day."""
        return Turn(day, due(day, self.schedule.at, zone))

    async def made(self, choice: Choice, turn: Turn) -> Reply:
        """Make the post of a choice, in the language in which it is posted. Raises what `Composing` does."""
        community = self.schedule.community
        poster = self.desk.daily.poster(community)
        locale = poster.locale(community) if poster is not None else self.request.locale
        return (await Composing(self.desk)(choice, community, turn.day, turn.due, locale)).reply


async def skip(asked: Asked) -> Reply:
    """Leave a day without a passage."""
    turn = await asked.turn()
    day = turn.day.isoformat()
    if not await asked.desk.daily.days.skip(asked.schedule.community, turn.day, turn.due, MODERATOR):
        return asked.told("daily-skipped-already", day=day)
    await asked.noted(day, None)
    return asked.told("daily-skipped", day=day)


async def queue(asked: Asked) -> Reply:
    """Choose a passage for a day, take that back, or list what waits."""
    if asked.value is None:
        return await _waiting(asked)
    if asked.value.lower() == "remove":
        return await _unqueued(asked)
    daily, community = asked.desk.daily, asked.schedule.community
    passage = (await asked.desk.library.passages([wording.bare_id(asked.value)]))[0]
    if not await daily.selection.allows(community, passage.id):
        return Reply((Text(asked.say.say("daily-withheld", passage=passage.id), Tone.ERROR),))
    turn = await asked.turn()
    if asked.date is None and (zone := zone_of(asked.schedule.zone)) is not None:
        turn = asked.on(await daily.queue.free(community, turn.day), zone)
    # Making the post shows whether it could be sent: a passage may be too long for what its text allows.
    await asked.made(Choice(passage.id, passage.source, passage.edition, (Reason(Why.QUEUED),)), turn)
    await daily.days.unskip(community, turn.day)
    await daily.queue.put(community, turn.day, passage.id)
    await asked.noted(turn.day.isoformat(), passage.id)
    return asked.told("daily-queued", passage=passage.id, day=turn.day.isoformat())


async def _waiting(asked: Asked) -> Reply:
    turn = await asked.turn()
    found = await asked.desk.daily.queue.waiting(asked.schedule.community, turn.day)
    if not found:
        return asked.told("daily-queue-empty")
    rows = tuple((day.isoformat(), passage) for day, passage in found)
    return Reply((Facts(rows, asked.say.say("daily-queue-title")),))


async def _unqueued(asked: Asked) -> Reply:
    if asked.date is None:
        raise ArgumentMissing("daily", "date")
    turn = await asked.turn()
    day = turn.day.isoformat()
    if not await asked.desk.daily.queue.remove(asked.schedule.community, turn.day):
        return asked.told("daily-queue-nothing", day=day)
    await asked.noted(day, "remove")
    return asked.told("daily-unqueued", day=day)


async def preview(asked: Asked) -> Reply:
    """Show what a day brings if nothing changes. Nothing is consumed by it and nothing counted."""
    turn = await asked.turn()
    daily, community = asked.desk.daily, asked.schedule.community
    row = await daily.days.get(community, turn.day)
    if row is not None and row.state is DayState.SKIPPED and row.reasons == (MODERATOR,):
        return asked.told("daily-preview-skipped", day=turn.day.isoformat())
    choice = await daily.preview(asked.schedule, turn)
    if choice is None:
        return asked.told("daily-preview-nothing", day=turn.day.isoformat())
    shown = previewed(await asked.made(choice, turn))
    message = "daily-preview" if asked.schedule.state is State.ON else "daily-preview-off"
    told = Text(asked.say.say(message, moment=asked.moment(turn)), Tone.NOTE)
    return Reply((told, *shown.blocks), private=True, counts=shown.counts)


async def history(asked: Asked) -> Reply:
    """Tell what the last days brought, and why a day brought nothing."""
    days = await asked.desk.daily.days.history(asked.schedule.community, _TOLD)
    if not days:
        return asked.told("daily-history-empty")
    sources = {text.source.id: text.source for text in asked.desk.library.sources()}
    rows = [(day.day.isoformat(), await _told(day, asked, sources)) for day in days]
    return Reply((Facts(tuple(rows), asked.say.say("daily-history-title")),))


async def _told(day: Day, asked: Asked, sources: dict[str, Source]) -> str:
    """Say in a line what a day brought."""
    if day.state in (DayState.SKIPPED, DayState.FAILED):
        reason = asked.problem(day.reasons[0] if day.reasons else "unsent")
        return asked.say.say(f"daily-history-{day.state}", reason=reason)
    if day.passage is None or day.state is DayState.CLAIMED:
        return asked.say.say("daily-history-claimed")
    source = sources.get(await asked.desk.daily.selection.source_of(day.passage))
    reasons = reasons_line([Reason.of(code) for code in day.reasons], source, asked.say)
    return asked.say.say("daily-history-sent", passage=day.passage, reasons=reasons)
