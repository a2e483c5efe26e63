"""Signatures over JSON, checked by another implementation; keys of an account, kept and published."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest
import vodozemac
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.matrix import seeds as kept
from bot.platforms.matrix.http import meaning
from bot.platforms.matrix.seeds import Role, Seeds
from bot.platforms.matrix.signing import SigningKey, canonical, is_signed
from bot.platforms.matrix.trouble import Unproven

ME = "@reader:test"
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
VALUES = st.dictionaries(WORDS, st.integers(-(2**53), 2**53) | WORDS | st.booleans() | st.none(), max_size=5)


def holds(value: dict[str, Any], public: str) -> None:
    holds_of(value, ME, public)


def holds_of(value: dict[str, Any], user: str, public: str, named: str | None = None) -> None:
    """Check somebody's signature with the library that the clients use, over what json writes by itself."""
    rest = {name: part for name, part in value.items() if name not in ("signatures", "unsigned")}
    words = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    made = vodozemac.Ed25519Signature.from_base64(value["signatures"][user][f"ed25519:{named or public}"])
    vodozemac.Ed25519PublicKey.from_base64(public).verify_signature(words, made)


@pytest.mark.parametrize(
    ("value", "written"),
    [  # the forms that the specification names
        ({}, "{}"),
        ({"one": 1, "two": "Two"}, '{"one":1,"two":"Two"}'),
        ({"b": "2", "a": "1"}, '{"a":"1","b":"2"}'),
        ({"a": "日本語"}, '{"a":"日本語"}'),
        ({"本": 2, "日": 1}, '{"日":1,"本":2}'),
        ({"a": None, "signatures": {}, "unsigned": {"age": 1}}, '{"a":null}'),
    ],
)
def test_json_has_one_form(value: dict[str, Any], written: str) -> None:
    assert canonical(value) == written.encode()


@given(VALUES, st.binary(min_size=32, max_size=32))
def test_what_is_signed_holds_elsewhere_and_what_is_changed_does_not(value: dict[str, Any], seed: bytes) -> None:
    key = SigningKey(seed)
    signed = key.signed(value, ME)
    holds(signed, key.public)
    assert is_signed(signed, ME, key.public)
    assert not is_signed({**signed, "more": 1}, ME, key.public)
    assert not is_signed(signed, "@other:test", key.public)
    assert not is_signed(signed, ME, SigningKey(bytes(32)).public) or seed == bytes(32)
    assert seed.hex() not in repr(key)


def test_a_signature_stands_beside_those_before() -> None:
    first, second = SigningKey.new(), SigningKey.new()
    both = second.signed(first.signed({"a": 1}, ME), ME)
    holds(both, first.public)
    holds(both, second.public)


@pytest.mark.parametrize("value", [None, [], {"signatures": 1}, {"signatures": {ME: {"ed25519:abc": "!"}}}])
def test_what_is_no_signature_is_none(value: object) -> None:
    assert not is_signed(value, ME, "abc")
    assert not is_signed({"signatures": {ME: {"ed25519:": "AA"}}}, ME, "")


def test_the_master_key_vouches_for_the_others() -> None:
    seeds = Seeds.new()
    told = seeds.published(ME)
    assert told["master_key"]["usage"] == ["master"]
    assert "signatures" not in told["master_key"]
    for name in ("self_signing_key", "user_signing_key"):
        holds(told[name], seeds.master)


def test_seeds_are_kept_for_the_bot_alone_and_new_ones_beside_those_in_force(tmp_path: Path) -> None:
    assert kept.kept(tmp_path) == []
    first, second = Seeds.new(), Seeds.new()
    kept.keep_fresh(first, tmp_path)
    kept.settle(first, tmp_path)
    kept.keep_fresh(second, tmp_path)
    assert [seeds.master for seeds in kept.kept(tmp_path)] == [first.master, second.master]
    kept.settle(first, tmp_path)  # not the fresh ones: they stay beside
    assert kept.unpublished(tmp_path) == second
    kept.settle(second, tmp_path)
    assert kept.kept(tmp_path) == [second]
    (file,) = tmp_path.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert set(json.loads(file.read_text())) == {role.value for role in Role}


@pytest.mark.parametrize("written", ["", "[]", "{}", '{"master": "AA", "self_signing": "AA", "user_signing": "AA"}'])
def test_a_broken_file_holds_no_keys(tmp_path: Path, written: str) -> None:
    (tmp_path / kept.SEEDS_FILE).write_text(written)
    assert kept.kept(tmp_path) == []


def test_what_the_homeserver_wants_as_proof_is_read() -> None:
    flows = [{"stages": ["m.login.password"]}, {"stages": ["m.login.sso", 3]}, "odd", {"stages": None}]
    parameters = {"m.login.sso": 1, "x": {"url": "https://id.example.org/approve"}}
    error = meaning(401, {"flows": flows, "session": "abc", "params": parameters})
    assert isinstance(error, Unproven)
    assert error.ways == (("m.login.password",), ("m.login.sso", "3"))
    assert (error.session, error.address) == ("abc", "https://id.example.org/approve")
    odd = meaning(401, {"flows": []})
    assert isinstance(odd, Unproven)
    assert odd.address is None
