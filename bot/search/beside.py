"""The index of a process that only reads: a running bot's, until that has other texts than the index had."""

from bot.search.building import Progress
from bot.search.index import Index
from bot.search.library import Library


class Beside(Index):
    """Reads another process's folder, and never writes to it: what is stale is built anew in memory."""

    async def refresh(self, library: Library, progress: Progress | None = None) -> None:
        """Take in the texts that came or changed since, and drop those that went."""
        self._upkeep.let_alone(library)
        await super().refresh(library, progress)
