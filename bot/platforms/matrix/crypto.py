"""End-to-end encryption, by matrix-nio, which does the cryptography (vodozemac) and keeps keys.

nio is told of encrypted rooms only, and only of what concerns keys and members: no malformed message can get at it.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Collection, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any, cast

import orjson
from aiohttp import ClientError
from nio import (
    AsyncClient,
    AsyncClientConfig,
    ErrorResponse,
    Event,
    MegolmEvent,
    ShareGroupSessionResponse,
    SyncResponse,
)
from nio.crypto.attachments import decrypt_attachment, encrypt_attachment
from peewee import OperationalError

from bot.errors import CryptoStoreLost
from bot.logs import get_logger
from bot.platforms.matrix.arriving import mapping, text
from bot.platforms.matrix.backoff import AWAY
from bot.platforms.matrix.device import CRYPTO_STORE, Device
from bot.platforms.matrix.http import Json
from bot.platforms.matrix.keeping import Keeping, Writing
from bot.platforms.matrix.supplying import Supplying
from bot.platforms.matrix.trouble import Unauthorized, Unreachable, Unreadable

_log = get_logger(__name__)

ENCRYPTED = "m.room.encrypted"
MEGOLM = "m.megolm.v1.aes-sha2"
_OF_KEYS = frozenset({ENCRYPTED, "m.room.encryption", "m.room.member"})
_AGAIN = 2.0
_TIMES = 5
"""How often the homeserver is asked where it is out of order, for what can wait until the next sync."""
_PATIENCE = 30.0


class _Client(AsyncClient):  # type: ignore[misc]  # nio has no types
    """nio's client, which asks again where the homeserver is out of order, or an answer breaks off.

    What is sent to devices is sent until it is there: a key that is lost is lost for good.
    """

    async def _send(self, response_class: Any, *args: Any, **kwargs: Any) -> Any:
        for attempt in count(1):
            last = attempt >= _TIMES and response_class is not ShareGroupSessionResponse
            try:
                found = await super()._send(response_class, *args, **kwargs)
            except ClientError:
                if last:
                    raise
            else:
                status = getattr(getattr(found, "transport_response", None), "status", 0)
                if not isinstance(found, ErrorResponse) or status < 500 or last:
                    return found
            await asyncio.sleep(_AGAIN)
        return None


class Crypto:
    """What is encrypted, and how it is read and written. Rooms are known from the syncs that it is told of."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client
        self._supplying = Supplying(client)
        self._store = cast(Keeping, client.store)  # what `open` asked nio for
        self._sending: dict[str, asyncio.Lock] = {}

    @classmethod
    async def open(cls, device: Device, folder: Path) -> "Crypto":
        """Open the keys of a device in a folder; a new device has new ones made. Raises CryptoStoreLost."""
        for name in ("nio", "peewee"):
            logging.getLogger(name).setLevel(logging.CRITICAL)  # they tell who wrote what where
        config = AsyncClientConfig(
            store=Keeping,
            store_name=CRYPTO_STORE,
            max_timeout_retry_wait_time=_AGAIN,
            request_timeout=_PATIENCE,
        )
        client = _Client(device.homeserver, device.user, device.device, str(folder), config)
        try:
            client.restore_login(device.user, device.device, device.token)
        except (OperationalError, OSError):  # a full disk, another process: it may be better the next time
            raise
        except Exception as error:  # nio unpickles what it finds, and what that raises is not told anywhere
            raise CryptoStoreLost(str(folder / CRYPTO_STORE)) from error
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
        """Take keys and members from a sync; `rooms` are those that are encrypted. Raises nothing for what is odd.

        nio is given one thing at a time: anybody may send something to the bot's device, and what is odd in it must not
        take along the keys that came with it. Ends when what came is kept: a disk that is full is waited for.
        """
        wanted = frozenset(rooms)
        with self._store.held() as held:
            for number, part in enumerate(_parts(sync, wanted)):
                try:
                    found = SyncResponse.from_dict({"next_batch": f"{sync.get('next_batch')} {number}", **part})
                    if isinstance(found, SyncResponse):
                        await self._client.receive_response(found)
                    else:
                        _log.warning("keys were not understood")
                except Exception as error:  # noqa: BLE001 - whatever somebody sent: all else goes on
                    _log.warning("keys were not taken", kind=type(error).__name__)
        await self._kept(held)
        self._supplying.take(sync)

    async def _kept(self, held: Mapping[object, Writing]) -> None:
        """Write keys down. The next sync would have the homeserver forget them: it has to wait."""
        told = False
        while True:
            try:
                self._store.write(held)
            except (OperationalError, OSError) as error:  # the operator's to mend, and no stranger's doing
                if not told:
                    _log.error("nothing is answered: keys can't be written down", kind=type(error).__name__)
                    told = True
                await asyncio.sleep(AWAY)
            else:
                return

    def forget(self, but: Collection[str]) -> None:
        """Let go of the keys of all rooms but those that the bot is in: it will read nothing there any more."""
        try:
            gone = self._store.forget(but)
        except OperationalError as error:  # a full disk: at the next start they go
            _log.warning("keys of rooms that were left are still there", kind=type(error).__name__)
            return
        olm: Any = self._client.olm
        for room in gone:
            olm.inbound_group_store[room].clear()

    async def maintain(self) -> None:
        """Upload keys, ask for others' keys, and send what waits for them. Raises Unauthorized and Unreachable."""
        client = self._client
        async with _translated():
            _sound(await self._supplying.refill())
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
            async with _translated():
                if not client.rooms[room].members_synced:
                    await self._know_members(room)
                if client.should_query_keys:
                    _sound(await client.keys_query())
                if client.olm is not None and client.olm.should_share_group_session(room):
                    await self._share(room)
            return ENCRYPTED, self._sealed(room, kind, content)

    async def _share(self, room: str) -> None:
        """Give everybody's devices the key of what is said next. Raises Unauthorized and Unreachable."""
        client = self._client
        try:
            _sound(await client.share_group_session(room, ignore_unverified_devices=True))
        finally:
            # An answer that broke off, or a bot that is being stopped, would leave nio believing that it still does.
            client.sharing_session.pop(room, None)

    def _sealed(self, room: str, kind: str, content: Json) -> Json:
        """Encrypt an event as nio does, with letters as they are: nio escapes them, and an answer in Cyrillic has
        three times the bytes then, more than an event may have. Raises Unreachable where the key is to be given anew.
        """
        olm = self._client.olm
        session = None if olm is None else olm.outbound_group_sessions.get(room)
        if olm is None or session is None or session.expired or not session.shared:
            raise Unreachable("the key has to be given to others first")
        said = orjson.dumps({"type": kind, "content": content, "room_id": room}).decode()
        sealed: Json = {
            "algorithm": MEGOLM,
            "sender_key": olm.account.identity_keys["curve25519"],
            "ciphertext": session.encrypt(said),
            "session_id": session.id,
            "device_id": olm.device_id,
        }
        # What an event belongs to stands outside, for homeservers to put threads together.
        return sealed | ({"m.relates_to": content["m.relates_to"]} if "m.relates_to" in content else {})

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


