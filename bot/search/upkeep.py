"""What the index holds, in a folder or in memory: loaded, brought up to date, or built anew where it isn't whole."""

import asyncio
import shutil
from functools import partial
from pathlib import Path

from bot.logs import get_logger
from bot.search import state
from bot.search.building import NOTHING, PART, Progress, bring
from bot.search.library import Library
from bot.search.records import Held, Searcher
from bot.search.state import State

_log = get_logger(__name__)

_IN_MEMORY = "the index cannot be written and is kept in memory"
# So many times as many records as there are passages are kept before the index is built anew without them.
_WORN = 3


class Upkeep:
    """Keeps what is held as the library is, for the `searcher`. A folder that can't be written is left for memory."""

    searcher: Searcher
    state: State

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._take(Held.made(None), NOTHING)

    async def load(self) -> None:
        """Take what is in the folder, if that is whole and of this version."""
        folder = self._folder
        whole = await asyncio.to_thread(state.load, folder) if folder else None
        if folder is None or whole is None:
            return
        try:  # tantivy locks an index even to read it, so it must be the bot's to write
            held = Held.opened(folder)
            # The process that writes may have changed it meanwhile: its parts would be of another index than its state.
            if state.stands(whole, folder):
                self._take(held, whole)
        except (OSError, ValueError) as failure:
            _log.warning(_IN_MEMORY, reason=str(failure))
            self._folder = None

    async def catch_up(self, library: Library, progress: Progress | None) -> bool:
        """Take in the texts that came or changed since, and drop those that went; gives whether there were any."""
        fresh = state.fingerprints(library)
        if state.current(self.state, library) and not self.damaged:
            return False
        try:
            await self._bring(library, fresh, progress)
        except (OSError, ValueError) as failure:  # tantivy says ValueError whatever the disk said
            if self._folder is None:
                raise
            _log.warning(_IN_MEMORY, reason=str(failure))
            self._folder = None
            await self._rebuild(library, fresh, progress)
        return True

    @property
    def damaged(self) -> bool:
        """Whether what is held was found damaged since it was taken; then it is built anew the next time."""
        return self._held.records.damaged

    def let_alone(self, library: Library) -> None:
        """Leave the folder of another process as it is: where it is stale, all is built anew in memory."""
        if self._folder is not None and (self.damaged or not state.current(self.state, library)):
            self._folder, self.state = None, NOTHING

    def _take(self, held: Held, built: State) -> None:
        self._held = held
        self.searcher = held.searcher()
        self.state = built

    async def _bring(self, library: Library, fresh: dict[str, str], progress: Progress | None) -> None:
        ordinals = state.ordinals_for(fresh, self.state.ordinals)
        worn = self.state.kept > _WORN * self.searcher.num_docs + PART
        if not ordinals or self.state is NOTHING or worn or self.damaged or state.later(self.state, library):
            await self._rebuild(library, fresh, progress)
            return
        built = await bring(self._held, library, self.state, fresh, ordinals, progress)
        self._take(self._held, await self._saved(built, self._folder))

    async def _rebuild(self, library: Library, fresh: dict[str, str], progress: Progress | None) -> None:
        """Build into a folder beside, and put that in the old one's place when it is whole."""
        ordinals = state.ordinals_for(fresh, {}) or {}
        # Only one process writes: what is there of that name was left behind by one that was killed.
        beside = self._folder.with_name(f"{self._folder.name}.new") if self._folder else None
        if beside is None or self._folder is None:
            held = Held.made(None)
            self._take(held, await bring(held, library, NOTHING, fresh, ordinals, progress))
            return
        try:
            await asyncio.to_thread(_empty, beside)
            built = await bring(Held.made(beside), library, NOTHING, fresh, ordinals, progress)
            built = await self._saved(built, beside)
            await asyncio.to_thread(_replace, self._folder, beside)
        finally:
            await asyncio.to_thread(partial(shutil.rmtree, beside, ignore_errors=True))
        self._take(Held.opened(self._folder), built)

    async def _saved(self, built: State, folder: Path | None) -> State:
        return await asyncio.to_thread(state.save, built, folder) if folder else built


def _empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def _replace(folder: Path, beside: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    beside.rename(folder)
