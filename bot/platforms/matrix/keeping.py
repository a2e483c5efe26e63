"""Where keys are kept: of no person more than a key needs; a sync's as one thing, which waits where the disk is full.

The homeserver tells of a key once, and forgets it when the next sync is asked for. Reading it changes the session that
brought it, which can't read it a second time. nio writes each step for itself, and lets go of the key where one of them
fails; so here the steps of a sync are held and written together, before anybody asks for the next one.

nio would keep a list of everybody's devices, too, with who they are and what they call their phones, and another of
those that keys were sent to. Both are held in memory alone: at each start the devices of whoever shares an encrypted
room with the bot are asked for anew.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from nio.crypto import DeviceStore, OlmDevice, TrustState
from nio.store import MatrixStore

Writing = Callable[[], None]

_ROOMS = "SELECT room_id FROM megolminboundsessions UNION SELECT room_id FROM encryptedrooms"
_LET_GO = ("DELETE FROM megolminboundsessions WHERE room_id = ?", "DELETE FROM encryptedrooms WHERE room_id = ?")


class Keeping(MatrixStore):  # type: ignore[misc]  # nio has no types
    """A store of nio's, in the file that it has always had."""

    def __post_init__(self) -> None:
        """Open it; nothing is held, and what an earlier version kept of people is written over."""
        self._held: dict[object, Writing] | None = None
        super().__post_init__()
        if self._rows("SELECT 1 FROM devicekeys LIMIT 1"):
            with self.database.atomic():
                self._rows("DELETE FROM keys")
                self._rows("DELETE FROM devicekeys")
        for kind in ("trusted", "blacklisted", "ignored"):
            Path(self.store_path, f"{self.user_id}_{self.device_id}.{kind}_devices").unlink(missing_ok=True)

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

    def load_device_keys(self) -> DeviceStore:
        """Give no device: all are asked for at a start."""
        return DeviceStore()

    def save_device_keys(self, device_keys: Any) -> None:
        """Keep no device."""

    def ignore_devices(self, devices: Iterable[OlmDevice]) -> None:
        """Send keys to devices that nobody vouches for, as to all others."""
        for device in devices:
            device.trust_state = TrustState.ignored

    def is_device_verified(self, device: OlmDevice) -> bool:
        """Whether somebody has compared its keys: nobody does."""
        return bool(device.verified)

    def is_device_blacklisted(self, device: OlmDevice) -> bool:
        """Whether it is sent no keys: none is."""
        return bool(device.blacklisted)

    def is_device_ignored(self, device: OlmDevice) -> bool:
        """Whether it is sent keys although nobody vouches for it."""
        return bool(device.ignored)

    def forget(self, but: Collection[str]) -> frozenset[str]:
        """Let go of the keys of all rooms but some; gives which these were. Raises OperationalError."""
        gone = frozenset(str(room) for (room,) in self._rows(_ROOMS)).difference(but)
        with self.database.atomic():
            for room in gone:
                for sql in _LET_GO:
                    self._rows(sql, room)
        return gone

    def _rows(self, sql: str, *values: str) -> list[tuple[Any, ...]]:
        return list(self.database.execute_sql(sql, values).fetchall())

    def _keep(self, what: object, writing: Writing) -> None:
        """Write something, now or with everything else that is held."""
        if self._held is None:
            writing()
        else:
            self._held[what] = writing
