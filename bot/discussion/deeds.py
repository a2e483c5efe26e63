"""What people do to messages, and what is remembered of it in memory: for a moment, and in ways that tell nobody."""

import hashlib
import secrets
from collections import OrderedDict
from dataclasses import dataclass, field

from bot.store.log import EventKind
from bot.store.sent import SentMessage

MOST_KNOWN = 10_000
"""Messages whose passages are known without reading; also those that are known to have none."""
MOST_DONE = 65_536
"""Deeds of a day that are remembered, so that what a platform tells twice is counted once."""

THREAD = "thread:"
"""Stands before the id of a thread that was opened on passages: a thread may have its first message's id."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody did to a message. `message` is the one replied or reacted to, or the thread that was written in.

    `once` tells this deed from all others: the reply's id, or who reacted with what. It is never printed or kept.
    """

    kind: EventKind
    message: str
    person: str = field(repr=False)
    once: str = field(repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """What its message may be remembered as; a thread that grew from a message has that one's id."""
        if self.kind is EventKind.THREADED:
            return (THREAD + self.message, self.message)
        return (self.message,)


class Known:
    """The messages that came up last, with their passages, or with None for those that have none."""

    def __init__(self) -> None:
        self._messages: OrderedDict[str, SentMessage | None] = OrderedDict()

    def __contains__(self, message: str) -> bool:
        return message in self._messages

    def get(self, message: str) -> SentMessage | None:
        """Give a message that has passages; None where it has none, or is not known."""
        found = self._messages.get(message)
        if found is not None:
            self._messages.move_to_end(message)
        return found

    def put(self, message: str, sent: SentMessage | None) -> None:
        """Know a message; the one that was used longest ago makes room for it."""
        self._messages[message] = sent
        self._messages.move_to_end(message)
        if len(self._messages) > MOST_KNOWN:
            self._messages.popitem(last=False)

    def without(self, message: str) -> None:
        """Know that a message has no passages any more, if it was known at all."""
        if message in self._messages:
            self._messages[message] = None

    def clear(self) -> None:
        """Know nothing."""
        self._messages.clear()


class Done:
    """What was done today and yesterday, as digests of eight bytes under a key of each day, which is never written."""

    def __init__(self) -> None:
        self._day = ""
        self._today = _Day()
        self._yesterday = _Day()

    def first(self, deed: Deed, today: str) -> bool:
        """Whether a deed is told for the first time, on a day (UTC, `2026-11-22`)."""
        if today != self._day:
            self._day, self._today, self._yesterday = today, _Day(), self._today
        of = "\0".join((deed.kind, deed.message, deed.once)).encode()
        return not self._yesterday.has(of) and self._today.add(of)


class _Day:
    """What was done on one day."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)
        self._digests: OrderedDict[bytes, None] = OrderedDict()

    def has(self, of: bytes) -> bool:
        """Whether something was done on this day."""
        return bool(self._digests) and self._digest(of) in self._digests

    def add(self, of: bytes) -> bool:
        """Note what is done; gives whether it is for the first time. Of many, the oldest are forgotten."""
        digest = self._digest(of)
        if digest in self._digests:
            return False
        self._digests[digest] = None
        if len(self._digests) > MOST_DONE:
            self._digests.popitem(last=False)
        return True

    def _digest(self, of: bytes) -> bytes:
        return hashlib.blake2b(of, digest_size=8, key=self._key).digest()
