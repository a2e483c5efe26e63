"""Being let in: by the device that is kept, by a token, or by a password."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from bot.errors import HomeserverNotFound, TokenMissing, TokenRefused
from bot.platforms.matrix import device as kept
from bot.platforms.matrix.backoff import insist
from bot.platforms.matrix.device import Device
from bot.platforms.matrix.http import VERSIONS, Http, Json, path, told
from bot.platforms.matrix.trouble import Denied, Unreachable

PLATFORM_NAME = "Matrix"
DEVICE_NAME = "Commonplace"
_NAMED = ("user_id", "device_id", "access_token")


@dataclass(frozen=True, slots=True)
class Access:
    """What the operator gave: the homeserver's address, the account (for a password), and one of the secrets."""

    homeserver: str
    user: str | None
    password: str | None = field(repr=False)
    token: str | None = field(repr=False)


async def find(homeserver: str) -> None:
    """Look whether there is a homeserver at an address. Raises HomeserverNotFound; waits for nothing."""
    http = Http(homeserver)
    try:
        found = await http.get(VERSIONS)
    except Unreachable as error:
        raise HomeserverNotFound(http.url, error.reason) from None
    except Denied as error:
        raise HomeserverNotFound(http.url, error.code) from None
    finally:
        await http.close()
    if not isinstance(found.get("versions"), list):
        raise HomeserverNotFound(http.url, "JSON")


async def enter(access: Access, folder: Path) -> Device:
    """Give the device that the bot is let in as; it is tried, but not kept yet.

    Waits for a homeserver that is not there. Raises TokenMissing, TokenRefused and CryptoStoreLost.
    """
    before = kept.load(folder)
    http = Http(access.homeserver)
    try:
        if before is not None and before.homeserver == http.url and not _another(access, before):
            known = replace(before, token=access.token or before.token)
            if await _let_in(http, known.token) == (known.user, known.device):
                return known
        if access.token is not None:
            return await _by_token(http, access.token)
        if access.password is None or access.user is None:
            raise TokenRefused(PLATFORM_NAME) if before is not None else TokenMissing(PLATFORM_NAME)
        # The device that others know keeps its keys: only its token is new.
        same = before.device if before is not None and not _another(access, before) else None
        return await _by_password(http, access.user, access.password, same)
    finally:
        await http.close()


def _another(access: Access, before: Device) -> bool:
    """Whether the operator has chosen another account than the one that is kept."""
    return (
        access.user is not None
        and access.user.removeprefix("@").partition(":")[0] != (before.user.removeprefix("@").partition(":")[0])
    )


async def _let_in(http: Http, token: str) -> tuple[str, str] | None:
    """Give the account and device of a token; None where it is refused."""
    http.token = token
    try:
        found = await insist(lambda: http.get(path("account", "whoami")), "asking who the bot is")
    except Denied:
        return None
    finally:
        http.token = None
    return str(found.get("user_id", "")), str(found.get("device_id", ""))


async def _by_token(http: Http, token: str) -> Device:
    who = await _let_in(http, token)
    if who is None or not who[1]:
        raise TokenRefused(PLATFORM_NAME)
    return Device(http.url, *who, token)


async def _by_password(http: Http, user: str, password: str, device: str | None) -> Device:
    body = {
        "type": "m.login.password",
        "identifier": {"type": "m.id.user", "user": user},
        "password": password,
        "initial_device_display_name": DEVICE_NAME,
        **({"device_id": device} if device else {}),
    }

    async def attempt() -> Json:
        """Log in once. Raises what `told` raises where the answer lacks a name."""
        found = await http.post(path("login"), body)
        for name in _NAMED:
            told(found, name)
        return found

    try:
        found = await insist(attempt, "logging in")
    except Denied:
        raise TokenRefused(PLATFORM_NAME) from None
    return Device(http.url, *(told(found, name) for name in _NAMED))