@asynccontextmanager
async def _translated() -> AsyncIterator[None]:
    """Say what a broken connection of nio's means, or a disk that is full."""
    try:
        yield
    except (ClientError, TimeoutError) as error:
        raise Unreachable(type(error).__name__) from error
    except OperationalError as error:  # a full disk: without them nobody could go on after a restart
        raise Unreachable("keys can't be written down") from error


def _parts(sync: Json, rooms: frozenset[str]) -> Iterator[Json]:
    """Give what a sync has of keys, in the order in which nio would look at it."""
    for event in _events(sync.get("to_device")):
        if event.get("type") == ENCRYPTED:  # keys come so; of all else that can be sent to a device nothing is taken
            yield {"to_device": {"events": [event]}}
    for name, room in mapping(mapping(sync.get("rooms")).get("join")).items():
        if name in rooms:
            yield {"rooms": {"join": {name: _of_keys(mapping(room))}}}
    yield {"device_lists": dict(mapping(sync.get("device_lists")))}


def _events(told: Any) -> list[Json]:
    found = mapping(told).get("events")
    return [event for event in found if isinstance(event, dict)] if isinstance(found, list) else []


def _of_keys(room: Mapping[str, Any]) -> Json:
    """Leave of a room what concerns keys and members."""
    timeline = mapping(room.get("timeline"))
    return {
        "timeline": {
            "events": [event for event in _events(timeline) if event.get("type") in _OF_KEYS],
            "limited": bool(timeline.get("limited")),
            "prev_batch": text(timeline.get("prev_batch")) or "",
        },
        "state": {"events": [event for event in _events(room.get("state")) if event.get("type") in _OF_KEYS]},
        "ephemeral": {"events": []},
        "account_data": {"events": []},
        "summary": dict(mapping(room.get("summary"))),
        "unread_notifications": {},
    }


def _sound(found: Any) -> None:
    """Raise what an error that nio returns means."""
    if isinstance(found, ErrorResponse):
        if found.status_code in ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN"):
            raise Unauthorized(str(found.status_code), 401)
        raise Unreachable(str(found.status_code))
