"""Reading files in a process of its own, so that no file can stop, fill or block the bot."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import bot
from bot.corpus.catalog import Catalog
from bot.corpus.reading.files import media_of
from bot.corpus.reading.frames import LENGTH, open_answer, pack
from bot.corpus.reading.imported import Imported
from bot.corpus.reading.limits import Limits
from bot.errors import CommonplaceError, FileDamaged, FileTimeout, FileTooLarge, FileUnreadable

_MODULE = "bot.corpus.reading.worker"
_START_SECONDS = 60
_END_SECONDS = 5
_SHORT = 1_000


class Reader:
    """Loads files, one at a time, in a worker process that is started when it is first needed.

        async with Reader(limits) as reader:
            imported = await reader.load(path, catalog)

    A file that crashes the worker, fills its memory or takes too long costs that file alone: the worker is started
    again for the next one. Several tasks may call `load` at once; they take turns.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._turn = asyncio.Lock()
        self._process: Process | None = None
        self._catalog: Catalog | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def load(self, path: Path, catalog: Catalog) -> Imported:
        """Read, recognise and parse one file.

        Raises the kinds of ReadingError, CatalogBroken where the file's sidecar is, and RuntimeError where no worker
        process can be started at all.
        """
        media_of(path)
        if not _is_unicode(str(path)):  # the store could not keep where the text came from
            raise FileUnreadable(str(path), "name")
        async with self._turn:
            try:
                process = await self._ready(catalog)
                async with asyncio.timeout(self.limits.seconds):
                    packed = await _ask(process, str(path), self.limits.memory)
            except TimeoutError:
                await self._end()
                raise FileTimeout(str(path), self.limits.seconds) from None
            except (asyncio.IncompleteReadError, ConnectionError):
                raise self._crash(path, await self._end()) from None
            except BaseException:  # cancelled, too: its answer would be taken for that of the next file
                await self._end()
                raise
            try:
                # In a thread, as a large text takes half a second to unpickle.
                return Imported(path, *await asyncio.to_thread(open_answer, packed, str(path)))
            except FileTooLarge:
                # What is left of the process's address space may be in pieces: a new one has it whole.
                await self._end()
                raise

    async def _greet(self, process: Process) -> None:
        """Give a new process its limits; RuntimeError where it does not answer, which is no file's fault."""
        try:
            async with asyncio.timeout(_START_SECONDS):
                await _ask(process, self.limits, _SHORT)
        except (TimeoutError, asyncio.IncompleteReadError, ConnectionError):
            raise RuntimeError(f"the reading process ({_MODULE}) does not start: code {await self._end()}") from None

    def _crash(self, path: Path, code: int | None) -> CommonplaceError:
        """Tell an end by the limit of processor time from any other."""
        if code == -signal.SIGXCPU:
            return FileTimeout(str(path), self.limits.seconds)
        return FileDamaged(str(path), "crash")

    async def close(self) -> None:
        """End the worker process, once the files that were asked for are done; the next `load` starts another."""
        async with self._turn:
            await self._end()

    async def _end(self) -> int | None:
        """End the worker process and give its exit code; None where there is none."""
        process, self._process, self._catalog = self._process, None, None
        if process is None:
            return None
        _stdin(process).close()
        # A process that is gone already is not killed: asyncio would lose its exit code.
        if not _stdout(process).at_eof():
            _kill(process)
        try:
            # Reading to the end lets asyncio close the pipes before the event loop is gone.
            async with asyncio.timeout(_END_SECONDS):
                await process.communicate()
        except TimeoutError:
            _kill(process)
            await process.communicate()
        return process.returncode

    async def _ready(self, catalog: Catalog) -> Process:
        if self._process is None or self._process.returncode is not None or _stdout(self._process).at_eof():
            await self._end()
            self._process = await _start()
            await self._greet(self._process)
        if self._catalog is not catalog:
            _stdin(self._process).write(pack(catalog))
            self._catalog = catalog
        return self._process


async def _start() -> Process:
    # The environment may hold the bot's token: the worker gets only what it needs to find its modules.
    places = [str(Path(bot.__file__).parents[1]), *filter(None, sys.path)]
    environment = {"PYTHONPATH": os.pathsep.join(places), "PYTHONUTF8": "1"}
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-B", "-P", "-m", _MODULE),
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        env=environment,
        limit=1_048_576,
    )


async def _ask(process: Process, value: object, most: int) -> bytes:
    """Send a value and give the packed answer, of at most so many bytes."""
    _stdin(process).write(pack(value))
    await _stdin(process).drain()
    (length,) = LENGTH.unpack(await _stdout(process).readexactly(LENGTH.size))
    if length > most:
        raise ConnectionError(length)
    return await _stdout(process).readexactly(length)


def _is_unicode(name: str) -> bool:
    """Whether a name has letters alone, and no bytes for which Python has put halves of surrogate pairs."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _kill(process: Process) -> None:
    with suppress(ProcessLookupError):
        process.kill()


def _stdin(process: Process) -> asyncio.StreamWriter:
    if process.stdin is None:
        raise ConnectionError
    return process.stdin


def _stdout(process: Process) -> asyncio.StreamReader:
    if process.stdout is None:
        raise ConnectionError
    return process.stdout
