"""The private keys that the bot's account vouches for its device with: three seeds, in a file that only its user reads.

New ones are written down before they are published, beside those in force: whatever is cut short, the private keys of
what the homeserver has are there.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from bot.platforms.matrix.arriving import mapping
from bot.platforms.matrix.http import Json
from bot.platforms.matrix.signing import SEED, SigningKey, padded, unpadded
from bot.store.keeping import keep

SEEDS_FILE = "cross-signing.json"
FRESH_FILE = "cross-signing.new.json"


class Role(StrEnum):
    """What a key of an account is for: to vouch for the others, for its own devices, for other people."""

    MASTER = "master"
    SELF = "self_signing"
    USER = "user_signing"


@dataclass(frozen=True, slots=True)
class Seeds:
    """The three private keys of an account."""

    keys: Mapping[Role, SigningKey]

    @classmethod
    def new(cls) -> "Seeds":
        """Make new ones."""
        return cls({role: SigningKey.new() for role in Role})

    @property
    def master(self) -> str:
        """The public master key, which names the whole."""
        return self.keys[Role.MASTER].public

    def published(self, user: str) -> Json:
        """Give what the homeserver is told: the public keys, the master's signature on the two others."""
        told = {role: _public(user, role, key) for role, key in self.keys.items()}
        master = self.keys[Role.MASTER]
        return {f"{role}_key": key if role is Role.MASTER else master.signed(key, user) for role, key in told.items()}


def _public(user: str, role: Role, key: SigningKey) -> Json:
    return {"user_id": user, "usage": [role.value], "keys": {f"ed25519:{key.public}": key.public}}


def kept(folder: Path) -> list[Seeds]:
    """Give what is kept in a folder: those in force first, then new ones that may not be published yet."""
    found = [_read(folder / name) for name in (SEEDS_FILE, FRESH_FILE)]
    return [seeds for seeds in found if seeds is not None]


def unpublished(folder: Path) -> Seeds | None:
    """Give new ones that were kept and may not be published yet."""
    return _read(folder / FRESH_FILE)


def keep_fresh(seeds: Seeds, folder: Path) -> None:
    """Keep new ones, before they are published."""
    keep(folder / FRESH_FILE, json.dumps({role: unpadded(key.seed) for role, key in seeds.keys.items()}).encode())


def settle(seeds: Seeds, folder: Path) -> None:
    """Put the new ones in the place of those before, once they are published."""
    fresh = _read(folder / FRESH_FILE)
    if fresh is not None and fresh.master == seeds.master:
        (folder / FRESH_FILE).replace(folder / SEEDS_FILE)


def _read(file: Path) -> Seeds | None:
    """Read a file; None where there is none, or it can't be read: then the keys are as good as another's."""
    try:
        written: Any = json.loads(file.read_text(encoding="utf-8"))
        seeds = {role: padded(str(mapping(written)[role.value])) for role in Role}
    except (OSError, ValueError, KeyError):
        return None
    if any(len(seed) != SEED for seed in seeds.values()):
        return None
    return Seeds({role: SigningKey(seed) for role, seed in seeds.items()})
