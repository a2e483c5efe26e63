"""Passages that moderators chose for coming days: at most one for each community and local date."""

from datetime import date, timedelta

from bot.store.database import Database


class Queue:
    """What waits for its day."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, community: str, day: date) -> str | None:
        """Give the id of the passage that was chosen for a day, if one was."""
        rows = await self._database.read(
            "SELECT passage FROM queued WHERE community = ? AND day = ?", (community, day.isoformat())
        )
        return str(rows[0][0]) if rows else None

    async def waiting(self, community: str, first: date) -> list[tuple[date, str]]:
        """Give what waits from a day on, as (day, passage id), in order."""
        rows = await self._database.read(
            "SELECT day, passage FROM queued WHERE community = ? AND day >= ? ORDER BY day",
            (community, first.isoformat()),
        )
        return [(date.fromisoformat(day), passage) for day, passage in rows]

    async def free(self, community: str, first: date) -> date:
        """Give the first day, from `first` on, for which nothing waits."""
        taken = {day for day, _ in await self.waiting(community, first)}
        day = first
        while day in taken:
            day += timedelta(days=1)
        return day

    async def put(self, community: str, day: date, passage: str) -> None:
        """Choose a passage for a day, in place of one that was chosen before."""
        row = (community, day.isoformat(), passage)
        await self._database.write(
            lambda connection: connection.execute("INSERT OR REPLACE INTO queued VALUES (?, ?, ?)", row).rowcount
        )

    async def remove(self, community: str, day: date) -> bool:
        """Take back what was chosen for a day; gives whether anything was."""
        row = (community, day.isoformat())
        changed = await self._database.write(
            lambda connection: connection.execute("DELETE FROM queued WHERE community = ? AND day = ?", row).rowcount
        )
        return changed == 1
