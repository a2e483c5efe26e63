"""`daily`: when and where the passage of the day comes, what comes next, and what came."""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import replace
from typing import Annotated

from bot.commands.desk import Desk, coming
from bot.commands.desk.coming import Asked
from bot.commands.desk.declaration import OneOf, Suggest, Words, command
from bot.daily.asking import read_time, read_zone
from bot.errors import ArgumentInvalid, ArgumentMissing, ArgumentUnneeded
from bot.model import Block, Facts, Reply, Request, Right, Text, Tone
from bot.store.schedules import MODERATOR, Schedule, State, Style
from bot.words import words

_ACTIONS = (
    *("show", "on", "off", "time", "channel", "style", "pause", "resume"),
    *("skip", "queue", "preview", "history"),
)

_OF_A_DAY = ("skip", "preview")
_TAKES: Mapping[str, tuple[str, ...]] = {
    "on": ("value", "zone", "channel"),
    "time": ("value", "zone"),
    "channel": ("value", "channel"),
    "style": ("value", "channel"),
    "skip": ("date",),
    "preview": ("date",),
    "queue": ("value", "date"),
}
"""What each action makes use of, beside those that need nothing."""


@command(private=True, rights=frozenset({Right.MODERATE}))
async def daily(
    request: Request,
    desk: Desk,
    action: Annotated[str, OneOf(_ACTIONS)] = "show",
    value: Annotated[str, Words(longest=100)] | None = None,
    date: Annotated[str, Words(longest=20)] | None = None,
    zone: Annotated[str, Words(Suggest.ZONES, 60)] | None = None,
    channel: Annotated[str, Words(Suggest.CHANNELS, 100)] | None = None,
) -> Reply:
    """Show what is set, set it, or see to single days."""
    if action in _OF_A_DAY and date is None:  # “skip 2026-12-01”: a day is all that can be meant
        value, date = None, value
    elif action == "queue" and value is not None and date is None:
        value, date = _and_day(value)
    given = {"value": value, "date": date, "zone": zone, "channel": channel}
    _refuse(action, [name for name, written in given.items() if written is not None], request.locale)
    schedule = await desk.daily.schedules.get(request.community.id)
    asked = Asked(request, desk, schedule, value, date, zone, channel)
    return await _DOING[action](asked)


def _and_day(value: str) -> tuple[str, str | None]:
    """Part what is queued from a day that is written after it: passed over, another day would be taken."""
    chosen, _, last = value.strip().rpartition(" ")
    return (chosen, last) if chosen and last[0].isdigit() else (value, None)


def _refuse(action: str, given: list[str], locale: str) -> None:
    """Say which argument an action has no use for, instead of passing it over.

    Raises ArgumentInvalid, ArgumentUnneeded.
    """
    for name in given:
        if name in _TAKES.get(action, ()):
            continue
        if (action, name) == ("show", "value"):  # a word that is no action was taken for a value
            raise ArgumentInvalid("daily", "action", ", ".join(_ACTIONS))
        others = ", ".join(other for other, takes in _TAKES.items() if name in takes)
        raise ArgumentUnneeded(name, words(locale).say("daily-not-with", action=action, others=others or "none"))


async def _show(asked: Asked) -> Reply:
    """Tell what is set, what comes next, and what stands in the way of it."""
    schedule, say = asked.schedule, asked.say
    blocks: list[Block] = [Text(say.say(f"daily-is-{schedule.state}"), Tone.TITLE)]
    if schedule.state is State.PAUSED:
        blocks.append(Text(asked.problem(schedule.reason or MODERATOR), Tone.ERROR))
    rows = [
        (say.say("daily-row-time"), f"{schedule.time} ({schedule.zone})"),
        (say.say("daily-row-channel"), asked.place(schedule)),
        (say.say("daily-row-style"), _style(schedule, asked)),
    ]
    turn = await asked.desk.daily.next(schedule)
    if turn is not None:
        if schedule.state is State.ON:
            rows.append((say.say("daily-row-next"), asked.moment(turn)))
        waiting = await asked.desk.daily.queue.waiting(schedule.community, turn.day)
        rows += [(say.say("daily-row-queued", day=day.isoformat()), passage) for day, passage in waiting[:10]]
    blocks.append(Facts(tuple(rows)))
    problem = await asked.desk.daily.problem(schedule) if schedule.state is State.ON else None
    if problem is not None:
        blocks.append(Text(asked.problem(problem), Tone.ERROR))
    return Reply((*blocks, *_besides(asked)))


