"""End-to-end encryption: the only file that imports matrix-nio, which does the cryptography (vodozemac) and keeps keys.

nio is told of encrypted rooms only, and only of what concerns keys and members: no malformed message can get at it.
"""

import asyncio
import logging
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from nio import AsyncClient, AsyncClientConfig, ErrorResponse, Event, MegolmEvent, SyncResponse
from nio.crypto.attachments import decrypt_attachment, encrypt_attachment

from bot.logs import get_logger
from bot.platforms.matrix.device import CRYPTO_STORE, Device
from bot.platforms.matrix.http import Json
from bot.platforms.matrix.trouble import Unauthorized, Unreachable, Unreadable

_log = get_logger(__name__)

ENCRYPTED = "m.room.encrypted"
_OF_KEYS = frozenset({ENCRYPTED, "m.room.encryption", "m.room.member"})
_AGAIN = 2.0
_PATIENCE = 30.0


class _Client(AsyncClient):  # type: ignore[misc]  # nio has no types
    """nio's client, which goes on asking where the homeserver is out of order: a key that is lost is lost for good."""

    async def _send(self, *args: Any, **kwargs: Any) -> Any:
        while True:
            found = await super()._send(*args, **kwargs)
            status = getattr(getattr(found, "transport_response", None), "status", 0)
            if not isinstance(found, ErrorResponse) or status < 500:
                return found
            await asyncio.sleep(_AGAIN)


class Crypto:
    """What is encrypted, and how it is read and written. Rooms are known from the syncs that it is told of."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self._sending: dict[str, asyncio.Lock] = {}

    @classmethod
    async def open(cls, device: Device, folder: Path) -> "Crypto":
        """Open the keys of a device in a folder; a new device has new ones made."""
        for name in ("nio", "peewee"):
            logging.getLogger(name).setLevel(logging.CRITICAL)  # they tell who wrote what where
        config = AsyncClientConfig(
            store_name=CRYPTO_STORE, max_timeout_retry_wait_time=_AGAIN, request_timeout=_PATIENCE
        )
        client = _Client(device.homeserver, device.user, device.device, str(folder), config)
        client.restore_login(device.user, device.device, device.token)
        return cls(client)

    @property
    def fingerprint(self) -> str:
        """The device's public Ed25519 key."""
        return "" if self._client.olm is None else str(self._client.olm.account.identity_keys["ed25519"])

    async def close(self) -> None:
        """Close the keys and the connections."""
        await self._client.close()
        if self._client.store is not None:
            self._client.store.database.close()

    async def take(self, sync: Json, rooms: Iterable[str]) -> None:
        """Take keys and members from a sync; `rooms` are those that are encrypted. Raises nothing for what is odd."""
        told = {name: _of_keys(room) for name, room in _joined(sync).items() if name in rooms}
        reduced = {
            "next_batch": sync.get("next_batch", ""),
            "rooms": {"join": told},
            "to_device": sync.get("to_device", {}),
            "device_lists": sync.get("device_lists", {}),
            "device_one_time_keys_count": sync.get("device_one_time_keys_count", {}),
        }
        try:
            found = SyncResponse.from_dict(reduced)
            if isinstance(found, SyncResponse):
                await self._client.receive_response(found)
            else:
                _log.warning("keys were not understood")
        except Exception as error:  # noqa: BLE001 - whatever somebody sent: unencrypted rooms go on, and so do others
            _log.warning("keys were not taken", kind=type(error).__name__)

    async def maintain(self) -> None:
        """Upload keys, ask for others' keys, and send what waits for them. Raises Unauthorized."""
        client = self._client
        if client.should_upload_keys:
            _sound(await client.keys_upload())
        if client.should_query_keys:
            _sound(await client.keys_query())
        if client.should_claim_keys:
            users: dict[str, Iterable[str]] = {**client.get_users_for_key_claiming()}
            _sound(await client.keys_claim(users))
        await client.send_to_device_messages()

    def decrypt(self, event: Json, room: str) -> Json:
        """Give what an encrypted event says. Raises Unreadable where its key has not come, or it is no such event."""
        try:
            parsed = Event.parse_encrypted_event(event)
            if not isinstance(parsed, MegolmEvent):
                raise Unreadable
            parsed.room_id = room
            found = self._client.decrypt_event(parsed).source
        except Unreadable:
            raise
        except Exception as error:  # an encrypted event of a stranger's may have any form
            raise Unreadable from error
        return {**event, "type": found.get("type"), "content": found.get("content")}

    async def encrypt(self, room: str, kind: str, content: Json) -> tuple[str, Json]:
        """Encrypt an event for a room; its key is given to everybody's devices before. Raises Unreachable."""
        client = self._client
        async with self._sending.setdefault(room, asyncio.Lock()):
            if room not in client.rooms:
                raise Unreachable("the room is not known yet")
            if not client.rooms[room].members_synced:
                await self._know_members(room)
            if client.should_query_keys:
                _sound(await client.keys_query())
            if client.olm is not None and client.olm.should_share_group_session(room):
                _sound(await client.share_group_session(room, ignore_unverified_devices=True))
            encrypted, words = client.encrypt(room, kind, content)
            return str(encrypted), dict(words)

    async def _know_members(self, room: str) -> None:
        """Ask who is in a room, and who is invited: somebody may take an invitation up after what was said for them.

        A sync may tell of a new room before it tells of its invitations. Raises Unreachable.
        """
        client = self._client
        found: Any = await client.room_get_state(room)
        _sound(found)
        for event in found.events:
            if event.get("type") == "m.room.member" and event.get("content", {}).get("membership") == "invite":
                client.rooms[room].add_member(event["state_key"], None, None, invited=True)
        _sound(await client.joined_members(room))  # marks them as known, and has their devices asked for

    def encrypt_file(self, data: bytes) -> tuple[bytes, Json]:
        """Encrypt a file; gives it with what is needed to read it (the `file` of an event, without its `url`)."""
        hidden, keys = encrypt_attachment(data)
        return bytes(hidden), dict(keys)

    def decrypt_file(self, data: bytes, keys: Mapping[str, Any]) -> bytes:
        """Give what an encrypted file is, by the `file` of its event. Raises Unreadable where that does not fit."""
        try:
            return bytes(decrypt_attachment(data, keys["key"]["k"], keys["hashes"]["sha256"], keys["iv"]))
        except Exception as error:  # what somebody sent may have any form
            raise Unreadable from error


def _joined(sync: Json) -> Json:
    rooms = sync.get("rooms")
    joined = rooms.get("join") if isinstance(rooms, dict) else None
    return joined if isinstance(joined, dict) else {}


def _of_keys(room: Json) -> Json:
    """Leave of a room what concerns keys and members."""
    timeline, state = room.get("timeline", {}), room.get("state", {})
    return {
        "timeline": {
            "events": [event for event in timeline.get("events", []) if event.get("type") in _OF_KEYS],
            "limited": bool(timeline.get("limited")),
            "prev_batch": timeline.get("prev_batch") or "",
        },
        "state": {"events": [event for event in state.get("events", []) if event.get("type") in _OF_KEYS]},
        "ephemeral": {"events": []},
        "account_data": {"events": []},
        "summary": room.get("summary", {}),
        "unread_notifications": {},
    }


def _sound(found: Any) -> None:
    """Raise what an error that nio returns means."""
    if isinstance(found, ErrorResponse):
        if found.status_code in ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN"):
            raise Unauthorized(str(found.status_code), 401)
        raise Unreachable(str(found.status_code))
