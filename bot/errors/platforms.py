"""Why a platform does not work with the bot."""

from dataclasses import dataclass

from bot.errors.root import CommonplaceError


class PlatformError(CommonplaceError):
    """A platform refuses to work with the bot."""


@dataclass(eq=False)
class TokenMissing(PlatformError):
    """No token is configured for the platform."""

    platform: str


@dataclass(eq=False)
class TokenUnreadable(PlatformError):
    """The file that should hold the platform's token doesn't.

    `reason` is `empty`, `several` (words), `encoding`, or what the system says.
    """

    platform: str
    file: str
    reason: str


@dataclass(eq=False)
class TokenRefused(PlatformError):
    """The platform refused the token: wrong or revoked. The token itself is never told."""

    platform: str


@dataclass(eq=False)
class IntentRefused(PlatformError):
    """The bot is configured to hear messages, and the platform does not let it."""

    platform: str


@dataclass(eq=False)
class HomeserverNotFound(PlatformError):
    """There is no Matrix homeserver at `address`; `reason` is what the connection or its answer says."""

    address: str
    reason: str


@dataclass(eq=False)
class CryptoStoreLost(PlatformError):
    """The bot has a device on Matrix whose keys, which should be in `file`, are missing or broken."""

    file: str
