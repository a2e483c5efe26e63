"""The homeserver as the bot uses it: syncs, events, files, rooms. What is encrypted is read and written here."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Any, Protocol, TypeVar
from urllib.parse import quote
from uuid import uuid4

from bot.platforms.matrix.arriving import Filed, mapping, text
from bot.platforms.matrix.backoff import Limit, insist
from bot.platforms.matrix.device import Device
from bot.platforms.matrix.http import FILES, MEDIA, ROOMS, Http, Json, path, told
from bot.platforms.matrix.rooms import Rooms
from bot.platforms.matrix.trouble import Denied, Failing, Unauthorized, Unreachable

T = TypeVar("T")

ENCRYPTED = "m.room.encrypted"
PAGE = 100
_WAIT_MS = 30_000
_MARGIN = 30.0
_START = 300.0
_BAD_REQUEST = 400
_TRIED = 15.0
"""Seconds for which the homeserver may fail at what everything else has to wait for."""
_TRIED_FOR_HISTORY = 60.0
_TRIED_FOR_ANSWERS = 300.0
"""Seconds for which it may fail at sending; an answer that is given up is begun again at the next start."""
# Nobody's presence, receipts or typing concerns the bot; members are asked for where something is encrypted for them.
_FILTER = (
    '{"presence":{"types":[]},"room":{"ephemeral":{"types":[]},"account_data":{"types":[]},'
    '"state":{"lazy_load_members":true},"timeline":{"limit":100,"lazy_load_members":true}}}'
)


class Crypto(Protocol):
    """What is needed of encryption."""

    async def encrypt(self, room: str, kind: str, content: Json) -> tuple[str, Json]:
        """Encrypt an event for a room."""
        ...

    def decrypt(self, event: Json, room: str) -> Json:
        """Give what an encrypted event says; raises Unreadable."""
        ...

    def encrypt_file(self, data: bytes) -> tuple[bytes, Json]:
        """Encrypt a file; gives it with what is needed to read it."""
        ...

    def decrypt_file(self, data: bytes, keys: Mapping[str, Any]) -> bytes:
        """Give what an encrypted file is; raises Unreadable."""
        ...


def transaction(*of: str) -> str:
    """Name what is sent, so that a second attempt is known as one: the homeserver then gives the first event."""
    return hashlib.sha256("\n".join(of).encode()).hexdigest()[:40]


def _of_no_room() -> str:
    """Write a filter that leaves all rooms out. Each is another: what was asked before is answered from a memory."""
    return f'{{"presence":{{"types":[]}},"account_data":{{"types":[]}},"room":{{"rooms":["!{uuid4().hex}:none"]}}}}'


class Homeserver:
    """One account on one homeserver. Every method waits for a homeserver that is not there, unless it says otherwise.

    Raises Unauthorized where the token is no longer good, and Denied where something is refused.
    """

    def __init__(self, http: Http, device: Device, rooms: Rooms, crypto: Crypto) -> None:
        self._http = http
        self._crypto = crypto
        self._rooms = rooms
        self.me = device.user
        self._since: str | None = None

    async def sync(self, since: str | None, *, whole: bool) -> Json:
        """Ask what is new since a token; with `whole`, for the state of all rooms, too, at once.

        Raises Denied where the token is no use, and Unauthorized. What else is refused (an account that is locked, a
        homeserver that is full) may be mended there: it is asked again.
        """
        query: dict[str, str | int | None] = {"filter": _FILTER, "set_presence": "offline", "since": since}
        query |= {"full_state": "true", "timeout": 0} if whole else {"timeout": _WAIT_MS}
        patience = _START if whole else _WAIT_MS / 1000 + _MARGIN
        self._since = since

        async def attempt() -> Json:
            """Ask once; whatever is not about the token or the place in the timeline may pass."""
            try:
                found = await self._http.get(path("sync", **query), patience)
            except Unauthorized:
                raise
            except Denied as error:
                if since is not None and error.status == _BAD_REQUEST:
                    raise
                raise Unreachable(error.code) from error
            told(found, "next_batch")
            return found

        return await insist(attempt, "asking what is new")

    async def invitations(self) -> Mapping[str, Any]:
        """Give the invitations that wait for an answer, by room: a sync tells of each once."""
        found = await self.get(path("sync", filter=_of_no_room(), set_presence="offline", timeout=0))
        return mapping(mapping(found.get("rooms")).get("invite"))

    def read(self, event: Json, room: str) -> Json:
        """Give an event, decrypted if it is encrypted. Raises Unreadable."""
        return self._crypto.decrypt(event, room) if event.get("type") == ENCRYPTED else event

    async def event(self, room: str, event: str) -> Json | None:
        """Give an event by its id; None where there is none, or it is not the bot's to see. Raises Unreadable."""
        try:
            found = await self.get(path("rooms", room, "event", event))
        except Failing:
            raise
        except Denied:
            return None
        return self.read(found, room)

    async def before(self, room: str, token: str | None) -> tuple[list[Any], str | None]:
        """Give a page of a room's events going back from a token (or the end), and the token where it goes on."""
        where = path("rooms", room, "messages", dir="b", limit=PAGE, **{"from": token})
        found = await self._insist(lambda: self._http.get(where), _TRIED_FOR_HISTORY)
        chunk, end = found.get("chunk"), found.get("end")
        return chunk if isinstance(chunk, list) else [], end if isinstance(end, str) else None

    async def reacted(self, room: str, event: str, key: str) -> AsyncIterator[str]:
        """Give those who react to an event with a sign now: reactions that were taken back are gone."""
        where = f"{ROOMS}/{quote(room, safe='')}/relations/{quote(event, safe='')}/m.annotation/m.reaction?limit={PAGE}"
        token: str | None = ""
        while token is not None:
            found = await self.get(where + (f"&from={quote(token, safe='')}" if token else ""))
            for reaction in map(mapping, found.get("chunk") or ()):
                sign = text(mapping(mapping(reaction.get("content")).get("m.relates_to")).get("key")) or ""
                person = text(reaction.get("sender"))
                if person is not None and sign.rstrip("\ufe0f") == key:
                    yield person
            token = text(found.get("next_batch"))

    async def send(self, room: str, kind: str, content: Json, number: str, *, patient: bool = True) -> str:
        """Send an event under a transaction's name; gives its id. A second attempt gives the same event.

        Not `patient`, it raises Unreachable instead of waiting.
        """

        async def attempt() -> str:
            """Send it once; by the time of a second attempt the room may be encrypted."""
            known, sent = self._rooms.get(room), (kind, content)
            # Reactions are never encrypted: the homeserver has to put them together.
            if known is not None and known.encrypted and kind != "m.reaction":
                sent = await self._crypto.encrypt(room, kind, content)
            found = await self._http.put(path("rooms", room, "send", sent[0], number), sent[1])
            return told(found, "event_id")

        return await (insist(attempt, "sending", Limit(_TRIED_FOR_ANSWERS, self._works)) if patient else attempt())

    async def upload(self, room: str, data: bytes, media: str, name: str) -> Json:
        """Store a file for a room; gives what an event says of where it is: `url`, or `file` where it is encrypted."""
        known = self._rooms.get(room)
        if known is not None and known.encrypted:
            hidden, keys = self._crypto.encrypt_file(data)
            return {"file": {**keys, "url": await self._store(hidden, "application/octet-stream", "file")}}
        return {"url": await self._store(data, media, name)}

    async def _store(self, data: bytes, media: str, name: str) -> str:
        limit = Limit(_TRIED, self._works)
        return await insist(lambda: self._http.upload(data, media, name), "storing a file", limit)

    async def download(self, file: Filed, most: int) -> bytes:
        """Fetch a file of so many bytes at most, decrypted. Doesn't wait; raises TooLarge, Unreadable, Unreachable."""
        parts = file.url.removeprefix("mxc://").split("/")
        if len(parts) != 2 or not all(parts):
            raise Denied("M_NOT_FOUND")
        where = "".join(f"/{quote(part, safe='')}" for part in parts)
        try:
            data = await self._http.download(FILES + where, most)
        except Denied as error:
            if error.code != "M_UNRECOGNIZED":
                raise
            data = await self._http.download(f"{MEDIA}/download{where}", most)  # homeservers of before 2024
        return data if file.keys is None else await asyncio.to_thread(self._crypto.decrypt_file, data, file.keys)

    async def redact(self, room: str, event: str) -> None:
        """Take one of the bot's own events back."""
        await self.put(path("rooms", room, "redact", event, transaction("redact", event)), {})

    async def join(self, room: str) -> None:
        """Go into a room."""
        await self.post(path("rooms", room, "join"), {})

    async def leave(self, room: str) -> None:
        """Go out of a room, or turn an invitation down."""
        await self.post(path("rooms", room, "leave"), {})

    async def create_direct(self, person: str, *, encrypted: bool) -> str:
        """Make a direct room with somebody; gives its id."""
        keyed = {"type": "m.room.encryption", "state_key": "", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}
        body = {
            "is_direct": True,
            "invite": [person],
            "preset": "trusted_private_chat",
            "initial_state": [keyed] if encrypted else [],
        }
        return told(await self.post(path("createRoom"), body), "room_id")

    async def get(self, where: str) -> Json:
        """Ask for something."""
        return await self._insist(lambda: self._http.get(where))

    async def put(self, where: str, body: Mapping[str, Any]) -> Json:
        """Put something."""
        return await self._insist(lambda: self._http.put(where, body))

    async def post(self, where: str, body: Mapping[str, Any]) -> Json:
        """Post something."""
        return await self._insist(lambda: self._http.post(where, body))

    async def _insist(self, attempt: Callable[[], Awaitable[Json]], seconds: float = _TRIED) -> Json:
        return await insist(attempt, "asking", Limit(seconds, self._works))

    async def _works(self) -> bool:
        """Whether the homeserver tells what is new, whatever becomes of anything else."""
        try:
            await self._http.get(
                path("sync", filter=_of_no_room(), set_presence="offline", since=self._since, timeout=0)
            )
        except (Denied, Unreachable):
            return False
        return True
