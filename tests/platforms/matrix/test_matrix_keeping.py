"""Keys that arrive while nothing can be written: waited for, kept as one, lost by no kill; and nobody is named."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from nio import KeysClaimResponse, KeysQueryResponse
from nio.store import DefaultStore
from peewee import OperationalError

from bot import logs
from bot.config import Log
from bot.platforms.matrix import crypto as cryptography
from bot.platforms.matrix.crypto import Crypto
from bot.platforms.matrix.device import Device
from bot.platforms.matrix.trouble import Unreachable, Unreadable

ROOM = "!room:test"
ME, PHONE = "@reader:test", "READER"
ADA, ADAS = "@ada:test", "ADAPHONE"


async def opened(user: str, name: str, folder: Path) -> Crypto:
    folder.mkdir(exist_ok=True)
    return await Crypto.open(Device("http://127.0.0.1:9", user, name, "token"), folder)


@pytest.fixture
async def ada(tmp_path: Path) -> AsyncIterator[Crypto]:
    """Somebody who has not spoken to the bot before."""
    made = await opened(ADA, ADAS, tmp_path / "ada")
    yield made
    await made.close()


@pytest.fixture
async def reader(tmp_path: Path) -> AsyncIterator[Crypto]:
    """The bot's device, with keys by which others begin."""
    made = await opened(ME, PHONE, tmp_path / "reader")
    yield made
    await made.close()


def claimed(other: Crypto) -> KeysClaimResponse:
    """What the homeserver gives to whoever wants to begin with ada's device."""
    name, key = next(iter(other._client.olm.share_keys()["one_time_keys"].items()))
    return KeysClaimResponse.from_dict({"one_time_keys": {ADA: {ADAS: {name: key}}}})


def greeting(ada: Crypto, reader: Crypto, *, count: int = 1) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """What the homeserver would tell the bot of the keys of some rooms, and what ada says in each."""
    keys = reader._client.olm.share_keys()
    reader._client.olm.save_account()
    machine = ada._client.olm
    machine.handle_response(KeysQueryResponse.from_dict({"device_keys": {ME: {PHONE: keys["device_keys"]}}}))
    name, key = next(iter(keys["one_time_keys"].items()))
    machine.handle_response(KeysClaimResponse.from_dict({"one_time_keys": {ME: {PHONE: {name: key}}}}))
    sent, said = [], []
    for number in range(count):
        room = f"{ROOM}{number}"
        _, messages = machine.share_group_session(room, [ME], ignore_unverified_devices=True)
        sent.append({"type": "m.room.encrypted", "sender": ADA, "content": messages["messages"][ME][PHONE]})
        machine.outbound_group_sessions[room].shared = True
        sealed = ada._sealed(room, "m.room.message", {"body": f"!sources {number}"})
        said.append({"event_id": f"${number}", "sender": ADA, "type": "m.room.encrypted", "content": sealed})
        said[-1] |= {"origin_server_ts": 1, "room": room}
    return {"next_batch": "n", "to_device": {"events": sent}}, said


def read(crypto: Crypto, event: dict[str, Any]) -> str:
    raw = {key: value for key, value in event.items() if key != "room"}
    return str(crypto.decrypt(raw, event["room"])["content"]["body"])


class Disk:
    """The disk below the keys, as SQLite meets it."""

    def __init__(self, crypto: Crypto) -> None:
        self._database = crypto._client.store.database

    def fill(self) -> None:
        self._database.execute_sql("VACUUM")  # no page of the file is left free
        ((pages,),) = self._database.execute_sql("PRAGMA page_count").fetchall()
        self._database.execute_sql(f"PRAGMA max_page_count = {pages}")

    def empty(self) -> None:
        self._database.execute_sql("PRAGMA max_page_count = 1000000")


def moments(monkeypatch: pytest.MonkeyPatch, *deeds: Any) -> list[float]:
    """Let no time pass where it is waited; before each wait one of `deeds` is done."""
    waited: list[float] = []
    left = list(deeds)

    async def sleep(seconds: float) -> None:
        waited.append(seconds)
        left.pop(0)()

    monkeypatch.setattr(cryptography.asyncio, "sleep", sleep)
    return waited


@pytest.mark.parametrize("count", [1, 12])
async def test_keys_that_come_while_the_disk_is_full_are_waited_for_and_kept(
    ada: Crypto,
    reader: Crypto,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    count: int,
) -> None:
    logs.configure(Log(format="json"))
    sync, said = greeting(ada, reader, count=count)
    disk = Disk(reader)
    disk.fill()
    waited = moments(monkeypatch, lambda: None, disk.empty)
    await reader.take(sync, [])
    assert len(waited) == 2
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [(line["level"], line["kind"]) for line in lines] == [("error", "OperationalError")]
    after = await opened(ME, PHONE, tmp_path / "reader")  # after a kill: what is on the disk
    for crypto in (reader, after):
        assert [read(crypto, event) for event in said] == [f"!sources {number}" for number in range(count)]
    await after.close()


