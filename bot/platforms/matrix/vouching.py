"""Cross-signing: the bot's account vouches for its device, so that clients don't show it as unknown to its owner.

Neither nio nor vodozemac does this for Python. What is uploaded is that of the specification's "Cross-signing". What is
there already is used, and keys that another client made are replaced only where the operator says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from bot.platforms.matrix import seeds as kept
from bot.platforms.matrix.arriving import mapping
from bot.platforms.matrix.backoff import insist
from bot.platforms.matrix.device import Device
from bot.platforms.matrix.http import Http, Json, path
from bot.platforms.matrix.seeds import Role, Seeds
from bot.platforms.matrix.signing import is_signed
from bot.platforms.matrix.trouble import Denied, Unproven

PASSWORD_STEP = "m.login.password"  # noqa: S105 - the name of a step, from the specification


class Known(StrEnum):
    """What the homeserver has of the bot's device: nothing, other keys than the bot's, or its keys."""

    NO = "no"
    OTHER = "other"
    YES = "yes"


class Keys(StrEnum):
    """Whose cross-signing keys an account has: nobody's, another client's, or the bot's."""

    NONE = "none"
    OTHERS = "others"
    OURS = "ours"


class Obstacle(StrEnum):
    """What kept keys from being published: they are another client's, or the homeserver wants more proof."""

    OTHERS = "others"
    PASSWORD = "password"  # noqa: S105 - the name of an obstacle
    REFUSED = "refused"
    BROWSER = "browser"


@dataclass(frozen=True, slots=True)
class Standing:
    """How the bot's device stands. `address` is where the homeserver wants a person to prove who they are."""

    known: Known
    keys: Keys
    signed: bool
    backup: bool
    obstacle: Obstacle | None = None
    address: str | None = None

    @property
    def good(self) -> bool:
        """Whether nothing is left to do."""
        return self.known is Known.YES and self.keys is Keys.OURS and self.signed


@dataclass(frozen=True, slots=True)
class _Told:
    """What the homeserver tells of the account's keys, and those of the bot's seeds that fit."""

    device: Json
    master: str | None
    ours: Seeds | None
    whole: bool


@dataclass(frozen=True, slots=True)
class Vouching:
    """Looks how the device stands, and makes what is missing. `fingerprint` is the device's own public key."""

    http: Http
    device: Device
    fingerprint: str
    folder: Path
    password: str | None = field(repr=False)

    async def set_up(self, *, reset: bool) -> Standing:
        """Make what is missing; gives how the device stands then. Can be cut short anywhere, and repeated.

        With `reset` new keys take the place of those that another client made. Raises Unauthorized and Denied.
        """
        told = await self._told()
        if told.ours is None or not told.whole:
            if told.master is not None and told.ours is None and not reset:
                return await self._standing(told, Obstacle.OTHERS)
            try:
                await self._publish(told.ours)
            except Unproven as error:
                return await self._standing(told, self._obstacle(error), error.address)
            told = await self._told()
        if told.ours is not None:
            kept.settle(told.ours, self.folder)
            if self._known(told) is Known.YES and not self._signed(told):
                await self._sign(told.device, told.ours)
                told = await self._told()
        return await self._standing(told)

    async def _told(self) -> _Told:
        user = self.device.user
        found = await self._post(path("keys", "query"), {"device_keys": {user: []}})
        device = mapping(mapping(mapping(found.get("device_keys")).get(user)).get(self.device.device))
        public = {role: _key_of(mapping(found.get(f"{role}_keys")).get(user)) for role in Role}
        master = public[Role.MASTER]
        ours = next((seeds for seeds in kept.kept(self.folder) if seeds.master == master), None)
        # The homeserver may have been cut short, too: all three have to be there, the master's signature on each.
        whole = ours is not None and all(
            public[role] == ours.keys[role].public
            and (role is Role.MASTER or is_signed(mapping(found.get(f"{role}_keys")).get(user), user, ours.master))
            for role in Role
        )
        return _Told(dict(device), master, ours, whole)

    async def _publish(self, before: Seeds | None) -> None:
        """Publish the keys of before where they were not published whole, else new ones, or those of an attempt before.

        Raises Unproven.
        """
        seeds = before or self._fresh()
        where, body = path("keys", "device_signing", "upload"), seeds.published(self.device.user)
        try:
            await self._post(where, body)
        except Unproven as error:  # the first keys of an account need no proof on newer homeservers
            if self.password is None or not any(set(way) <= {PASSWORD_STEP} for way in error.ways):
                raise
            await self._post(where, body | {"auth": self._proof(error.session)})
        kept.settle(seeds, self.folder)

    def _fresh(self) -> Seeds:
        """Give keys that were made and never published, or new ones, which are kept first."""
        found = kept.unpublished(self.folder)
        if found is None:
            found = Seeds.new()
            kept.keep_fresh(found, self.folder)
        return found

    def _proof(self, session: str) -> Json:
        who = {"type": "m.id.user", "user": self.device.user}
        return {"type": PASSWORD_STEP, "identifier": who, "password": self.password, "session": session}

    def _obstacle(self, error: Unproven) -> Obstacle:
        if any(set(way) <= {PASSWORD_STEP} for way in error.ways):
            return Obstacle.PASSWORD if self.password is None else Obstacle.REFUSED
        return Obstacle.BROWSER

    async def _sign(self, keys: Json, seeds: Seeds) -> None:
        """Vouch for the device with the self-signing key."""
        user, device = self.device.user, self.device.device
        signed = seeds.keys[Role.SELF].signed({**keys, "signatures": {}}, user)
        signed.pop("unsigned", None)
        await self._post(path("keys", "signatures", "upload"), {user: {device: signed}})

    async def _standing(self, told: _Told, obstacle: Obstacle | None = None, address: str | None = None) -> Standing:
        whose = Keys.NONE if told.master is None else Keys.OURS if told.ours is not None else Keys.OTHERS
        signed = told.ours is not None and told.whole and self._signed(told)
        return Standing(self._known(told), whose, signed, await self._backup(), obstacle, address)

    def _known(self, told: _Told) -> Known:
        """Whether the homeserver shows others the keys that this device has."""
        if not told.device:
            return Known.NO
        shown = mapping(told.device.get("keys")).get(f"ed25519:{self.device.device}")
        return Known.YES if shown == self.fingerprint else Known.OTHER

    def _signed(self, told: _Told) -> bool:
        return told.ours is not None and is_signed(told.device, self.device.user, told.ours.keys[Role.SELF].public)

    async def _backup(self) -> bool:
        """Whether the account has a backup of keys on the homeserver. The bot makes none, and uses none."""
        try:
            await insist(lambda: self.http.get(path("room_keys", "version")), "asking for a backup")
        except Denied as error:
            if error.status == 404:
                return False
            raise
        return True

    async def _post(self, where: str, body: Mapping[str, Any]) -> Json:
        return await insist(lambda: self.http.post(where, body), "asking for keys")


def _key_of(told: Any) -> str | None:
    """Give the public key of what the homeserver tells of one."""
    return next((key for key in mapping(mapping(told).get("keys")).values() if isinstance(key, str)), None)
