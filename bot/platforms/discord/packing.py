"""Packing parts into as few of Discord's messages as hold them: their text, their components and their files."""

from collections.abc import Iterable, Iterator, Sequence

from bot.platforms.discord import components
from bot.platforms.discord.components import Component
from bot.platforms.discord.parts import Part
from bot.platforms.shared.splitting import size


def packed(parts: Iterable[Part]) -> Iterator[tuple[Component, ...]]:
    """Give the components of each message, in order."""
    return (_message(group) for group in _grouped(parts))


def _message(parts: Sequence[Part]) -> tuple[Component, ...]:
    if len(parts) == 1 and not parts[0].rows and parts[0].file is None:
        return (components.text(parts[0].markdown),)
    drawn: list[Component] = []
    seen: set[str] = set()
    for part in parts:
        if part.apart and drawn:
            drawn.append(components.separator())
        if part.markdown:
            drawn.append(components.text(part.markdown))
        if part.file is not None:
            drawn.append(part.file)
        drawn.extend(_unseen(part.rows, seen))
    return (components.container(drawn),)


def _unseen(rows: Sequence[Component], seen: set[str]) -> Iterator[Component]:
    """Leave out buttons that the message has already: Discord refuses two with the same id."""
    for row in rows:
        new = list({button["custom_id"]: button for button in row["components"]}.values())
        new = [button for button in new if button["custom_id"] not in seen]
        seen.update(button["custom_id"] for button in new)
        if new:
            yield components.row(new)


def _grouped(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """Put as many parts into each message as its text, its components and its files allow."""
    group: list[Part] = []
    text, count, files = 0, 1, 0
    for part in parts:
        long, more = size(part.markdown), int(part.file is not None)
        full = text + long > components.MOST_TEXT or files + more > components.MOST_FILES
        if group and (full or count + part.count > components.MOST_COMPONENTS):
            yield group
            group, text, count, files = [], 0, 1, 0
        group.append(part)
        text += long
        count += part.count
        files += more
    if group:
        yield group
