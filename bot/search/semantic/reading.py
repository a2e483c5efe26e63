"""Reading passages for their meaning in a process of its own, so that it never takes time from an answer."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

import bot
from bot.errors import SemanticUnusable
from bot.processors import ONE_THREAD
from bot.search.semantic.weights import Floats
from bot.search.semantic.worker import LENGTH

_MODULE = "bot.search.semantic.worker"
# A text of 512 pieces takes a second of a processor; one that everybody else uses may take long to come by.
_PATIENCE = 600
_END_SECONDS = 5


class Reading:
    """Turns texts into vectors, one at a time, in a process that lives as long as the `async with`.

    Its start and every text raise SemanticUnusable where the process ends, says that the model can't be used, or
    doesn't answer: a processor that can't run it costs the meaning, and nothing else.
    """

    def __init__(self, weights: Path) -> None:
        self._weights = weights

    async def __aenter__(self) -> Self:
        try:
            self._process = await _start(self._weights)
        except OSError as error:
            raise SemanticUnusable(self._weights.name, type(error).__name__) from None
        try:
            self._width = int.from_bytes(await self._answer(), "little")
        except BaseException:  # cancelled, too: no process is left behind
            await self._end()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._end()

    async def vectors(self, text: str) -> Floats:
        """Give the vectors of a passage and of its sentences, of length 1, a row each. Raises SemanticUnusable."""
        data = text.encode("utf-8", "surrogatepass")
        try:
            self._asked.write(LENGTH.pack(len(data)) + data)
            await self._asked.drain()
        except ConnectionError:
            raise SemanticUnusable(self._weights.name, "ended") from None
        return np.frombuffer(await self._answer(), np.float32).reshape(-1, self._width)

    async def _answer(self) -> bytes:
        try:
            async with asyncio.timeout(_PATIENCE):
                (length,) = LENGTH.unpack(await self._told.readexactly(LENGTH.size))
                answer = await self._told.readexactly(length)
        except (TimeoutError, ConnectionError, asyncio.IncompleteReadError) as error:
            raise SemanticUnusable(self._weights.name, type(error).__name__) from None
        if not answer:
            raise SemanticUnusable(self._weights.name, "form")
        return answer

    @property
    def _asked(self) -> asyncio.StreamWriter:
        assert self._process.stdin is not None  # noqa: S101 - it was started with a pipe
        return self._process.stdin

    @property
    def _told(self) -> asyncio.StreamReader:
        assert self._process.stdout is not None  # noqa: S101 - it was started with a pipe
        return self._process.stdout

    async def _end(self) -> None:
        self._asked.close()
        with suppress(ProcessLookupError):
            self._process.kill()
        # Reading to the end lets asyncio close the pipes before the event loop is gone.
        async with asyncio.timeout(_END_SECONDS):
            await self._process.communicate()


async def _start(weights: Path) -> Process:
    # The environment may hold the bot's token: the process gets only what it needs to find its modules.
    places = [str(Path(bot.__file__).parents[1]), *filter(None, sys.path)]
    environment = {"PYTHONPATH": os.pathsep.join(places), "PYTHONUTF8": "1", **ONE_THREAD}
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-B", "-P", "-m", _MODULE, str(weights)),
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        env=environment,
    )
