"""The texts as quotes are checked against them: made of the library at first use, and kept up to date with it."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from bot.logs import get_logger

if TYPE_CHECKING:  # numpy comes with the index: a bot that never checks a quote does without it
    from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
    from pathlib import Path

    from bot.corpus.library import Library
    from bot.model import Passage
    from bot.quotation.texts import Texts
    from bot.quotation.titles import Titles

    Entries = list[tuple[Passage, str]]

_log = get_logger(__name__)

SEEN = "seen.json"
# More texts than this that came or changed at once are read together with all others: one index made in one go.
_FEW = 20


class Quotations:
    """Gives the index of quotations. Its folder (None: only memory) is a cache that may be deleted at any time."""

    def __init__(self, library: Library, folder: Path | None) -> None:
        self._library = library
        self._folder = folder
        self._texts: Texts | None = None
        self._seen: Mapping[str, str] = {}
        self._generation = -1
        self._titles: tuple[Titles, Titles] | None = None
        self._titled = -1
        self._making = asyncio.Lock()

    async def texts(self) -> Texts:
        """Give the index of all texts as they are now. The first call reads or builds it, which may take seconds."""
        async with self._making:
            texts, generation = self._texts, self._library.generation()
            if texts is None or generation != self._generation:
                texts = await self._bring(texts)
                self._texts, self._generation = texts, generation
            return texts

    async def titles(self) -> tuple[Titles, Titles]:
        """Give the titles of all texts with their subtitles, and the headings in them; anew when texts change."""
        from bot.quotation.titles import Titles

        generation = self._library.generation()
        if self._titles is None or generation != self._titled:
            sources = [held.source for held in self._library.sources()]
            titles = [(one.id, title) for one in sources for title in (one.title, one.subtitle) if title]
            headings = await self._library.headings()
            self._titles = await asyncio.to_thread(lambda: (Titles.of(titles), Titles.of(headings)))
            self._titled = generation
        return self._titles

    async def _bring(self, texts: Texts | None) -> Texts:
        wanted = {held.source.id: f"{held.edition} {held.rules}" for held in self._library.sources()}
        seen = self._seen
        if texts is None:
            texts, seen = await asyncio.to_thread(_load, self._folder)
        gone = [source for source in seen if source not in wanted]
        stale = [source for source, mark in wanted.items() if seen.get(source) != mark]
        if texts is None or len(stale) > _FEW:
            texts = await self._build()
        elif gone or stale:
            texts = await self._renewed(texts, gone, stale)
        if wanted != seen:
            await asyncio.to_thread(_save, texts, wanted, self._folder)
        self._seen = wanted
        return texts

    async def _build(self) -> Texts:
        """Read everything in batches; words are folded on a thread, so that the bot goes on answering."""
        from bot.quotation.texts import Texts

        loop, batches = asyncio.get_running_loop(), self._library.scan()

        def entries() -> Iterator[tuple[Passage, str]]:
            """Give the passages with their words, one by one, on the thread; each batch is read on the loop."""
            while batch := asyncio.run_coroutine_threadsafe(_next(batches), loop).result():
                yield from batch

        return await asyncio.to_thread(lambda: Texts.build(entries()))

    async def _renewed(self, texts: Texts, gone: Sequence[str], stale: Sequence[str]) -> Texts:
        fresh = texts.changeable()
        for source in gone:
            fresh.remove(source)
        for source in stale:
            await asyncio.to_thread(fresh.add, source, await self._entries(source))
        return fresh

    async def _entries(self, source: str) -> Entries:
        document = await self._library.stored(source)
        if document is None:  # damaged: it can't be quoted either
            return []
        return [(passage, document.derive(passage.spans)) for passage in await self._library.of_source(source)]


async def _next(batches: AsyncIterator[Entries]) -> Entries:
    return await anext(batches, [])


def _load(folder: Path | None) -> tuple[Texts | None, dict[str, str]]:
    """Read the index, and of which editions it is; None where it is missing or damaged."""
    from bot.quotation.keeping import Damaged
    from bot.quotation.texts import Texts

    if folder is None or not (folder / SEEN).exists():
        return None, {}
    try:
        seen = {str(source): str(mark) for source, mark in json.loads((folder / SEEN).read_text("utf-8")).items()}
        return Texts.load(folder), seen
    except (Damaged, OSError, ValueError, AttributeError):
        _log.warning("the index of quotations is damaged and is built again")
        return None, {}


def _save(texts: Texts, seen: Mapping[str, str], folder: Path | None) -> None:
    """Write the index. What it is of comes last: a save that broke off counts for nothing."""
    if folder is None:
        return
    try:
        (folder / SEEN).unlink(missing_ok=True)
        texts.save(folder)
        fresh = folder / f"{SEEN}.new"
        fresh.write_text(json.dumps(seen), "utf-8")
        fresh.replace(folder / SEEN)
    except OSError as error:
        _log.warning("the index of quotations is kept in memory only", reason=error.strerror)
