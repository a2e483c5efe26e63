"""What is waited for, and for how long: requests that fail, keys that don't come, devices that are not the bot's."""

import dataclasses
import sqlite3
from pathlib import Path
from typing import Any

import orjson
import pytest

from bot.errors import CryptoStoreLost, StoreFull
from bot.model import Reply, Text
from bot.platforms.matrix import backoff
from bot.platforms.matrix import device as kept
from bot.platforms.matrix.answering import Answering
from bot.platforms.matrix.arriving import Arrived, What, arrived
from bot.platforms.matrix.backoff import Limit, insist
from bot.platforms.matrix.device import CRYPTO_STORE, Device
from bot.platforms.matrix.drawing import LARGEST, draw
from bot.platforms.matrix.locked import MOST, Locked
from bot.platforms.matrix.reading import Batch
from bot.platforms.matrix.rooms import Rooms
from bot.platforms.matrix.succeeding import Succeeding
from bot.platforms.matrix.syncing import Syncing
from bot.platforms.matrix.trouble import Failing, Unreachable
from bot.words import words


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        monkeypatch.setattr(backoff.time, "monotonic", lambda: self.now)
        monkeypatch.setattr(backoff.asyncio, "sleep", self.sleep)

    async def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.now += seconds


async def failing() -> None:
    raise Unreachable("500")


async def test_what_fails_while_the_homeserver_works_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, asked = Clock(monkeypatch), list[float]()

    async def works() -> bool:
        asked.append(clock.now)
        return len(asked) > 3  # at first it is away

    with pytest.raises(Failing):
        await insist(failing, "trying", Limit(15.0, works))
    assert len(asked) == 4
    assert asked[0] > 15
    assert clock.now > 60


async def test_whoever_is_asked_to_wait_waits_for_as_long_as_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(monkeypatch)
    left = [Unreachable("M_LIMIT_EXCEEDED", wait) for wait in (0.0001, 60.0) for _ in range(100)]

    async def attempt() -> str:
        if left:
            raise left.pop()
        return "done"

    async def works() -> bool:
        return True

    assert await insist(attempt, "trying", Limit(15.0, works)) == "done"
    assert clock.now > 100 * 5


def locked_event(number: int) -> dict[str, Any]:
    return {"event_id": f"${number}"}


def test_the_oldest_of_too_many_events_is_given_up_and_those_of_other_rooms_stay() -> None:
    class Reader:
        open = False

        def unlocked(self, event: dict[str, Any], room: str) -> Arrived | None:
            return Arrived(event["event_id"], room, What.OTHER, "@a:b", 0) if self.open else None

    reader = Reader()
    locked = Locked(reader)
    assert locked.hold("$first", "!b", locked_event(-1)) is None
    given_up = [locked.hold(f"${number}", "!a", locked_event(number)) for number in range(MOST + 2)]
    assert given_up == [None] * MOST + ["$0", "$1"]
    assert "$0" not in locked
    assert "$2" in locked
    assert list(locked.opened()) == []
    reader.open = True
    assert len(list(locked.opened())) == MOST + 1
    assert not locked
    locked.drop("!a")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ({"algorithm": "m.megolm.v1.aes-sha2", "ciphertext": "x", "session_id": "y"}, What.LOCKED),
        ({"algorithm": "m.megolm.v1.aes-sha2", "ciphertext": {}, "session_id": "y"}, What.OTHER),
        ({"algorithm": "m.olm.v1.curve25519-aes-sha2", "ciphertext": {}}, What.OTHER),
        ({}, What.OTHER),
    ],
)
def test_a_key_is_waited_for_where_one_may_come(content: dict[str, Any], what: What) -> None:
    found = arrived({"event_id": "$x", "sender": "@a:b", "type": "m.room.encrypted", "content": content}, "!r")
    assert found is not None
    assert found.what is what


def test_half_letters_become_a_sign() -> None:
    content = {"msgtype": "m.text", "body": "!quote \ud800 \udfff я"}
    found = arrived({"event_id": "$x", "sender": "@a:b", "type": "m.room.message", "content": content}, "!r")
    assert found is not None
    assert found.text == "!quote \ufffd \ufffd я"


