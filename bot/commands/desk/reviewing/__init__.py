"""What `review` answers, a function for each of its actions."""

from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType

from bot.commands.desk.reviewing import listing, marking, taking
from bot.commands.desk.reviewing.asked import Asked
from bot.model import Reply

_ANSWERS: Mapping[str, Callable[[Asked], Awaitable[Reply]]] = MappingProxyType(
    {
        "top": listing.top,
        "recent": listing.recent,
        "undiscussed": listing.undiscussed,
        "trend": listing.trend,
        "channels": listing.channels,
        "passage": marking.passage,
        "status": marking.status,
        "note": marking.note,
        "export": taking.export,
        "page": taking.page,
        "trail": marking.trail,
    }
)
ACTIONS = tuple(_ANSWERS)
OF_A_PASSAGE = ("passage", "status", "note")


async def answer(action: str, asked: Asked) -> Reply:
    """Answer one action."""
    return await _ANSWERS[action](asked)


__all__ = ["ACTIONS", "OF_A_PASSAGE", "Asked", "answer"]
