"""Why the database cannot be used as it is."""

from dataclasses import dataclass

from bot.errors.root import CommonplaceError


class StoreError(CommonplaceError):
    """The database cannot be used as it is."""


@dataclass(eq=False)
class StoreMissing(StoreError):
    """There is no database at that place, and none may be made."""

    file: str


@dataclass(eq=False)
class StoreNewer(StoreError):
    """The database was written by a newer version of the bot."""

    file: str
    found: int
    known: int


@dataclass(eq=False)
class StoreOlder(StoreError):
    """The database was written by an earlier version of the bot, and may only be looked into here."""

    file: str
    found: int
    known: int


@dataclass(eq=False)
class StoreDamaged(StoreError):
    """The database fails its integrity check."""

    file: str
    reason: str


@dataclass(eq=False)
class StoreReadOnly(StoreError):
    """The database or its folder may not be written."""

    file: str


@dataclass(eq=False)
class StoreLocked(StoreError):
    """Another process holds the database."""

    file: str


@dataclass(eq=False)
class StoreFull(StoreError):
    """The disk that holds the database is full."""

    file: str


@dataclass(eq=False)
class ConsentKeyLost(StoreError):
    """People opted out of being heard, and the file with the key that recognises them is missing or broken."""

    file: str