async def test_a_kill_while_it_waits_leaves_everything_as_it_was(
    ada: Crypto, reader: Crypto, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next sync was not asked for, so the homeserver tells of the same keys again."""
    sync, said = greeting(ada, reader, count=3)
    Disk(reader).fill()

    def killed() -> None:
        raise asyncio.CancelledError

    moments(monkeypatch, killed)
    with pytest.raises(asyncio.CancelledError):
        await reader.take(sync, [])
    again = await opened(ME, PHONE, tmp_path / "reader")
    with pytest.raises(Unreadable):
        read(again, said[0])
    await again.take(sync, [])
    assert [read(again, event) for event in said] == [f"!sources {number}" for number in range(3)]
    await again.close()


async def test_what_comes_twice_after_a_kill_changes_nothing(ada: Crypto, reader: Crypto, tmp_path: Path) -> None:
    sync, said = greeting(ada, reader, count=2)
    await reader.take(sync, [])
    again = await opened(ME, PHONE, tmp_path / "reader")
    await again.take(sync, [])
    assert [read(again, event) for event in said] == ["!sources 0", "!sources 1"]
    await again.close()


async def test_nothing_is_said_whose_key_can_t_be_kept(ada: Crypto, reader: Crypto) -> None:
    """It is tried again later, as where the homeserver is away; the command is not taken for answered."""
    full = OperationalError("database or disk is full")

    async def members(_: str) -> None:
        raise full

    reader._client.rooms[ROOM] = type("Room", (), {"members_synced": False})()
    reader._know_members = members  # type: ignore[method-assign]
    with pytest.raises(Unreachable):
        await reader.encrypt(ROOM, "m.room.message", {"body": "x"})


async def test_what_is_no_part_of_a_sync_is_kept_at_once(reader: Crypto, tmp_path: Path) -> None:
    """Before anybody else has it: what is said next must be readable by the bot itself after a kill."""
    reader._client.olm.create_outbound_group_session(ROOM)
    reader._client.olm.outbound_group_sessions[ROOM].shared = True
    said = {"event_id": "$x", "sender": ME, "type": "m.room.encrypted", "origin_server_ts": 1, "room": ROOM}
    after = await opened(ME, PHONE, tmp_path / "reader")
    assert read(after, {**said, "content": reader._sealed(ROOM, "m.room.message", {"body": "words"})}) == "words"
    await after.close()


async def known(crypto: Crypto, other: Crypto, user: str, name: str) -> None:
    """Tell a device of another one, as the homeserver does when it is asked for somebody's devices."""
    keys = other._client.olm.share_keys()["device_keys"] | {"unsigned": {"device_display_name": "Ada's red phone"}}
    told = KeysQueryResponse.from_dict({"device_keys": {user: {name: keys}}})
    await crypto._client.receive_response(told)


def names(folder: Path) -> list[str]:
    """What stands in the files of a folder of who people are."""
    held = b"".join(file.read_bytes() for file in folder.iterdir())
    return [name for name in (ADA, ADAS, "red phone") if name.encode() in held]


async def test_of_people_nothing_is_written_down(ada: Crypto, reader: Crypto, tmp_path: Path) -> None:
    sync, said = greeting(ada, reader)
    await known(reader, ada, ADA, ADAS)
    await reader.take(sync, [])
    assert reader._client.olm.device_store[ADA][ADAS].display_name == "Ada's red phone"
    reader._client.olm.handle_response(claimed(ada))
    sharing, _ = reader._client.olm.share_group_session(ROOM, [ADA], ignore_unverified_devices=True)
    assert sharing == {(ADA, ADAS)}
    assert names(tmp_path / "reader") == []
    after = await opened(ME, PHONE, tmp_path / "reader")
    assert read(after, said[0]) == "!sources 0"
    assert not list(after._client.olm.device_store)
    await after.close()


async def test_what_an_earlier_version_kept_of_people_is_written_over(
    ada: Crypto, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cryptography, "Keeping", DefaultStore)
    before = await opened(ME, PHONE, tmp_path / "reader")
    await known(before, ada, ADA, ADAS)
    before._client.store.ignore_devices([*before._client.olm.device_store])
    fingerprint = before.fingerprint
    await before.close()
    kept = {file.suffix for file in (tmp_path / "reader").iterdir()}
    assert kept > {".db", ".ignored_devices"}
    assert names(tmp_path / "reader") == [ADA, ADAS, "red phone"]
    monkeypatch.undo()
    after = await opened(ME, PHONE, tmp_path / "reader")
    assert after.fingerprint == fingerprint
    await after.close()
    assert names(tmp_path / "reader") == []
    assert [file.name for file in (tmp_path / "reader").iterdir()] == ["keys.db"]


async def test_keys_of_rooms_that_the_bot_is_out_of_are_let_go(ada: Crypto, reader: Crypto, tmp_path: Path) -> None:
    sync, said = greeting(ada, reader, count=3)
    await reader.take(sync, [])
    reader.forget([f"{ROOM}1", "!another:test"])
    after = await opened(ME, PHONE, tmp_path / "reader")
    for crypto in (reader, after):
        assert read(crypto, said[1]) == "!sources 1"
        for gone in (said[0], said[2]):
            with pytest.raises(Unreadable):
                read(crypto, gone)
    await after.close()
    assert f"{ROOM}2".encode() not in (tmp_path / "reader" / "keys.db").read_bytes()


async def test_keys_that_can_t_be_let_go_now_go_later(reader: Crypto, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: object) -> frozenset[str]:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(reader._store, "forget", full)
    reader.forget([])
