"""`settings`: what moderators set for their community or a channel, and what each choice means."""

from collections.abc import Iterator
from typing import Annotated

from bot.commands.desk import Desk
from bot.commands.desk.channels import named
from bot.commands.desk.declaration import OneOf, Suggest, Words, command
from bot.discussion.settings import SETTINGS, SIGN, Setting
from bot.errors import ArgumentInvalid, ArgumentMissing
from bot.model import Block, Facts, Notice, Reply, Request, Right, Text, Tone
from bot.words import Words as Sentences
from bot.words import words


@command(private=True, rights=frozenset({Right.MODERATE}))
async def settings(
    request: Request,
    desk: Desk,
    action: Annotated[str, OneOf(("show", "set"))] | None = None,
    name: Annotated[str, Words(Suggest.SETTINGS, 40)] | None = None,
    value: Annotated[str, Words(Suggest.VALUES, 40)] | None = None,
    channel: Annotated[str, Words(Suggest.CHANNELS, 100)] | None = None,
) -> Reply:
    """Show what is set, or set it. What the channel has to know, it is told before it counts.

    `action` may be left out: whoever gives a value wants to set it.
    """
    say = words(request.locale)
    place = channel or request.community.channel
    if name is None and action == "set":
        raise ArgumentMissing("settings", "name")
    if name is None:
        return Reply(tuple(_overview(request, desk, place, say)))
    setting, wanted = _understood(name, value)
    now = desk.settings.value(setting, request.community.id, place)
    if wanted is None and action == "set":
        raise ArgumentMissing("settings", "value")
    if wanted is None or action == "show":
        return Reply((*_explained(setting, now, say), *_elsewhere(request, desk, setting, place, say)))
    if wanted == now:
        return Reply((Text(say.say("settings-already", setting=setting.name, value=now)),))
    hindered = _hindered(request, desk, setting, place) if wanted != setting.default else None
    if hindered is not None:
        return Reply((Text(say.say(f"settings-{hindered}"), Tone.ERROR),))
    moderator, moment = request.moderator, desk.clock()
    await desk.trail.add(request.community.id, moderator, f"settings {setting.name}", place, wanted, moment)
    if wanted == setting.default or not setting.hears:
        await desk.settings.set(setting, request.community.id, place, wanted)
        return _done(setting, wanted, say)
    announcer = desk.announcing.of(request.community.id)
    spoken = announcer.locale(request.community.id) if announcer is not None else request.locale
    told = tuple(_told(setting, wanted, words(spoken)))
    return _done(setting, wanted, say, Notice(place, setting.name, wanted, told, SIGN))


def _understood(name: str, value: str | None) -> tuple[Setting, str | None]:
    """Find the setting and its value, which may be typed one after the other: `settings spotting on`."""
    first, _, rest = name.lower().partition(" ")
    if first not in SETTINGS:
        raise ArgumentInvalid("settings", "name", ", ".join(SETTINGS))
    wanted = (value or rest).strip().lower() or None
    if wanted is not None and wanted not in SETTINGS[first].choices:
        raise ArgumentInvalid("settings", "value", ", ".join(SETTINGS[first].choices))
    return SETTINGS[first], wanted


def _hindered(request: Request, desk: Desk, setting: Setting, place: str) -> str | None:
    """Tell why the bot could not do in a channel what a setting asks for; None where it can, or nobody can tell."""
    if setting.hears and not desk.settings.hears(request.platform):
        return f"deaf-{request.platform}"
    announcer = desk.announcing.of(request.community.id) if setting.posts else None
    problem = announcer.problem(request.community.id, place) if announcer is not None else None
    return None if problem is None else f"unfit-{problem}"


def _overview(request: Request, desk: Desk, place: str, say: Sentences) -> Iterator[Block]:
    yield Text(say.say("settings-title"), Tone.TITLE)
    for setting in SETTINGS.values():
        yield from _explained(setting, desk.settings.value(setting, request.community.id, place), say)
        yield from _elsewhere(request, desk, setting, place, say)
    yield Text(say.say("settings-next"), Tone.NOTE)


def _explained(setting: Setting, now: str, say: Sentences) -> Iterator[Block]:
    """Say what a setting is for, what it is now, and what each value means."""
    yield Text(say.say("settings-now", setting=setting.name, value=now, about=say.say(setting.message_id)))
    yield Facts(tuple((choice, say.say(f"{setting.message_id}-{choice}")) for choice in setting.choices))


def _elsewhere(request: Request, desk: Desk, setting: Setting, place: str, say: Sentences) -> Iterator[Block]:
    """Say in which other channels it is set, those that are gone among them: nobody remembers that for months."""
    for value, channels in desk.settings.elsewhere(setting, request.community.id, place).items():
        names = ", ".join(dict.fromkeys(named(channel, request, desk) for channel in channels))
        yield Text(say.say("settings-elsewhere", setting=setting.name, value=value, channels=names), Tone.NOTE)


def _told(setting: Setting, value: str, say: Sentences) -> Iterator[Block]:
    """Say to the channel what is done there from now on, what is kept, and how to say no."""
    yield Text(say.say(f"notice-{setting.name}"))
    yield Text(say.say(f"notice-{setting.name}-{value}"))
    yield Text(say.say("notice-opt-out", sign=SIGN))


def _done(setting: Setting, value: str, say: Sentences, notice: Notice | None = None) -> Reply:
    return Reply((Text(say.say("settings-set", setting=setting.name, value=value)),), notice=notice)
