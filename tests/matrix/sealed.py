"""Somebody in encrypted rooms: a client with end-to-end encryption, as people use one."""

import asyncio
import time
from pathlib import Path
from typing import Any

from nio import AsyncClient, AsyncClientConfig, ShareGroupSessionResponse

from tests.matrix.people import Person
from tests.matrix.synapse import PASSWORD, Synapse

ALGORITHM = {"algorithm": "m.megolm.v1.aes-sha2"}
KEYED = {"initial_state": [{"type": "m.room.encryption", "state_key": "", "content": ALGORITHM}]}
"""Makes a room encrypted from the beginning."""


class Slow(AsyncClient):
    """A client whose keys can be held back on their way, as a slow line does."""

    held: list[Any] | None = None

    async def _send(self, response_class: Any, *args: Any, **kwargs: Any) -> Any:
        if response_class is ShareGroupSessionResponse and self.held is not None:
            self.held.append((response_class, args, kwargs))
            return ShareGroupSessionResponse(*kwargs["response_data"])
        return await super()._send(response_class, *args, **kwargs)

    async def let_go(self) -> None:
        held, self.held = self.held or [], None
        for response_class, args, kwargs in held:
            await self._send(response_class, *args, **kwargs)


class Sealed:
    """A device of somebody's; it syncs when it is told to."""

    def __init__(self, synapse: Synapse, person: Person, folder: Path, device: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.person = person
        self.client = Slow(synapse.url, person.id, device, str(folder), AsyncClientConfig(store_name="k.db"))

    async def login(self) -> "Sealed":
        await self.client.login(PASSWORD)
        await self.client.keys_upload()
        await self.sync(full_state=True)
        return self

    async def sync(self, **more: Any) -> None:
        await self.client.sync(timeout=0, **more)
        if self.client.should_query_keys:
            await self.client.keys_query()

    async def say(self, room: str, text: str) -> str:
        await self.sync()
        content = {"msgtype": "m.text", "body": text}
        sent = await self.client.room_send(room, "m.room.message", content, ignore_unverified_devices=True)
        return str(sent.event_id)

    async def read(self, event: dict[str, Any], room: str) -> dict[str, Any]:
        """What an encrypted event says; the key may still be on its way."""
        from nio import Event
        from nio.exceptions import EncryptionError

        parsed = Event.parse_encrypted_event(event)
        parsed.room_id = room
        for _ in range(50):
            try:
                return dict(self.client.decrypt_event(parsed).source)
            except EncryptionError:
                await asyncio.sleep(0.1)
                await self.sync()
        raise AssertionError("no key")

    async def answer_to(self, room: str, event: str, by: Person, patience: float = 20.0) -> dict[str, Any]:
        until = time.monotonic() + patience
        while time.monotonic() < until:
            for said in await self.person.history(room):
                relation = said["content"].get("m.relates_to", {})
                if said["sender"] == by.id and relation.get("m.in_reply_to", {}).get("event_id") == event:
                    assert said["type"] == "m.room.encrypted"
                    return await self.read(said, room)
            await asyncio.sleep(0.1)
        raise AssertionError("no answer")

    async def close(self) -> None:
        await self.client.close()
        if self.client.store is not None:
            self.client.store.database.close()
