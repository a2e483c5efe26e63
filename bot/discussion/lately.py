"""Which passages each of the last messages was counted for, so that an edited one counts only for what it adds.

It is kept in memory alone, by the message's id, without a word of it and without its writer; the oldest go first.
"""

from collections import OrderedDict
from collections.abc import Iterable, Sequence

MOST_MESSAGES = 4_096


class Lately:
    """The last messages that were taken up. Of a message that it doesn't know nobody can tell what was counted."""

    def __init__(self, most: int = MOST_MESSAGES) -> None:
        self._most = most
        self._counted: OrderedDict[str, frozenset[str]] = OrderedDict()

    def __contains__(self, message: str) -> bool:
        return message in self._counted

    def begin(self, message: str) -> None:
        """Know a message from now on; nothing was counted for it unless it is known already."""
        self._counted.setdefault(message, frozenset())
        self._counted.move_to_end(message)
        if len(self._counted) > self._most:
            self._counted.popitem(last=False)

    def left(self, message: str, passages: Sequence[str]) -> list[str]:
        """Give the passages that the message was not counted for."""
        counted = self._counted.get(message, frozenset())
        return [passage for passage in passages if passage not in counted]

    def add(self, message: str, passages: Iterable[str]) -> None:
        """Remember what a message that is known was counted for."""
        if message in self._counted:
            self._counted[message] |= frozenset(passages)
