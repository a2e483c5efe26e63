"""People on Matrix: what they say and see, straight through the homeserver's HTTP interface, without a library."""

import asyncio
import io
import time
from itertools import count
from typing import Any
from urllib.parse import quote

import aiohttp

from tests.matrix.synapse import NAME, Synapse

_NUMBERS = count()
PATIENCE = 30.0
LATELY = 40
"""Events among which an answer is looked for."""


class Refused(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(status, body)
        self.status, self.code = status, body.get("errcode")


class Person:
    """Somebody with an account, or the bot's account seen from outside."""

    def __init__(self, synapse: Synapse, name: str, token: str, session: aiohttp.ClientSession) -> None:
        self.id = f"@{name}:{NAME}"
        self.token = token
        self._url = synapse.url
        self._session = session
        self._since = ""

    @classmethod
    async def new(cls, synapse: Synapse, session: aiohttp.ClientSession, name: str, *, admin: bool = False) -> "Person":
        return cls(synapse, name, await synapse.register(name, admin=admin), session)

    async def call(self, method: str, path: str, body: Any = None, **query: Any) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self.token}"}
        url = f"{self._url}/_matrix/client/v3{path}"
        async with self._session.request(method, url, json=body, params=query, headers=headers) as answer:
            found: dict[str, Any] = await answer.json()
            if answer.status != 200:
                raise Refused(answer.status, found)
            return found

    async def room(self, *invited: "Person | str", **more: Any) -> str:
        body = {"preset": "private_chat", "invite": [p if isinstance(p, str) else p.id for p in invited], **more}
        return str((await self.call("POST", "/createRoom", body))["room_id"])

    async def join(self, room: str) -> None:
        await self.call("POST", f"/rooms/{quote(room)}/join", {})

    async def send(self, room: str, content: dict[str, Any], kind: str = "m.room.message") -> str:
        number = f"t{next(_NUMBERS)}-{time.monotonic_ns()}"
        return str((await self.call("PUT", f"/rooms/{quote(room)}/send/{kind}/{number}", content))["event_id"])

    async def say(self, room: str, text: str, **more: Any) -> str:
        return await self.send(room, {"msgtype": "m.text", "body": text, **more})

    async def react(self, room: str, event: str, key: str) -> str:
        relation = {"rel_type": "m.annotation", "event_id": event, "key": key}
        return await self.send(room, {"m.relates_to": relation}, "m.reaction")

    async def upload(self, data: bytes, name: str = "file") -> str:
        """Store a file; gives where it is."""
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/octet-stream"}
        url = f"{self._url}/_matrix/media/v3/upload"
        async with self._session.post(url, data=io.BytesIO(data), params={"filename": name}, headers=headers) as answer:
            return str((await answer.json())["content_uri"])

    async def direct(self, bot: "Person") -> str:
        """Open a direct room with the bot, as clients do; gives it once the bot is there."""
        room = await self.room(bot, is_direct=True)
        for _ in range(200):
            if bot.id in await self.members(room):
                return room
            await asyncio.sleep(0.05)
        raise AssertionError("the bot did not come")

    async def chatter(self, room: str, count: int) -> None:
        """Say so many things that are no commands, several at a time: only that they are many matters."""
        for start in range(0, count, 10):
            numbers = range(start, min(start + 10, count))
            await asyncio.gather(*(self.say(room, f"words {number}") for number in numbers))

    async def redact(self, room: str, event: str) -> None:
        await self.call("PUT", f"/rooms/{quote(room)}/redact/{quote(event)}/r{next(_NUMBERS)}", {})

    async def state(self, room: str, kind: str, content: dict[str, Any], key: str = "") -> str:
        path = f"/rooms/{quote(room)}/state/{kind}/{quote(key)}"
        return str((await self.call("PUT", path, content))["event_id"])

    async def members(self, room: str) -> set[str]:
        return set((await self.call("GET", f"/rooms/{quote(room)}/joined_members"))["joined"])

    async def membership(self, room: str, person: "Person") -> str:
        """Whether somebody is in a room, invited, or has left it."""
        path = f"/rooms/{quote(room)}/state/m.room.member/{quote(person.id)}"
        return str((await self.call("GET", path))["membership"])

    async def sent(self) -> list[dict[str, Any]]:
        """What was sent to this person's device since this was asked last."""
        since = {"since": self._since} if self._since else {}
        found = await self.call("GET", "/sync", timeout=0, **since)
        self._since = found["next_batch"]
        return list(found.get("to_device", {}).get("events", []))

    async def joined(self) -> list[str]:
        return list((await self.call("GET", "/joined_rooms"))["joined_rooms"])

    async def invited(self) -> dict[str, Any]:
        """The rooms that somebody was invited to since this was asked last."""
        since = {"since": self._since} if self._since else {}  # the same question again would be answered from a cache
        found = await self.call("GET", "/sync", timeout=0, **since)
        self._since = found["next_batch"]
        return dict(found.get("rooms", {}).get("invite", {}))

    async def arrivals(self, patience: float = 1.0) -> list[tuple[str, dict[str, Any]]]:
        """What came in all rooms since this was asked last, as (room, event); waits a moment for something."""
        since = {"since": self._since, "timeout": int(patience * 1000)} if self._since else {"timeout": 0}
        found = await self.call("GET", "/sync", **since)
        self._since = found["next_batch"]
        joined = found.get("rooms", {}).get("join", {})
        return [(room, event) for room, told in joined.items() for event in told["timeline"]["events"]]

    async def history(self, room: str, most: int = 2000) -> list[dict[str, Any]]:
        """All events of a room, the oldest first."""
        found: list[dict[str, Any]] = []
        start: dict[str, str] = {}
        while len(found) < most:
            page = await self.call("GET", f"/rooms/{quote(room)}/messages", dir="b", limit=500, **start)
            found.extend(page["chunk"])
            if "end" not in page or not page["chunk"]:
                break
            start = {"from": page["end"]}
        return found[::-1]

    async def answers(
        self, room: str, by: "Person", least: int = 0, patience: float = PATIENCE, kind: str = "m.room.message"
    ) -> list[dict[str, Any]]:
        """What somebody has said in a room, once it is at least so much."""
        until = time.monotonic() + patience
        while True:
            said = [
                event
                for event in await self.history(room)
                if event["sender"] == by.id and event["type"] == kind and event["content"]
            ]
            if len(said) >= least or time.monotonic() > until:
                return said
            await asyncio.sleep(0.1)

    async def answer_to(self, room: str, event: str, by: "Person", patience: float = PATIENCE) -> dict[str, Any]:
        """The first answer to an event."""
        until = time.monotonic() + patience
        while time.monotonic() < until:
            last = await self.call("GET", f"/rooms/{quote(room)}/messages", dir="b", limit=LATELY)
            for said in last["chunk"][::-1]:
                if said["sender"] == by.id and said["type"] == "m.room.message" and answers_to(said) == event:
                    return dict(said)
            await asyncio.sleep(0.05)
        raise AssertionError(f"no answer to {event}")

    async def ask(self, room: str, text: str, by: "Person", **more: Any) -> dict[str, Any]:
        return await self.answer_to(room, await self.say(room, text, **more), by)


def answers_to(event: dict[str, Any]) -> str | None:
    relation = event["content"].get("m.relates_to")
    found = relation.get("m.in_reply_to", {}).get("event_id") if isinstance(relation, dict) else None
    return str(found) if found else None


async def invited(person: Person) -> str:
    """Take up the invitation to a direct room."""
    for _ in range(200):
        found = await person.invited()
        for room, told in found.items():
            states = told["invite_state"]["events"]
            if any(e["type"] == "m.room.member" and e["content"].get("is_direct") for e in states):
                await person.join(room)
                return room
        await asyncio.sleep(0.05)
    raise AssertionError("no invitation")
