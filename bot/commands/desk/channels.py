"""What a channel is called that is kept by its id alone: by its name, unless that is not for the asker, or is gone."""

import re

from bot.commands.desk import Desk
from bot.model import Request
from bot.store.schedules import Schedule
from bot.words import Words, words

_ID = re.compile(r"[1-9][0-9]{14,19}")
"""What Discord makes: any number that somebody may have as a name is shorter."""
_END = 4


def channel_name(found: str, say: Words) -> str:
    """Give a channel's name; in the place of an id its end, by which two of them can be told apart.

    It was deleted, is a thread that rests, or is closed to the bot.
    """
    return say.say("channel-gone", end=found[-_END:]) if _ID.fullmatch(found) else found


def named(channel: str, request: Request, desk: Desk) -> str:
    """Give what a channel of the asker's community is called, as far as its platform knows it and it is for them."""
    say, poster = words(request.locale), desk.daily.poster(request.community.id)
    if channel in request.unseen:
        return say.say("channel-unseen")
    return (
        channel if poster is None else channel_name(poster.place(Schedule(request.community.id, channel=channel)), say)
    )
