"""How much somebody may ask in a room: two bots that answer each other must come to an end."""

from collections import OrderedDict, deque
from enum import Enum

WINDOW = 60
"""Seconds in which commands are counted."""
_MOST_KNOWN = 4_096


class Allowance(Enum):
    """Whether a command is answered: yes; no, and say so; no, and it was said."""

    YES = "yes"
    TELL = "tell"
    NO = "no"


class Budget:
    """Counts the commands of the last minute by room and person, in memory."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._asked: OrderedDict[tuple[str, str], deque[float]] = OrderedDict()
        self._told: set[tuple[str, str]] = set()

    def ask(self, room: str, person: str, moment: float) -> Allowance:
        """Count a command at a moment (in seconds), and say whether it is answered."""
        who = (room, person)
        asked = self._asked.setdefault(who, deque())
        self._asked.move_to_end(who)
        while asked and asked[0] <= moment - WINDOW:
            asked.popleft()
        self._forget()
        if len(asked) < self.most:
            asked.append(moment)
            self._told.discard(who)
            return Allowance.YES
        if who in self._told:
            return Allowance.NO
        self._told.add(who)
        return Allowance.TELL

    def _forget(self) -> None:
        while len(self._asked) > _MOST_KNOWN:
            who, _ = self._asked.popitem(last=False)
            self._told.discard(who)
