"""What a channel is called that is kept by its id alone, and that its platform no longer has a name for."""

import re

from bot.words import Words

_ID = re.compile(r"[1-9][0-9]{14,19}")
"""What Discord makes: any number that somebody may have as a name is shorter."""
_END = 4


def channel_name(found: str, say: Words) -> str:
    """Give a channel's name; in the place of an id its end, by which two of them can be told apart.

    It was deleted, is a thread that rests, or is closed to the bot.
    """
    return say.say("channel-gone", end=found[-_END:]) if _ID.fullmatch(found) else found
