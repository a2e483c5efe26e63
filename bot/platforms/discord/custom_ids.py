"""What a button carries: everything that is needed to answer it later, also after a restart."""

import re
from dataclasses import dataclass

from bot.commands.desk.declaration import Command
from bot.model import Action, ActionKind
from bot.platforms.discord.components import LONGEST_CUSTOM_ID, OWN_CUSTOM_IDS

_FORM = re.compile(
    re.escape(OWN_CUSTOM_IDS) + r"(?P<kind>[a-z]+):(?P<target>[\w.~-]{1,64})(?::(?P<offset>\d{1,6}))?", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Pressed:
    """What a press of a button asks for. `target` is a passage or an answer; `offset` is where more begins."""

    kind: ActionKind
    target: str
    offset: int = 0


def custom_id(action: Action) -> str | None:
    """Write an action down as a custom id; None where it would be none that `pressed` reads."""
    written = f"{OWN_CUSTOM_IDS}{action.kind.value}:{action.target}"
    if action.kind is ActionKind.MORE:
        written += f":{action.offset}"
    return written if len(written) <= LONGEST_CUSTOM_ID and _FORM.fullmatch(written) else None


def pressed(written: str) -> Pressed | None:
    """Read a custom id; None for one that is not ours or from a version that is gone."""
    found = _FORM.fullmatch(written)
    if found is None or found["kind"] not in set(ActionKind):
        return None
    return Pressed(ActionKind(found["kind"]), found["target"], int(found["offset"] or 0))


def arguments(press: Pressed, command: Command | None) -> dict[str, str | int]:
    """Fill a button's command: its first parameter takes the target, `offset` takes where more begins."""
    if command is None or not command.parameters:
        return {}
    filled: dict[str, str | int] = {command.parameters[0].name: press.target}
    if command.parameter("offset") is not None and press.offset:
        filled["offset"] = press.offset
    return filled
