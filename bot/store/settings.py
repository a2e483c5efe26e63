"""What a community has set, as text, number or flag."""

from bot.store.database import Database

Value = str | int | bool


class Settings:
    """The settings of communities: a few keys each, named by whoever reads them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, community: str, key: str) -> Value | None:
        """Give what a community has set, in the type that it was set with; None where it has set nothing."""
        rows = await self._database.read(
            "SELECT type, value FROM settings WHERE community = ? AND key = ?", (community, key)
        )
        return _read(*rows[0]) if rows else None

    async def all(self, community: str) -> dict[str, Value]:
        """Give everything that a community has set, by key."""
        rows = await self._database.read(
            "SELECT key, type, value FROM settings WHERE community = ? ORDER BY key", (community,)
        )
        return {key: _read(kind, value) for key, kind, value in rows}

    async def everywhere(self) -> list[tuple[str, str, Value]]:
        """Give everything that any community has set, as (community, key, value)."""
        rows = await self._database.read("SELECT community, key, type, value FROM settings ORDER BY community, key")
        return [(community, key, _read(kind, value)) for community, key, kind, value in rows]

    async def set(self, community: str, key: str, value: Value | None) -> None:
        """Set a key; None takes it away. Returns when that is on disk."""
        if value is None:
            await self._database.write(
                lambda connection: (
                    connection.execute(
                        "DELETE FROM settings WHERE community = ? AND key = ?", (community, key)
                    ).rowcount
                )
            )
            return
        kind = "flag" if isinstance(value, bool) else "number" if isinstance(value, int) else "text"
        row = (community, key, kind, str(int(value)) if kind == "flag" else str(value))
        await self._database.write(
            lambda connection: connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?, ?, ?)", row).rowcount
        )


def _read(kind: str, value: str) -> Value:
    match kind:
        case "flag":
            return value == "1"
        case "number":
            return int(value)
        case _:
            return value
