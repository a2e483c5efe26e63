"""What `texts` does: one function for each action."""

from collections.abc import Awaitable, Callable, Mapping

from bot.commands.desk.shelving import changing, correcting, deciding, listing, wishing
from bot.commands.desk.shelving.asked import Asked
from bot.model import Reply

_DOING: Mapping[str, Callable[[Asked], Awaitable[Reply]]] = {
    "list": listing.shelf,
    "add": changing.add,
    "update": changing.update,
    "withdraw": changing.withdraw,
    "restore": changing.restore,
    "withhold": wishing.withhold,
    "release": wishing.release,
    "weight": wishing.weigh,
    "orphans": deciding.orphans,
    "correct": correcting.correct,
}

ACTIONS = tuple(_DOING)

DECISIONS = deciding.DECISIONS


async def answer(action: str, asked: Asked) -> Reply:
    """Do what was asked. Raises what a curator or moderator can mend."""
    return await _DOING[action](asked)


__all__ = ["ACTIONS", "DECISIONS", "Asked", "answer"]
