"""What nio returns and does where something is wrong: told apart, and never raised as it is."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nio import KeysQueryError, KeysUploadError, KeysUploadResponse, ShareGroupSessionError

from bot import logs
from bot.config import Log
from bot.platforms.matrix.crypto import Crypto, _sound
from bot.platforms.matrix.device import Device
from bot.platforms.matrix.trouble import Unauthorized, Unreachable, Unreadable

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)
KEYS = ["algorithm", "ciphertext", "session_id", "sender_key", "device_id"]
ROOM = "!room:test"


@pytest.fixture
async def crypto(tmp_path: Path) -> AsyncIterator[Crypto]:
    made = await Crypto.open(Device("http://127.0.0.1:9", "@reader:test", "DEVICE", "token"), tmp_path)
    yield made
    await made.close()


def test_errors_that_are_returned_are_raised_as_what_they_mean() -> None:
    for error in (KeysUploadError("x", "M_UNKNOWN_TOKEN"), KeysQueryError("x", "M_MISSING_TOKEN")):
        with pytest.raises(Unauthorized):
            _sound(error)
    for error in (KeysUploadError("x", "M_LIMIT_EXCEEDED"), ShareGroupSessionError("x", None, ROOM, set())):
        with pytest.raises(Unreachable):
            _sound(error)
    _sound(KeysUploadResponse(1, 1))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=ANYTHING | st.dictionaries(st.sampled_from(KEYS), ANYTHING | st.just("m.megolm.v1.aes-sha2")))
async def test_encrypted_events_of_any_form_are_unreadable(crypto: Crypto, content: Any) -> None:
    event = {"event_id": "$x", "sender": "@ada:test", "type": "m.room.encrypted", "origin_server_ts": 1}
    with pytest.raises(Unreadable):
        crypto.decrypt({**event, "content": content}, ROOM)
    with pytest.raises(Unreadable):
        crypto.decrypt({"content": content}, ROOM)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sync=st.dictionaries(st.sampled_from(["to_device", "device_lists", "rooms", "next_batch"]), ANYTHING))
async def test_syncs_of_any_form_are_taken(crypto: Crypto, sync: Any) -> None:
    await crypto.take(sync, [ROOM])


async def test_letters_are_encrypted_as_they_are(crypto: Crypto) -> None:
    """nio would write each Cyrillic letter as six signs; an answer of them would be too large to be sent."""
    olm = crypto._client.olm
    assert olm is not None
    with pytest.raises(Unreachable):
        crypto._sealed(ROOM, "m.room.message", {})
    olm.create_outbound_group_session(ROOM)
    with pytest.raises(Unreachable):  # nobody has the key yet
        crypto._sealed(ROOM, "m.room.message", {})
    olm.outbound_group_sessions[ROOM].shared = True
    content = {"body": "щось" * 3_000, "m.relates_to": {"m.in_reply_to": {"event_id": "$x"}}}
    sealed = crypto._sealed(ROOM, "m.room.message", content)
    assert len(sealed["ciphertext"]) < 24_000 * 4 / 3 + 500
    assert sealed["m.relates_to"] == content["m.relates_to"]
    event = {"event_id": "$y", "sender": "@reader:test", "type": "m.room.encrypted", "origin_server_ts": 1}
    read = crypto.decrypt({**event, "content": sealed}, ROOM)
    assert (read["type"], read["content"]) == ("m.room.message", content)


async def test_an_odd_thing_takes_nothing_along_that_came_with_it(
    crypto: Crypto, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []

    async def receive(response: Any) -> None:
        for event in response.to_device_events:
            taken.append(event.sender)
            if event.sender == "@eve:test":
                raise ValueError

    monkeypatch.setattr(crypto._client, "receive_response", receive)
    content = {
        "algorithm": "m.olm.v1.curve25519-aes-sha2",
        "sender_key": "k",
        "ciphertext": {"k": {"body": "", "type": 0}},
    }
    sent = [{"type": "m.room.encrypted", "sender": f"@{who}:test", "content": content} for who in ("ada", "eve", "ben")]
    sent.insert(1, {"type": "m.room.encrypted", "sender": "@odd:test", "content": 5})
    await crypto.take({"next_batch": "n", "to_device": {"events": [*sent, 5, {"type": "m.room_key_request"}]}}, [])
    assert taken == ["@ada:test", "@eve:test", "@ben:test"]


async def test_what_somebody_sent_is_told_and_ends_nothing(
    crypto: Crypto, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.configure(Log(format="json"))

    async def receive(_: Any) -> None:
        raise ValueError("odd")

    monkeypatch.setattr(crypto._client, "receive_response", receive)
    await crypto.take({"next_batch": "n", "device_lists": {"changed": ["@ada:test"], "left": []}}, [])
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [(line["level"], line["kind"]) for line in lines] == [("warning", "ValueError")]


async def test_none_left_is_not_taken_for_not_told(crypto: Crypto) -> None:
    olm = crypto._client.olm
    assert olm is not None
    olm.account.shared = True
    for told, wanted in (({"signed_curve25519": 50}, False), ({"signed_curve25519": 0}, True), ({}, True)):
        await crypto.take({"next_batch": str(told), "device_one_time_keys_count": told}, [])
        assert crypto._client.should_upload_keys is wanted


async def test_a_file_is_what_it_was_or_unreadable(crypto: Crypto) -> None:
    hidden, keys = crypto.encrypt_file(b"some words")
    assert crypto.decrypt_file(hidden, keys) == b"some words"
    for data, odd in ((hidden + b"x", keys), (hidden, {}), (hidden, {**keys, "iv": 5}), (hidden, {**keys, "key": {}})):
        with pytest.raises(Unreadable):
            crypto.decrypt_file(data, odd)


async def test_a_device_has_a_fingerprint_that_stays(crypto: Crypto, tmp_path: Path) -> None:
    again = await Crypto.open(Device("http://127.0.0.1:9", "@reader:test", "DEVICE", "token"), tmp_path)
    assert len(crypto.fingerprint) == 43
    assert again.fingerprint == crypto.fingerprint
    await again.close()
