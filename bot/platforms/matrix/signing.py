"""Signing JSON as Matrix does: Ed25519 over the canonical form, without what was signed before and what is unsigned.

Canonical JSON and signatures are those of the specification's appendices ("Signing JSON", "Canonical JSON").
"""

import base64
import binascii
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from Crypto.Signature import eddsa

from bot.platforms.matrix.arriving import mapping
from bot.platforms.matrix.http import Json

SEED = 32
"""Bytes of a private key."""
_NOT_SIGNED = ("signatures", "unsigned")


def canonical(value: Mapping[str, Any]) -> bytes:
    """Write JSON in the one form that signatures are made of: keys sorted, no spaces, UTF-8."""
    signed = {name: part for name, part in value.items() if name not in _NOT_SIGNED}
    return json.dumps(signed, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def unpadded(data: bytes) -> str:
    """Write bytes in base64 without padding, as Matrix writes keys and signatures."""
    return base64.b64encode(data).decode().rstrip("=")


def padded(text: str) -> bytes:
    """Read base64 without padding. Raises ValueError."""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except binascii.Error:
        raise ValueError("no base64") from None


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private Ed25519 key. Its seed is never printed."""

    seed: bytes = field(repr=False)

    @classmethod
    def new(cls) -> "SigningKey":
        """Make a new one."""
        return cls(secrets.token_bytes(SEED))

    @property
    def public(self) -> str:
        """The public key, which is also its name."""
        return unpadded(eddsa.import_private_key(self.seed).public_key().export_key(format="raw"))

    def signed(self, value: Mapping[str, Any], user: str) -> Json:
        """Give a value with this key's signature beside those that are there."""
        made = eddsa.new(eddsa.import_private_key(self.seed), "rfc8032").sign(canonical(value))
        before = {who: dict(mapping(found)) for who, found in mapping(value.get("signatures")).items()}
        ours = before.get(user, {}) | {f"ed25519:{self.public}": unpadded(made)}
        return {**value, "signatures": before | {user: ours}}


def is_signed(value: Any, user: str, public: str) -> bool:
    """Whether a value has a good signature of a public key of somebody's. Whatever form it has, this raises nothing."""
    value = mapping(value)
    made = mapping(mapping(value.get("signatures")).get(user)).get(f"ed25519:{public}")
    if not isinstance(made, str):
        return False
    try:
        eddsa.new(eddsa.import_public_key(padded(public)), "rfc8032").verify(canonical(value), padded(made))
    except ValueError:
        return False
    return True
