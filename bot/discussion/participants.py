"""Counting different people without knowing one: digests under a key that is made anew each day and is never written.

Whoever has the database has numbers. Whoever has the memory of the running process has digests of eight bytes, by
passage, that can't be told to be of one person from passage to passage or from day to day.
"""

import hashlib
import secrets

from bot.errors import StoreError
from bot.logs import get_logger
from bot.store.participants import Key, ParticipantCounts

_log = get_logger(__name__)

MOST_PEOPLE = 2_000
"""Of a passage, a community and a day; beyond that the number stands still."""
MOST_DIGESTS = 500_000
"""Of all together, about 60 MB; beyond that nobody new is counted on that day."""

_KEY_BYTES = 32
_DIGEST_BYTES = 8


class Participants:
    """Who took part today, as digests; and the numbers that are to be written."""

    def __init__(self, counts: ParticipantCounts) -> None:
        self._counts = counts
        self._day = ""
        self._key = b""
        self._digests: dict[tuple[str, str], set[bytes]] = {}
        self._held = 0
        self._unwritten: dict[Key, int] = {}

    def took_part(self, person: str, community: str, passage: str, day: str) -> None:
        """Count a person (an id with its platform's name before it) for a passage on a day, `2026-11-22`."""
        if day != self._day:
            self._turn(day)
        people = self._digests.setdefault((community, passage), set())
        digest = self._digest(person, community, passage)
        if digest in people or len(people) >= MOST_PEOPLE or self._held >= MOST_DIGESTS:
            return
        people.add(digest)
        self._held += 1
        self._unwritten[community, day, passage] = len(people)

    def forget(self, person: str) -> None:
        """Take a person out of memory. The numbers stay: they were never anybody's."""
        for (community, passage), people in self._digests.items():
            digest = self._digest(person, community, passage)
            if digest in people:
                people.remove(digest)
                self._held -= 1

    async def write(self) -> None:
        """Write the numbers that have grown. What can't be written now is kept for the next time."""
        unwritten, self._unwritten = self._unwritten, {}
        try:
            await self._counts.raise_to(unwritten)
        except StoreError as error:
            for key, people in unwritten.items():
                self._unwritten[key] = max(people, self._unwritten.get(key, 0))
            _log.warning("participants not written yet", kind=type(error).__name__)

    def _turn(self, day: str) -> None:
        """Begin a day: with a new key, and knowing nobody. A clock that is set back begins one, too."""
        self._day, self._key = day, secrets.token_bytes(_KEY_BYTES)
        self._digests, self._held = {}, 0

    def _digest(self, person: str, community: str, passage: str) -> bytes:
        # The place is hashed, too: nobody can be followed from one passage to another.
        of = "\0".join((community, passage, person)).encode()
        return hashlib.blake2b(of, digest_size=_DIGEST_BYTES, key=self._key).digest()
