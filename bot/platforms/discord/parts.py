"""What a message is packed of: words that stay together, with their buttons and their file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.platforms.discord import components
from bot.platforms.discord.components import Component
from bot.platforms.discord.escaping import cost
from bot.platforms.shared.splitting import size

LONGEST_PART = 3600
"""How many UTF-16 units a part may have: a message has room for it, and for a title above it."""
LONGEST_NAME = 300
"""To how many characters a name, a label or a citation is cut."""


@dataclass(slots=True)
class Part:
    """Words that stay together, with the file and the buttons that belong to them; `apart` asks for a line above."""

    markdown: str
    rows: tuple[Component, ...] = ()
    apart: bool = False
    file: Component | None = None

    @property
    def count(self) -> int:
        """How many components it takes of the number that a message may have."""
        return 1 + int(self.apart) + int(self.file is not None) + sum(components.count(row) for row in self.rows)


def gathered(lines: Sequence[str]) -> Iterator[Part]:
    """Join finished lines into parts that fit."""
    group: list[str] = []
    spent = 0
    for line in lines:
        price = size(line) + 1
        if group and spent + price > LONGEST_PART:
            yield Part("\n".join(group))
            group, spent = [], 0
        group.append(line)
        spent += price
    if group:
        yield Part("\n".join(group))


def drawn_cost(text: str) -> int:
    """What a text takes at most once it is escaped and each of its lines is marked."""
    return cost(text) + 3 * text.count("\n")
