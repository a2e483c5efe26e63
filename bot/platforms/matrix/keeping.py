"""Where keys are kept: what one sync brings is written as one thing, and waits where the disk is full.

The homeserver tells of a key once, and forgets it when the next sync is asked for. Reading it changes the session that
brought it, which can't read it a second time. nio writes each step for itself, and lets go of the key where one of them
fails; so here the steps of a sync are held and written together, before anybody asks for the next one.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from nio.store import DefaultStore

Writing = Callable[[], None]


class Keeping(DefaultStore):  # type: ignore[misc]  # nio has no types
    """nio's store, in the files that it has always had."""

    def __post_init__(self) -> None:
        """Open it; nothing is held."""
        self._held: dict[object, Writing] | None = None
        super().__post_init__()

    @contextmanager
    def held(self) -> Iterator[Mapping[object, Writing]]:
        """Hold what is to be written within the context, for `write`. Of one thing its last state is written."""
        held: dict[object, Writing] = {}
        self._held = held
        try:
            yield held
        finally:
            self._held = None

    def write(self, held: Mapping[object, Writing]) -> None:
        """Write all of it or nothing. Raises peewee's OperationalError and OSError; it may be tried again."""
        if held:
            with self.database.atomic():
                for writing in held.values():
                    writing()

    def save_account(self, account: Any) -> None:
        """Keep the device's own keys."""
        self._keep("account", lambda: super(Keeping, self).save_account(account))

    def save_session(self, curve_key: str, session: Any) -> None:
        """Keep what is spoken with another device by."""
        self._keep(("session", session.id), lambda: super(Keeping, self).save_session(curve_key, session))

    def save_inbound_group_session(self, session: Any) -> None:
        """Keep the key of what somebody says in a room."""
        key = "group", session.room_id, session.sender_key, session.id
        self._keep(key, lambda: super(Keeping, self).save_inbound_group_session(session))

    def save_encrypted_rooms(self, rooms: Any) -> None:
        """Keep which rooms are encrypted."""
        self._keep(("rooms", *sorted(rooms)), lambda: super(Keeping, self).save_encrypted_rooms(rooms))

    def _keep(self, what: object, writing: Writing) -> None:
        """Write something, now or with everything else that is held."""
        if self._held is None:
            writing()
        else:
            self._held[what] = writing
