"""What Discord tells of messages and reactions, taken before discord.py makes objects of it.

A bot that counts replies is told of every message of its servers. Nearly all of them concern it in no way, and are
let go after a look at three fields: that costs a hundredth of the object that discord.py would make.
"""

from collections.abc import Callable, Mapping, MutableMapping
from typing import Any, Final

from bot.logs import get_logger

_log = get_logger(__name__)

CREATED: Final = "MESSAGE_CREATE"
DELETED: Final = "MESSAGE_DELETE"
DELETED_TOGETHER: Final = "MESSAGE_DELETE_BULK"
REACTED: Final = "MESSAGE_REACTION_ADD"
THREAD_DELETED: Final = "THREAD_DELETE"

_TAKEN = (CREATED, DELETED, DELETED_TOGETHER, REACTED, THREAD_DELETED)
_FOR_THOSE_WHO_HEAR = (CREATED, "MESSAGE_UPDATE", REACTED, "MESSAGE_REACTION_REMOVE")
_FOR_NOBODY = ("MESSAGE_REACTION_REMOVE_ALL", "MESSAGE_REACTION_REMOVE_EMOJI")

Data = Mapping[str, Any]
"""An event's data as Discord sends it. See https://discord.com/developers/docs/events/gateway-events."""
Parse = Callable[[Any], None]


def tap(parsers: MutableMapping[str, Parse], take: Callable[[str, Data], None], *, hearing: bool) -> None:
    """Put `take` before discord.py's parsers of messages and reactions; those that nobody needs are not called.

    With `hearing`, discord.py goes on to make objects of what people write and of their reactions.
    """
    for event in (*_FOR_THOSE_WHO_HEAR, *_FOR_NOBODY, DELETED, DELETED_TOGETHER):
        if event not in _FOR_THOSE_WHO_HEAR or not hearing:
            parsers[event] = _nothing
    for event in _TAKEN:
        parsers[event] = _before(parsers[event], take, event)


def _before(parse: Parse, take: Callable[[str, Data], None], event: str) -> Parse:
    def parsed(data: Any) -> None:
        """Look at an event before the library does; whatever comes of that, the library gets it."""
        try:
            take(event, data)
        except Exception:  # noqa: BLE001 - an event of a form that Discord never sent before must not end the connection
            _log.exception("an event failed", event=event)
        parse(data)

    return parsed


def _nothing(_data: Any) -> None:
    return
