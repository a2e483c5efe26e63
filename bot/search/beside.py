"""The index of a process that only reads: a running bot's, until that has other texts than the index had."""

from bot.search import state
from bot.search.building import NOTHING, Progress
from bot.search.index import Index
from bot.search.library import Library


class Beside(Index):
    """Reads another process's folder, and never writes to it: what is stale is built anew in memory."""

    async def refresh(self, library: Library, progress: Progress | None = None) -> None:
        """Take in the texts that came or changed since, and drop those that went."""
        wanted = {shelved.source.id: state.fingerprint(shelved) for shelved in library.sources()}
        if self._folder is not None and wanted != self._state.fingerprints:
            self._folder, self._state = None, NOTHING
        await super().refresh(library, progress)
