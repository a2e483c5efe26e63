"""Who the bot is on Matrix: its account, its device, and the folder in which both are kept.

The device is kept for good: the homeserver knows repeated answers by it, and others encrypt for it.
"""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bot.errors import CryptoStoreLost
from bot.platforms.matrix.keeping import keep

DEVICE_FILE = "device.json"
CRYPTO_STORE = "keys.db"


@dataclass(frozen=True, slots=True)
class Device:
    """A device of the bot's account, and the token that it is let in with. The token is never printed."""

    homeserver: str
    user: str
    device: str
    token: str = field(repr=False)


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
    if not (folder / CRYPTO_STORE).exists():
        raise CryptoStoreLost(str(folder / CRYPTO_STORE))
    return found


def save(device: Device, folder: Path) -> None:
    """Keep a device where only the bot's user reads it; whole, or not at all."""
    keep(folder / DEVICE_FILE, json.dumps(asdict(device)).encode())