def _besides(asked: Asked) -> Iterator[Text]:
    """Say where nothing is posted, and what can be asked next."""
    if asked.desk.daily.poster(asked.schedule.community) is None:
        yield Text(asked.say.say("daily-nobody-posts"), Tone.NOTE)
    yield Text(asked.say.say("daily-next-steps"), Tone.NOTE)


async def _on(asked: Asked) -> Reply:
    place = asked.channel or asked.schedule.channel or asked.request.community.channel
    wanted = replace(_timed(asked, asked.value), channel=place)
    return await _begun(asked, wanted, "daily-on")


async def _resume(asked: Asked) -> Reply:
    if asked.schedule.state is not State.PAUSED:
        return asked.told("daily-not-paused")
    return await _begun(asked, asked.schedule, "daily-resumed")


async def _begun(asked: Asked, wanted: Schedule, told: str) -> Reply:
    """Turn it on from now: what was due before is not posted."""
    since = int(asked.desk.clock().timestamp())
    return await _set(asked, replace(wanted, state=State.ON, reason=None, failures=0, since=since), told)


async def _off(asked: Asked) -> Reply:
    return await _set(asked, replace(asked.schedule, state=State.OFF, reason=None), "daily-off")


async def _pause(asked: Asked) -> Reply:
    if asked.schedule.state is not State.ON:
        return asked.told("daily-not-on")
    return await _set(asked, replace(asked.schedule, state=State.PAUSED, reason=MODERATOR), "daily-paused")


async def _time(asked: Asked) -> Reply:
    if asked.value is None and asked.zone is None:
        raise ArgumentMissing("daily", "value")
    return await _set(asked, _timed(asked, asked.value), "daily-set")


async def _channel(asked: Asked) -> Reply:
    if asked.value is not None:  # only the parameter is checked for whether the asker looks after that channel
        raise ArgumentMissing("daily", "channel")
    place = asked.channel or asked.request.community.channel
    return await _set(asked, replace(asked.schedule, channel=place), "daily-set")


async def _style_set(asked: Asked) -> Reply:
    name, _, tag = (asked.value or "").partition(" ")
    if name.lower() not in set(Style):
        raise ArgumentInvalid("daily", "value", ", ".join(Style))
    wanted = replace(asked.schedule, style=Style(name.lower()), tag=tag.strip() or None)
    return await _set(asked, replace(wanted, channel=asked.channel or wanted.channel), "daily-set")


async def _set(asked: Asked, wanted: Schedule, told: str) -> Reply:
    """Set a schedule, unless nothing could be posted as it wants it; and say what comes next."""
    problem = await asked.desk.daily.problem(wanted) if wanted.state is State.ON else None
    if problem is not None:
        refused = asked.say.say("daily-nothing-changed", reason=asked.problem(problem))
        return Reply((Text(refused, Tone.ERROR),))
    await asked.desk.daily.set(wanted)
    await asked.noted(wanted.channel, f"{wanted.state} {wanted.time} {wanted.zone} {wanted.style}")
    blocks = [Text(asked.say.say(told))]
    turn = await asked.desk.daily.next(wanted)
    if wanted.state is State.ON and turn is not None:
        blocks.append(Text(asked.say.say("daily-comes", moment=asked.moment(turn, wanted), place=asked.place(wanted))))
    elif told == "daily-set":  # whoever chooses another channel may think that this is all
        blocks.append(Text(asked.say.say("daily-still", state=wanted.state)))
    if asked.desk.daily.poster(wanted.community) is None:
        blocks.append(Text(asked.say.say("daily-nobody-posts"), Tone.NOTE))
    return Reply(tuple(blocks))


def _timed(asked: Asked, written: str | None) -> Schedule:
    """Take a time, and a zone after it or in its own parameter, over into the schedule."""
    time, _, zone = (written or "").partition(" ")
    named = asked.zone or zone.strip() or None
    return replace(
        asked.schedule,
        time=read_time(time) if time else asked.schedule.time,
        zone=read_zone(named) if named else asked.schedule.zone,
    )


def _style(schedule: Schedule, asked: Asked) -> str:
    told = asked.say.say(f"daily-style-{schedule.style}")
    return f"{told} · {schedule.tag}" if schedule.tag else told


_DOING: Mapping[str, Callable[[Asked], Awaitable[Reply]]] = {
    "show": _show,
    "on": _on,
    "off": _off,
    "time": _time,
    "channel": _channel,
    "style": _style_set,
    "pause": _pause,
    "resume": _resume,
    "skip": coming.skip,
    "queue": coming.queue,
    "preview": coming.preview,
    "history": coming.history,
}
