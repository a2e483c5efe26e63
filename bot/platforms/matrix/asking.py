"""From a message to a request: where it was asked and what the asker may do; never who asked."""

from dataclasses import dataclass, field

from bot.model import Community, Right
from bot.platforms.matrix.rooms import Room

PLATFORM = "matrix"
DIRECT = Community(f"{PLATFORM}:dm", "dm")
"""A direct room's id would tell who, so all of them are one community."""


def person(user: str) -> str:
    """Name somebody so that opt-outs tell platforms apart."""
    return f"{PLATFORM}:{user}"


def community(room: str) -> str:
    """Name a room's community: each room is one of its own."""
    return f"{PLATFORM}:{room}"


def room_of(name: str) -> str:
    """Give the room of a community."""
    return name.removeprefix(f"{PLATFORM}:")


def where(room: str, *, direct: bool) -> Community:
    """Tell where something was asked."""
    return DIRECT if direct else Community(community(room), room)


@dataclass(frozen=True, slots=True)
class Trusted:
    """Who may change the texts: people whom the operator names, and moderators of communities that they name."""

    operators: frozenset[str] = field(default=frozenset(), repr=False)
    curators: frozenset[str] = frozenset()


def rights(room: Room | None, user: str, trusted: Trusted, *, direct: bool) -> frozenset[Right]:
    """Tell what somebody may do in a room. In direct rooms nobody moderates anything, but operators ask there, too."""
    operator = user in trusted.operators
    if direct:
        return frozenset({Right.MODERATE, Right.OPERATE}) if operator else frozenset()
    if room is None or not room.moderated_by(user):
        return frozenset()
    may = operator or community(room.id) in trusted.curators
    return frozenset({Right.MODERATE, Right.OPERATE}) if may else frozenset({Right.MODERATE})