def test_a_clock_that_is_set_back_denies_nobody_anything() -> None:
    clock = next(field.default for field in dataclasses.fields(Answering) if field.name == "clock")
    assert clock.__name__ == "monotonic"


@pytest.mark.parametrize("said", ['"quoted" ' * 9_000, "щось українською " * 4_000, "line\n" * 9_000, "😀" * 20_000])
def test_a_message_has_room_for_its_encryption(said: str) -> None:
    for message in draw(Reply((Text(said), Text(said))), words("en")):
        size = len(orjson.dumps(message.plain)) + len(orjson.dumps(message.html))
        assert size <= LARGEST
        assert size * 4 / 3 < 40_000


DEVICE = Device("http://127.0.0.1:9", "@reader:test", "DEVICE", "token", "print")


@pytest.mark.parametrize("written", [b"", b"no database" * 500, "cut"])
def test_broken_keys_are_told(tmp_path: Path, written: bytes | str) -> None:
    keys = tmp_path / CRYPTO_STORE
    with sqlite3.connect(keys) as connection:
        connection.execute("CREATE TABLE accounts (account TEXT)")
        connection.executemany("INSERT INTO accounts VALUES (?)", [("x" * 900,)] * 90)
    connection.close()
    kept.save(DEVICE, tmp_path)
    assert kept.load(tmp_path) == DEVICE
    keys.write_bytes(keys.read_bytes()[:9_000] if isinstance(written, str) else written)
    if written == b"":  # an empty file is a database without anything: other keys are made in it
        with pytest.raises(CryptoStoreLost):
            kept.same(DEVICE, kept.load(tmp_path), "another", tmp_path)
    else:
        with pytest.raises(CryptoStoreLost):
            kept.load(tmp_path)


def test_a_device_of_before_fingerprints_were_kept_gets_one(tmp_path: Path) -> None:
    before = dataclasses.replace(DEVICE, fingerprint="")
    assert kept.same(before, before, "print", tmp_path) == DEVICE
    other = dataclasses.replace(DEVICE, device="OTHER", fingerprint="")
    assert kept.same(other, DEVICE, "another", tmp_path).fingerprint == "another"


class Checkpoint:
    """A disk that is full twice."""

    def __init__(self) -> None:
        self.left = 2

    async def advance(self, *_: object) -> frozenset[str]:
        self.left -= 1
        if self.left >= 0:
            raise StoreFull("store.db")
        return frozenset({"$x"})


async def test_a_full_disk_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    Clock(monkeypatch)
    parts: dict[str, Any] = dict.fromkeys((field.name for field in dataclasses.fields(Syncing)), None)
    syncing = Syncing(**{**parts, "checkpoint": Checkpoint()})
    assert await syncing._written(Batch("next"), {}) == {"$x"}


async def test_a_room_is_told_that_it_takes_another_s_place_before_anything_follows() -> None:
    """A kill, or a full disk, in between: both are done again, and the sentence has the same name."""
    done: list[str] = []

    class Server:
        me = "@reader:test"

        async def get(self, where: str) -> dict[str, Any]:
            return {"replacement_room": "!new"}

        async def send(self, room: str, kind: str, content: Any, number: str) -> str:
            done.append(f"{room} {number}")
            return "$said"

    class Following:
        left = 1

        async def anything(self, community: str) -> bool:
            return True

        async def follow(self, of: tuple[str, str], to: tuple[str, str]) -> bool:
            done.append("followed")
            self.left -= 1
            if self.left >= 0:
                raise StoreFull("store.db")
            return False

    class Spoken:
        def spoken(self, community: str, language: str) -> str:
            return language

    rooms = Rooms()
    created = {"type": "m.room.create", "state_key": "", "content": {"predecessor": {"room_id": "!old"}}}
    rooms.take("!new", [created])
    parts: list[Any] = [Server(), rooms, (), Following(), None, Spoken(), "en"]
    succeeding = Succeeding(*parts)
    with pytest.raises(StoreFull):
        await succeeding.look("!new")
    await succeeding.look("!new")
    assert [word for word in done if word == "followed"] == ["followed"] * 2
    said = [word for word in done if word != "followed"]
    assert len(said) == 2
    assert len(set(said)) == 1
    assert done[0] == said[0]
