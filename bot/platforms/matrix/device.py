"""Who the bot is on Matrix: its account, its device, and the folder in which both are kept.

The device is kept for good: the homeserver knows repeated answers by it, and others encrypt for it.
"""

import json
import sqlite3
from contextlib import closing
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from bot.errors import CryptoStoreLost
from bot.store.keeping import keep

DEVICE_FILE = "device.json"
CRYPTO_STORE = "keys.db"


@dataclass(frozen=True, slots=True)
class Device:
    """A device of the bot's account, and the token that it is let in with. The token is never printed.

    `fingerprint` is its public Ed25519 key; empty where it is not known yet.
    """

    homeserver: str
    user: str
    device: str
    token: str = field(repr=False)
    fingerprint: str = ""


def load(folder: Path) -> Device | None:
    """Give the device that is kept in a folder; None where there is none yet.

    Raises CryptoStoreLost where the file is there and the keys, which belong to it, are not.
    """
    try:
        written = json.loads((folder / DEVICE_FILE).read_text(encoding="utf-8"))
        found = Device(**{name: str(value) for name, value in written.items()})
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, AttributeError):
        raise CryptoStoreLost(str(folder / DEVICE_FILE)) from None
    if not _whole(folder / CRYPTO_STORE):
        raise CryptoStoreLost(str(folder / CRYPTO_STORE))
    return found


def same(device: Device, before: Device | None, fingerprint: str, folder: Path) -> Device:
    """Give a device with the fingerprint of its keys. Raises CryptoStoreLost where it had others before."""
    known = before is not None and (before.user, before.device) == (device.user, device.device)
    if before is not None and known and before.fingerprint not in ("", fingerprint):
        raise CryptoStoreLost(str(folder / CRYPTO_STORE))
    return replace(device, fingerprint=fingerprint)


def _whole(file: Path) -> bool:
    """Whether a file is there and is a database in which nothing is broken."""
    if not file.exists():
        return False
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.OperationalError:  # another process has it, or the disk does not read now: nothing is said of it
        return True
    except sqlite3.DatabaseError:
        return False


def save(device: Device, folder: Path) -> None:
    """Keep a device where only the bot's user reads it; whole, or not at all."""
    keep(folder / DEVICE_FILE, json.dumps(asdict(device)).encode())
