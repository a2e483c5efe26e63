"""Lines that come through a pipe, read beside everything else that goes on."""

import asyncio
import io
import os
import sys
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from typing import TextIO

_AHEAD = 16
"""So many lines are read ahead; whoever writes more of them waits."""


async def lines() -> AsyncIterator[str]:
    """Give the lines of the standard input, each with its end; none where it is closed.

    They are waited for in a thread that nobody waits for, so that Ctrl-C ends the conversation without another line.
    """
    if sys.stdin is None:
        return
    loop, waiting, room = asyncio.get_running_loop(), asyncio.Queue[str](), threading.Semaphore(_AHEAD)

    def take(line: str) -> None:
        """Take a line over from the thread that reads."""
        loop.call_soon_threadsafe(waiting.put_nowait, line)

    threading.Thread(target=_read, args=(_own(sys.stdin), take, room), daemon=True).start()
    while line := await waiting.get():
        room.release()
        yield line


def _own(stream: TextIO) -> TextIO:
    """Open the input once more: at its end Python takes the lock of its own one, which the thread may hold."""
    try:
        handle = os.dup(stream.fileno())
    except io.UnsupportedOperation:  # not a file, but what stands for one
        return stream
    return os.fdopen(handle, encoding=stream.encoding, errors="replace")


def _read(stream: TextIO, take: Callable[[str], None], room: threading.Semaphore) -> None:
    with suppress(RuntimeError):  # the event loop is gone: nobody listens any more
        try:
            while line := stream.readline():
                room.acquire()
                take(line)
        finally:
            take("")
    if stream is not sys.stdin:
        stream.close()
